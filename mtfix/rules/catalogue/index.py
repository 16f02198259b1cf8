"""Where the words of a text may begin a row of the catalogue.

All rows of all codes are matched in one pass over a segment, so that the cost does not grow with their number.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias, TypedDict
from zlib import crc32

from mtfix.french.patterns import Keys, PatternIndex, keys_of
from mtfix.rules.catalogue.rows import Row, all_rows, row_at, row_lines, synonym_sets

_KEPT = files("mtfix.rules.catalogue") / "keys.json"

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
            self._rows[place] = _KINDS[self._kind]([row_at(place)])
        return self._rows[place][number - self._firsts[place]]


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
    return crc32("\n".join((*row_lines(), *synonym_sets().values())).encode())


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
