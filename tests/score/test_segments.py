"""Segments that a repair changed."""

import pytest
import sacrebleu

from mtfix.errors import InputError
from mtfix.score.base import Verdict
from mtfix.score.fold import fold
from mtfix.score.segments import changes

from .samples import ORIGINAL, REFERENCE, REPAIRED, SECOND_REFERENCE


def test_the_worst_come_first() -> None:
    found = changes(ORIGINAL, REPAIRED, [REFERENCE])
    assert found[0].line == 5
    assert [change.verdict for change in found] == [Verdict.WORSE, Verdict.BETTER, Verdict.BETTER]
    assert [change.delta for change in found] == sorted(change.delta for change in found)


def test_typography_alone_is_no_change() -> None:
    assert 3 not in {change.line for change in changes(ORIGINAL, REPAIRED, [REFERENCE])}


def test_delta_is_the_difference_of_folded_sentence_chrf2() -> None:
    first = changes(ORIGINAL, REPAIRED, [REFERENCE, SECOND_REFERENCE])[0]
    folded = [fold(REFERENCE[4]), fold(SECOND_REFERENCE[4])]
    after, before = (sacrebleu.sentence_chrf(fold(x[4]), folded).score for x in (REPAIRED, ORIGINAL))
    assert first.delta == after - before
    assert (first.original, first.hypothesis) == (ORIGINAL[4], REPAIRED[4])
    assert first.references == (REFERENCE[4], SECOND_REFERENCE[4])


def test_a_change_without_effect_is_equal() -> None:
    found = changes(["zzz"], ["www"], [["Bonjour"]])
    assert [(change.delta, change.verdict) for change in found] == [(0, Verdict.EQUAL)]


def test_a_segment_emptied_is_worse() -> None:
    assert changes(["Bonjour"], [""], [["Bonjour"]])[0].delta == pytest.approx(-100)


def test_failure_other_number_of_segments() -> None:
    with pytest.raises(InputError, match="reference 1 has 4"):
        changes(ORIGINAL, REPAIRED, [REFERENCE[:4]])
