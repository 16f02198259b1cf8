"""Countries and the article each takes."""

from functools import lru_cache

from mtfix.french.lists import listed


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Every country with its article, which ends in ’ or in a space, or is empty (*Cuba*)."""
    rows = (line.partition("|") for line in listed("mtfix.rules.calque", "countries.txt"))
    return {name: article for article, _, name in rows}
