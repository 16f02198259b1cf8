"""Term success: which terms occur, and which translations count."""

import pytest

from mtfix.errors import InputError
from mtfix.glossary.entry import Glossary, TermEntry
from mtfix.score.base import Scale
from mtfix.score.terms import MissedTerm, term_success

GLOSSARY = Glossary(
    (
        TermEntry("ceasefire", "cessez-le-feu", ("trêve",)),
        TermEntry("central bank", "banque centrale"),
        TermEntry("bank", "banque"),
        TermEntry("hospital", "hôpital"),
        TermEntry("US", "États-Unis"),
        TermEntry("European Union", "Union européenne"),
        TermEntry("people's vote", "vote d’initiative"),
        TermEntry("report", "rapport"),
        TermEntry("report", "compte rendu"),
    )
)
KEPT = {
    "target": ("a ceasefire", "un cessez-le-feu"),
    "variant": ("a ceasefire", "une trêve"),
    "capital at the start": ("Ceasefire agreed", "Cessez-le-feu conclu"),
    "title case": ("The Central Bank", "La Banque centrale"),
    "capitals": ("CEASEFIRE", "CESSEZ-LE-FEU"),
    "plural": ("two central banks", "deux banques centrales"),
    "plural in aux": ("two hospitals", "deux hôpitaux"),
    "after an elided article": ("the hospital", "l’hôpital"),
    "straight apostrophe": ("the people’s vote", "le vote d'initiative"),
    "name": ("the European Union", "l'Union européenne"),
    "either of two entries": ("a report", "un compte rendu"),
}
MISSED = {
    "other word": ("a ceasefire", "un arrêt des combats"),
    "part of a word": ("a report", "des rapporteurs"),
    "words apart": ("the central bank", "la banque très centrale"),
    "empty hypothesis": ("a ceasefire", ""),
}
ABSENT = {
    "no term": ("nothing here", "rien ici"),
    "name in lower case": ("tell us", "dites-nous"),
    "empty source": ("", "un cessez-le-feu"),
    "part of a source word": ("the bankers", "les banquiers"),
}


@pytest.mark.parametrize(("source", "hypothesis"), KEPT.values(), ids=KEPT)
def test_good_kept(source: str, hypothesis: str) -> None:
    success = term_success([hypothesis], [source], GLOSSARY)
    assert (success.occurrences, success.missed) == (1, ())


@pytest.mark.parametrize(("source", "hypothesis"), MISSED.values(), ids=MISSED)
def test_missed(source: str, hypothesis: str) -> None:
    success = term_success([hypothesis], [source], GLOSSARY)
    assert (success.occurrences, success.kept) == (1, 0)


@pytest.mark.parametrize(("source", "hypothesis"), ABSENT.values(), ids=ABSENT)
def test_absent(source: str, hypothesis: str) -> None:
    success = term_success([hypothesis], [source], GLOSSARY)
    assert (success.occurrences, success.score) == (0, None)


def test_share_and_missed_terms() -> None:
    sources = ["The ceasefire of the US", "", "Ceasefire, ceasefire!"]
    success = term_success(["La trêve des Américains", "", "Trêve, trêve !"], sources, GLOSSARY)
    assert (success.occurrences, success.kept) == (3, 2)
    assert success.missed == (MissedTerm(1, "US", ("États-Unis",)),)
    assert success.score is not None
    assert success.score.value == pytest.approx(200 / 3)
    assert success.score.scale is Scale.HIGHER_IS_BETTER


def test_the_longest_term_wins() -> None:
    success = term_success(["la BCE"], ["the central bank"], GLOSSARY)
    assert [term.source for term in success.missed] == ["central bank"]


def test_the_term_as_written_wins_over_a_capitalised_one() -> None:
    glossary = Glossary((TermEntry("turkey", "dinde"), TermEntry("Turkey", "Turquie")))
    assert term_success(["La Turquie"], ["Turkey said"], glossary).kept == 1


def test_failure_other_number_of_segments() -> None:
    with pytest.raises(InputError, match="source has 2 segments and the hypothesis has 1"):
        term_success(["un"], ["one", "two"], GLOSSARY)
