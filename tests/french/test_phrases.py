"""Finding terms and patterns in text."""

import pytest

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
