"""Findings to repairs: takes candidates, lets them through the gate, applies them until nothing is left.

A repair must never be worse than doing nothing.  A candidate is applied only when it may be (safe, or unsafe
ones allowed), keeps the figures of what it replaces, can be written in the file's encoding, and brings no new
finding that cannot itself be repaired safely.  What is not applied is kept with its reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from mtfix.engine.base import Candidate, Edit, Engine
from mtfix.engine.edits import EditsEngine
from mtfix.rules.base import Finding, Safety
from mtfix.text import Document, Segment, Span

Detect = Callable[[Document], list[Finding]]
Choose = Callable[[Candidate, Document], bool]
Reread = Callable[[Document], Document]
_ROUNDS = 60
_GROWTH = 4
"""How many times as long as it was a text may become before its repairs count as endless."""
_NEWLINE = re.compile(r"\r\n|\n|\r")
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
    reread: Reread | None = None,
) -> Repaired:
    """The document repaired: rounds of detecting and applying, until a round changes nothing.

    `detect` gives the findings of a document; `choose` is asked about every candidate that could be applied
    (the interactive mode); `reread` cuts a repaired text into segments as reading its file would, which may
    be into others than before.  Repairing the result again changes nothing.
    """
    run = _Run(document, detect, unsafe, engines, choose, reread)
    for _ in range(_ROUNDS):
        if not run.round():
            return run.result()
        if run.grown > _GROWTH:
            break
    return run.without_end()


@dataclass(frozen=True)
class _State:
    """The text between two rounds, with all that made it."""

    document: Document
    findings: tuple[Finding, ...]
    applied: tuple[Edit, ...] = ()


class _Run:
    """The state of one repair.  What a round does depends on the text alone (and on the answers of a user),
    so that a text on which it rests is one on which it would also begin by doing nothing."""

    def __init__(
        self,
        document: Document,
        detect: Detect,
        unsafe: bool,
        engines: Sequence[Engine],
        choose: Choose | None,
        reread: Reread | None,
    ) -> None:
        self._detect, self._engines, self._choose = detect, engines, choose
        self._reread = reread or (lambda document: document)
        self._allowed = {Safety.SAFE, *((Safety.UNSAFE, Safety.RETRANSLATE) if unsafe else ())}
        self._states = [_State(document, tuple(detect(document)))]
        self._answers: dict[tuple[str, Span], bool] = {}
        self._refused: dict[tuple[str, Span], Refusal] = {}
        self._overlapped: dict[tuple[int, str, str], Refusal] = {}

    @property
    def _now(self) -> _State:
        return self._states[-1]

    @property
    def _document(self) -> Document:
        return self._now.document

    @property
    def grown(self) -> float:
        """How many times as long as at first the text is."""
        return len(self._document.text) / len(self._states[0].document.text)

    def round(self) -> bool:
        """Applies what the gate lets through; whether another round may follow."""
        self._refused = {}
        candidates = self._candidates()
        while edits := self._without_overlaps(candidates):
            document = self._reread(apply(self._document, edits))
            after = tuple(self._detect(document))
            harmful = self._harmful(edits, after)
            if not harmful:
                return self._advance(edits, document, after)
            for edit in harmful:
                self._refuse(edit.finding, "it would bring a new fault")
            left_out = {id(edit) for edit in harmful}
            candidates = [edit for edit in candidates if id(edit) not in left_out]
        return False

    def _advance(self, edits: list[Edit], document: Document, findings: tuple[Finding, ...]) -> bool:
        for edit in edits:
            self._overlapped.pop(self._key(edit.finding), None)
        self._answers = {
            (code, moved): answer
            for (code, span), answer in self._answers.items()
            if (moved := _follow(span, edits)) is not None
        }
        earlier = [state.document.text for state in self._states]
        if document.text in earlier:
            self._settle(earlier.index(document.text), edits)
            return False
        self._states.append(_State(document, findings, (*self._now.applied, *edits)))
        return True

    def _settle(self, first: int, edits: list[Edit]) -> None:
        """Ends a circle of texts on that with the fewest findings: the same wherever one enters it."""
        circle = range(first, len(self._states))
        best = min(circle, key=lambda i: (len(self._states[i].findings), self._states[i].document.text))
        undone = (
            self._states[best + 1].applied[len(self._states[best].applied) :] if best + 1 in circle else edits
        )
        del self._states[best + 1 :]
        for edit in undone:
            self._refuse(edit.finding, "another repair would undo it")

    def result(self) -> Repaired:
        """What has become of the document."""
        refusals = (*self._refused.values(), *self._overlapped.values())
        ordered = sorted(refusals, key=lambda r: (r.line, r.finding.span.start))
        return Repaired(self._states[0].document, self._document.text, self._now.applied, tuple(ordered))

    def without_end(self) -> Repaired:
        """The document as it was, for repairs that would go on for ever."""
        begun = self._states[1].applied
        self._states, self._refused, self._overlapped = self._states[:1], {}, {}
        for edit in begun:
            self._refuse(edit.finding, "it would never come to an end")
        return self.result()

    def _candidates(self) -> list[Edit]:
        """The first candidate of every finding that may be applied and passes the gate's own tests."""
        edits: dict[int, Edit] = {}
        for engine in self._engines:
            for candidate in engine.candidates([f for f in self._now.findings if f.safety in self._allowed]):
                finding = candidate.finding
                if id(finding) not in edits and (edit := self._gated(candidate)) is not None:
                    edits[id(finding)] = edit
                    self._refused.pop((finding.code, finding.span), None)
        return list(edits.values())

    def _gated(self, candidate: Candidate) -> Edit | None:
        edit, finding, document = candidate.edit, candidate.finding, self._document
        reason, replacement = None, encodable(edit.replacement, document.encoding)
        if not _keeps_figures(edit):
            reason = "it would change a figure"
        elif replacement is None:
            reason = f"{document.encoding} has no such character"
        elif replacement == document.text[edit.span.start : edit.span.end]:
            reason = f"{document.encoding} has no better character"
        elif not self._accepted(candidate):
            reason = "it was declined"
        if reason is None and replacement is not None:
            return _keeping_lines(replace(edit, replacement=replacement), document.text)
        self._refuse(finding, reason or "")
        return None

    def _accepted(self, candidate: Candidate) -> bool:
        """What the user says to a candidate, who is asked only once."""
        if self._choose is None:
            return True
        key = candidate.finding.code, candidate.finding.span
        if key not in self._answers:
            self._answers[key] = self._choose(candidate, self._document)
        return self._answers[key]

    def _refuse(self, finding: Finding, reason: str) -> None:
        self._refused[finding.code, finding.span] = Refusal(finding, self._line(finding), reason)

    def _line(self, finding: Finding) -> int:
        return self._document.locate(finding.span.start)[0]

    def _key(self, finding: Finding) -> tuple[int, str, str]:
        # Hardly any repair adds or removes a line, so its number names it in every round.
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

    def _harmful(self, edits: list[Edit], after: Iterable[Finding]) -> list[Edit]:
        """The edits at whose place a new finding stands that is not safely repaired."""
        before = _Places(self._now.findings)
        new = _Places(f for f in after if f.safety is not Safety.SAFE and not f.quoted)
        harmful, shift = [], 0
        for edit in sorted(edits, key=lambda e: e.span.start):
            start = edit.span.start + shift
            shift += len(edit.replacement) - (edit.span.end - edit.span.start)
            found = new.codes(Span(start, start + len(edit.replacement)))
            if found and not found <= before.codes(edit.span):
                harmful.append(edit)
        return harmful


