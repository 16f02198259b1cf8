"""Pairs the quotation marks of a segment, whatever their shape."""

import re
from dataclasses import dataclass

from mtfix.rules.base import Context
from mtfix.text import Segment

_MARK = re.compile(r"[«»“”„\"]|‘(?=\w)|’(?!\w)|''|``")
_OPENERS, _CLOSERS = "«“„‘", "»”"
_SPACES = " \u00a0\u202f\u2009"
_BEFORE_OPENER = " \u00a0\u202f([{'’-–—/«“\n"
FRENCH = "«»"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: `start` and `end` take in the spaces between it and what it quotes."""

    text: str
    start: int
    end: int
    opens: bool
    depth: int
    """How many quotations it stands in."""
    partner: int | None = None
    """Where the mark that closes or opens the same quotation begins; None for an unpaired one."""

    @property
    def sign(self) -> int:
        """The offset of the mark itself."""
        return self.start if self.opens else self.end - len(self.text)


def marks(segment: Segment, context: Context) -> list[Mark]:
    """The quotation marks of a segment in text order; what may be an inch or an apostrophe is left out."""
    text = segment.target
    found = list(_MARK.finditer(text))
    if not found:
        return []
    open_: list[int] = []
    result: list[Mark] = []
    for match in found:
        shape, place = match.group(), match.start()
        opens = _opens(text, match, [result[i] for i in open_])
        if opens is None:
            continue
        if opens:
            end = match.end()
            while end < len(text) and text[end] in _SPACES:
                end += 1
            open_.append(len(result))
            result.append(Mark(shape, place, end, True, len(open_) - 1))
            continue
        start = place
        while start > 0 and text[start - 1] in _SPACES:
            start -= 1
        opener = _opener_for(shape, open_, result)
        if opener is None:
            if shape not in "’''":
                result.append(Mark(shape, start, match.end(), False, len(open_)))
            continue
        del open_[open_.index(opener) :]
        first = result[opener]
        result.append(Mark(shape, start, match.end(), False, first.depth, first.start))
        result[opener] = Mark(first.text, first.start, first.end, True, first.depth, place)
    return [m for m in result if m.text != "‘" or m.partner is not None]


def _opens(text: str, match: re.Match[str], open_: list[Mark]) -> bool | None:
    """Whether a mark opens a quotation, closes one, or (None) is no quotation mark."""
    shape = match.group()
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    after = text[match.end() : match.end() + 1]
    if shape in _OPENERS:
        # „…“ closes with the mark that opens elsewhere.
        return not (shape == "“" and open_ and open_[-1].text == "„")
    if shape in _CLOSERS:
        return False
    same = bool(open_) and any(_matches(mark.text, shape) for mark in open_)
    if shape == "’":
        return False if same else None
    if not before or before in _BEFORE_OPENER:
        if after and after not in _SPACES:
            return not (same and before in _SPACES and not after.isalnum())
        return not same
    if same:
        return False
    if before.isdigit() or before == "′":
        return None
    return False


def _matches(opener: str, closer: str) -> bool:
    if closer == "”":
        return opener in ("“", "„", '"')
    if closer == "“":
        return opener == "„"
    if closer == "’":
        return opener == "‘"
    return {"»": "«"}.get(closer, closer) == opener or (closer == "''" and opener == "``")


def _opener_for(closer: str, open_: list[int], result: list[Mark]) -> int | None:
    for index in reversed(open_):
        if _matches(result[index].text, closer):
            return index
    return None
