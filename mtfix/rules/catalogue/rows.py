"""The rows of the catalogue: phrases that machines put word for word, as data.

Every `rows/*.jsonl` holds one row per line (see CONTRIBUTING.md).  All rows of all codes are matched in one pass
over a segment, so that the cost does not grow with their number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from mtfix.french.phrases import Pattern, PatternIndex
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Context, Finding, Good, Rule, Severity
from mtfix.text import Segment

_REFERENCE = re.compile(r"\{(\d+)\}")
_KEYS = {"id", "code", "english", "patterns", "severity", "bad", "good", "advice", "note"}


@dataclass(frozen=True, slots=True)
class Row:
    """One phrase of the catalogue.

    `patterns` holds (pattern, replacement templates); `{2}` in a template stands for what the second element
    of the pattern matched.  `advice` is the wording to prefer where no literal replacement fits.
    """

    id: str
    code: str
    english: str
    patterns: tuple[tuple[str, tuple[str, ...]], ...]
    severity: Severity
    bad: Bad
    good: Good
    advice: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a row matches: tokens [first, end), and the wordings proposed for them."""

    row: Row
    first: int
    end: int
    suggestions: tuple[str, ...]


@lru_cache(maxsize=1)
def all_rows() -> tuple[Row, ...]:
    """Every row, by file and line.  Raises ValueError for one that does not fit the form."""
    folder = files("mtfix.rules.catalogue") / "rows"
    named = sorted((f for f in folder.iterdir() if f.name.endswith(".jsonl")), key=lambda f: f.name)
    return tuple(
        _row(line) for file in named for line in file.read_text(encoding="utf-8").splitlines() if line
    )


def _row(line: str) -> Row:
    data = json.loads(line)
    if unknown := set(data) - _KEYS:
        raise ValueError(f"row {data.get('id')!r} has the unknown key {min(unknown)!r}")
    return Row(
        id=data["id"],
        code=data["code"],
        english=data["english"],
        patterns=tuple((p["match"], tuple(p.get("replace", ()))) for p in data["patterns"]),
        severity=Severity[data["severity"].upper()],
        bad=Bad(data["bad"]),
        good=Good(data["good"]),
        advice=data.get("advice", ""),
    )


RowIndex = PatternIndex[tuple[Row, tuple[str, ...]]]


def index_of(rows: Iterable[Row]) -> RowIndex:
    """The patterns of some rows, to look up in a text."""
    return PatternIndex(
        (Pattern(match), (row, templates)) for row in rows for match, templates in row.patterns
    )


@lru_cache(maxsize=1)
def _index() -> RowIndex:
    return index_of(all_rows())


def find_rows(tokens: Tokens, index: RowIndex, apostrophe: str = "’") -> Iterator[Hit]:
    """The rows of an index that match; the longest match wins where some overlap."""
    for (row, templates), ranges in index.find(tokens):
        suggestions = tuple(_filled(template, tokens, ranges, apostrophe) for template in templates)
        yield Hit(row, ranges[0][0], ranges[-1][1], suggestions)


def hits(segment: Segment, context: Context) -> dict[str, list[Hit]]:
    """The rows that match a segment, by code."""
    found: dict[str, list[Hit]] = {}
    for hit in find_rows(context.tokens(segment), _index(), context.apostrophe):
        found.setdefault(hit.row.code, []).append(hit)
    return found


def _filled(template: str, tokens: Tokens, ranges: list[tuple[int, int]], apostrophe: str) -> str:
    def matched(reference: re.Match[str]) -> str:
        first, end = ranges[int(reference[1]) - 1]
        return tokens.between(first, end - 1) if end > first else ""

    text = " ".join(_REFERENCE.sub(matched, template).split(" ")).replace("  ", " ").strip()
    if tokens.surface(ranges[0][0])[0].isupper():
        text = text[0].upper() + text[1:]
    return text.replace("’", apostrophe)


class CatalogueRule(Rule):
    """A rule whose patterns are the rows of its code."""

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for hit in context.cached(hits, segment).get(self.code, ()):
            tokens = context.tokens(segment)
            yield self.finding(
                segment,
                tokens.starts[hit.first],
                tokens.ends[hit.end - 1],
                *hit.suggestions,
                severity=hit.row.severity,
                row=hit.row.id,
                english=hit.row.english,
                advice=_advice(hit.row),
            )


def _advice(row: Row) -> str:
    return f" ({row.advice})" if row.advice else ""


ENGLISH_BEHIND = Bilingual(
    en="“{text}” follows the English “{english}” word for word{advice}.",
    fr="« {text} » suit mot à mot l’anglais “{english}”{advice}.",
)
