"""Reads glossaries from CSV and TSV files."""

import csv
import io
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from mtfix.errors import GlossaryError
from mtfix.french.profiles import PROFILES
from mtfix.glossary.entry import Glossary, TermEntry

COLUMNS = ("source", "target", "variants", "forbidden", "pos", "dnt", "note", "profile")
_REQUIRED = ("source", "target")
_ALIASES = {
    "part of speech": "pos",
    "part-of-speech": "pos",
    "do-not-translate": "dnt",
    "do not translate": "dnt",
}
_YES = {"yes", "true", "1", "x", "oui"}
_NO = {"", "no", "false", "0", "non"}


def read_glossary(path: str | Path) -> Glossary:
    """The glossary in a `.csv` or `.tsv` file with a header.  Raises GlossaryError with file and line."""
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GlossaryError(f"{path}: the glossary cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise GlossaryError(f"{path}:{line}: the glossary is not UTF-8; save it as UTF-8.") from error
    return Glossary(tuple(_entries(text, str(path))))


def _entries(text: str, path: str, shipped: bool = False) -> Iterator[TermEntry]:
    for line, row in rows(text, path):
        for column in _REQUIRED:
            if not row[column].strip():
                raise GlossaryError(
                    f"{path}:{line}: the entry has no {column}; fill it in or remove the line."
                )
        yield TermEntry(
            source=row["source"].strip(),
            target=row["target"].strip(),
            variants=multiple(row["variants"]),
            forbidden=multiple(row["forbidden"]),
            part_of_speech=row["pos"].strip(),
            do_not_translate=_flag(row["dnt"], path, line),
            note=row["note"].strip(),
            profiles=_profiles(row["profile"], path, line),
            path=path,
            line=line,
            shipped=shipped,
        )


def rows(text: str, path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """(line, column → raw value) of every entry.  Raises GlossaryError for what does not fit the form."""
    delimiter = "\t" if "\t" in text.split("\n", 1)[0] else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [_ALIASES.get(name.strip().lower(), name.strip().lower()) for name in next(reader, [])]
        _check_header(header, path)
        last = reader.line_num
        for values in reader:
            line, last = last + 1, reader.line_num
            if not any(value.strip() for value in values):
                continue
            if len(values) > len(header):
                raise GlossaryError(
                    f"{path}:{line}: {len(values)} fields where the header has {len(header)}; "
                    "quote a value that holds the separator."
                )
            given = dict(zip(header, values, strict=False))
            yield line, {column: given.get(column, "") for column in COLUMNS}
    except csv.Error as error:
        raise GlossaryError(
            f"{path}:{reader.line_num}: {error}; check the quotation marks of this line."
        ) from error


def _check_header(header: list[str], path: str) -> None:
    missing = [column for column in _REQUIRED if column not in header]
    if missing:
        raise GlossaryError(
            f"{path}:1: the column {missing[0]!r} is missing; the header must name source and target "
            f"and may name {', '.join(COLUMNS[2:])}."
        )
    unknown = [name for name in header if name not in COLUMNS]
    twice = [name for name in COLUMNS if header.count(name) > 1]
    if twice:
        raise GlossaryError(f"{path}:1: the column {twice[0]!r} stands twice in the header; remove one.")
    if unknown:
        raise GlossaryError(f"{path}:1: unknown column {unknown[0]!r}; the columns are {', '.join(COLUMNS)}.")


def multiple(value: str) -> tuple[str, ...]:
    """The forms in a field, which `|` separates."""
    return tuple(form.strip() for form in value.split("|") if form.strip())


def _flag(value: str, path: str, line: int) -> bool:
    folded = value.strip().lower()
    if folded not in _YES | _NO:
        raise GlossaryError(f"{path}:{line}: dnt is {value!r}; write yes or leave it empty.")
    return folded in _YES


def _profiles(value: str, path: str, line: int) -> tuple[str, ...]:
    names = multiple(value)
    for name in names:
        if name not in PROFILES:
            raise GlossaryError(f"{path}:{line}: unknown profile {name!r}; there are {', '.join(PROFILES)}.")
    return names


@lru_cache(maxsize=1)
def shipped_glossary() -> Glossary:
    """The glossaries that come with mtfix, from the checkout or the installed package."""
    folder = files("mtfix.glossaries")
    found = sorted((item for item in folder.iterdir() if item.name.endswith(".csv")), key=lambda i: i.name)
    entries = (e for item in found for e in _entries(item.read_text(encoding="utf-8"), item.name, True))
    return Glossary(tuple(entries))
