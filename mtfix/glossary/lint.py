"""Finds what is wrong inside a glossary, and between its entries."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mtfix.errors import GlossaryError
from mtfix.glossary.entry import Glossary, TermEntry
from mtfix.glossary.read import COLUMNS, read_glossary, rows


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of a glossary, with the line to look at."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


def lint(paths: Iterable[str | Path]) -> list[Problem]:
    """The problems of some glossary files, taken together as one glossary, by file and line."""
    problems: list[Problem] = []
    entries: list[TermEntry] = []
    for path in paths:
        try:
            entries += read_glossary(path).entries
        except GlossaryError as error:
            problems.append(_unreadable(str(path), error))
        else:
            text = Path(path).read_bytes().decode("utf-8-sig")
            problems += _spacing(text, str(path))
    problems += _between(Glossary(tuple(entries)))
    return sorted(problems)


def _unreadable(path: str, error: GlossaryError) -> Problem:
    place, _, text = str(error).partition(": ")
    line = place.removeprefix(path).lstrip(":")
    return Problem(path, int(line) if line.isdigit() else 1, text)


def _spacing(text: str, path: str) -> Iterator[Problem]:
    for line, row in rows(text, path):
        for column in COLUMNS:
            value = row[column]
            if value != value.strip():
                yield Problem(
                    path, line, f"stray white space around the {column} {value.strip()!r}; remove it."
                )
            if "  " in value:
                yield Problem(path, line, f"two spaces in a row in the {column} {value!r}; write one.")
            if any(not part.strip() for part in value.split("|")) and "|" in value:
                yield Problem(
                    path, line, f"an empty form between bars in the {column} {value!r}; remove the bar."
                )
            if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn") for c in value) or "\ufffd" in value:
                yield Problem(
                    path, line, f"a control or replacement character in the {column}; write it anew."
                )
            if "Ã" in value or "â€" in value:
                yield Problem(
                    path, line, f"the {column} {value!r} was decoded wrongly; save the file as UTF-8."
                )


def _between(glossary: Glossary) -> Iterator[Problem]:
    yield from _duplicates(glossary)
    yield from _forbidden_twice(glossary)
    accepted: dict[str, list[TermEntry]] = defaultdict(list)
    for entry in glossary.entries:
        for form in entry.accepted:
            accepted[form].append(entry)
    for entry in glossary.entries:
        if entry.do_not_translate and entry.target != entry.source:
            yield _at(entry, f"{entry.source!r} must not be translated, but its target is {entry.target!r}.")
        for form in entry.forbidden:
            other = _first_beside(entry, accepted.get(form, ()))
            if form in entry.accepted:
                yield _at(entry, f"{form!r} is both wanted and forbidden; keep it in one column.")
            elif other:
                yield _at(
                    entry, f"{form!r} is forbidden here and wanted in {_place(other)}; keep one of them."
                )


def _duplicates(glossary: Glossary) -> Iterator[Problem]:
    seen: dict[tuple[str, str], list[TermEntry]] = defaultdict(list)
    for entry in glossary.entries:
        key = entry.source.casefold(), entry.part_of_speech
        for other in seen[key]:
            if not _share_a_profile(entry, other):
                continue
            if entry.target == other.target:
                yield _at(entry, f"{entry.source!r} stands already in {_place(other)}; remove one.")
            else:
                yield _at(
                    entry,
                    f"{entry.source!r} is {entry.target!r} here and {other.target!r} in {_place(other)}; "
                    "keep one, or make one the other's variant.",
                )
        seen[key].append(entry)


def _forbidden_twice(glossary: Glossary) -> Iterator[Problem]:
    seen: dict[str, list[TermEntry]] = defaultdict(list)
    for entry in glossary.entries:
        for form in entry.forbidden:
            other = _first_beside(entry, (e for e in seen[form] if e.target != entry.target))
            if other:
                yield _at(
                    entry,
                    f"{form!r} becomes {entry.target!r} here and {other.target!r} in {_place(other)}; "
                    "keep one.",
                )
            seen[form].append(entry)


def _first_beside(entry: TermEntry, others: Iterable[TermEntry]) -> TermEntry | None:
    """The first of the others that can be in force together with the entry."""
    return next((other for other in others if _share_a_profile(entry, other)), None)


def _share_a_profile(one: TermEntry, other: TermEntry) -> bool:
    return not one.profiles or not other.profiles or not set(one.profiles).isdisjoint(other.profiles)


def _place(entry: TermEntry) -> str:
    return f"{entry.path}:{entry.line}"


def _at(entry: TermEntry, text: str) -> Problem:
    return Problem(entry.path, entry.line, text)
