"""Finding terms and patterns in text."""

import pytest

from mtfix.french.patterns import Pattern, PatternError, PatternIndex
from mtfix.french.phrases import TermIndex
from mtfix.french.tokens import tokenize


def terms(text: str, *wanted: str) -> list[str]:
    """The texts of the terms found, in text order."""
    tokens = tokenize(text)
    found = TermIndex((term, term) for term in wanted).find(tokens)
    return [tokens.between(first, last) for first, last, _ in sorted(found)]


class TestTerms:
    """Literal terms."""

    @pytest.mark.parametrize(
        ("text", "term"),
        [
            pytest.param("la loutre dort", "loutre", id="word"),
            pytest.param("la loutre de mer dort", "loutre de mer", id="words"),
            pytest.param("la loutre  de\u00a0mer dort", "loutre de mer", id="other-spaces"),
            pytest.param("la loutre\nde mer", "loutre de mer", id="over-a-line-end"),
            pytest.param("de l’Étang bleu", "l'Étang bleu", id="other-apostrophe"),
            pytest.param("de l&#39;Étang bleu", "l’Étang bleu", id="apostrophe-as-a-number"),
            pytest.param("de l&rsquo;Étang bleu", "l'Étang bleu", id="apostrophe-as-an-entity"),
            pytest.param("le 10% de", "10 %", id="number-and-mark-without-space"),
            pytest.param("en Haute-Zédie,", "Haute-Zédie", id="hyphen"),
            pytest.param("le 10 %", "10 %", id="number-and-mark"),
            pytest.param("de la", "la", id="function-word"),
        ],
    )
    def test_found(self, text: str, term: str) -> None:
        (found,) = terms(text, term)
        assert tokenize(found).words == tokenize(term).words

    @pytest.mark.parametrize(
        ("text", "term"),
        [
            pytest.param("la Loutre", "loutre", id="case"),
            pytest.param("la loutré", "loutre", id="accent"),
            pytest.param("les loutres", "loutre", id="other-form"),
            pytest.param("la loutre, de mer", "loutre de mer", id="comma-between"),
            pytest.param("la loutre de", "loutre de mer", id="cut-at-the-end"),
            pytest.param("mer", "loutre de mer", id="cut-at-the-start"),
            pytest.param("un non-dit", "non dit", id="hyphen-is-no-space"),
            pytest.param("", "loutre", id="empty-text"),
            pytest.param("la loutre", "", id="empty-term"),
        ],
    )
    def test_not_found(self, text: str, term: str) -> None:
        assert terms(text, term) == []

    def test_longest_term_wins(self) -> None:
        text = "la loutre de mer et la loutre"
        assert terms(text, "loutre", "loutre de mer", "mer") == ["loutre de mer", "loutre"]

    def test_longest_term_wins_over_an_earlier_one(self) -> None:
        assert terms("a b c d", "a b", "b c d") == ["b c d"]

    def test_earlier_term_wins_at_equal_length(self) -> None:
        index = TermIndex([("loutre", "first"), ("loutre", "second")])
        assert [value for *_, value in index.find(tokenize("une loutre"))] == ["first"]

    def test_every_occurrence_is_found(self) -> None:
        assert terms("mer, mer et mer", "mer") == ["mer"] * 3


def matches(text: str, *patterns: str) -> list[str]:
    """The texts that the patterns match, in text order."""
    tokens = tokenize(text)
    found = PatternIndex((Pattern(p), p) for p in patterns).find(tokens)
    ranges = sorted((elements[0][0], elements[-1][1]) for _, elements in found)
    return [tokens.between(first, end - 1) for first, end in ranges]


