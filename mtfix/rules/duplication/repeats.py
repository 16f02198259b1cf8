"""Finds phrases that stand twice or more in a sentence, also in another inflection."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtfix.french.stem import same_word, stem
from mtfix.french.tokens import Tokens
from mtfix.french.words import FUNCTION_WORDS
from mtfix.rules.base import Context
from mtfix.text import Segment

_REACH = 30
"""How many tokens lie at most between a word of the first copy and its counterpart in the second."""
_REMEMBERED = 4
"""How many earlier places of a word are tried: bounds the work in a text of one word."""
_CLASSES = (
    "le la les l’",
    "un une",
    "du de des d’",
    "au aux à",
    "ce cet cette ces",
    "son sa ses leur leurs",
    "il elle ils elles",
    "a ont avait avaient aura auront",
    "est sont était étaient sera seront",
    "qui que qu’",
)
_CLASS_OF = {word: words for words in _CLASSES for word in words.split()}


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two copies of a phrase in one sentence, as half-open token ranges; `first_end <= second`."""

    first: int
    first_end: int
    second: int
    second_end: int
    exact: bool

    @property
    def adjacent(self) -> bool:
        """Whether nothing stands between the copies."""
        return self.first_end == self.second


@dataclass(frozen=True, slots=True)
class Loop:
    """A unit of `period` tokens that fills the range at least three times."""

    start: int
    end: int
    period: int


@dataclass(frozen=True, slots=True)
class Repetitions:
    """What stands more than once in the sentences of a segment."""

    repeats: tuple[Repeat, ...]
    loops: tuple[Loop, ...]


def is_content(word: str) -> bool:
    """Whether a folded token carries meaning: a word of three letters or more that is no function word."""
    return len(word) > 2 and word[0].isalpha() and word not in FUNCTION_WORDS


@lru_cache(maxsize=100_000)
def _content_stem(word: str) -> str:
    """The stem of a word that carries meaning, '' for every other."""
    return stem(word) if is_content(word) else ""


def content_words(tokens: Tokens, start: int, end: int) -> int:
    """How many tokens of a range carry meaning."""
    return sum(is_content(tokens.words[i]) for i in range(start, end))


def repetitions(segment: Segment, context: Context) -> Repetitions:
    """The loops and repeats of a segment; a repeat inside a loop is left out."""
    tokens = context.tokens(segment)
    bounds = sentence_bounds(segment, context)
    loops = tuple(_loops(tokens))
    looped = {i for loop in loops for i in range(loop.start, loop.end)}
    found = (r for start, end in bounds for r in _repeats(tokens, start, end))
    return Repetitions(tuple(r for r in found if _outside(looped, r)), loops)


def _outside(looped: set[int], repeat: Repeat) -> bool:
    copies = (*range(repeat.first, repeat.first_end), *range(repeat.second, repeat.second_end))
    return looped.isdisjoint(copies)


def sentence_bounds(segment: Segment, context: Context) -> list[tuple[int, int]]:
    """The token range of every sentence of a segment."""
    starts = context.tokens(segment).starts
    bounds, first = [], 0
    for sentence in context.sentences(segment):
        last = bisect_left(starts, sentence.end, first)
        bounds.append((first, last))
        first = last
    return bounds


def _repeats(tokens: Tokens, start: int, end: int) -> Iterator[Repeat]:
    stems = [_content_stem(word) for word in tokens.words[start:end]]
    told = [root for root in stems if root]
    if len(set(told)) == len(told):
        return
    places: dict[str, list[int]] = defaultdict(list)
    covered: set[tuple[int, int]] = set()
    for place, root in enumerate(stems, start):
        if not root:
            continue
        earlier = places[root]
        for other in earlier[-_REMEMBERED:]:
            if place - other <= _REACH and (other, place) not in covered:
                pairs = _extend(tokens, other, place, start, end)
                covered.update(pairs)
                yield _repeat(tokens, pairs)
        earlier.append(place)


def _repeat(tokens: Tokens, pairs: list[tuple[int, int]]) -> Repeat:
    (first, second), (first_last, second_last) = pairs[0], pairs[-1]
    one = tokens.words[first : first_last + 1]
    return Repeat(
        first, first_last + 1, second, second_last + 1, one == tokens.words[second : second_last + 1]
    )


def _extend(tokens: Tokens, one: int, other: int, start: int, end: int) -> list[tuple[int, int]]:
    """The aligned tokens around a pair of equal words; a function word may lack in one copy."""
    pairs = [(one, other)]
    left, right = one, other
    # The left copy's beginning is only known at the end: the right one may not reach into the left one.
    while step := _step(tokens, left, right, -1, start, one, end):
        left, right = step
        pairs.insert(0, step)
    left, right = one, other
    while step := _step(tokens, left, right, 1, start, pairs[0][1] - 1, end):
        left, right = step
        pairs.append(step)
    return pairs


def _step(
    tokens: Tokens, left: int, right: int, by: int, start: int, left_most: int, end: int
) -> tuple[int, int] | None:
    for skip_left, skip_right in ((0, 0), (1, 0), (0, 1)):
        one, other = left + by * (1 + skip_left), right + by * (1 + skip_right)
        if not (start <= one <= left_most and left_most < other < end):
            continue
        if (skip_left and not _skippable(tokens, left + by)) or (
            skip_right and not _skippable(tokens, right + by)
        ):
            continue
        if _alike(tokens, one, other):
            return one, other
    return None


def _skippable(tokens: Tokens, index: int) -> bool:
    return tokens.words[index] in _CLASS_OF


def _alike(tokens: Tokens, one: int, other: int) -> bool:
    word, second = tokens.words[one], tokens.words[other]
    if not word[0].isalnum():
        return False
    if word == second:
        return True
    if word in _CLASS_OF:
        return second in _CLASS_OF and _CLASS_OF[word] is _CLASS_OF[second]
    return is_content(word) and is_content(second) and same_word(word, second)


def _loops(tokens: Tokens) -> Iterator[Loop]:
    words = tokens.words
    if len(words) - len(set(words)) < 2:
        return  # three copies of a word are at least two too many
    previous: dict[str, tuple[int, int]] = {}
    done = 0
    for place, word in enumerate(words):
        if not word[0].isalpha():
            continue
        before, lag = previous.get(word, (-1, 0))
        period = place - before
        if before >= done and period == lag:
            loop = _periodic(words, before, period)
            # The third copy may lack the comma that stands behind the others.
            separated = loop.period > 2 and not words[loop.start + period - 1][0].isalnum()
            if loop.end - loop.start >= 3 * period - separated:
                done = loop.end
                yield loop
        previous[word] = (place, period if before >= 0 else 0)


def _periodic(words: list[str], inside: int, period: int) -> Loop:
    start = inside
    while start > 0 and words[start - 1] == words[start - 1 + period]:
        start -= 1
    end = inside + period
    while end < len(words) and words[end] == words[end - period]:
        end += 1
    return Loop(start, end, period)
