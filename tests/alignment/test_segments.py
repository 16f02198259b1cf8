"""Sentences of a text paired with those of its translation."""

import random
from collections.abc import Iterator

import pytest

from mtfix.alignment.documents import align_documents, with_source
from mtfix.alignment.segments import align_sentences
from mtfix.formats.files import parse
from tests.conftest import PROJECT

ENGLISH = (
    "The mayor opened the new bridge on Monday.",
    "It cost 14 million euros.",
    "Farmers had waited for it since the flood of 2013.",
    "Nobody was hurt when the old one fell into the river.",
    "Trains will cross it from next spring.",
)
FRENCH = (
    "Le maire a inauguré le nouveau pont lundi.",
    "Il a coûté 14 millions d’euros.",
    "Les agriculteurs l’attendaient depuis l’inondation de 2013.",
    "Personne n’a été blessé quand l’ancien est tombé dans la rivière.",
    "Les trains l’emprunteront dès le printemps prochain.",
)


def links(english: list[str], french: list[str]) -> set[tuple[int, int]]:
    """(source, target) numbers of the sentences that are paired."""
    return {
        (x, y)
        for bead in align_sentences(english, french)
        for x in range(*bead.source)
        for y in range(*bead.target)
    }


def test_one_to_one() -> None:
    assert links([*ENGLISH], [*FRENCH]) == {(i, i) for i in range(5)}


def test_two_sentences_merged_in_the_translation() -> None:
    french = [FRENCH[0], f"{FRENCH[1]} {FRENCH[2]}", *FRENCH[3:]]
    assert links([*ENGLISH], french) == {(0, 0), (1, 1), (2, 1), (3, 2), (4, 3)}


def test_a_sentence_left_out_has_no_partner() -> None:
    assert links([*ENGLISH], [FRENCH[0], *FRENCH[2:]]) == {(0, 0), (2, 1), (3, 2), (4, 3)}


def test_a_sentence_added_has_no_partner() -> None:
    added = "Le vent d’ouest faiblira dans la nuit sur les côtes bretonnes."
    assert links([*ENGLISH], [*FRENCH[:2], added, *FRENCH[2:]]) == {(0, 0), (1, 1), (2, 3), (3, 4), (4, 5)}


def test_a_sentence_moved_is_found() -> None:
    assert (0, 4) in links([*ENGLISH], [*FRENCH[1:], FRENCH[0]])


@pytest.mark.parametrize(("english", "french"), [([], []), (["A."], []), ([], ["A."]), (["…"], ["—"])])
def test_nothing_to_pair(english: list[str], french: list[str]) -> None:
    assert [bead for bead in align_sentences(english, french) if bead.sure] == []


def test_an_unrelated_text_is_never_sure() -> None:
    other = [
        "Les chats dorment.",
        "La recette demande trois œufs.",
        "Elle aime la voile.",
        "On ferme.",
        "Au revoir.",
    ]
    assert not any(bead.sure for bead in align_sentences([*ENGLISH], other))


def documents() -> Iterator[tuple[list[str], list[str]]]:
    """The articles of corpora/, source and reference, a line each."""
    for path in sorted((PROJECT / "corpora").glob("*.en.txt")):
        french = path.with_name(path.name.replace(".en.txt", ".ref.fr.txt"))
        yield path.read_text("utf-8").splitlines(), french.read_text("utf-8").splitlines()


def shaken(lines: list[str], chance: random.Random) -> list[tuple[set[int], str]]:
    """Lines with some dropped and some merged, each with the numbers of what it holds."""
    units = [({number}, line) for number, line in enumerate(lines) if line.strip()]
    for _ in range(len(units) // 12):
        units.pop(chance.randrange(len(units)))
    for _ in range(len(units) // 8):
        at = chance.randrange(len(units) - 1)
        (one, text), (other, more) = units[at], units.pop(at + 1)
        units[at] = (one | other, f"{text} {more}")
    return units


def test_shaken_articles_are_put_together_again() -> None:
    chance = random.Random(11)
    right = found = wanted = wrong = 0
    for english, french in documents():
        for _ in range(4):
            source, target = shaken(english, chance), shaken(french, chance)
            gold = {(x, y) for x, (a, _) in enumerate(source) for y, (b, _) in enumerate(target) if a & b}
            beads = align_sentences([text for _, text in source], [text for _, text in target])
            pairs = {(x, y) for bead in beads for x in range(*bead.source) for y in range(*bead.target)}
            right, found, wanted = right + len(pairs & gold), found + len(pairs), wanted + len(gold)
            wrong += sum(
                bead.sure and not {(x, y) for x in range(*bead.source) for y in range(*bead.target)} & gold
                for bead in beads
            )
    assert 2 * right / (found + wanted) >= 0.97
    assert wrong == 0


def test_a_segment_gets_its_source_only_where_the_pair_is_sure() -> None:
    english = parse("\n".join(ENGLISH).encode(), "x.en.txt")
    french = parse(
        f"{FRENCH[0]} {FRENCH[1]}\n\n{FRENCH[2]}\nUn chat dort sur le mur.\n".encode(),
        "x.fr.txt",
        by_line=True,
    )
    sources = [segment.source for segment in with_source(french, english).segments]
    assert sources == [f"{ENGLISH[0]} {ENGLISH[1]}", ENGLISH[2], None]


def test_english_abbreviations_do_not_cut_a_sentence() -> None:
    english = parse(b"Mr. Harlow met Dr. Finch. They talked.", "x.en.txt")
    pairing = align_documents(
        english, parse("M. Harlow a vu le Dr Finch. Ils ont parlé.".encode(), "x.fr.txt")
    )
    assert [sentence.text for sentence in pairing.source] == ["Mr. Harlow met Dr. Finch.", "They talked."]
