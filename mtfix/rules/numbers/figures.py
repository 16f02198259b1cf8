"""Reading figures that may be written as in English, and writing them as in French."""

import re

from mtfix.french.profiles import Profile

SPACE = "[ \u00a0\u202f]"
FIGURE = (
    rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}}(?!\d))+(?:[.,]\d+)?"
    r"|[1-9]\d{0,2}(?:,\d{3}(?!\d))+(?:\.\d+)?"
    r"|[1-9]\d{0,2}(?:\.\d{3}(?!\d))+(?:,\d+)?"
    r"|\d+(?:[.,]\d+)?)"
)
_GROUPED = re.compile(r"([1-9]\d{0,2}([.,])\d{3}(?:\2\d{3})*)(?:[.,](\d+))?")
_SPACES = re.compile(SPACE)


def split(figure: str) -> tuple[str, str]:
    """The digits before and behind the decimal mark; one mark before three digits is taken to group them."""
    compact = _SPACES.sub("", figure)
    grouped = _GROUPED.fullmatch(compact)
    if grouped:
        return re.sub("[.,]", "", grouped[1]), grouped[3] or ""
    whole, _, decimals = compact.replace(".", ",").partition(",")
    return whole, decimals


def value(figure: str) -> float:
    """What the figure is worth."""
    whole, decimals = split(figure)
    return float(f"{whole}.{decimals or 0}")


def decimal(figure: str) -> str:
    """The figure with its one point or comma as the decimal comma."""
    return figure.replace(".", ",")


def french(figure: str, profile: Profile) -> str:
    """The figure with the profile's thousands separator (where it had one) and a decimal comma."""
    whole, decimals = split(figure)
    if not figure.startswith(whole):
        whole = grouped(whole, profile)
    return f"{whole},{decimals}" if decimals else whole


def grouped(digits: str, profile: Profile) -> str:
    """Whole digits in groups of three."""
    return f"{int(digits):,}".replace(",", profile.thousands)


def rounded(number: float, digits: int, profile: Profile) -> str:
    """A number as French writes it, rounded to so many significant digits."""
    shown = float(f"{number:.{digits}g}")
    if shown == int(shown):
        return grouped(str(int(shown)), profile)
    return f"{shown:g}".replace(".", ",")
