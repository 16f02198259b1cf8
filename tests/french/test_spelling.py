"""Spelling, derivation and the word lists behind the rules about words that do not exist."""

import pytest

from mtfix.french.derivation import is_derived
from mtfix.french.spelling import accent_variants, neighbours
from mtfix.french.word_lists import commonness, is_english, is_only_english


@pytest.mark.parametrize(
    ("word", "meant"), [("hopital", "hôpital"), ("energie", "énergie"), ("célébres", "célèbres")]
)
def test_accents(word: str, meant: str) -> None:
    assert accent_variants(word)[0] == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [("gouvenement", "gouvernement"), ("commisison", "commission"), ("discusssion", "discussion")],
)
def test_neighbours(word: str, meant: str) -> None:
    assert neighbours(word)[0] == meant


def test_what_is_far_has_no_neighbour() -> None:
    assert neighbours("gaubrément") == []


@pytest.mark.parametrize(
    "word", ["recloisonner", "antihausse", "surfiscalisant", "transeuropéennes", "inacceptablement"]
)
def test_derived(word: str) -> None:
    assert is_derived(word)


@pytest.mark.parametrize("word", ["brumalement", "gaubrément", "sûrentes", "guffrassés"])
def test_not_derived(word: str) -> None:
    assert not is_derived(word)


def test_english_words() -> None:
    assert is_english("table")
    assert not is_only_english("table")
    assert is_only_english("statement")
    assert not is_english("maison")


def test_common_words() -> None:
    assert commonness("prix") > commonness("brutalement") > 0
    assert commonness("brumal") == 0
