"""English tokens, lemmas and phrases."""

import pytest

from mtfix.english.phrases import phrases
from mtfix.english.words import lemma, tokenize


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talked", "talk"), ("making", "make"), ("hoped", "hope"), ("hopping", "hop"), ("added", "add"),
        ("planned", "plan"), ("denies", "deny"), ("watches", "watch"), ("boxes", "box"), ("agreed", "agree"),
        ("threw", "throw"), ("died", "die"), ("news", "news"), ("during", "during"), ("children", "child"),
        ("focuses", "focus"), ("us", "us"), ("red", "red"),
    ],
)  # fmt: skip
def test_lemma(word: str, expected: str) -> None:
    assert lemma(word) == expected


def test_tokens_are_where_they_say() -> None:
    tokens = tokenize("He didn't say the U.S. won’t pay $5,000.50.")
    assert tokens.words == [
        "he",
        "did",
        "n’t",
        "say",
        "the",
        "u.s.",
        "wo",
        "n’t",
        "pay",
        "$",
        "5,000.50",
        ".",
    ]
    assert [tokens.surface(i).lower().replace("'", "’") for i in range(len(tokens))] == tokens.words


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("throw into turmoil / disarray", "The vote threw the party into disarray."),
        ("throw into turmoil / disarray", "It was thrown into turmoil."),
        ("bailout, bail out (a bank)", "They bailed the bank out."),
        ("drag one’s feet", "Ministers are dragging their feet."),
        ("the top diplomat", "Top diplomats met."),
        ("(birthday, dinner) party", "She came to the birthday party."),
    ],
)
def test_phrase_is_found(entry: str, text: str) -> None:
    lemmas = [lemma(word) for word in tokenize(text).words]
    assert any(list(phrase.find(lemmas)) for phrase in phrases(entry))


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("throw into turmoil / disarray", "He threw the ball; later the office fell into disarray."),
        ("(birthday, dinner) party", "The party lost the vote."),
        ("drag one’s feet", "His feet were dragging."),
    ],
)
def test_phrase_is_not_found(entry: str, text: str) -> None:
    lemmas = [lemma(word) for word in tokenize(text).words]
    assert not any(list(phrase.find(lemmas)) for phrase in phrases(entry))


def test_an_entry_without_words_has_no_phrase() -> None:
    assert phrases("") == phrases("/ ,") == ()
