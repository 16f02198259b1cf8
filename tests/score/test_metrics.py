"""Metrics: known values, and sacreBLEU's own figures."""

import pytest
import sacrebleu

from mtfix.errors import InputError
from mtfix.score.base import Scale, Score
from mtfix.score.metrics import corpus_scores, metrics, sentence_chrf2

from .samples import ORIGINAL, REFERENCE, REPAIRED, SECOND_REFERENCE


def values(scores: tuple[Score, ...]) -> dict[str, float]:
    return {score.name: score.value for score in scores}


def test_identical_texts_have_the_best_values() -> None:
    scores = values(corpus_scores(REFERENCE, [REFERENCE]))
    assert scores == {"BLEU": pytest.approx(100), "chrF2": pytest.approx(100), "TER": 0}


def test_nothing_in_common_has_the_worst_values() -> None:
    scores = values(corpus_scores(["zzz zzz zzz zzz"], [["aaa bbb ccc ddd"]]))
    assert scores == {"BLEU": 0, "chrF2": 0, "TER": 100}


def test_ter_may_exceed_100() -> None:
    assert values(corpus_scores(["a b c d"], [["x"]]))["TER"] == 400


@pytest.mark.parametrize("references", [[REFERENCE], [REFERENCE, SECOND_REFERENCE]], ids=["one", "two"])
def test_values_are_those_of_sacrebleu(references: list[list[str]]) -> None:
    assert values(corpus_scores(ORIGINAL, references)) == {
        "BLEU": sacrebleu.corpus_bleu(ORIGINAL, references).score,
        "chrF2": sacrebleu.corpus_chrf(ORIGINAL, references).score,
        "TER": sacrebleu.corpus_ter(ORIGINAL, references).score,
    }


def test_every_segment_counts() -> None:
    """Transposed references would be cut to the first segments without a word."""
    changed = [*REPAIRED[:-1], REFERENCE[-1]]
    assert values(corpus_scores(changed, [REFERENCE])) != values(corpus_scores(REPAIRED, [REFERENCE]))


def test_a_second_reference_can_only_help_ngrams() -> None:
    hypothesis = SECOND_REFERENCE
    assert values(corpus_scores(hypothesis, [REFERENCE, SECOND_REFERENCE]))["BLEU"] == pytest.approx(100)


def test_signatures_are_full() -> None:
    signatures = [score.signature for score in corpus_scores(ORIGINAL, [REFERENCE, SECOND_REFERENCE])]
    version = f"version:{sacrebleu.__version__}"
    assert signatures == [
        f"nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|{version}",
        f"nrefs:2|case:mixed|eff:yes|nc:6|nw:0|space:no|{version}",
        f"nrefs:2|case:lc|tok:tercom|norm:no|punct:yes|asian:no|{version}",
    ]


def test_scales_say_which_end_is_good() -> None:
    assert [score.scale for score in corpus_scores(ORIGINAL, [REFERENCE])] == [
        Scale.HIGHER_IS_BETTER,
        Scale.HIGHER_IS_BETTER,
        Scale.LOWER_IS_BETTER,
    ]


def test_sentence_chrf2_is_that_of_sacrebleu() -> None:
    expected = sacrebleu.sentence_chrf(ORIGINAL[0], [REFERENCE[0], SECOND_REFERENCE[0]]).score
    assert sentence_chrf2(ORIGINAL[0], [REFERENCE[0], SECOND_REFERENCE[0]]) == expected


def test_metrics_are_fresh_each_time() -> None:
    assert metrics()["BLEU"] is not metrics()["BLEU"]


def test_failure_other_number_of_segments() -> None:
    with pytest.raises(InputError, match="reference 2 has 4 segments and the hypothesis has 5"):
        corpus_scores(ORIGINAL, [REFERENCE, REFERENCE[:4]])


def test_failure_no_segments() -> None:
    with pytest.raises(InputError, match="no segments"):
        corpus_scores([], [[]])


def test_failure_no_references() -> None:
    with pytest.raises(InputError, match="no reference"):
        corpus_scores(ORIGINAL, [])
