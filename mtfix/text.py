"""The text model: a document, its segments, and where things stand in it.

All offsets are half-open and count Unicode code points of the unmodified, decoded text.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

_NEWLINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether both share at least one character; an empty span counts as the character after it."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph, heading or line: the unit that is aligned with a source.

    `start` and `end` locate `target` in the document's text; `source` is the aligned text in the
    source language, or None where there is none or the pairing is unsure.
    """

    index: int
    start: int
    end: int
    target: str
    source: str | None = None


@dataclass(frozen=True)
class Document:
    """A decoded file.  `text` holds everything behind the byte-order mark, newlines as they are."""

    path: str
    text: str
    segments: tuple[Segment, ...]
    encoding: str = "utf-8"
    bom: bytes = b""
    markup: bool = False
    named: bool = True
    """Whether `path` names a file on disk (text from standard input has none)."""

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _NEWLINE.finditer(self.text))]

    def locate(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of a code point offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its newline."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    @cached_property
    def line_count(self) -> int:
        """Lines that hold text: a newline at the very end opens no further one."""
        return len(self._line_starts) - (self._line_starts[-1] == len(self.text))

    def with_sources(self, sources: Mapping[int, str]) -> "Document":
        """The same document with `sources[index]` beside the segment of that index."""
        paired = tuple(replace(s, source=sources.get(s.index)) for s in self.segments)
        return replace(self, segments=paired)

    def encode(self, text: str) -> bytes:
        """`text` as bytes of this document's encoding, byte-order mark included.

        Raises UnicodeEncodeError when the encoding has no such character.
        """
        return self.bom + text.encode(self.encoding)
