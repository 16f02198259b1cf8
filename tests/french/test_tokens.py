"""How French text is cut into tokens."""

import pytest

from mtfix.french.tokens import fold, tokenize


def cut(text: str) -> list[str]:
    """The tokens as they stand in the text, after checking that nothing but white space lies between them."""
    tokens = tokenize(text)
    end = 0
    for start, stop in zip(tokens.starts, tokens.ends, strict=True):
        assert not text[end:start].strip()
        assert start < stop
        end = stop
    assert not text[end:].strip()
    return [tokens.surface(i) for i in range(len(tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le chat dort.", "Le chat dort .", id="plain"),
        pytest.param("l'hiver d’ici, qu'on", "l' hiver d’ ici , qu' on", id="elisions"),
        pytest.param("L’ÉTÉ QU’ON", "L’ ÉTÉ QU’ ON", id="elisions-in-capitals"),
        pytest.param("lorsqu'il jusqu'à quelqu’un", "lorsqu' il jusqu' à quelqu’ un", id="long-elisions"),
        pytest.param("l'« ami » d’“ami”", "l' « ami » d’ “ ami ”", id="elision-before-a-quotation"),
        pytest.param("l'1 % s'y", "l' 1 % s' y", id="elision-before-a-number"),
        pytest.param("aujourd'hui d’aujourd’hui", "aujourd'hui d’ aujourd’hui", id="aujourd-hui"),
        pytest.param("O'Neil, prud’homme", "O'Neil , prud’homme", id="apostrophe-within-a-word"),
        pytest.param("les élus' 'mot'", "les élus ' ' mot '", id="apostrophe-as-a-quotation-mark"),
        pytest.param("l&#39;ami, l&rsquo;ami", "l&#39; ami , l&rsquo; ami", id="apostrophe-as-an-entity"),
        pytest.param("a&nbsp;b &amp; c &eacute;t", "a &nbsp; b &amp; c &eacute; t", id="entities"),
        pytest.param("R&D, a&b", "R & D , a & b", id="ampersand-alone"),
        pytest.param("porte-parole, a-t-il", "porte-parole , a-t-il", id="hyphens"),
        pytest.param("- oui -non", "- oui - non", id="dashes"),
        pytest.param(
            "3,14 1.000,50 2\u202f000 2\u00a0000", "3,14|1.000,50|2\u202f000|2\u00a0000", id="numbers"
        ),
        pytest.param("18h30, 2e, 12.", "18 h 30 , 2 e , 12 .", id="numbers-and-letters"),
        pytest.param("Quoi ?! Oui…", "Quoi ? ! Oui …", id="punctuation-mark-by-mark"),
        pytest.param("snake_case", "snake _ case", id="underscore"),
        pytest.param("🎺 m² ½", "🎺 m² ½", id="symbols"),
        pytest.param("cœur naïve Noël", "cœur naïve Noël", id="letters-with-marks"),
        pytest.param("", "", id="empty"),
        pytest.param(" \n\t", "", id="white-space"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert cut(text) == (expected.split("|") if "|" in expected else expected.split())


@pytest.mark.parametrize("number", ["2 000", "2 000 000,50", "2\u00a0000", "3,14", "2024"])
def test_number_is_one_token(number: str) -> None:
    assert cut(f"les {number} euros") == ["les", number, "euros"]


def test_year_and_number_side_by_side_are_two() -> None:
    assert cut("en 2024 500 élus") == ["en", "2024", "500", "élus"]


@pytest.mark.parametrize("text", ["L'Ami", "L’Ami", "L&#39;Ami", "L&#039;Ami", "L&rsquo;Ami", "l&apos;ami"])
def test_words_are_folded_for_comparison(text: str) -> None:
    assert tokenize(text).words == ["l’", "ami"]


@pytest.mark.parametrize(
    ("word", "folded"), [("Qu'", "qu’"), ("AUJOURD&rsquo;HUI", "aujourd’hui"), ("Été", "été")]
)
def test_fold_is_that_of_the_tokens(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_offsets_count_code_points_of_the_text() -> None:
    tokens = tokenize("🎺 L&#39;été İ x")
    assert list(zip(tokens.starts, tokens.ends, strict=True)) == [(0, 1), (2, 8), (8, 11), (12, 13), (14, 15)]


def test_text_between_tokens_is_that_of_the_file() -> None:
    tokens = tokenize("Le  chat\u00a0dort .")
    assert tokens.between(1, 3) == "chat\u00a0dort ."


def test_words_are_told_from_the_rest() -> None:
    tokens = tokenize("L’an 2 : &amp; oui")
    assert [tokens.is_word(i) for i in range(len(tokens))] == [True, True, False, False, False, True]


def test_white_space_between_tokens() -> None:
    tokens = tokenize("L’an\u00a0 deux")
    assert tokens.spaced(0)
    assert tokens.spaced(1)
