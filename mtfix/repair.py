"""Findings to repairs: takes candidates, lets them through the gate, applies them until nothing is left.

A repair must never be worse than doing nothing.  A candidate is applied only when it may be (safe, or unsafe
ones allowed), keeps the figures of what it replaces, can be written in the file's encoding, and brings no new
finding that cannot itself be repaired safely.  What is not applied is kept with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mtfix.engine.base import Candidate, Edit, Engine
from mtfix.engine.edits import EditsEngine
from mtfix.rules.base import Finding, Safety
from mtfix.text import Document, Segment, Span

Detect = Callable[[Document], list[Finding]]
Choose = Callable[[Candidate, Document], bool]
_ROUNDS = 20
_FIGURES = re.compile(r"\d+")
_CHANGES_FIGURES = frozenset({"numbers", "duplication", "markup", "addition", "catalogue"})
_FALLBACKS = {"\u202f": "\u00a0", "’": "'", "–": "-", "œ": "oe", "Œ": "OE"}
"""What a narrower encoding has instead: the next best of the same meaning."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that was not applied, and why (`reason` is a whole clause in English)."""

    finding: Finding
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of a document: the new text, the edits in the order applied, the candidates refused."""

    document: Document
    text: str
    edits: tuple[Edit, ...]
    refusals: tuple[Refusal, ...]

    @property
    def changed(self) -> bool:
        """Whether the text differs from the document's."""
        return self.text != self.document.text


def repair(
    document: Document,
    detect: Detect,
    unsafe: bool = False,
    engines: Sequence[Engine] = (EditsEngine(),),
    choose: Choose | None = None,
) -> Repaired:
    """The document repaired: rounds of detecting and applying, until a round changes nothing.

    `detect` gives the findings of a document; `choose` is asked about every candidate that could be applied
    (the interactive mode).  Applying the result again changes nothing.
    """
    run = _Run(document, detect, unsafe, engines, choose)
    for _ in range(_ROUNDS):
        if not run.round():
            break
    return run.result()


class _Run:
    """The state of one repair: the text so far, what was applied, what was refused."""

    def __init__(
        self,
        document: Document,
        detect: Detect,
        unsafe: bool,
        engines: Sequence[Engine],
        choose: Choose | None,
    ) -> None:
        self._original = self._current = document
        self._detect, self._engines, self._choose = detect, engines, choose
        self._allowed = {Safety.SAFE, *((Safety.UNSAFE, Safety.RETRANSLATE) if unsafe else ())}
        self._findings = detect(document)
        self._applied: list[Edit] = []
        self._refused: dict[tuple[int, str, str], Refusal] = {}
        self._overlapped: dict[tuple[int, str, str], Refusal] = {}
        self._seen = {document.text}

    def round(self) -> bool:
        """Applies what the gate lets through; whether anything changed."""
        edits = self._without_overlaps(self._candidates())
        while edits:
            document = apply(self._current, edits)
            findings = self._detect(document)
            harmful = [e for e in edits if self._harms(e, edits, findings)]
            if not harmful:
                break
            for edit in harmful:
                self._refuse(edit.finding, "it would bring a new fault")
            edits = [e for e in edits if e not in harmful]
        if not edits or document.text in self._seen:
            return False
        self._seen.add(document.text)
        self._applied += edits
        for edit in edits:
            self._overlapped.pop(self._key(edit.finding), None)
        self._current, self._findings = document, findings
        return True

    def result(self) -> Repaired:
        """What has become of the document."""
        refusals = (*self._refused.values(), *self._overlapped.values())
        ordered = sorted(refusals, key=lambda r: (r.line, r.finding.span.start))
        return Repaired(self._original, self._current.text, tuple(self._applied), tuple(ordered))

    def _candidates(self) -> list[Edit]:
        """The first candidate of every finding that may be applied and passes the gate's own tests."""
        edits: dict[int, Edit] = {}
        for engine in self._engines:
            for candidate in engine.candidates([f for f in self._findings if f.safety in self._allowed]):
                finding = candidate.finding
                if id(finding) in edits or self._key(finding) in self._refused:
                    continue
                if (edit := self._gated(candidate)) is not None:
                    edits[id(finding)] = edit
        return list(edits.values())

    def _gated(self, candidate: Candidate) -> Edit | None:
        edit, finding = candidate.edit, candidate.finding
        if not _keeps_figures(edit):
            return self._refuse(finding, "it would change a figure")
        replacement = encodable(edit.replacement, self._current.encoding)
        if replacement is None:
            return self._refuse(finding, f"{self._current.encoding} has no such character")
        if replacement == self._current.text[edit.span.start : edit.span.end]:
            return self._refuse(finding, f"{self._current.encoding} has no better character")
        if self._choose and not self._choose(candidate, self._current):
            return self._refuse(finding, "it was declined")
        return replace(edit, replacement=replacement)

    def _refuse(self, finding: Finding, reason: str) -> None:
        self._refused[self._key(finding)] = Refusal(finding, self._line(finding), reason)

    def _line(self, finding: Finding) -> int:
        return self._current.locate(finding.span.start)[0]

    def _key(self, finding: Finding) -> tuple[int, str, str]:
        # Repairs never add or remove lines, so a line's number names it in every round.
        return self._line(finding), finding.code, finding.text

    def _without_overlaps(self, edits: Iterable[Edit]) -> list[Edit]:
        """The edits that can be applied together: severity decides, then length, then order."""
        chosen: list[Edit] = []
        taken = _Taken()
        for edit in sorted(edits, key=_rank):
            winner = taken.by(edit.span)
            if winner is None:
                taken.add(edit)
                chosen.append(edit)
            else:
                reason = f"it overlaps {winner.finding.code} at the same place"
                refusal = Refusal(edit.finding, self._line(edit.finding), reason)
                self._overlapped[self._key(edit.finding)] = refusal
        return chosen

    def _harms(self, edit: Edit, edits: list[Edit], after: list[Finding]) -> bool:
        """Whether a finding stands at the edited place that stood not there before and is not safely repaired."""
        shift = sum(len(e.replacement) - (e.span.end - e.span.start) for e in edits if e.span.start < edit.span.start)
        start = edit.span.start + shift
        place = Span(start, start + len(edit.replacement))
        known = {f.code for f in self._findings if f.span.overlaps(edit.span)}
        return any(
            f.span.overlaps(place) and f.code not in known and f.safety is not Safety.SAFE and not f.quoted
            for f in after
        )


