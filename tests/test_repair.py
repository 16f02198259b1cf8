"""What a repair does to a text, and what it never does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mtfix.detect import find
from mtfix.engine.base import Candidate
from mtfix.formats.files import parse
from mtfix.repair import Repaired, repair
from mtfix.rules import all_rules
from mtfix.rules.base import Bilingual, Category, Context, Finding, Rule, Safety, Severity
from mtfix.text import Document, Segment

Detect = Callable[[Document], list[Finding]]


@lru_cache
def rules(*prefixes: str) -> list[Rule]:
    return [rule for rule in all_rules() if rule.code.startswith(prefixes)]


def detecting(*prefixes: str) -> Detect:
    return lambda document: find(document, rules(*prefixes))


def reread(document: Document) -> Document:
    """What reading the repaired file would give."""
    return parse(document.encode(document.text), document.path, document.encoding)


def repaired(text: str, *prefixes: str, unsafe: bool = False, encoding: str = "utf-8") -> Repaired:
    data = text.encode(encoding)
    return repair(parse(data, "a.txt", encoding), detecting(*prefixes), unsafe, reread=reread)


def toy(
    code: str,
    pattern: str,
    *suggestions: str,
    severity: Severity = Severity.MINOR,
    safety: Safety = Safety.SAFE,
) -> Rule:
    """A rule that proposes the suggestions wherever the pattern stands."""

    class Toy(Rule):
        name = code.lower()
        category = Category.STYLE
        title = message = Bilingual("toy", "jouet")
        bad = good = ()

        def find(self, segment: Segment, context: Context) -> Iterable[Finding]:
            for match in re.finditer(pattern, segment.target):
                yield self.finding(segment, *match.span(), *suggestions)

    Toy.code, Toy.severity, Toy.safety = code, severity, safety
    return Toy()


def with_toys(text: str, *toys: Rule, unsafe: bool = False, **options: object) -> Repaired:
    return repair(parse(text.encode(), "a.txt"), lambda d: find(d, toys), unsafe, **options)  # type: ignore[arg-type]


def reasons(result: Repaired) -> list[tuple[str, str]]:
    return [(refusal.finding.code, refusal.reason) for refusal in result.refusals]


class TestSafety:
    SAFE_FAULT, UNSAFE_FAULT = "Les secours ont ont agi.", "La séance est levée. La séance est levée."

    def test_safe_repairs_are_made(self) -> None:
        assert repaired(self.SAFE_FAULT, "DUP001").text == "Les secours ont agi."

    def test_proposals_wait_for_consent(self) -> None:
        assert repaired(self.UNSAFE_FAULT, "DUP006").text == self.UNSAFE_FAULT
        assert repaired(self.UNSAFE_FAULT, "DUP006", unsafe=True).text == "La séance est levée."

    def test_what_is_only_shown_is_never_applied(self) -> None:
        shown = toy("TOY001", "chat", "chien", safety=Safety.DISPLAY)
        assert not with_toys("Le chat dort.", shown, unsafe=True).changed

    def test_reported_speech_is_evidence(self) -> None:
        text = "«\u00a0Ils ont ont tout perdu\u00a0», dit-elle."
        assert not repaired(text, "DUP001").changed
        assert repaired(text, "DUP001", unsafe=True).text == text.replace("ont ont", "ont")

    def test_the_first_suggestion_is_taken(self) -> None:
        assert with_toys("Le chat dort.", toy("TOY001", "chat", "chien", "lion")).text == "Le chien dort."

    def test_a_finding_without_suggestion_changes_nothing(self) -> None:
        result = with_toys("Le chat dort.", toy("TOY001", "chat"))
        assert (result.changed, result.edits, result.refusals) == (False, (), ())


class TestOverlaps:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            pytest.param(
                toy("TOY001", "chat noir", "chat", severity=Severity.MINOR),
                toy("TOY002", "noir", "gris", severity=Severity.MAJOR),
                "Le chat gris dort.",
                id="the more severe, though shorter",
            ),
            pytest.param(
                toy("TOY001", "chat noir", "lion"),
                toy("TOY002", "noir", "gris"),
                "Le lion dort.",
                id="the longer of equal severity",
            ),
            pytest.param(
                toy("TOY001", "noir dort", "court"),
                toy("TOY002", "chat noir", "lion"),
                "Le lion dort.",
                id="the first of equal severity and length",
            ),
        ],
    )
    def test_the_winner(self, one: Rule, other: Rule, expected: str) -> None:
        for toys in ((one, other), (other, one)):
            assert with_toys("Le chat noir dort.", *toys).text == expected

    def test_a_loser_that_cannot_be_applied_any_more_is_reported_with_its_winner(self) -> None:
        winner, loser = toy("TOY001", "chat noir", "lion"), toy("TOY002", "noir", "gris")
        result = with_toys("Un.\nLe chat noir dort.", winner, loser)
        assert [(r.finding.code, r.finding.text, r.line) for r in result.refusals] == [("TOY002", "noir", 2)]
        assert "TOY001" in result.refusals[0].reason

    def test_a_loser_that_still_fits_is_applied_afterwards(self) -> None:
        winner = toy("TOY001", "chat noir", "gros chat noir", severity=Severity.MAJOR)
        once = toy("TOY001", "^Le chat noir", "Le gros chat noir", severity=Severity.MAJOR)
        result = with_toys("Le chat noir dort.", once, toy("TOY002", "noir", "gris"))
        assert result.text == "Le gros chat gris dort."
        assert result.refusals == ()
        assert winner.code == once.code

    def test_neighbours_do_not_overlap(self) -> None:
        result = with_toys("abcd", toy("TOY001", "ab", "x"), toy("TOY002", "cd", "y"))
        assert (result.text, result.refusals) == ("xy", ())


class TestGate:
    def test_a_figure_is_kept(self) -> None:
        result = with_toys("Il y a 14 morts.", toy("TOY001", "14 morts", "41 morts"))
        assert not result.changed
        assert reasons(result) == [("TOY001", "it would change a figure")]

    def test_a_figure_may_move_inside_a_repair(self) -> None:
        assert with_toys("Il y a 14 morts.", toy("TOY001", "a 14", "eut 14")).text == "Il y eut 14 morts."

    def test_the_next_suggestion_is_tried_where_the_first_fails(self) -> None:
        result = with_toys("Il y a 14 morts.", toy("TOY001", "14 morts", "41 morts", "14 tués"))
        assert (result.text, result.refusals) == ("Il y a 14 tués.", ())

    def test_a_repair_that_brings_a_new_fault_is_refused(self) -> None:
        bad = toy("TOY001", "chat", "lion")
        fault = toy("TOY002", "lion", safety=Safety.DISPLAY)
        result = with_toys("Le chat dort. Le loup court.", bad, fault, toy("TOY003", "loup", "renard"))
        assert result.text == "Le chat dort. Le renard court."
        assert reasons(result) == [("TOY001", "it would bring a new fault")]

    def test_a_repair_that_leaves_an_old_fault_is_made(self) -> None:
        fault = toy("TOY002", "chat|lion", safety=Safety.DISPLAY)
        assert with_toys("Le chat dort.", toy("TOY001", "chat", "lion"), fault).text == "Le lion dort."

    def test_a_refused_winner_gives_way_to_the_repair_it_overlapped(self) -> None:
        winner = toy("TOY001", "chat noir", "lion", severity=Severity.MAJOR)
        fault = toy("TOY002", "lion", safety=Safety.DISPLAY)
        result = with_toys("Le chat noir dort.", winner, fault, toy("TOY003", "noir", "gris"))
        assert result.text == "Le chat gris dort."

    def test_a_declined_repair_is_told_and_not_asked_again(self) -> None:
        asked: list[str] = []

        def choose(candidate: Candidate, _: Document) -> bool:
            asked.append(candidate.finding.text)
            return candidate.finding.text != "chat"

        toys = toy("TOY001", "chat", "lion"), toy("TOY002", "loup", "ours"), toy("TOY003", "ours", "renard")
        result = with_toys("Un loup, un chat.", *toys, choose=choose)
        assert result.text == "Un renard, un chat."
        assert asked == ["loup", "chat", "ours"] or asked == ["chat", "loup", "ours"]
        assert reasons(result) == [("TOY001", "it was declined")]


class TestEncodings:
    def test_a_narrow_space_becomes_a_full_one_in_latin_1(self) -> None:
        text = "Qui a tiré?"
        assert repaired(text, "TYP902").text == "Qui a tiré\u202f?"
        for encoding in ("latin-1", "cp1252"):
            assert repaired(text, "TYP902", encoding=encoding).text == "Qui a tiré\u00a0?"

    def test_a_curly_apostrophe_is_kept_where_the_encoding_has_it(self) -> None:
        text = "L'accord tient, mais l’eau monte et l’été vient."
        assert repaired(text, "TYP903", encoding="cp1252").text == text.replace("'", "’")

    def test_an_apostrophe_stays_straight_in_latin_1(self) -> None:
        toys = toy("TOY001", "le eau", "l’eau")
        document = parse("Toute le eau a débordé.".encode("latin-1"), "a.txt", "latin-1")
        result = repair(document, lambda d: find(d, [toys]))
        assert result.text == "Toute l'eau a débordé."
        assert document.encode(result.text) == "Toute l'eau a débordé.".encode("latin-1")

    def test_what_has_no_next_best_is_refused(self) -> None:
        document = parse(b"Le delta.", "a.txt", "latin-1")
        result = repair(document, lambda d: find(d, [toy("TOY001", "delta", "δ")]))
        assert not result.changed
        assert "no such character" in result.refusals[0].reason

    def test_a_repair_that_comes_to_nothing_is_told(self) -> None:
        document = parse(b"L'eau.", "a.txt", "latin-1")
        result = repair(document, lambda d: find(d, [toy("TOY001", "'", "’")]))
        assert not result.changed
        assert "no better character" in result.refusals[0].reason


class TestEndings:
    """Repairs that call for each other, and what becomes of the text."""

    def test_a_chain_of_repairs_is_followed_to_its_end(self) -> None:
        toys = toy("TOY001", "chat", "loup"), toy("TOY002", "loup", "ours"), toy("TOY003", "ours", "lion")
        assert with_toys("Le chat dort.", *toys).text == "Le lion dort."

    @pytest.mark.parametrize("text", ["Le chat dort.", "Le loup dort.", "Le lion dort."])
    def test_a_circle_ends_on_the_same_text_wherever_it_begins(self, text: str) -> None:
        toys = toy("TOY001", "chat", "loup"), toy("TOY002", "loup", "lion"), toy("TOY003", "lion", "chat")
        result = with_toys(text, *toys)
        assert result.text == with_toys(result.text, *toys).text == "Le chat dort."
        assert [reason for _, reason in reasons(result)] == ["another repair would undo it"]

    def test_a_repair_without_end_is_not_begun(self) -> None:
        result = with_toys("Le chat dort.", toy("TOY001", "chat", "chat chat"))
        assert (result.changed, result.edits) == (False, ())
        assert reasons(result) == [("TOY001", "it would never come to an end")]


class TestUntouchedText:
    FAULT, GOOD = "Les secours ont ont agi.", "Les secours ont agi."

    @pytest.mark.parametrize(
        "frame",
        [
            pytest.param("{}\r\n\tUn\u2028deux\r\n", id="CRLF"),
            pytest.param("{}\rUn\nDeux\r\n\n\r{}", id="mixed newlines, no final one"),
            pytest.param("\n\n  {}  \n\x0c\n", id="space all around"),
            pytest.param("\ufeff{}\n", id="byte-order mark"),
            pytest.param("🚒 e\u0301 {} \u00a0\u202f", id="emoji, combining accent, no-break spaces"),
        ],
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
    def test_stays_byte_for_byte(self, frame: str, encoding: str) -> None:
        data = frame.replace("{}", self.FAULT).encode(encoding)
        document = parse(data, "a.txt", None if frame.startswith("\ufeff") else encoding)
        result = repair(document, detecting("DUP001"))
        assert document.encode(result.text) == frame.replace("{}", self.GOOD).encode(encoding)

    def test_wrapped_paragraphs_stay_wrapped(self) -> None:
        text = (
            "Les secours ont évacué les habitants de la vallée de la\n"
            "vallée de la Marne après une nuit de pluie qui a noyé les\n"
            "routes et les champs au nord du chef-lieu du département.\n"
        )
        result = repaired(text, "DUP002").text
        assert result.split() == text.replace("de la\nvallée ", "").split()
        assert result.count("\n") == text.count("\n")


FRAGMENTS = (
    "Les secours ont ont évacué la vallée.",
    "Le pont fermé à la circulation fermé à la circulation rouvrira.",
    "Selon la mairie, deux ponts ont cédé selon la mairie.",
    "Les marins ont quitté le port ont quittées le port hier.",
    "Ils ont signé un accord accord accord accord accord historique.",
    "La séance est levée. La séance est levée.",
    'Il se dit "confiant", mais “prudent”.',
    "« Nous restons, » dit-il.",
    "Qui a tiré? Personne!",
    "L'accord tient, mais l’eau monte.",
    "Le chef de l'Etat a parlé de l'oeuvre.",
    "Le plan - un succès -- attend.",
    "Au 3ème tour, la 1ère place.",
    "L&#39;accord &laquo; tient &raquo;.",
    "Le dÃ©cret est paru.",
    "Le porte-parole de le ministère a démenti que il parte.",
    "L’accord a été signé Lundi soir.",
    "Le chantier a coûté $70 millions, soit 1,432.50 euros.",
    "Rendez-vous mardi, mars 12, à 4 p.m.",
    "The ceasefire held overnight, and nobody was hurt.",
    "“",
    "»",
    "Bien sûr ! Voici la traduction :",
    "Le port rouvre lundi.",
    "",
)
_FRAGMENT = st.sampled_from(FRAGMENTS)
_JOINT = st.sampled_from([" ", "\n", "\r\n", "\n\n", "\r", ", ", " « ", " » ", "\u00a0", "", "’", "("])
TEXTS = st.lists(st.tuples(_FRAGMENT, _JOINT), max_size=8).map(
    lambda parts: "".join(fragment + joint for fragment, joint in parts)
)
STABLE = ("DUP", "TYP", "MKP", "ADD", "GRM803", "CAP912", "NUM504", "NUM505", "NUM506")


class TestAnyText:
    """Texts made of faulty fragments, joined in any way."""

    @pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(text=TEXTS)
    @example(text=f"{FRAGMENTS[1]} “\n{FRAGMENTS[1]} “\n“ ")
    @example(text="La séance est levée. La séance est levée.\r\n“L'accord tient, mais l’eau monte.")
    def test_repairing_a_repaired_text_changes_nothing(self, unsafe: bool, text: str) -> None:
        once = repaired(text, *STABLE, unsafe=unsafe)
        again = repaired(once.text, *STABLE, unsafe=unsafe)
        assert again.text == once.text

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(text=TEXTS, mark=st.booleans(), encoding=st.sampled_from(["utf-8", "utf-16"]))
    def test_without_faults_of_a_rule_every_byte_stays(self, text: str, mark: bool, encoding: str) -> None:
        data = ("\ufeff" * mark + text).encode(encoding)
        document = parse(data, "a.txt")
        result = repair(document, lambda _: [])
        assert document.encode(result.text) == data

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(text=TEXTS)
    def test_one_repair_leaves_all_around_it_as_it_was(self, text: str) -> None:
        document = parse(text.encode(), "a.txt")
        result = repair(document, detecting("DUP001"))
        # Doubled words leave words only: newlines and punctuation stay, and no new word comes.
        assert re.sub(r"[\w \u00a0]", "", result.text) == re.sub(r"[\w \u00a0]", "", text)
        assert set(re.findall(r"\w+", result.text)) <= set(re.findall(r"\w+", text))
        if not result.edits:
            assert result.text == text
