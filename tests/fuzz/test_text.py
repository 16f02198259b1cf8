"""Properties that hold for any text: nothing is lost, nothing lies elsewhere than it is said to."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtfix.errors import InputError
from mtfix.formats.encodings import decode
from mtfix.formats.files import parse
from mtfix.formats.plain import line_segments, segments
from mtfix.french.patterns import PatternIndex
from mtfix.french.phrases import TermIndex
from mtfix.french.sentences import sentence_spans
from mtfix.french.stem import stem, without_accents
from mtfix.french.tokens import fold, tokenize
from mtfix.text import Segment

# Any text, and texts of the pieces that the rules of French look at.
SPACES = [" ", "  ", "\n", "\r\n", "\r", "\t", "\u00a0", "\u202f", "\u2028", "\x85", "\x0b"]
PIECES = [
    *"M. Mme. J. p. h. U.S.A. av. J.-C. etc. . .. ... … ! ? : ; , « » “ ” \" ' ’ ( ) [1] – — - *".split(),
    *"1. 3,5 18 h. 30 l’ d' qu’ aujourd’hui &nbsp; &#39; &rsquo; & Été été Il il Le le du de chat loup".split(),
    *"• # 12 2e a_b 🎺 É ß İ \u0301 \ufeff".split(),
    *SPACES,
]
FRENCH = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
SPACED = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), FRENCH, SPACED)
WORDS = st.sampled_from(["le", "loup", "chat", "l’", "d'", "12", ",", "Été", "a-b"])


@given(TEXTS)
def test_tokens_cover_the_text_in_order(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for index in range(len(tokens)):
        assert end <= tokens.starts[index] < tokens.ends[index]
        assert not text[end : tokens.starts[index]].strip()
        assert tokens.words[index] == fold(tokens.surface(index))
        assert tokens.surface(index).strip() == tokens.surface(index)
        end = tokens.ends[index]
    assert not text[end:].strip()


@given(TEXTS)
def test_sentences_cover_the_text_in_order(text: str) -> None:
    end = 0
    for start, stop in sentence_spans(text):
        assert end <= start < stop
        assert not text[end:start].strip()
        assert text[start:stop].strip() == text[start:stop]
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize("cut", [segments, line_segments])
@given(text=TEXTS)
def test_segments_cover_the_text_in_order(cut: Callable[[str], tuple[Segment, ...]], text: str) -> None:
    found = cut(text)
    end = 0
    for index, segment in enumerate(found):
        assert segment.index == index
        assert end <= segment.start < segment.end
        assert text[segment.start : segment.end] == segment.target == segment.target.strip()
        assert not text[end : segment.start].strip()
        end = segment.end
    assert not text[end:].strip()


@given(TEXTS)
def test_lines_and_columns_lead_back_to_the_offset(text: str) -> None:
    document = parse(text.encode("utf-8", "replace").replace(b"\0", b"0"), "note.txt")
    lines = [0]
    for position, character in enumerate(document.text):
        if character == "\n" or (character == "\r" and document.text[position + 1 : position + 2] != "\n"):
            lines.append(position + 1)
    for segment in document.segments:
        line, column = document.locate(segment.start)
        assert lines[line - 1] + column - 1 == segment.start
        assert document.line(line)[column - 1 :].startswith(segment.target[:1])


@given(
    TEXTS,
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252", "latin-1"]),
)
def test_what_is_decoded_comes_back_byte_for_byte(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    try:
        document = parse(data, "note.txt", encoding)
    except InputError:
        return
    assert document.encode(document.text) == data


@given(st.binary(max_size=120), st.sampled_from([None, "utf-8", "latin-1", "cp1252", "utf-16", "utf-7"]))
def test_bytes_come_back_or_are_refused(data: bytes, encoding: str | None) -> None:
    try:
        decoded = decode(data, "note.txt", encoding)
    except InputError:
        return
    assert decoded.bom + decoded.text.encode(decoded.encoding) == data
    assert "\0" not in decoded.text


@given(
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=8),
)
def test_terms_found_never_overlap_and_are_terms(text: str, terms: list[str]) -> None:
    tokens = tokenize(text)
    taken: set[int] = set()
    for first, last, term in TermIndex((term, term) for term in terms).find(tokens):
        assert taken.isdisjoint(range(first, last + 1))
        taken.update(range(first, last + 1))
        assert tokens.words[first : last + 1] == tokenize(term).words


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, max_size=10), st.lists(WORDS, max_size=10))
def test_term_is_found_wherever_it_stands(term: list[str], before: list[str], behind: list[str]) -> None:
    text = " , ".join(" ".join(part) for part in (before, term, behind))
    wanted = tokenize(" ".join(term)).words
    tokens = tokenize(text)
    found = TermIndex([(" ".join(term), None)]).find(tokens)
    assert wanted in [tokens.words[first : last + 1] for first, last, _ in found]


@given(
    st.lists(WORDS, max_size=20).map(" ".join),
    st.lists(
        st.sampled_from(["=le ~2 =chat", "=loup", "?=le =loup", "DET =chat", "NUM ~1 =loup ?=,"]), max_size=4
    ),
)
def test_patterns_found_never_overlap_and_lie_in_the_text(text: str, patterns: list[str]) -> None:
    tokens = tokenize(text)
    taken: set[int] = set()
    for _, ranges in PatternIndex((p, p) for p in patterns).find(tokens):
        covered = range(ranges[0][0], ranges[-1][1])
        assert covered
        assert covered.stop <= len(tokens)
        assert taken.isdisjoint(covered)
        taken.update(covered)
        assert all(one[1] == other[0] for one, other in pairwise(ranges))


@given(st.text(alphabet="abcdeilmnorstuxzéèêàç’-", max_size=20))
def test_stem_is_a_beginning_of_the_bare_word(word: str) -> None:
    assert without_accents(word).startswith(stem(word))
    assert len(stem(word)) >= min(3, len(word))
