"""From lemmas to forms, and agreement of phrases."""

from __future__ import annotations

import pytest

from mtfix.french.inflection import (
    agree,
    agree_word,
    conjugate,
    genders,
    inflect,
    noun_head,
    participle,
    prenominal,
)
from mtfix.french.lexicon import Gender, Number, Pos, Tense


@pytest.mark.parametrize(
    ("lemma", "pos", "gender", "number", "form"),
    [
        ("beau", "ADJ", "m", "s", "beau"),
        ("beau", "ADJ", "f", "p", "belles"),
        ("important", "ADJ", "", "p", "importants"),
        ("rouge", "ADJ", "f", "p", "rouges"),
        ("français", "ADJ", "m", "p", "français"),
        ("acteur", "NOUN", "f", "s", "actrice"),
        ("journal", "NOUN", "", "p", "journaux"),
        ("table", "NOUN", "", "", "table"),
        ("table", "NOUN", "m", "", None),
        ("le", "DET", "f", "s", "la"),
        ("le", "DET", "f", "p", "les"),
        ("un", "DET", "f", "p", "des"),
        ("son", "DET", "f", "s", "sa"),
        ("son", "DET", "m", "s", "son"),
        ("tout", "DET", "m", "p", "tous"),
        ("xyzzy", "ADJ", "m", "s", None),
    ],
)
def test_inflect(lemma: str, pos: Pos, gender: Gender, number: Number, form: str | None) -> None:
    assert inflect(lemma, pos, gender, number) == form


@pytest.mark.parametrize(
    ("infinitive", "tense", "person", "number", "form"),
    [
        ("convoquer", "impf", 3, "s", "convoquait"),
        ("faire", "subj", 3, "p", "fassent"),
        ("appeler", "fut", 3, "s", "appellera"),
        ("céder", "fut", 3, "s", "cédera"),
        ("être", "pres", 2, "p", "êtes"),
        ("avoir", "past", 3, "p", "eurent"),
        ("prendre", "imper", 2, "p", "prenez"),
        ("tenir", "subjimpf", 3, "s", "tînt"),
        ("aller", "cond", 1, "s", "irais"),
        ("venir", "ppres", 0, "", "venant"),
        ("finir", "inf", 0, "", "finir"),
        ("pleuvoir", "pres", 1, "p", None),
    ],
)
def test_conjugate(infinitive: str, tense: Tense, person: int, number: Number, form: str | None) -> None:
    assert conjugate(infinitive, tense, person, number) == form


def test_participle() -> None:
    assert [participle("convoquer", g, n) for g in ("m", "f") for n in ("s", "p")] == [
        "convoqué",
        "convoqués",
        "convoquée",
        "convoquées",
    ]
    assert participle("devoir") == "dû"
    assert participle("devoir", "f") == "due"
    assert participle("être", "f", "p") == "été"


@pytest.mark.parametrize(
    ("phrase", "gender", "number", "expected"),
    [
        ("important", "f", "p", "importantes"),
        ("très important", "f", "s", "très importante"),
        ("mise en œuvre", "", "p", "mises en œuvre"),
        ("chef d’État", "", "p", "chefs d’État"),
        ("élément de preuve", "f", "p", "éléments de preuve"),
        ("premier ministre", "", "p", "premiers ministres"),
        ("mis en examen", "f", "p", "mises en examen"),
        ("grand et beau", "f", "p", "grandes et belles"),
        ("allocution télévisée", "", "p", "allocutions télévisées"),
        ("franco-allemand", "f", "p", "franco-allemandes"),
        ("haut-commissaire", "", "p", "hauts-commissaires"),
        ("Américain", "f", "p", "Américaines"),
        ("xyzzy", "", "p", None),
    ],
)
def test_agree(phrase: str, gender: Gender, number: Number, expected: str | None) -> None:
    assert agree(phrase, gender, number) == expected


def test_agree_word_keeps_what_is_not_asked_for() -> None:
    assert agree_word("belles", "m") == "beaux"
    assert agree_word("belles", number="s") == "belle"
    assert agree_word("réunion", "m", "p") == "réunions"


def test_genders() -> None:
    assert genders("table") == ("f",)
    assert genders("part")[0] == "f"
    assert set(genders("élève")) == {""}


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("une adresse importante", "adresse"),
        ("ce grand ministre français", "ministre"),
        ("le premier et dernier discours", "discours"),
        ("le ministre américain", "ministre"),
        ("de la belle maison", "maison"),
        ("très important", None),
    ],
)
def test_noun_head(phrase: str, head: str | None) -> None:
    words = phrase.split()
    index = noun_head(words)
    assert (None if index is None else words[index]) == head


def test_prenominal() -> None:
    assert prenominal("beau", "hôtel") == "bel"
    assert prenominal("Nouveau", "accord") == "Nouvel"
    assert prenominal("beau", "héros") == "beau"
