"""Unified diffs of repairs.  Repairs keep the number of lines, so lines are compared one to one."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from mtfix.report.text import Style, plain

_CONTEXT = 3
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$")


def unified(before: str, after: str, path: str, style: Style = plain) -> str:
    """The unified diff of two texts with as many lines, `patch` reads it; empty when they are the same.

    With a style, the words that changed are marked inside their lines.
    """
    old, new = _LINE.findall(before), _LINE.findall(after)
    changed = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    if not changed:
        return ""
    lines = [style("place", f"--- a/{path}"), style("place", f"+++ b/{path}")]
    for first, last in _hunks(changed, len(old)):
        lines += _hunk(old, new, first, last, style)
    return "\n".join(lines) + "\n"


def _hunks(changed: list[int], count: int) -> Iterator[tuple[int, int]]:
    first = last = changed[0]
    for line in [*changed[1:], count + 3 * _CONTEXT]:
        if line - last > 2 * _CONTEXT:
            yield max(0, first - _CONTEXT), min(count, last + _CONTEXT + 1)
            first = line
        last = line


def _hunk(old: list[str], new: list[str], first: int, last: int, style: Style) -> Iterator[str]:
    size = last - first
    yield style("hunk", f"@@ -{first + 1},{size} +{first + 1},{size} @@")
    line = first
    while line < last:
        if old[line] == new[line]:
            yield from _printed(" ", old[line], old[line])
            line += 1
            continue
        block = line
        while block < last and old[block] != new[block]:
            block += 1
        pairs = [_marked(old[i], new[i], style) for i in range(line, block)]
        for number, (removed, _) in enumerate(pairs):
            yield from _printed(style("removed", "-"), removed, old[line + number])
        for number, (_, added) in enumerate(pairs):
            yield from _printed(style("added", "+"), added, new[line + number])
        line = block


def _printed(sign: str, shown: str, raw: str) -> Iterator[str]:
    yield sign + shown.removesuffix("\n")
    if not raw.endswith("\n"):
        yield "\\ No newline at end of file"


def _marked(old: str, new: str, style: Style) -> tuple[str, str]:
    """The removed and the added line, what differs in the look of a changed word."""
    if style is plain:
        return old, new
    one, other = _WORD.findall(old), _WORD.findall(new)
    removed, added = [], []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        same = tag == "equal"
        removed.append(style("removed" if same else "removed-word", "".join(one[a:b])) if b > a else "")
        added.append(style("added" if same else "added-word", "".join(other[c:d])) if d > c else "")
    return "".join(removed), "".join(added)
