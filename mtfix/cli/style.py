"""Colours, on a terminal only (and never where NO_COLOR is set)."""

import os
import sys
from typing import Any

import click

from mtfix.report.text import Style, plain

_LOOKS: dict[str, dict[str, Any]] = {
    "place": {"bold": True},
    "code": {"fg": "cyan"},
    "info": {"fg": "blue"},
    "minor": {"fg": "yellow"},
    "major": {"fg": "red"},
    "critical": {"fg": "red", "bold": True},
    "mark": {"fg": "red", "underline": True},
    "fix": {"fg": "green"},
    "removed": {"fg": "red"},
    "added": {"fg": "green"},
    "removed-word": {"fg": "red", "reverse": True},
    "added-word": {"fg": "green", "reverse": True},
    "hunk": {"fg": "cyan"},
}


def is_terminal() -> bool:
    """Whether a person reads standard output as it comes (a closed one has no reader at all)."""
    return sys.stdout is not None and sys.stdout.isatty()


def coloured() -> bool:
    """Whether standard output is a terminal that may show colours."""
    return is_terminal() and not os.environ.get("NO_COLOR")


def colour_style() -> Style:
    """The style for standard output: colours on a terminal, none elsewhere."""
    if not coloured():
        return plain
    return lambda role, text: click.style(text, **_LOOKS.get(role, {}))