class _Taken:
    """The edits chosen so far, by the places they cover."""

    def __init__(self) -> None:
        self._at: dict[int, Edit] = {}

    @staticmethod
    def _places(span: Span) -> range:
        return range(span.start, max(span.end, span.start + 1))

    def add(self, edit: Edit) -> None:
        """Takes the places of an edit."""
        self._at.update(dict.fromkeys(self._places(edit.span), edit))

    def by(self, span: Span) -> Edit | None:
        """An edit that covers a place of the span."""
        return next((self._at[place] for place in self._places(span) if place in self._at), None)


def _rank(edit: Edit) -> tuple[int, int, int]:
    return -edit.finding.severity, edit.span.start - edit.span.end, edit.span.start


def _keeps_figures(edit: Edit) -> bool:
    if edit.finding.rule.family in _CHANGES_FIGURES:
        return True
    return _FIGURES.findall(edit.finding.text) == _FIGURES.findall(edit.replacement)


def encodable(text: str, encoding: str) -> str | None:
    """The text as an encoding can hold it, with the next best characters; None when it cannot."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plainer = "".join(_FALLBACKS.get(c, c) if not _has(c, encoding) else c for c in text)
        return plainer if all(_has(c, encoding) for c in plainer) else None
    return text


def _has(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def apply(document: Document, edits: Iterable[Edit]) -> Document:
    """The document with non-overlapping edits applied; segments keep their index and source."""
    ordered = sorted(edits, key=lambda e: e.span.start)
    parts, last = [], 0
    for edit in ordered:
        parts += [document.text[last : edit.span.start], edit.replacement]
        last = edit.span.end
    text = "".join([*parts, document.text[last:]])
    return replace(document, text=text, segments=tuple(_moved(document.segments, ordered, text)))


def _moved(segments: Iterable[Segment], edits: list[Edit], text: str) -> Iterator[Segment]:
    """The segments where they stand after the edits, which lie inside them; emptied ones are left out."""
    shift, position = 0, 0
    for segment in segments:
        start = segment.start + shift
        while position < len(edits) and edits[position].span.start < segment.end:
            edit = edits[position]
            shift += len(edit.replacement) - (edit.span.end - edit.span.start)
            position += 1
        end = segment.end + shift
        target = text[start:end]
        if target.strip():
            start += len(target) - len(target.lstrip())
            target = target.strip()
            yield replace(segment, start=start, end=start + len(target), target=target)
