"""Runs of words of a text that its translation leaves out.

The table knows few renderings of many words, and people translate freely: that a word has no link proves little.
What tells a gap is everything at once: a run of such words that ends where a phrase does, the words beside it
rendered side by side, few words left over in the other text, and lengths that fit better without the run.
The weights were fitted by logistic regression to clauses deleted from translations (of news, talks and encyclopedias).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import mul
from weakref import WeakKeyDictionary

from mtfix.alignment.table import lexical_table
from mtfix.alignment.words import ENGLISH_FUNCTION_WORDS, WordAlignment
from mtfix.french.lexicon import lexicon
from mtfix.french.tokens import Tokens
from mtfix.french.words import FUNCTION_WORDS

OPENERS = frozenset(
    "which who whom whose that where when while as after before since because although though if unless until in on at "
    "for with by from to of about into over under against between through during without within among across and or "
    "but including despite according than not "
    "qui que qu’ dont où quand tandis comme après avant depuis parce car si jusqu’ dans en sur à au aux pour avec "
    "par de d’ du des vers sous contre entre pendant sans chez parmi et ou mais dès malgré selon afin lors".split()
)
"""Words that begin a phrase or a clause, in either language."""
MARKS = frozenset(",.;:!?()\"“”«»–—-")  # fmt: skip
_RATIO = 1.13
"""French characters for an English one."""
_DEVIATION, _SHORTEST_TEXT = 1.95, 20
"""How far lengths deviate from the ratio, for the square root of a character."""
_LONG = 0.3
"""From this deviation on, the other text is too long to lack anything."""
_LONGEST = 80
"""How many tokens a gap has at most: bounds the work in a long text."""
_FEWEST_WORDS, _FEWEST_MISSING, _SHARE_MISSING = 5, 3, 0.6
_MOST = 0.7
"""The share of a text that a gap may be: one that is larger tells of a wrong pair."""
_SURE_LINK = 0.05
_FEWEST_LINKS, _PAIRED = 2, 0.3
_REPEATED = 0.25
"""What counts of a word whose lemma is rendered elsewhere in the text: a pronoun may stand for it."""
_KNOWN_FRENCH = 0.6
_BESIDE = 3
_MOST_GAIN = 5.0
_WEIGHTS = (0.45, -0.39, -0.36, -0.74, -0.62, -1.28, -0.18, -1.41, 0.57, 2.64, 1.41, 0.19, 0.41, -3.18)
"""In the order of `_Search.features`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Tokens [first, end) that nothing renders; `before` and `after` are the tokens of the other text around the gap.

    `before` is -1, and `after` the number of tokens, at the edges of the other text.  `score` grows with certainty:
    from 2 on, most gaps are real ones.
    """

    first: int
    end: int
    before: int
    after: int
    score: float


def is_pair(alignment: WordAlignment) -> bool:
    """Whether both texts have enough words in common to be a pair: what is missing from a wrong one proves nothing."""
    source, target = _sides(alignment)
    fewer = min(sum(source.content), sum(target.content))
    return len(alignment.links) >= max(_FEWEST_LINKS, _PAIRED * fewer)


def omitted(alignment: WordAlignment) -> Gap | None:
    """The likeliest run of the source that the translation leaves out."""
    source, target = _sides(alignment)
    return _find(source, target, _RATIO)


def added(alignment: WordAlignment) -> Gap | None:
    """The likeliest run of the translation that nothing in the source stands behind."""
    source, target = _sides(alignment)
    return _find(target, source, 1 / _RATIO)


def _find(one: _Side, other: _Side, ratio: float) -> Gap | None:
    lengths = _Lengths(one.length, other.length, ratio)
    if len(one.missing) < _FEWEST_MISSING or lengths.deviation > _LONG:
        return None
    return max(_Search(one, other, lengths).gaps(), key=lambda gap: gap.score, default=None)


class _Side:
    """One text of a pair: which of its words carry meaning, and what renders them.

    The weight of a word with a link says how sure the link is; of one without, how telling that is.
    """

    def __init__(
        self, tokens: Tokens, lemmas: Sequence[str], content: list[bool], known: list[float]
    ) -> None:
        self.tokens, self.content = tokens, content
        self._lemmas, self._known = lemmas, known
        self.place: list[int | None] = [None] * len(tokens)
        self.weight = [0.0] * len(tokens)
        self.sure = [False] * len(tokens)

    def link(self, index: int, place: int, score: float) -> None:
        """Notes that the token `place` of the other text renders a token."""
        self.place[index], self.sure[index] = place, score > _SURE_LINK
        self.weight[index] = 1.2 + 1.8 * score if score > 0.1 else 0.6 + 6 * score

    def weigh(self) -> None:
        """Weighs the words without a link, once all links are noted."""
        rendered = {lemma for lemma, place in zip(self._lemmas, self.place, strict=True) if place is not None}
        for i in self.missing:
            self.weight[i] = self._surprise(i) * (_REPEATED if self._lemmas[i] in rendered else 1.0)

    def _surprise(self, i: int) -> float:
        """How telling it is that nothing renders a word: figures and names always find their like."""
        known = self._known[i]
        if self.tokens.words[i][0].isdigit():
            return 2.0
        if i and self.tokens.surface(i)[0].isupper():
            return 1.3 if known >= 0.7 or not known else 0.8
        return 0.3 + 0.9 * known if known else 0.35

    @cached_property
    def missing(self) -> list[int]:
        """The words that carry meaning and that nothing renders."""
        return [i for i, carries in enumerate(self.content) if carries and self.place[i] is None]

    @property
    def length(self) -> int:
        """How many characters the text has."""
        return len(self.tokens.text)


# Kept as long as the alignment: two rules ask, each in its own pass over the document.
_SIDES: WeakKeyDictionary[WordAlignment, tuple[_Side, _Side]] = WeakKeyDictionary()


def _sides(alignment: WordAlignment) -> tuple[_Side, _Side]:
    if alignment not in _SIDES:
        _SIDES[alignment] = _weighed_sides(alignment)
    return _SIDES[alignment]


def _weighed_sides(alignment: WordAlignment) -> tuple[_Side, _Side]:
    source = _english(alignment.source, alignment.source_lemmas)
    target = _french(alignment.target, alignment.target_lemmas)
    for link in alignment.links:
        source.link(link.source, link.target, link.score)
        target.link(link.target, link.source, link.score)
    source.weigh()
    target.weigh()
    return source, target


def _english(tokens: Tokens, lemmas: Sequence[str]) -> _Side:
    pairs = zip(tokens.words, lemmas, strict=True)
    content = [word[0].isalnum() and lemma not in ENGLISH_FUNCTION_WORDS for word, lemma in pairs]
    return _Side(tokens, lemmas, content, [_surest(lemma) for lemma in lemmas])


@lru_cache(maxsize=50_000)
def _surest(lemma: str) -> float:
    """How sure the surest translation of an English lemma is; 0 for one the table does not have."""
    return max((t.score for t in lexical_table().translations(lemma).values()), default=0.0)


def _french(tokens: Tokens, lemmas: Sequence[str]) -> _Side:
    content = [word[0].isalnum() and word not in FUNCTION_WORDS for word in tokens.words]
    known = [_KNOWN_FRENCH if lexicon().analyses(word) else 0.0 for word in tokens.words]
    return _Side(tokens, lemmas, content, known)


class _Lengths:
    """How well the lengths of two texts fit."""

    def __init__(self, one: int, other: int, ratio: float) -> None:
        self._one, self._other, self._ratio = one, other, ratio
        self._spread = _DEVIATION * math.sqrt(max(_SHORTEST_TEXT, min(one, other / ratio)))
        self.deviation = self._deviation(0)

    def _deviation(self, left_out: int) -> float:
        return (self._other - self._ratio * (self._one - left_out)) / self._spread

    def gain(self, left_out: int) -> float:
        """How much better the lengths fit, as a log likelihood ratio, if that many characters are left out."""
        gain = (self.deviation**2 - self._deviation(left_out) ** 2) / 2
        return max(-_MOST_GAIN, min(_MOST_GAIN, gain))


class _Search:
    """Goes through the runs of a text that begin and end where phrases do."""

    def __init__(self, one: _Side, other: _Side, lengths: _Lengths) -> None:
        self._one, self._other, self._lengths = one, other, lengths
        missing = set(one.missing)
        indices = range(len(one.tokens))
        self._missing = [i in missing for i in indices]
        self._words = _sums([word[0].isalnum() for word in one.tokens.words])
        self._contents = _sums(one.content)
        self._count_missing = _sums(self._missing)
        self._surprise = _sums([one.weight[i] if i in missing else 0.0 for i in indices])
        self._left, self._right = _neighbours(one, len(other.tokens))
        self._loose_share = len(other.missing) / max(3, sum(other.content))

    def gaps(self) -> Iterator[Gap]:
        """Every run that might be left out."""
        length = len(self._one.tokens)
        ends = [end for end in range(1, length + 1) if self._may_end(end)]
        for first in filter(self._may_begin, range(length)):
            for end in ends[bisect_right(ends, first) : bisect_right(ends, first + _LONGEST)]:
                if self._counts(first, end):
                    before, after = sorted((self._left[first], self._right[end]))
                    score = sum(map(mul, _WEIGHTS, self.features(first, end, before, after)))
                    yield Gap(first, end, before, after, score)

    def _may_begin(self, i: int) -> bool:
        words = self._one.tokens.words
        opens = not i or words[i] in OPENERS or words[i - 1] in MARKS
        return words[i][0].isalnum() and (self._missing[i] or opens)

    def _may_end(self, end: int) -> bool:
        return self._one.tokens.words[end - 1][0].isalnum() and (self._missing[end - 1] or self._closes(end))

    def _closes(self, end: int) -> bool:
        """Whether a phrase may end before the token."""
        words = self._one.tokens.words
        return end == len(words) or words[end] in MARKS or words[end] in OPENERS

    def _counts(self, first: int, end: int) -> bool:
        missing = self._count_missing[end] - self._count_missing[first]
        length = self._one.tokens.ends[end - 1] - self._one.tokens.starts[first]
        return (
            length <= _MOST * self._one.length
            and self._words[end] - self._words[first] >= _FEWEST_WORDS
            and missing >= _FEWEST_MISSING
            and missing >= _SHARE_MISSING * (self._contents[end] - self._contents[first])
        )

    def features(self, first: int, end: int, before: int, after: int) -> tuple[float, ...]:
        """What speaks for and against a gap, in the order of the weights."""
        length = self._one.tokens.ends[end - 1] - self._one.tokens.starts[first]
        return (
            self._surprise[end] - self._surprise[first],
            *self._rendered(first, end, before, after),
            min(6, sum(before - _BESIDE <= j + 1 and j <= after + _BESIDE + 1 for j in self._other.missing)),
            float(self._left[first] > self._right[end]),
            min(15, after - before),
            self._loose_share,
            self._lengths.gain(length),
            length / max(1, self._one.length),
            self._closes(end),
            min(15, self._words[end] - self._words[first]),
            min(6, self._count_missing[end] - self._count_missing[first]),
            1,
        )

    def _rendered(self, first: int, end: int, before: int, after: int) -> tuple[float, float, int]:
        """The weight of the links inside a run, to the place it should stand at and to others; what is loose there."""
        here = elsewhere = 0.0
        places = []
        for i in range(first, end):
            place = self._one.place[i]
            if place is None:
                continue
            places.append(place)
            if before - _BESIDE <= place <= after + _BESIDE:
                here += self._one.weight[i]
            else:
                elsewhere += self._one.weight[i]
        return here, elsewhere, self._loose_beside(places, before, after)

    def _loose_beside(self, places: list[int], before: int, after: int) -> int:
        """The words without a link beside others that render the run away from the gap: it may stand there."""
        reach = _BESIDE + 1
        away = (j for j in self._other.missing if not before - reach <= j <= after + reach)
        return sum(any(abs(place - j) <= reach for place in places) for j in away)


def _sums(values: Sequence[float]) -> list[float]:
    return [0, *accumulate(values)]


def _neighbours(one: _Side, length: int) -> tuple[list[int], list[int]]:
    """For every token, where the nearest sure link before it leads to, and the nearest from it on."""
    sure = [place if trusted else None for place, trusted in zip(one.place, one.sure, strict=True)]
    left, right, last = [-1], [length], -1
    for place in sure:
        last = last if place is None else place
        left.append(last)
    last = length
    for place in reversed(sure):
        last = last if place is None else place
        right.append(last)
    return left, right[::-1]
