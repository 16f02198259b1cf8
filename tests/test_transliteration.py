"""Slavic names in French letters."""

import pytest

from mtfix.rules.names.transliteration import french_name, french_surname


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Zhukov", "Joukov"),
        ("Shevchuk", "Chevtchouk"),
        ("Shcherbakov", "Chtcherbakov"),
        ("Storozhenko", "Storojenko"),
        ("Yumatova", "Ioumatova"),
        ("Savitskaya", "Savitskaïa"),
        ("Surdin", "Sourdine"),
        ("Smirnov", "Smirnov"),
        ("Joukov", "Joukov"),
    ],
)
def test_surname(english: str, french: str) -> None:
    assert french_surname(english) == french


def test_russian_and_ukrainian_endings_differ() -> None:
    assert french_name("Alexei", "Ostrovsky") == ("Alexeï", "Ostrovski")
    assert french_name("Serhiy", "Ostrovsky") == ("Serhiï", "Ostrovsky")


def test_what_may_be_french_stays() -> None:
    assert french_name("Mikhaïl", "Kalachnikov") == ("Mikhaïl", "Kalachnikov")
