"""Where terms stand in English, which French renders them, and what the rules make of it."""

import pytest

from mtfix.detect import find
from mtfix.english.words import tokenize as tokenize_english
from mtfix.formats.plain import line_segments
from mtfix.french.tokens import tokenize
from mtfix.glossary.entry import Glossary, TermEntry
from mtfix.glossary.match import FrenchText, TermMatcher, rendering
from mtfix.rules.base import Finding, Rule
from mtfix.rules.terminology.term_absent import TermAbsent
from mtfix.rules.terminology.translated_term import TranslatedTerm
from mtfix.rules.terminology.two_renderings import TwoRenderings
from mtfix.text import Document

ENGLISH = TermMatcher(
    (
        TermEntry("kiln", "four"),
        TermEntry("kiln shelf", "plaque d’enfournement"),
        TermEntry("glaze", "émail", part_of_speech="noun"),
        TermEntry("wedge", "battre", part_of_speech="verb"),
        TermEntry("to dry slowly", "sécher lentement"),
        TermEntry("bone china", "porcelaine tendre"),
        TermEntry("China", "Chine"),
        TermEntry("slip-casting", "coulage en barbotine"),
        TermEntry("shards", "tessons"),
        TermEntry("US", "États-Unis"),
        TermEntry("potter's wheel", "tour de potier"),
        TermEntry("wash your hands", "se laver les mains"),
        TermEntry("Potters Guild", "Guilde des potiers"),
    )
)
FOUND = {
    "plural": ("Two kilns cooled.", ["kiln"]),
    "capital at the start": ("Kilns cooled.", ["kiln"]),
    "all capitals": ("KILN COOLED", ["kiln"]),
    "genitive": ("the kiln’s door", ["kiln"]),
    "longest": ("new kiln shelves and a kiln", ["kiln shelf", "kiln"]),
    "verb form of a verb": ("She wedged the clay, wedging it again.", ["wedge", "wedge"]),
    "verb without its to": ("It dried slowly.", ["to dry slowly"]),
    "noun": ("The glaze crazed.", ["glaze"]),
    "plural noun after to": ("Due to glazes of lead.", ["glaze"]),
    "hyphen as space": ("by slip casting", ["slip-casting"]),
    "straight apostrophe": ("a potter’s wheel", ["potter’s wheel"]),
    "any possessive": ("Wash their hands!", ["wash your hands"]),
    "name": ("made in China", ["China"]),
    "plural of a name’s head": ("the Potters Guilds", ["Potters Guild"]),
    "name that shouts": ("THE POTTERS GUILD", ["Potters Guild"]),
}
NOT_FOUND = {
    "part of a token": "a kiln-dried board",
    "participle of a noun": "a glazed pot",
    "noun as a verb": "They glaze pots, and he glazes tiles.",
    "singular of a plural": "a shard",
    "name in small letters": "blue china",
    "acronym in small letters": "tell us",
    "acronym at the start": "Us and them",
}


@pytest.mark.parametrize(("text", "terms"), FOUND.values(), ids=FOUND)
def test_term_stands_in_english(text: str, terms: list[str]) -> None:
    assert [found.term.source for found in ENGLISH.find(tokenize_english(text))] == terms


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_term_stands_not_in_english(text: str) -> None:
    assert ENGLISH.find(tokenize_english(text)) == []


def test_place_counts_tokens() -> None:
    (found,) = ENGLISH.find(tokenize_english("Her slip-casting is fine."))
    assert (found.first, found.end) == (1, 2)


def test_the_term_as_written_wins_over_a_capitalised_one() -> None:
    matcher = TermMatcher((TermEntry("turkey", "dinde"), TermEntry("Turkey", "Turquie")))
    assert [found.term.source for found in matcher.find(tokenize_english("Turkey ate turkey"))] == [
        "Turkey",
        "turkey",
    ]


def test_the_user_decides_over_what_ships() -> None:
    shipped = TermEntry("kiln", "four", shipped=True)
    (found,) = TermMatcher((shipped, TermEntry("kiln", "étuve"))).find(tokenize_english("a kiln"))
    assert found.term.accepted == ("étuve",)


