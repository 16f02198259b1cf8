"""mtfix finds and repairs what machine translation leaves in French editorial text."""

__version__ = "0.1.0"
