"""Where rows of the catalogue match a segment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtfix.french.tokens import Tokens
from mtfix.rules.base import Context
from mtfix.rules.catalogue.index import RowIndex, index
from mtfix.rules.catalogue.rows import Row
from mtfix.rules.catalogue.wordings import filled
from mtfix.text import Segment


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a row matches: tokens [first, end), and the wordings proposed for them."""

    row: Row
    first: int
    end: int
    suggestions: tuple[str, ...]


def find_rows(tokens: Tokens, index: RowIndex, apostrophe: str = "’") -> Iterator[Hit]:
    """The rows of an index that match; the longest match wins where some overlap."""
    for (row, templates), ranges in index.find(tokens):
        wordings = (filled(template, tokens, ranges, apostrophe) for template in templates)
        yield Hit(row, ranges[0][0], ranges[-1][1], tuple(text for text in wordings if text is not None))


def hits(segment: Segment, context: Context) -> dict[str, list[Hit]]:
    """The rows that match a segment, by code."""
    found: dict[str, list[Hit]] = {}
    for hit in find_rows(context.tokens(segment), index(), context.apostrophe):
        found.setdefault(hit.row.code, []).append(hit)
    return found