STANDS = {
    "plural": ("four", "deux fours", "fours"),
    "plural in aux": ("émail", "les émaux", "émaux"),
    "feminine": ("potier émailleur", "une potière émailleuse", "potière émailleuse"),
    "elided article": ("émail", "l’émail", "émail"),
    "contraction between": ("taux de retrait", "le taux du retrait", "taux du retrait"),
    "article between": (
        "taux de retrait",
        "le taux de la pièce et de retrait",
        "taux de la pièce et de retrait",
    ),
    "adjective between": ("taux de retrait", "le taux moyen de retrait", "taux moyen de retrait"),
    "coordinated adjective": ("terre blanche", "terres rouges et blanches", "terres rouges et blanches"),
    "adjective over a complement": (
        "essai réussi",
        "des essais de cuisson réussis",
        "essais de cuisson réussis",
    ),
    "adjective before": ("coulage lent", "un lent coulage", "lent coulage"),
    "verb form": ("battre", "Elle a battu la terre.", "battu"),
    "verb with adverb": ("sécher lentement", "Il séchait très lentement.", "séchait très lentement"),
    "reflexive verb": ("se laver les mains", "Lavez-vous bien les mains !", "Lavez-vous bien les mains"),
    "passive": ("être émaillé", "Les pots sont émaillés.", "émaillés"),
    "negated form": ("pot est cuit", "Le pot n’est pas cuit.", "pot n’est pas cuit"),
    "title case": ("guilde des potiers", "La Guilde des Potiers", "Guilde des Potiers"),
    "capital without accent": ("École du feu", "l’Ecole du feu", "Ecole du feu"),
    "space for hyphen": ("demi-teinte", "des demi teintes", "demi teintes"),
    "ligature": ("œuvre", "une oeuvre", "oeuvre"),
    "article within": ("cessez-le-feu", "des cessez-le-feu", "cessez-le-feu"),
}
STANDS_NOT = {
    "part of a word": ("four", "la fournaise"),
    "verb for a noun": ("porte", "Il portait un pot."),
    "adverb between": ("terre blanche", "une terre très blanche"),
    "other preposition": ("taux de retrait", "le taux en retrait"),
    "comma between": ("taux de retrait", "le taux, bas, puis de retrait"),
    "adjective of another noun": ("essai réussi", "des essais de cuissons réussies"),
    "acronym as a word": ("CAP", "un cap"),
    "empty": ("four", ""),
}


@pytest.mark.parametrize(("form", "text", "there"), STANDS.values(), ids=STANDS)
def test_form_stands_in_french(form: str, text: str, there: str) -> None:
    tokens = tokenize(text)
    found = FrenchText(tokens).find(form)
    assert found is not None
    assert tokens.between(found[0], found[1] - 1) == there


@pytest.mark.parametrize(("form", "text"), STANDS_NOT.values(), ids=STANDS_NOT)
def test_form_stands_not_in_french(form: str, text: str) -> None:
    assert FrenchText(tokenize(text)).find(form) is None


def test_rendering_names_the_first_form_that_stands() -> None:
    (found,) = TermMatcher((TermEntry("kiln", "four", ("étuve",)),)).find(tokenize_english("kiln"))
    assert rendering(FrenchText(tokenize("Les étuves")), found.term) == (1, 2, "étuve")


HOUSE = Glossary(
    (
        TermEntry("report", "rapport", ("bilan",), part_of_speech="noun"),
        TermEntry("outbreak", "flambée", ("épidémie",), ("outbreak",), part_of_speech="noun"),
        TermEntry("wobbly mission", "mission vacillante", part_of_speech="noun"),
        TermEntry("pandemic", "pandémie", part_of_speech="noun"),
        TermEntry("Kilnfire", "Kilnfire", do_not_translate=True),
    )
)


def findings(rule: Rule, text: str, source: str) -> list[Finding]:
    """What a rule finds in a text with the user's glossary, line beside line."""
    document = Document("test", text, line_segments(text))
    lines = source.split("\n")
    with_sources = document.with_sources({s.index: lines[s.index] for s in document.segments})
    return find(with_sources, [rule], glossary=HOUSE)


def test_every_term_of_the_user_is_looked_for() -> None:
    (found,) = findings(
        TermAbsent(), "La commission a publié une étude.", "The commission published a report."
    )
    assert found.source is not None
    assert found.source.text == "report"


def test_suggestion_takes_the_form_of_what_it_replaces() -> None:
    (found,) = findings(TermAbsent(), "Elle lit les déclarations.", "She reads the reports.")
    assert (found.text, found.suggestions) == ("déclarations", ("rapports",))


def test_words_that_only_stand_beside_are_replaced_too() -> None:
    (found,) = findings(TermAbsent(), "Elle suit deux missions bancales.", "She follows two wobbly missions.")
    assert (found.text, found.suggestions) == ("missions bancales", ("missions vacillantes",))


def test_nothing_is_suggested_where_more_would_have_to_agree() -> None:
    (found,) = findings(TermAbsent(), "La déclaration est arrivée.", "The report has arrived.")
    assert found.suggestions == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("Les rapports sont là.", "The reports are here.", id="plural"),
        pytest.param("Le bilan est là, il est court.", "The report is here, the report is short.", id="once"),
        pytest.param("Ils rendent compte des faits.", "They report facts.", id="verb"),
        pytest.param("La dynamique pandémique faiblit.", "The dynamics of the pandemic weaken.", id="family"),
        pytest.param("Un outbreak a eu lieu.", "An outbreak has taken place.", id="forbidden"),
        pytest.param("La société recrute.", "Kilnfire is hiring.", id="not to be translated"),
    ],
)
def test_term_is_not_absent(text: str, source: str) -> None:
    assert findings(TermAbsent(), text, source) == []


def test_rarer_rendering_takes_the_other_one() -> None:
    text = "Le rapport est lu.\nUn rapport suit.\nElle cite le bilan."
    (found,) = findings(
        TwoRenderings(), text, "The report is read.\nA report follows.\nShe quotes the report."
    )
    assert (found.text, found.suggestions) == ("bilan", ("rapport",))


def test_broken_name_is_marked_even_where_nothing_renders_it() -> None:
    (found,) = findings(TranslatedTerm(), "La société recrute.", "Kilnfire is hiring.")
    assert found.source is not None
    assert found.source.text == "Kilnfire"
