"""Which segments a repair made better or worse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtfix.score.base import Scale, Verdict, require_parallel, require_references, verdict
from mtfix.score.fold import fold
from mtfix.score.metrics import sentence_chrf2

LEAST_DELTA = 0.05


@dataclass(frozen=True, slots=True)
class Change:
    """A segment whose wording changed: its 1-based line, and what that did to its folded chrF2 (0–100)."""

    line: int
    delta: float
    original: str
    hypothesis: str
    references: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """Better or worse; equal up to a difference of 0.05."""
        return verdict(self.delta, Scale.HIGHER_IS_BETTER, LEAST_DELTA)


def changes(
    original: Sequence[str], hypotheses: Sequence[str], references: Sequence[Sequence[str]]
) -> tuple[Change, ...]:
    """The segments that differ in more than typography, the worst first, by sentence chrF2 (Popović 2015).

    `references` holds one list of segments per reference.  Raises InputError when the numbers of segments
    differ or are zero, MissingExtraError without sacreBLEU.
    """
    require_references(hypotheses, references)
    require_parallel(hypotheses, original=original)
    found = []
    aligned = zip(original, hypotheses, zip(*references, strict=True), strict=True)
    for line, (before, after, expected) in enumerate(aligned, 1):
        was, now = fold(before), fold(after)
        if was != now:
            folded = [fold(text) for text in expected]
            delta = sentence_chrf2(now, folded) - sentence_chrf2(was, folded)
            found.append(Change(line, delta, before, after, expected))
    return tuple(sorted(found, key=lambda change: (change.delta, change.line)))
