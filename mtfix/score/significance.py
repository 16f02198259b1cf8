"""Whether a difference may be chance: paired bootstrap resampling (Koehn 2004), as sacreBLEU does it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from mtfix.errors import ConfigError
from mtfix.score.base import Score, Verdict, require_parallel, require_references, verdict
from mtfix.score.metrics import SCALES, metrics

SAMPLES = 1000
SEED = 12345


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score with its 95 % confidence interval `mean` ± `half_width`, in the unit of the score (0–100)."""

    score: Score
    mean: float
    half_width: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """One metric before and after.

    `p_value` (0–1) is the probability of a difference this large if both texts were equally good; None when
    there is a single segment, of which every sample is the same.
    """

    before: Estimate
    after: Estimate
    p_value: float | None

    @property
    def delta(self) -> float:
        """After minus before, 0–100; for TER a negative one is the good one."""
        return self.after.score.value - self.before.score.value

    @property
    def verdict(self) -> Verdict:
        """Which way the score went, whether or not that may be chance."""
        return verdict(self.delta, self.after.score.scale)


def compare(
    original: Sequence[str],
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    samples: int = SAMPLES,
) -> tuple[Comparison, ...]:
    """BLEU, chrF2 and TER (0–100) of `original` and `hypotheses` with the p-values of their differences.

    `references` holds one list of segments per reference.  p-values of fewer than some hundred segments are
    rough.  Raises InputError when the numbers of segments differ or are zero, ConfigError for less than one
    sample, MissingExtraError without sacreBLEU.
    """
    require_references(hypotheses, references)
    require_parallel(hypotheses, original=original)
    if samples < 1:
        raise ConfigError(f"The number of samples must be at least 1, not {samples}.")
    measures = metrics()
    from sacrebleu.significance import PairedTest

    systems = [("before", original), ("after", hypotheses)]
    with _fixed_seed():
        test = PairedTest(systems, measures, references, test_type="bs", n_samples=samples)
        signatures, results = test()
    return tuple(
        _comparison(name, str(signatures[name]), results[name], len(hypotheses)) for name in measures
    )


@contextmanager
def _fixed_seed() -> Iterator[None]:
    """sacreBLEU takes its seed from the environment alone; ours must not depend on it."""
    before = os.environ.get("SACREBLEU_SEED")
    os.environ["SACREBLEU_SEED"] = str(SEED)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SACREBLEU_SEED"]
        else:
            os.environ["SACREBLEU_SEED"] = before


def _comparison(name: str, signature: str, results: Sequence[Any], segments: int) -> Comparison:
    before, after = (
        Estimate(Score(name, float(r.score), SCALES[name], signature), float(r.mean), float(r.ci))
        for r in results
    )
    p_value: float | None = float(results[1].p_value)
    if before.score.value == after.score.value:
        # sacreBLEU counts samples above the difference only, so that a text compared with itself would be
        # reported as significantly different (p = 1 / (samples + 1)).  No difference at all is no evidence.
        p_value = 1.0
    elif segments == 1:
        p_value = None
    return Comparison(before, after, p_value)
