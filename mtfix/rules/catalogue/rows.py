"""The rows of the catalogue: phrases that machines put word for word, as data.

Every `rows/*.jsonl` holds one row per line (see CONTRIBUTING.md).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from mtfix.french.lists import listed
from mtfix.rules.base import Bad, Good, Severity

_ROWS = files("mtfix.rules.catalogue") / "rows"
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


@lru_cache(maxsize=1)
def all_rows() -> tuple[Row, ...]:
    """Every row, by file and line.  Raises ValueError for one that does not fit the form."""
    return tuple(read_row(line) for line in row_lines())


@lru_cache(maxsize=1)
def row_lines() -> tuple[str, ...]:
    """The rows as they stand in their files, by file and line."""
    named = sorted((f for f in _ROWS.iterdir() if f.name.endswith(".jsonl")), key=lambda f: f.name)
    return tuple(line for file in named for line in file.read_text(encoding="utf-8").splitlines() if line)


@lru_cache(maxsize=1)
def synonym_sets() -> dict[str, str]:
    """Alternatives that many rows share: `@throw` in a pattern stands for those of the set `throw`."""
    lines = (line.split("\t") for line in listed("mtfix.rules.catalogue", "rows/sets.tsv"))
    return {name: alternatives for name, alternatives, *_ in lines}


def _expanded(pattern: str) -> str:
    return _SET.sub(lambda name: synonym_sets()[name[1]], pattern) if "@" in pattern else pattern


def read_row(line: str) -> Row:
    """The row that a line holds.  Raises ValueError, or KeyError, for one that does not fit the form."""
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


@cache
def row_at(place: int) -> Row:
    """One row, by its place among all, without reading the others."""
    return read_row(row_lines()[place])
