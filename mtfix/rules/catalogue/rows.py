"""The rows of the catalogue: phrases that machines put word for word, as data.

Every `rows/*.jsonl` holds one row per line (see CONTRIBUTING.md).  All rows of all codes are matched in one pass
over a segment, so that the cost does not grow with their number.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias, TypedDict
from zlib import crc32

from mtfix.alignment.table import english_lemmas
from mtfix.alignment.words import WordAlignment
from mtfix.english.phrases import phrases
from mtfix.french.elision import join
from mtfix.french.lists import listed
from mtfix.french.patterns import Keys, PatternIndex, Ranges, keys_of, lemmas, word_classes
from mtfix.french.tokens import Tokens, tokenize
from mtfix.french.transfer import replace_noun, replace_verb
from mtfix.french.words import FUNCTION_WORDS
from mtfix.rules.base import Bad, Bilingual, Context, Finding, Good, Rule, Severity
from mtfix.text import Segment, Span

_ROWS = files("mtfix.rules.catalogue") / "rows"
_KEPT = files("mtfix.rules.catalogue") / "keys.json"
_REFERENCE = re.compile(r"\{(\d+)(?:-(\d+))?(?:>([^{}]+))?\}")
_SET = re.compile(r"@([\w-]+)")
_LIKE_PLACE, _SURE = 0.5, 0.3
"""How far apart, in shares of the sentence (doubled), unlinked words may stand; what makes a link certain."""
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
"""A pattern, its row and its templates (none for a general form)."""
RowIndex: TypeAlias = PatternIndex[tuple[Row, tuple[str, ...]]]


def index_of(rows: Iterable[Row]) -> RowIndex:
    """The patterns of some rows, to look up in a text."""
    return PatternIndex(_patterns(rows))


def _patterns(rows: Iterable[Row]) -> list[Indexed]:
    return [(match, (row, templates)) for row in rows for match, templates in row.patterns]


def _general(rows: Iterable[Row]) -> list[Indexed]:
    return [(match, (row, ())) for row in rows for match in row.general]


_KINDS: dict[str, Callable[[Iterable[Row]], list[Indexed]]] = {"patterns": _patterns, "general": _general}


class KeptKeys(TypedDict):
    """The keys of all patterns of a kind, and the number of the first one of every row."""

    keys: Keys
    firsts: list[int]


class _Kept:
    """The patterns of a kind by their number; a row is read when one of its patterns is asked for."""

    def __init__(self, kind: str, firsts: Sequence[int]) -> None:
        self._kind, self._firsts = kind, firsts
        self._rows: dict[int, list[Indexed]] = {}

    def __call__(self, number: int) -> Indexed:
        place = bisect_right(self._firsts, number) - 1
        if place not in self._rows:
            self._rows[place] = _KINDS[self._kind]([_row_at(place)])
        return self._rows[place][number - self._firsts[place]]


@cache
def _row_at(place: int) -> Row:
    return _row(_lines()[place])


def kept_keys() -> dict[str, Any]:
    """What keys.json should hold for the rows as they are now: a checksum, and `KeptKeys` of every kind."""
    return {"checksum": _checksum()} | {
        kind: _kept(listing(all_rows()), kind) for kind, listing in _KINDS.items()
    }


def _kept(patterns: list[Indexed], kind: str) -> KeptKeys:
    counts = [len(_KINDS[kind]([row])) for row in all_rows()]
    firsts = list(accumulate(counts[:-1], initial=0))
    return KeptKeys(keys=keys_of([text for text, _ in patterns]), firsts=firsts)


def write_keys() -> None:
    """Keeps the keys of all patterns in keys.json: making them at every start takes half a second."""
    text = json.dumps(kept_keys(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    Path(str(_KEPT)).write_text(text, encoding="utf-8")


def _checksum() -> int:
    """A number that changes with the rows, their order or their synonym sets."""
    return crc32("\n".join((*_lines(), *synonym_sets().values())).encode())


@lru_cache(maxsize=1)
def _read_keys() -> dict[str, Any] | None:
    kept: dict[str, Any] | None = json.loads(_KEPT.read_text(encoding="utf-8")) if _KEPT.is_file() else None
    return kept if kept is not None and kept["checksum"] == _checksum() else None


@cache
def index(kind: str = "patterns") -> RowIndex:
    """All patterns of all rows, or with `general` all their general forms."""
    kept = _read_keys()
    # Keys that are not those of the rows are made anew, which is slow but never wrong.
    if kept is None:
        return PatternIndex(_KINDS[kind](all_rows()))
    return PatternIndex.kept(_Kept(kind, kept[kind]["firsts"]), kept[kind]["keys"])


def find_rows(tokens: Tokens, index: RowIndex, apostrophe: str = "’") -> Iterator[Hit]:
    """The rows of an index that match; the longest match wins where some overlap."""
    for (row, templates), ranges in index.find(tokens):
        filled = (_filled(template, tokens, ranges, apostrophe) for template in templates)
        yield Hit(row, ranges[0][0], ranges[-1][1], tuple(text for text in filled if text is not None))


def hits(segment: Segment, context: Context) -> dict[str, list[Hit]]:
    """The rows that match a segment, by code."""
    found: dict[str, list[Hit]] = {}
    for hit in find_rows(context.tokens(segment), index(), context.apostrophe):
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


def confirmed_hits(segment: Segment, context: Context) -> dict[str, list[tuple[Hit, Span]]]:
    """The rows whose general form stands in a segment and whose English stands in its source, by code.

    Only where no idiomatic rendering stands in the French, and where the words are those that render the English:
    linked with it, or linked with nothing else at a like place.
    """
    alignment = context.alignment(segment)
    found: dict[str, list[tuple[Hit, Span]]] = {}
    if alignment is None:
        return found
    target = context.tokens(segment)
    english = english_lemmas(alignment.source)
    told = {
        place
        for hits_ in context.cached(hits, segment).values()
        for h in hits_
        for place in range(h.first, h.end)
    }
    for (row, _), ranges in index("general").find(target):
        first, end = ranges[0][0], ranges[-1][1]
        if not told.isdisjoint(range(first, end)) or _is_idiomatic(row.id, row.fix, target):
            continue
        quoted = next(
            (p for p in _behind(row.english, english) if _renders(alignment, p, (first, end))), None
        )
        if quoted is not None:
            source = alignment.source
            span = Span(source.starts[quoted[0]], source.ends[quoted[1] - 1])
            found.setdefault(row.code, []).append((Hit(row, first, end, ()), span))
    return found


_english_phrases = lru_cache(maxsize=None)(phrases)


def _behind(english: str, lemmas_there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where one of the row's English phrases stands in the source."""
    present = set(lemmas_there)
    for phrase in _english_phrases(english):
        if present.issuperset(phrase.words):
            yield from phrase.find(lemmas_there)


