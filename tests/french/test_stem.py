"""Whether two forms are one word."""

import pytest

from mtfix.french.stem import same_word, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("castor", "castors"),
        ("bon", "bonne"),
        ("élu", "élues"),
        ("chantait", "chantent"),
        ("chanter", "chantera"),
        ("finissait", "finissent"),
        ("journal", "journal"),
        ("élection", "élections"),
    ],
)
def test_inflections_of_one_word(one: str, other: str) -> None:
    assert same_word(one, other)
    assert same_word(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("castor", "loutre"), ("pain", "main"), ("action", "actif"), ("la", "les"), ("an", "âne")],
)
def test_other_words(one: str, other: str) -> None:
    assert not same_word(one, other)


@pytest.mark.parametrize("word", ["", "a", "et", "les", "été", "mise", "grosse", "nues", "essaient", "œufs"])
def test_at_least_three_letters_stay(word: str) -> None:
    assert len(stem(word)) >= min(3, len(word))


def test_accents_do_not_count() -> None:
    assert stem("préféré") == stem("prefere")
