"""Whether a sentence of the source ends where one of the translation does."""

from __future__ import annotations

from mtfix.alignment.words import WordAlignment

_ENDS = frozenset('.!?…;:–—"“”|*•')
_ABBREVIATIONS = frozenset(
    "st prof mr mrs ms dr gen col lt sgt capt gov sen rep rev hon jan feb mar apr jun jul aug sep sept oct nov dec no "
    "inc co ltd corp jr sr vs v mt ft maj cmdr adm fr supt".split()
)
_NEAR = 4
_APART = 6
_SURE = 0.1


def is_break_in_source(alignment: WordAlignment, stop: int) -> bool | None:
    """Whether a full stop (or the like) of the source stands behind that of token `stop` of the French.

    None when the words on both sides are not known to render words that stand together.
    """
    before = _nearest(alignment, range(stop - 1, stop - 1 - _NEAR, -1))
    after = _nearest(alignment, range(stop + 1, stop + 1 + _NEAR))
    if before is None or after is None or not before < after <= before + _APART:
        return None
    words = alignment.source.words
    return any(words[i] in _ENDS and not _is_abbreviated(words[i - 1]) for i in range(before + 1, after))


def _is_abbreviated(word: str) -> bool:
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _nearest(alignment: WordAlignment, places: range) -> int | None:
    """The English word that the first French token with a sure link renders."""
    links = (link for j in places if (link := alignment.origin(j)) is not None)
    return next((link.source for link in links if link.score >= _SURE), None)