def _is_idiomatic(row: str, fix: str, target: Tokens) -> bool:
    """Whether one of the row's idiomatic renderings stands in the French: all its content words."""
    present = frozenset().union(*map(lemmas, set(target.words)))
    return any(all(not lemmas(word).isdisjoint(present) for word in words) for words in _renderings(fix))


@cache
def _renderings(fix: str) -> tuple[tuple[str, ...], ...]:
    parts = re.split(r"\s*[/;,]\s*", re.sub(r"\([^()]*\)", "", fix))
    words = (
        tuple(w for w in tokenize(part).words if w[0].isalpha() and w not in FUNCTION_WORDS) for part in parts
    )
    return tuple(filter(None, words))


def _renders(alignment: WordAlignment, english: tuple[int, int], french: tuple[int, int]) -> bool:
    """Whether French tokens [first, end) render English ones."""
    links = [link for link in alignment.links if french[0] <= link.target < french[1]]
    if any(english[0] <= link.source < english[1] for link in links):
        return True
    apart = sum(english) / len(alignment.source) - sum(french) / len(alignment.target)
    return abs(apart) < _LIKE_PLACE and not any(link.score >= _SURE for link in links)


class CatalogueRule(Rule):
    """A rule whose patterns are the rows of its code."""

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for hit in context.cached(hits, segment).get(self.code, ()):
            yield self._finding(segment, context, hit)
        if segment.source is not None:
            for hit, quoted in context.cached(confirmed_hits, segment).get(self.code, ()):
                yield self._finding(segment, context, hit, quoted)

    def _finding(self, segment: Segment, context: Context, hit: Hit, quoted: Span | None = None) -> Finding:
        tokens = context.tokens(segment)
        return self.finding(
            segment,
            tokens.starts[hit.first],
            tokens.ends[hit.end - 1],
            *hit.suggestions,
            severity=hit.row.severity,
            row=hit.row.id,
            source=quoted,
            english=hit.row.english,
            fix=hit.row.fix,
        )


ENGLISH_BEHIND = Bilingual(
    en="“{text}” follows the English “{english}” word for word; French says: {fix}.",
    fr="« {text} » suit mot à mot l’anglais “{english}” ; on dit : {fix}.",
)
