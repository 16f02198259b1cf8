"""Which French words render which English ones."""

import pytest

from mtfix.alignment.table import english_lemmas, french_lemmas, lexical_table
from mtfix.alignment.words import WordAlignment, align
from mtfix.english.words import tokenize as tokenize_english
from mtfix.french.tokens import tokenize


def aligned(english: str, french: str) -> WordAlignment:
    """The alignment of two sentences."""
    return align(tokenize_english(english), tokenize(french))


def pairs(alignment: WordAlignment) -> set[tuple[str, str]]:
    """The linked words."""
    return {(alignment.source.words[k.source], alignment.target.words[k.target]) for k in alignment.links}


@pytest.mark.parametrize(
    ("english", "french", "expected"),
    [
        pytest.param("The war is over.", "La guerre est finie.", {("war", "guerre")}, id="table"),
        pytest.param(
            "They paid 4,300 euros.", "Ils ont payé 4 300 euros.", {("4,300", "4 300")}, id="figures"
        ),
        pytest.param("Hrádecký was sold.", "Hradecky a été vendu.", {("hrádecký", "hradecky")}, id="names"),
        pytest.param(
            "A quixotic versatility.",
            "Une versatilité étonnante.",
            {("versatility", "versatilité")},
            id="cognates",
        ),
        pytest.param(
            "Banks lend money.",
            "Les banques prêtent de l’argent.",
            {("banks", "banques"), ("money", "argent")},
            id="inflected",
        ),
    ],
)
def test_words_are_linked(english: str, french: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= pairs(aligned(english, french))


def test_each_word_has_one_link_at_most() -> None:
    alignment = aligned("The bank paid the bank of the bank.", "La banque a payé la banque.")
    targets = [link.target for link in alignment.links]
    assert len(targets) == len(set(targets)) == 3


def test_the_nearer_of_two_equal_words_is_taken() -> None:
    alignment = aligned(
        "Children eat and later sleep.", "Les enfants mangent, puis plus tard les enfants dorment."
    )
    first = alignment.source.words.index("children")
    link = alignment.rendering(first)
    assert link is not None
    assert link.target == alignment.target.words.index("enfants")


def test_a_word_without_rendering_has_none() -> None:
    alignment = aligned("The war, unfortunately, is over.", "La guerre est finie.")
    assert alignment.rendering(alignment.source.words.index("unfortunately")) is None


def test_scores_lie_between_nothing_and_certainty() -> None:
    alignment = aligned("Ministers met on Monday in Paris.", "Les ministres se sont réunis lundi à Paris.")
    assert alignment.links
    assert all(0 < link.score <= 1 for link in alignment.links)


@pytest.mark.parametrize("text", ["", "…", "« »", "123"])
def test_texts_without_words_are_aligned_with_nothing(text: str) -> None:
    assert pairs(aligned("The war is over.", text)) == set()


def test_lemmas_of_a_form_depend_on_its_place() -> None:
    assert "porte" in french_lemmas(tokenize("La porte est ouverte."))
    assert "porter" in french_lemmas(tokenize("Il porte un manteau."))
    assert english_lemmas(tokenize_english("They were talking.")) == ["they", "be", "talk", "."]


def test_the_table_knows_both_senses_of_a_word() -> None:
    translations = lexical_table().translations("sentence")
    assert {"phrase", "peine"} <= translations.keys()
    assert lexical_table().translations("xyzzy") == {}
