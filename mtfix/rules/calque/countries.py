"""Countries and the article each takes."""

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Every country with its article, which ends in ’ or in a space, or is empty (*Cuba*)."""
    text = resources.files("mtfix.rules.calque").joinpath("countries.txt").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            article, _, name = line.partition("|")
            found[name] = article
    return found
