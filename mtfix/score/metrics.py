"""BLEU (Papineni et al. 2002), chrF2 (Popović 2015) and TER (Snover et al. 2006), as sacreBLEU computes them.

sacreBLEU is optional, so it is imported when it is needed.  It wants references as one list per reference
file, not one per segment; that is the form `references` has everywhere in this package.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtfix.errors import MissingExtraError
from mtfix.score.base import Scale, Score, require_references

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

SCALES = {
    "BLEU": Scale.HIGHER_IS_BETTER,
    "chrF2": Scale.HIGHER_IS_BETTER,
    "TER": Scale.LOWER_IS_BETTER,
}
"""Scale of every metric, in the order in which they are reported."""


def metrics() -> dict[str, Metric]:
    """sacreBLEU's metrics with its default settings, by name.  Raises MissingExtraError without sacreBLEU."""
    try:
        from sacrebleu.metrics.bleu import BLEU
        from sacrebleu.metrics.chrf import CHRF
        from sacrebleu.metrics.ter import TER
    except ImportError as error:
        raise MissingExtraError("Scoring", "score") from error
    # `force` changes no figure: it silences a warning on stderr about lines that end in " .".
    return {"BLEU": BLEU(force=True), "chrF2": CHRF(), "TER": TER()}


def corpus_scores(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> tuple[Score, ...]:
    """BLEU, chrF2 and TER of a whole text, 0–100 each (TER may exceed 100; there lower is better).

    `references` holds one list of segments per reference.  Raises InputError when the numbers of segments
    differ or are zero, MissingExtraError without sacreBLEU.
    """
    require_references(hypotheses, references)
    scores = []
    for name, metric in metrics().items():
        value = float(metric.corpus_score(hypotheses, references).score)
        # The signature is known only now: it holds the number of references.
        scores.append(Score(name, value, SCALES[name], str(metric.get_signature())))
    return tuple(scores)


def sentence_chrf2(hypothesis: str, references: Sequence[str]) -> float:
    """chrF2 of one segment against one or more references of it, 0–100.

    Raises MissingExtraError without sacreBLEU.
    """
    return float(metrics()["chrF2"].sentence_score(hypothesis, references).score)
