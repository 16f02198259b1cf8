"""Nouns of people."""

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Nouns of people and authorities (*habitants, ministre, gouvernement*), singular and plural."""
    text = resources.files("mtfix.rules.calque").joinpath("persons.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
