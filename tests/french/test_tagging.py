"""What `mtfix.french.tagging` decides, on sentences of our own."""

from __future__ import annotations

import time

import pytest

from mtfix.french.lexicon import Analysis, Reading
from mtfix.french.readings import lexical_states
from mtfix.french.tagging import coarse, features, tag, tagger
from mtfix.french.tokens import tokenize

# Word and expected tag, of the marked words only.
SENTENCES = [
    ("Elle porte une robe rouge.", "porte VERB.3s"),
    ("La porte est fermée.", "La DET.fs porte NOUN.fs est AUX.3s fermée PPAST.fs"),
    ("Il la porte sur son dos.", "la PRON porte VERB.3s"),
    ("Je mange une pomme.", "mange VERB.1s"),
    ("Tu ne les mangeais pas.", "les PRON mangeais VERB.2s"),
    ("Le président a convoqué les députés.", "président NOUN.ms a AUX.3s convoqué PPAST.ms députés NOUN.mp"),
    ("Elles président une commission.", "président VERB.3p"),
    ("Il a une grande maison.", "a VERB.3s grande ADJ.fs maison NOUN.fs"),
    ("Le ministre n’a pas encore répondu.", "a AUX.3s répondu PPAST.ms"),
    ("Nous avons des amis.", "avons VERB.1p des DET.mp"),
    ("Le toit des maisons est rouge.", "des PREP.fp"),
    ("Il parle des enfants de son frère.", "parle VERB.3s"),
    ("Ils voient de nouvelles maisons.", "de DET.fp nouvelles ADJ.fp"),
    ("Il n’y a pas de pain.", "de DET.xx"),
    ("Les élèves de cette école lisent.", "élèves NOUN.xp lisent VERB.3p"),
    ("Une élève lit.", "élève NOUN.fs"),
    ("Les journalistes sont venus.", "Les DET.xp venus PPAST.mp"),
    ("Les maisons sont chères.", "Les DET.fp"),
    ("Son amie est partie.", "Son DET.fs"),
    ("Je veux le dire.", "le PRON dire INF"),
    ("En mangeant, il lit.", "mangeant PPRES"),
    ("Il en parle souvent.", "en PRON"),
    ("Il vit en France.", "en PREP France NAME"),
    ("Je pense qu’il viendra.", "qu’ CONJ viendra VERB.3s"),
    ("Leur maison leur plaît.", "Leur DET.fs leur PRON"),
    ("Vient-il demain ?", "Vient-il VERB.3s demain ADV"),
    ("Il a lu vingt lettres.", "a AUX.3s lu PPAST.ms lettres NOUN.fp"),
    ("Marie Curie a reçu deux prix.", "Curie NAME deux NUM prix NOUN.mp"),
    ("Il est fort probable que la loi passe.", "loi NOUN.fs passe VERB.3s"),
    ("Les lois votées hier s’appliquent.", "votées PPAST.fp s’ PRON"),
    ("La ville de Kramatorsk est calme.", "Kramatorsk NAME"),
    ("Il l'a vue au marché.", "l' PRON a AUX.3s au PREP.ms marché NOUN.ms"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_decides_by_context(text: str, expected: str) -> None:
    tokens = tokenize(text)
    tags = tag(tokens)
    words = expected.split()
    place = 0
    for surface, wanted in zip(words[::2], words[1::2], strict=True):
        while tokens.surface(place) != surface:
            place += 1
        assert (surface, tags[place]) == (surface, wanted)
        place += 1


@pytest.mark.parametrize(
    "text", ["", " ", "« »", "?!", "…", "12 %", "d’", "l’", "-", "Æ", "xyzzy", "&nbsp;", "_"]
)
def test_every_token_gets_a_tag(text: str) -> None:
    tokens = tokenize(text)
    assert len(tag(tokens)) == len(tokens)


def test_quotation_marks_leave_neighbours() -> None:
    assert tag(tokenize("la « porte » rouge")) == ["DET.fs", "PUNCT", "NOUN.fs", "PUNCT", "ADJ.xs"]


def test_capitals_do_not_hide_a_word() -> None:
    assert tag(tokenize("LES ENFANTS JOUENT."))[2] == "VERB.3p"


def test_unknown_words_follow_their_endings() -> None:
    assert coarse(tag(tokenize("il a blogotisé le site"))[2]) == "PPAST"
    assert coarse(tag(tokenize("une blogotisation rapide"))[1]) == "NOUN"


def test_a_choice_is_among_the_readings() -> None:
    tokens = tokenize("Elle ferme la porte, puis elle mange des pommes.")
    found = tagger().choices(tokens)
    for one, choices in zip(tag(tokens), found, strict=True):
        assert coarse(one) in {coarse(choice) for choice in choices}


def test_parts_of_a_tag() -> None:
    assert (coarse("NOUN.fs"), features("NOUN.fs")) == ("NOUN", "fs")
    assert (coarse("PREP"), features("PREP")) == ("PREP", "")


def test_persons_are_joined() -> None:
    analyses = [
        Analysis("manger", Reading("VERB", number="s", tense="pres", person=1)),
        Analysis("manger", Reading("VERB", number="s", tense="subj", person=3)),
        Analysis("manger", Reading("VERB", number="s", tense="imper", person=2)),
    ]
    assert lexical_states(analyses, "mange") == ("VERB.13s",)


def test_genders_are_joined() -> None:
    analyses = [
        Analysis("livre", Reading("NOUN", gender="m", number="s")),
        Analysis("livre", Reading("NOUN", gender="f", number="s")),
    ]
    assert lexical_states(analyses, "livre") == ("NOUN.xs",)


def test_is_fast_enough() -> None:
    tokens = tokenize("Le président de la commission a convoqué les députés pour la séance de demain. " * 500)
    tag(tokens)
    start = time.perf_counter()
    tag(tokens)
    assert len(tokens) / (time.perf_counter() - start) > 60_000  # 400,000 on an idle machine
