"""Patterns over lemmas, forms and classes, and the index of many of them."""

import pytest

from mtfix.french.patterns import Pattern, PatternError, PatternIndex
from mtfix.french.tokens import tokenize


def matches(text: str, *patterns: str) -> list[str]:
    """The texts that the patterns match, in text order."""
    tokens = tokenize(text)
    found = PatternIndex((p, p) for p in patterns).find(tokens)
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
        ((_, ranges),) = PatternIndex([("?=ne =fait ~2 =sens", None)]).find(tokens)
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
            pytest.param("=", id="no-form"),
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

    @pytest.mark.parametrize(
        ("pattern", "text", "found"),
        [
            pytest.param(
                "appeler ~2 vote", "Il a appelé lundi un vote.", ["appelé lundi un vote"], id="lemma"
            ),
            pytest.param("le juge", "Elle voit la juge.", ["la juge"], id="article-has-the-lemma-le"),
            pytest.param("de chef", "Le cri du chef.", ["du chef"], id="contraction-has-both-lemmas"),
            pytest.param(
                "=prendre DET ADJ décision",
                "Prendre une bonne décision.",
                ["Prendre une bonne décision"],
                id="class",
            ),
            pytest.param("avoir PP vote", "Ils ont perdu vote.", ["ont perdu vote"], id="participle"),
            pytest.param(
                "terrain !de", "Le terrain de jeu, un terrain vague.", ["terrain"], id="absent-ahead"
            ),
            pytest.param("<!un terrain", "Un terrain, le terrain.", ["terrain"], id="absent-before"),
        ],
    )
    def test_words_by_what_they_are(self, pattern: str, text: str, found: list[str]) -> None:
        tokens = tokenize(text)
        matches = (ranges for _, ranges in PatternIndex([(pattern, None)]).find(tokens))
        assert [tokens.between(r[0][0], r[-1][1] - 1) for r in matches] == found
