"""Elision, contraction, euphony."""

from __future__ import annotations

import pytest

from mtfix.french.elision import contract, elide, elides, full_form, join, split_elided


@pytest.mark.parametrize(
    "word",
    "accord homme hôpital héroïne héroïsme Europe Ukraine œuvre ONU AFP Yves Yvelines yeux habitants huître "
    "Hérault heure y à État UE".split(),
)
def test_french_elides_before(word: str) -> None:
    assert elides(word)


@pytest.mark.parametrize(
    "word",
    "héros hausse Hollande Hongrie handicap haut huit onze onzième oui ouistiti yaourt Yémen FMI SNCF chat "
    "11 hotspot Hamas « uhlan hors-la-loi".split(),
)
def test_french_does_not_elide_before(word: str) -> None:
    assert not elides(word)


@pytest.mark.parametrize(
    ("word", "following", "expected"),
    [
        ("le", "accord", "l’accord"),
        ("la", "hausse", "la hausse"),
        ("Le", "État", "L’État"),
        ("que", "elle", "qu’elle"),
        ("si", "il", "s’il"),
        ("si", "elle", "si elle"),
        ("jusque", "ici", "jusqu’ici"),
        ("quelque", "un", "quelqu’un"),
        ("quelque", "autre", "quelque autre"),
        ("ce", "est", "c’est"),
        ("ce", "a", "ç’a"),
        ("ce", "homme", "cet homme"),
        ("ce", "été", "cet été"),
        ("sa", "allocution", "son allocution"),
        ("sa", "hausse", "sa hausse"),
        ("une", "adresse", "une adresse"),
    ],
)
def test_elide(word: str, following: str, expected: str) -> None:
    assert elide(word, following) == expected


@pytest.mark.parametrize(
    ("preposition", "article", "expected"),
    [
        ("de", "le", "du"),
        ("À", "les", "Aux"),
        ("de", "la", "de la"),
        ("à", "lequel", "auquel"),
        ("par", "le", "par le"),
    ],
)
def test_contract(preposition: str, article: str, expected: str) -> None:
    assert contract(preposition, article) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("s’est adressé à", "le", "maire"), "s’est adressé au maire"),
        (("de", "le", "hôpital"), "de l’hôpital"),
        (("de", "le", "héros"), "du héros"),
        (("afin de", "le", "faire"), "afin de le faire"),
        (("afin de", "le", "lui dire"), "afin de le lui dire"),
        (("de", "le", "pouvoir"), "du pouvoir"),
        (("de", "Le", "Pen"), "de Le Pen"),
        (("De", "les", "voisins"), "Des voisins"),
        (("d’", "convoquer"), "de convoquer"),
        (("l'", "discours"), "le discours"),
        (("n’", "est", "pas", "venu", "."), "n’est pas venu."),
        ((), ""),
    ],
)
def test_join(words: tuple[str, ...], expected: str) -> None:
    assert join(words) == expected


def test_the_apostrophe_is_the_callers() -> None:
    assert join(("que", "il"), apostrophe="'") == "qu'il"


def test_full_form() -> None:
    elided = ["Qu’", "d'", "s’", "l’", "jusqu’", "chat"]
    assert [full_form(word) for word in elided] == ["Que", "de", "se", "le", "jusque", "chat"]


def test_split_elided() -> None:
    expected = ["qu’", "il", "n’", "a", "aujourd’hui", "prud’homme", "l’", "œuvre"]
    assert split_elided(["qu’il n'a", "aujourd’hui", "prud’homme", "l’œuvre"]) == expected
