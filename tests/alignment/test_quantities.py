"""Numbers of two languages, compared as values."""

from fractions import Fraction

import pytest

from mtfix.alignment.quantities import english_quantities, french_quantities
from mtfix.english.words import tokenize as tokenize_english
from mtfix.french.tokens import tokenize


def english(text: str) -> list[set[Fraction]]:
    """The values of every number of an English text."""
    return [set(quantity.values) for quantity in english_quantities(tokenize_english(text))]


def french(text: str) -> list[set[Fraction]]:
    """The values of every number of a French text."""
    return [set(quantity.values) for quantity in french_quantities(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40 people", 40),
        ("4.2 million euros", 4_200_000),
        ("1,520 metres", 1520),
        ("1,234,567 votes", 1_234_567),
        ("twenty-five", 25),
        ("two hundred", 200),
        ("the 19th century", 19),
        ("3 billion", 3_000_000_000),
        ("half", Fraction(1, 2)),
        ("Pope John XXIII", 23),
    ],
)
def test_english(text: str, value: int | Fraction) -> None:
    assert any(Fraction(value) in values for values in english(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40 personnes", 40),
        ("4,2 millions d’euros", 4_200_000),
        ("1 520 mètres", 1520),
        ("1\u202f234\u202f567 voix", 1_234_567),
        ("vingt-cinq", 25),
        ("vingt et un", 21),
        ("soixante-dix-sept", 77),
        ("quatre-vingt-dix-neuf", 99),
        ("deux cents", 200),
        ("le XIXe siècle", 19),
        ("3 milliards", 3_000_000_000),
        ("une vingtaine", 20),
        ("1,234 habitants", 1234),
        ("1,234 million", Fraction(1_234_000)),
    ],
)
def test_french(text: str, value: int | Fraction) -> None:
    assert any(Fraction(value) in values for values in french(text))


@pytest.mark.parametrize("text", ["mille", "dix", "cent"])
def test_single_words(text: str) -> None:
    assert french(text)


@pytest.mark.parametrize("text", ["", "rien", "I am", "Dix-huit-ans"])
def test_no_number_is_no_error(text: str) -> None:
    assert isinstance(french(text), list)
    assert isinstance(english(text), list)
