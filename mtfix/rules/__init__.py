"""The rules, one file each in a folder per family, found by walking this package."""

from mtfix.rules.registry import all_rules, rule_by_code

__all__ = ["all_rules", "rule_by_code"]