class TestPatterns:
    """Patterns with alternatives, optional tokens, gaps and classes."""

    @pytest.mark.parametrize(
        ("pattern", "text", "expected"),
        [
            pytest.param("=faire =sens", "Cela doit FAIRE Sens.", "FAIRE Sens", id="case-is-ignored"),
            pytest.param("=fait|=faisait =sens", "cela faisait sens", "faisait sens", id="alternatives"),
            pytest.param("=d' =abord", "d’abord", "d’abord", id="apostrophe-is-ignored"),
            pytest.param("=d’ =abord", "d&#39;abord", "d&#39;abord", id="apostrophe-as-an-entity"),
            pytest.param("=fait ?=pas =sens", "cela fait sens", "fait sens", id="optional-absent"),
            pytest.param(
                "=fait ?=pas =sens", "cela ne fait pas sens", "fait pas sens", id="optional-present"
            ),
            pytest.param("?=ne =fait =sens", "il ne fait sens", "ne fait sens", id="optional-in-front"),
            pytest.param("=fait ~2 =sens", "cela fait sens", "fait sens", id="gap-empty"),
            pytest.param("=fait ~2 =sens", "il fait tout de sens", "fait tout de sens", id="gap-full"),
            pytest.param(
                "=prendre ~3 =charge",
                "prendre l’élève en charge",
                "prendre l’élève en charge",
                id="gap-elision",
            ),
            pytest.param("NUM =loutres", "il voit 12 loutres", "12 loutres", id="number"),
            pytest.param("DET =loutre", "il voit cette loutre", "cette loutre", id="determiner"),
            pytest.param("=basé PREP NAME", "basé à Sète", "basé à Sète", id="preposition-and-name"),
            pytest.param("=dit PRON", "dit-il, dit elle", "dit elle", id="pronoun"),
            pytest.param("DET|=maint =loutre", "maint loutre", "maint loutre", id="class-or-form"),
        ],
    )
    def test_found(self, pattern: str, text: str, expected: str) -> None:
        assert matches(text, pattern) == [expected]

    @pytest.mark.parametrize(
        ("pattern", "text"),
        [
            pytest.param("=faire =sens", "faire du sens", id="word-between"),
            pytest.param("=fait ~2 =sens", "fait tout de même sens", id="gap-too-wide"),
            pytest.param("=fait ~2 =sens", "il fait, ce sens", id="punctuation-in-the-gap"),
            pytest.param("=fait ~2 =sens", "cela fait", id="end-in-the-gap"),
            pytest.param("=basé PREP NAME", "basé à terre", id="no-name"),
            pytest.param("NUM =loutres", "loutres", id="missing-in-front"),
            pytest.param("=sens", "sensé", id="part-of-a-word"),
        ],
    )
    def test_not_found(self, pattern: str, text: str) -> None:
        assert matches(text, pattern) == []

    def test_ranges_of_the_elements(self) -> None:
        tokens = tokenize("Il fait tout son sens.")
        ((_, ranges),) = PatternIndex([(Pattern("?=ne =fait ~2 =sens"), None)]).find(tokens)
        assert ranges == [(1, 1), (1, 2), (2, 4), (4, 5)]

    def test_longest_match_wins(self) -> None:
        patterns = ("=en =charge", "=prendre =en =charge", "=charge =de =travail")
        assert matches("prendre en charge", *patterns) == ["prendre en charge"]
        assert matches("en charge de travail", *patterns) == ["charge de travail"]

    def test_matches_do_not_overlap(self) -> None:
        assert matches("dit dit dit dit", "=dit =dit") == ["dit dit", "dit dit"]

    def test_gap_is_as_short_as_can_be(self) -> None:
        assert matches("fait sens et sens", "=fait ~3 =sens") == ["fait sens"]

    @pytest.mark.parametrize(
        "pattern",
        [
            pytest.param("", id="empty"),
            pytest.param("NUM NAME", id="classes-alone"),
            pytest.param("?=fait", id="optional-alone"),
            pytest.param("~2", id="gap-alone"),
            pytest.param("=fait|NAME", id="form-or-class-alone"),
            pytest.param("fait", id="no-equals-sign"),
            pytest.param("=", id="no-form"),
            pytest.param("=fait VERB", id="unknown-class"),
            pytest.param("=fait ~", id="gap-without-width"),
            pytest.param("=fait ~0 =sens", id="gap-of-nothing"),
            pytest.param("=fait ~12 =sens", id="gap-too-wide"),
            pytest.param("=fait ?~2 =sens", id="optional-gap"),
            pytest.param("=fait|", id="empty-alternative"),
        ],
    )
    def test_pattern_that_does_not_fit(self, pattern: str) -> None:
        with pytest.raises(PatternError):
            Pattern(pattern)

    def test_error_shows_the_pattern(self) -> None:
        with pytest.raises(PatternError, match="'NUM NAME' has no required word"):
            Pattern("NUM NAME")
        with pytest.raises(PatternError, match="'VERB' is neither =form nor one of NUM, NAME"):
            Pattern("=fait VERB")
