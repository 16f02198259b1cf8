"""Paired bootstrap: sacreBLEU's figures, a fixed seed, and no evidence from no difference."""

import os
from collections.abc import Sequence

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.significance import PairedTest

from mtfix.errors import ConfigError, InputError
from mtfix.score.base import Verdict
from mtfix.score.metrics import corpus_scores
from mtfix.score.significance import compare

from .samples import ORIGINAL, REFERENCE, REPAIRED

MANY = 8


def test_scores_are_those_of_the_corpus() -> None:
    compared = compare(ORIGINAL, REPAIRED, [REFERENCE], samples=20)
    before, after = corpus_scores(ORIGINAL, [REFERENCE]), corpus_scores(REPAIRED, [REFERENCE])
    assert [c.before.score.value for c in compared] == [score.value for score in before]
    assert [c.after.score.value for c in compared] == [score.value for score in after]
    assert [c.delta for c in compared] == [a.value - b.value for a, b in zip(after, before, strict=True)]


def test_p_value_and_interval_are_those_of_sacrebleu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SACREBLEU_SEED", "12345")
    systems: list[tuple[str, Sequence[str]]] = [("a", ORIGINAL * MANY), ("b", REPAIRED * MANY)]
    _, results = PairedTest(systems, {"BLEU": BLEU()}, [REFERENCE * MANY], "bs", n_samples=100)()
    bleu = compare(ORIGINAL * MANY, REPAIRED * MANY, [REFERENCE * MANY], samples=100)[0]
    expected = results["BLEU"][1]
    assert not isinstance(expected, str)
    assert (bleu.p_value, bleu.after.mean, bleu.after.half_width) == (
        expected.p_value,
        expected.mean,
        expected.ci,
    )


@pytest.mark.parametrize("seed", ["1", "none"])
def test_the_seed_of_the_environment_does_not_matter(monkeypatch: pytest.MonkeyPatch, seed: str) -> None:
    monkeypatch.delenv("SACREBLEU_SEED", raising=False)
    plain = compare(ORIGINAL, REPAIRED, [REFERENCE], samples=50)
    assert "SACREBLEU_SEED" not in os.environ
    monkeypatch.setenv("SACREBLEU_SEED", seed)
    assert compare(ORIGINAL, REPAIRED, [REFERENCE], samples=50) == plain
    assert os.environ["SACREBLEU_SEED"] == seed


def test_signature_has_samples_and_seed() -> None:
    for comparison in compare(ORIGINAL, REPAIRED, [REFERENCE], samples=30):
        assert "bs:30" in comparison.after.score.signature
        assert "seed:12345" in comparison.after.score.signature


def test_a_text_does_not_differ_from_itself() -> None:
    for comparison in compare(ORIGINAL, ORIGINAL, [REFERENCE], samples=50):
        assert (comparison.delta, comparison.p_value, comparison.verdict) == (0, 1.0, Verdict.EQUAL)


def test_one_segment_gives_no_p_value() -> None:
    for comparison in compare(ORIGINAL[:1], REPAIRED[:1], [REFERENCE[:1]], samples=50):
        assert comparison.p_value is None
        assert comparison.verdict is Verdict.BETTER


def test_a_lower_ter_is_better() -> None:
    ter = compare(ORIGINAL, REFERENCE, [REFERENCE], samples=20)[2]
    assert ter.after.score.name == "TER"
    assert ter.delta < 0
    assert ter.verdict is Verdict.BETTER


def test_a_clear_gain_is_significant() -> None:
    bleu = compare(ORIGINAL * MANY, REFERENCE * MANY, [REFERENCE * MANY], samples=200)[0]
    assert bleu.p_value is not None
    assert bleu.p_value < 0.05


def test_failure_no_samples() -> None:
    with pytest.raises(ConfigError, match="at least 1"):
        compare(ORIGINAL, REPAIRED, [REFERENCE], samples=0)


def test_failure_other_number_of_segments() -> None:
    with pytest.raises(InputError, match="original has 4 segments and the hypothesis has 5"):
        compare(ORIGINAL[:4], REPAIRED, [REFERENCE])