class _Places:
    """Findings by where they stand."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = sorted(findings, key=lambda f: f.span.start)
        self._starts = [f.span.start for f in self._findings]
        # The furthest end of a finding and all before it: where it falls short, none further left can reach.
        self._ends = list(accumulate((max(f.span.end, f.span.start + 1) for f in self._findings), max))

    def codes(self, span: Span) -> set[str]:
        """The rule codes of the findings that overlap a span."""
        codes = set()
        for index in range(bisect_left(self._starts, max(span.end, span.start + 1)) - 1, -1, -1):
            if self._ends[index] <= span.start:
                break
            if self._findings[index].span.overlaps(span):
                codes.add(self._findings[index].code)
        return codes


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


def _follow(span: Span, edits: Iterable[Edit]) -> Span | None:
    """Where a span stands after some edits; None when one of them changes it."""
    if any(edit.span.overlaps(span) for edit in edits):
        return None
    shift = sum(len(e.replacement) - (e.span.end - e.span.start) for e in edits if e.span.start < span.start)
    return Span(span.start + shift, span.end + shift)


def _keeping_lines(edit: Edit, text: str) -> Edit:
    """The edit with the line break it would remove put at the next space: wrapped text stays wrapped."""
    span, new = edit.span, edit.replacement
    broken = _NEWLINE.search(text, span.start, span.end)
    if broken is None or _NEWLINE.search(new):
        return edit
    if text[span.end : span.end + 1] == " ":
        return replace(edit, span=Span(span.start, span.end + 1), replacement=new + broken.group())
    if _NEWLINE.match(text, span.end) or " " not in new:
        return edit
    head, _, tail = new.rpartition(" ")
    return replace(edit, replacement=head + broken.group() + tail)


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
