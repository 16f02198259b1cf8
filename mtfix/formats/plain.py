"""Plain text: one segment per line, or per paragraph where lines are hard-wrapped."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mtfix.text import Segment

_LINE = re.compile(r"[^\r\n]+")
_BLOCK = re.compile(r"[^\r\n]+(?:(?:\r\n|\n|\r)[^\r\n]*[^\s][^\r\n]*)*")
_ENDS_SENTENCE = re.compile(r"[.!?…:;»”\"')\]]\s*$")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–—]|\d{1,2}[.)])\s")
_NARROWEST, _WIDEST = 45, 120


def segments(text: str) -> tuple[Segment, ...]:
    """The segments of a text, without the white space around them; empty lines make none."""
    pattern = _BLOCK if is_wrapped(text) else _LINE
    return tuple(_trimmed(text, pattern))


def line_segments(text: str) -> tuple[Segment, ...]:
    """The segments of a text of which every line is one, as parallel files are."""
    return tuple(_trimmed(text, _LINE))


def is_wrapped(text: str) -> bool:
    """Whether paragraphs are broken into lines of about one width, most of them in mid-sentence."""
    inner = [
        (line, following)
        for block in _BLOCK.findall(text[:20_000])
        for line, following in _neighbours(block)
        if not _LIST_ITEM.match(following)
    ]
    if len(inner) < 2:
        return False
    widest = max(len(line) for line, _ in inner)
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    full = sum(len(line) > 0.75 * widest for line, _ in inner)
    broken = sum(not _ENDS_SENTENCE.search(line) for line, _ in inner)
    return full >= 0.7 * len(inner) and broken >= 0.7 * len(inner)


def _neighbours(block: str) -> Iterator[tuple[str, str]]:
    return pairwise(re.split(r"\r\n|\n|\r", block))


def _trimmed(text: str, pattern: re.Pattern[str]) -> Iterator[Segment]:
    index = 0
    for match in pattern.finditer(text):
        target = match.group().strip()
        if target:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Segment(index, start, start + len(target), target)
            index += 1
