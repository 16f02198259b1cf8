"""Unified diffs of repairs, as `patch` and `git apply` read them."""

import os
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from mtfix.report.text import Style, plain, visible_controls
from mtfix.text import Document

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+$")
_Block = tuple[str, int, int, int, int]


def unified(before: str, after: str, path: str, style: Style = plain) -> str:
    """The unified diff of two texts; empty when they are the same.

    With a style, the words that changed are marked inside their lines.
    """
    body = _body(before, after, style)
    return _header(path, style) + body if body else ""


def patch(document: Document, after: str) -> bytes:
    """The diff of a document in the bytes of its file, as `patch` needs it to repair that file."""
    mark = "\ufeff" if document.bom else ""
    body = _body(mark + document.text, mark + after, plain)
    if not body:
        return b""
    # Encodings wider than a byte cannot be patched as text: their diff is for reading.
    encoding = "utf-8" if document.encoding.startswith("utf-") else document.encoding
    return os.fsencode(_header(document.path, plain)) + body.encode(encoding)


def _header(path: str, style: Style) -> str:
    name = os.path.normpath(path).lstrip("/")
    end = "\t\n" if " " in name else "\n"  # The tab tells `patch` where a name with spaces ends.
    return style("place", f"--- a/{name}") + end + style("place", f"+++ b/{name}") + end


def _body(before: str, after: str, style: Style) -> str:
    old, new = _LINE.findall(before), _LINE.findall(after)
    groups = _Lines(old, new).get_grouped_opcodes()
    return "".join(line for group in groups for line in _hunk(old, new, group, style))


class _Lines(SequenceMatcher[str]):
    """Compares texts with as many lines one to one, which nearly every repair leaves them."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._pair = old, new

    def get_opcodes(self) -> list[_Block]:  # type: ignore[override]
        old, new = self._pair
        if len(old) != len(new):
            return list(super().get_opcodes())
        blocks: list[_Block] = []
        first = 0
        for line in range(1, len(old) + 1):
            same = old[first] == new[first]
            if line == len(old) or (old[line] == new[line]) != same:
                blocks.append(("equal" if same else "replace", first, line, first, line))
                first = line
        return blocks


def _hunk(old: Sequence[str], new: Sequence[str], blocks: Sequence[_Block], style: Style) -> Iterator[str]:
    (_, a, _, c, _), (_, _, b, _, d) = blocks[0], blocks[-1]
    yield style("hunk", f"@@ -{_range(a, b)} +{_range(c, d)} @@") + "\n"
    for kind, a, b, c, d in blocks:
        if kind == "equal":
            yield from (_printed(" ", line, style) for line in old[a:b])
        elif b - a == d - c:
            pairs = [_marked(*pair, style) for pair in zip(old[a:b], new[c:d], strict=True)]
            yield from (removed for removed, _ in pairs)
            yield from (added for _, added in pairs)
        else:
            yield from (_printed("-", line, style, "removed") for line in old[a:b])
            yield from (_printed("+", line, style, "added") for line in new[c:d])


def _range(first: int, end: int) -> str:
    return f"{first + 1 if end > first else first},{end - first}"


def _printed(sign: str, line: str, style: Style, role: str = "") -> str:
    shown = line if style is plain else visible_controls(line.rstrip("\r\n"))
    return _ended(
        style(role, sign + shown.removesuffix("\n")) if role else sign + shown.removesuffix("\n"), line
    )


def _ended(shown: str, line: str) -> str:
    return shown + ("\n" if line.endswith("\n") else "\n\\ No newline at end of file\n")


def _marked(old: str, new: str, style: Style) -> tuple[str, str]:
    """The removed and the added line, what differs in the look of a changed word."""
    if style is plain:
        return _printed("-", old, style), _printed("+", new, style)
    one, other = (_WORD.findall(visible_controls(line.rstrip("\r\n"))) for line in (old, new))
    removed, added = [style("removed", "-")], [style("added", "+")]
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        same = tag == "equal"
        if b > a:
            removed.append(style("removed" if same else "removed-word", "".join(one[a:b])))
        if d > c:
            added.append(style("added" if same else "added-word", "".join(other[c:d])))
    return _ended("".join(removed), old), _ended("".join(added), new)
