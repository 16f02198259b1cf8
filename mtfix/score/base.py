"""The types of a score, and what all scores ask of their input."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mtfix.errors import InputError


class Scale(Enum):
    """The unit of a score, and which end of it is the good one."""

    HIGHER_IS_BETTER = "0–100, higher is better"
    LOWER_IS_BETTER = "0–100 and above, lower is better"


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: `value` in percent (0–100; TER may exceed 100), `signature` says how it was computed."""

    name: str
    value: float
    scale: Scale
    signature: str


class Verdict(Enum):
    """What became of a figure."""

    BETTER = "better"
    EQUAL = "equal"
    WORSE = "worse"


def verdict(delta: float, scale: Scale, least: float = 0.0) -> Verdict:
    """What a difference (after − before) means on a scale; up to `least` either way it counts as none."""
    gain = delta if scale is Scale.HIGHER_IS_BETTER else -delta
    if abs(gain) <= least:
        return Verdict.EQUAL
    return Verdict.BETTER if gain > 0 else Verdict.WORSE


def require_parallel(hypotheses: Sequence[str], **others: Sequence[str]) -> None:
    """Raises InputError without hypotheses, and when one of `others` has another number of segments.

    sacreBLEU cuts the longer side without a word, so nothing may reach it unchecked.
    """
    if not hypotheses:
        raise InputError("There are no segments to score.")
    for name, lines in others.items():
        if len(lines) != len(hypotheses):
            raise InputError(
                f"The {name.replace('_', ' ')} has {len(lines)} segments and the hypothesis has "
                f"{len(hypotheses)}; both need the same number."
            )


def require_references(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> None:
    """Raises InputError unless there are references, each with as many segments as there are hypotheses."""
    if not references:
        raise InputError("There is no reference to score against.")
    require_parallel(hypotheses, **{f"reference_{i}": lines for i, lines in enumerate(references, 1)})
