"""Nouns of people."""

from functools import lru_cache

from mtfix.french.lists import listed


@lru_cache(maxsize=1)
def persons() -> frozenset[str]:
    """Nouns of people and authorities (*habitants, ministre, gouvernement*), singular and plural."""
    return frozenset(listed("mtfix.rules.calque", "persons.txt"))
