"""The rows of the catalogue: phrases that machines put word for word, as data.

Every `rows/*.jsonl` holds one row per line (see CONTRIBUTING.md).  All rows of all codes are matched in one pass
over a segment, so that the cost does not grow with their number.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias, TypedDict
from zlib import crc32

from mtfix.french.elision import join
from mtfix.french.lists import listed
from mtfix.french.patterns import Keys, PatternIndex, Ranges, keys_of, word_classes
from mtfix.french.tokens import Tokens
from mtfix.french.transfer import replace_noun, replace_verb
from mtfix.rules.base import Bad, Bilingual, Context, Finding, Good, Rule, Severity
from mtfix.text import Segment

_ROWS = files("mtfix.rules.catalogue") / "rows"
_KEPT = files("mtfix.rules.catalogue") / "keys.json"
_REFERENCE = re.compile(r"\{(\d+)(?:-(\d+))?(?:>([^{}]+))?\}")
_SET = re.compile(r"@([\w-]+)")
_KEYS = {"id", "code", "english", "patterns", "general", "fix", "severity", "bad_en", "bad", "good", "note"}


@dataclass(frozen=True, slots=True)
class Row:
    """One phrase of the catalogue.

    `patterns` holds (pattern, replacement templates).  In a template `{2}` stands for what the second element of the
    pattern matched, `{1>convoquer}` for that word in the form of the first, `{1-2>discours}` for a noun phrase.
    `general` holds patterns that good French uses as well: they count only where the English source confirms them.
    `fix` is what French says, in dictionary form.
    """

    id: str
    code: str
    english: str
    patterns: tuple[tuple[str, tuple[str, ...]], ...]
    general: tuple[str, ...]
    fix: str
    severity: Severity
    bad: Bad
    bad_source: str
    good: Good


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
    return tuple(_row(line) for line in _lines())


@lru_cache(maxsize=1)
def _lines() -> tuple[str, ...]:
    named = sorted((f for f in _ROWS.iterdir() if f.name.endswith(".jsonl")), key=lambda f: f.name)
    return tuple(line for file in named for line in file.read_text(encoding="utf-8").splitlines() if line)


@lru_cache(maxsize=1)
def synonym_sets() -> dict[str, str]:
    """Alternatives that many rows share: `@throw` in a pattern stands for those of the set `throw`."""
    lines = (line.split("\t") for line in listed("mtfix.rules.catalogue", "rows/sets.tsv"))
    return {name: alternatives for name, alternatives, *_ in lines}


def _expanded(pattern: str) -> str:
    return _SET.sub(lambda name: synonym_sets()[name[1]], pattern) if "@" in pattern else pattern


def _row(line: str) -> Row:
    data = json.loads(line)
    if unknown := set(data) - _KEYS:
        raise ValueError(f"row {data.get('id')!r} has the unknown key {min(unknown)!r}")
    return Row(
        id=data["id"],
        code=data["code"],
        english=data["english"],
        patterns=tuple((_expanded(p["match"]), tuple(p.get("replace", ()))) for p in data["patterns"]),
        general=tuple(_expanded(pattern) for pattern in data.get("general", ())),
        fix=data["fix"],
        severity=Severity[data["severity"].upper()],
        bad=Bad(data["bad"]),
        bad_source=data.get("bad_en", ""),
        good=Good(data["good"]),
    )


Indexed: TypeAlias = tuple[str, tuple[Row, tuple[str, ...]]]
"""A pattern, its row and its templates."""
RowIndex: TypeAlias = PatternIndex[tuple[Row, tuple[str, ...]]]


def index_of(rows: Iterable[Row]) -> RowIndex:
    """The patterns of some rows, to look up in a text."""
    return PatternIndex(_patterns(rows))


def _patterns(rows: Iterable[Row]) -> list[Indexed]:
    return [(match, (row, templates)) for row in rows for match, templates in row.patterns]


class KeptKeys(TypedDict):
    """What keys.json holds: the keys of all patterns, and the number of the first pattern of every row."""

    checksum: int
    keys: Keys
    firsts: list[int]


class _Patterns:
    """The patterns of all rows by their number; a row is read when one of its patterns is asked for."""

    def __init__(self, lines: Sequence[str], firsts: Sequence[int]) -> None:
        self._lines, self._firsts = lines, firsts
        self._rows: dict[int, list[Indexed]] = {}

    def __call__(self, number: int) -> Indexed:
        place = bisect_right(self._firsts, number) - 1
        if place not in self._rows:
            self._rows[place] = _patterns([_row(self._lines[place])])
        return self._rows[place][number - self._firsts[place]]


def kept_keys() -> KeptKeys:
    """What keys.json should hold for the rows as they are now."""
    rows = all_rows()
    firsts = accumulate((len(row.patterns) for row in rows[:-1]), initial=0)
    keys = keys_of([text for text, _ in _patterns(rows)])
    return KeptKeys(checksum=_checksum(), keys=keys, firsts=list(firsts))


def write_keys() -> None:
    """Keeps the keys of all patterns in keys.json: making them at every start takes half a second."""
    text = json.dumps(kept_keys(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    Path(str(_KEPT)).write_text(text, encoding="utf-8")


def _checksum() -> int:
    """A number that changes with the rows, their order or their synonym sets."""
    return crc32("\n".join((*_lines(), *synonym_sets().values())).encode())


@lru_cache(maxsize=1)
def _index() -> RowIndex:
    kept: KeptKeys | None = json.loads(_KEPT.read_text(encoding="utf-8")) if _KEPT.is_file() else None
    # Keys that are not those of the rows are made anew, which is slow but never wrong.
    if kept is None or kept["checksum"] != _checksum():
        return index_of(all_rows())
    return PatternIndex.kept(_Patterns(_lines(), kept["firsts"]), kept["keys"])


def find_rows(tokens: Tokens, index: RowIndex, apostrophe: str = "’") -> Iterator[Hit]:
    """The rows of an index that match; the longest match wins where some overlap."""
    for (row, templates), ranges in index.find(tokens):
        filled = (_filled(template, tokens, ranges, apostrophe) for template in templates)
        yield Hit(row, ranges[0][0], ranges[-1][1], tuple(text for text in filled if text is not None))


def hits(segment: Segment, context: Context) -> dict[str, list[Hit]]:
    """The rows that match a segment, by code."""
    found: dict[str, list[Hit]] = {}
    for hit in find_rows(context.tokens(segment), _index(), context.apostrophe):
        found.setdefault(hit.row.code, []).append(hit)
    return found


def _filled(template: str, tokens: Tokens, ranges: Ranges, apostrophe: str) -> str | None:
    """The wording that a template makes of a match; None when a word of it cannot take the form."""
    parts, last = [], 0
    for reference in _REFERENCE.finditer(template):
        part = _referred(reference, tokens, ranges)
        if part is None:
            return None
        parts += [template[last : reference.start()], part]
        last = reference.end()
    words = "".join([*parts, template[last:]]).split()
    text = join(words) if "{" in template else " ".join(words)
    if tokens.surface(ranges[0][0])[0].isupper():
        text = text[0].upper() + text[1:]
    if tokens.words[ranges[-1][1] - 1].endswith("’") and not text.endswith("’"):
        # « il est rapporté qu’il » loses its elision, so a space must part the words.
        text += " "
    return text.replace("’", apostrophe)


def _referred(reference: re.Match[str], tokens: Tokens, ranges: Ranges) -> str | None:
    """What stands for `{2}`, `{1>convoquer}` or `{1-2>discours}`."""
    first, last, wanted = reference.groups()
    start, end = ranges[int(first) - 1][0], ranges[int(last or first) - 1][1]
    matched = tokens.between(start, end - 1) if end > start else ""
    if wanted is None or not matched:
        return matched
    if "INF" in word_classes(wanted.removeprefix("se ").removeprefix("s’").split()[0]):
        return replace_verb(matched, wanted)
    return replace_noun(matched, wanted)


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
                fix=hit.row.fix,
            )


ENGLISH_BEHIND = Bilingual(
    en="“{text}” follows the English “{english}” word for word; French says: {fix}.",
    fr="« {text} » suit mot à mot l’anglais “{english}” ; on dit : {fix}.",
)
