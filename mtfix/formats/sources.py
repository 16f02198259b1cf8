"""The English source beside a French text: finding it and pairing it with the segments."""

from dataclasses import replace
from pathlib import Path

from mtfix.formats.files import parse, read
from mtfix.formats.plain import line_segments
from mtfix.text import Document

TARGET_MARK, SOURCE_MARK = ".fr", ".en"


def source_path(path: str) -> str | None:
    """The file that holds the source of `path`: `x.fr.txt` or `x.mt.fr.txt` ↔ `x.en.txt`, if it exists."""
    file = Path(path)
    stem, mark, rest = file.name.rpartition(TARGET_MARK)
    if not mark or (rest and not rest.startswith(".")):
        return None
    for base in (stem, stem.rpartition(".")[0]):
        candidate = file.with_name(base + SOURCE_MARK + rest)
        if base and candidate != file and candidate.is_file():
            return str(candidate)
    return None


def is_source(path: str) -> bool:
    """Whether the name says that a file is the source of another: `x.en.txt` beside `x.fr.txt`."""
    file = Path(path)
    stem, mark, rest = file.name.rpartition(SOURCE_MARK)
    return bool(stem and mark) and (not rest or (rest.startswith(".") and rest.count(".") == 1))


def read_source(path: str, encoding: str | None = None) -> Document:
    """The source, a segment per line.  Raises InputError when it cannot be read."""
    return parse(read(path), path, encoding, by_line=True)


def pair_lines(document: Document, english: Document) -> Document | None:
    """The document with the source's lines beside its own; None when both have not the same number of lines."""
    if english.line_count != document.line_count:
        return None
    by_line = {english.locate(s.start)[0]: s.target for s in english.segments}
    lined = replace(document, segments=line_segments(document.text))
    pairs = ((s, by_line.get(document.locate(s.start)[0])) for s in lined.segments)
    return lined.with_sources({s.index: text for s, text in pairs if text})
