"""Pairs the sentences of a text with those of its translation, where they do not match one to one.

Dynamic programming over beads (one sentence with one, one with two, two with one, one with none …) as in Gale and
Church (1993), scored by length and, as in hunalign (Varga et al. 2005), by the words that translate each other:
lexical table, figures, names, cognates.  A sentence that was moved is found afterwards among those left alone.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtfix.alignment.table import english_lemmas, french_lemmas, lexical_table
from mtfix.alignment.words import ENGLISH_FUNCTION_WORDS, plain
from mtfix.english.words import tokenize as tokenize_english
from mtfix.french.tokens import Tokens, tokenize
from mtfix.french.words import FUNCTION_WORDS

_BEADS = {
    (1, 1): 0.0,
    (1, 2): 0.06,
    (2, 1): 0.06,
    (2, 2): 0.2,
    (1, 3): 0.16,
    (3, 1): 0.16,
    (1, 0): 0.0,
    (0, 1): 0.0,
}
"""Sentences of either side in a bead, and what it costs."""
_LEAST = 0.05
"""The share of words in common from which two sentences rather belong together than not."""
_RATIO, _VARIANCE = 1.12, 6.8
"""French characters for an English one, and their variance per character (Gale and Church)."""
_LENGTH_WEIGHT, _LENGTH_CAP = 0.01, 0.25
_BAND_LEAST, _BAND_SHARE = 12, 0.12
_SURE, _SURE_MARGIN = 0.42, 0.12
_MOVED = 0.3
_ABSORBED = 0.4
"""The share of its words that a sentence alone must have in common with one that has a partner already."""
_TRANSLATES = 0.03
_PREFIX = 5


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences [first, end) of the source and of the target that render each other.

    `score` from 0 to 1 is the share of their words that do; `sure` says whether rules may trust the pair.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    score: float
    sure: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The content words of a sentence with their weights, and its length in characters."""

    keys: tuple[str, ...]
    weights: tuple[float, ...]
    length: int

    @property
    def total(self) -> float:
        return sum(self.weights)


def align_sentences(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """The beads of two texts given as sentences, in the order of the target; a sentence alone has none."""
    if not source or not target:
        return []
    likeness = _Likeness([_english(text) for text in source], [_french(text) for text in target])
    beads = list(_best_path(likeness))
    beads += _moved(likeness, beads)
    return sorted([*beads, *_absorbed(likeness, beads)], key=lambda bead: (bead.target, bead.source))


class _Likeness:
    """How much of its words each pair of sentences shares."""

    def __init__(self, source: list[_Words], target: list[_Words]) -> None:
        self.source, self.target = _weighed(source), _weighed(target)
        self.shared: dict[tuple[int, int], tuple[float, float]] = {}
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for j, words in enumerate(self.target):
            for position, key in enumerate(words.keys):
                places[key].append((j, position))
        for i, words in enumerate(self.source):
            self._compare(i, words, places)

    def _compare(self, i: int, words: _Words, places: dict[str, list[tuple[int, int]]]) -> None:
        ours: dict[int, float] = defaultdict(float)
        theirs: dict[int, set[int]] = defaultdict(set)
        for key, weight in zip(words.keys, words.weights, strict=True):
            found: set[int] = set()
            for french in _renderings(key):
                for j, position in places.get(french, ()):
                    found.add(j)
                    theirs[j].add(position)
            for j in found:
                ours[j] += weight
        for j, weight in ours.items():
            self.shared[i, j] = weight, sum(self.target[j].weights[position] for position in theirs[j])

    def score(self, i: int, a: int, j: int, b: int) -> float:
        """The share of words in common between source sentences [i, i + a) and target ones [j, j + b)."""
        ours = theirs = 0.0
        for x in range(i, i + a):
            for y in range(j, j + b):
                one, other = self.shared.get((x, y), (0.0, 0.0))
                ours, theirs = ours + one, theirs + other
        all_ours = sum(self.source[x].total for x in range(i, i + a))
        all_theirs = sum(self.target[y].total for y in range(j, j + b))
        return (min(ours, all_ours) + min(theirs, all_theirs)) / max(1e-9, all_ours + all_theirs)

    def length_cost(self, i: int, a: int, j: int, b: int) -> float:
        """How unlikely the lengths are, 0 to a cap."""
        one = sum(self.source[x].length for x in range(i, i + a))
        other = sum(self.target[y].length for y in range(j, j + b))
        deviation = (other - one * _RATIO) / math.sqrt(max(one, 1) * _VARIANCE)
        return min(_LENGTH_CAP, _LENGTH_WEIGHT * deviation * deviation / 2)


def _best_path(likeness: _Likeness) -> Iterator[Bead]:
    m, n = len(likeness.source), len(likeness.target)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    band = max(_BAND_LEAST, _BAND_SHARE * max(m, n), abs(m - n) + _BAND_LEAST)
    for i in range(m + 1):
        middle = i * n / m
        for j in range(max(0, int(middle - band)), min(n, int(middle + band)) + 1):
            if (i, j) in best:
                _extend(best, likeness, i, j)
    i, j = m, n
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        i, j = i - a, j - b
        if a and b:
            score = likeness.score(i, a, j, b)
            yield Bead((i, i + a), (j, j + b), score, _is_sure(likeness, i, a, j, b, score))


def _extend(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], likeness: _Likeness, i: int, j: int
) -> None:
    base = best[i, j][0]
    for (a, b), cost in _BEADS.items():
        if i + a > len(likeness.source) or j + b > len(likeness.target):
            continue
        gain = base
        if a and b:
            size = math.sqrt(sum(likeness.source[x].total for x in range(i, i + a)) + 1)
            worth = likeness.score(i, a, j, b) - _LEAST - cost - likeness.length_cost(i, a, j, b)
            gain += size * worth
        known = best.get((i + a, j + b))
        if known is None or gain > known[0]:
            best[i + a, j + b] = gain, (a, b)


def _is_sure(likeness: _Likeness, i: int, a: int, j: int, b: int, score: float) -> bool:
    """Whether nothing beside the bead would fit nearly as well, and its words are enough to tell."""
    if score < _SURE or likeness.length_cost(i, a, j, b) >= _LENGTH_CAP:
        return False
    others = [
        likeness.score(x, 1, y, 1)
        for x in range(max(0, i - 2), min(len(likeness.source), i + a + 2))
        for y in range(max(0, j - 2), min(len(likeness.target), j + b + 2))
        if (i <= x < i + a) != (j <= y < j + b)
    ]
    return score - max(others, default=0.0) >= _SURE_MARGIN


def _moved(likeness: _Likeness, beads: Sequence[Bead]) -> list[Bead]:
    """Sentences that found no partner in order, paired with one anywhere that shares most of its words."""
    left = set(range(len(likeness.source))) - {x for bead in beads for x in range(*bead.source)}
    alone = set(range(len(likeness.target))) - {y for bead in beads for y in range(*bead.target)}
    pairs = sorted(
        ((likeness.score(i, 1, j, 1), i, j) for i, j in likeness.shared if i in left and j in alone),
        reverse=True,
    )
    found = []
    for score, i, j in pairs:
        if score >= _MOVED and i in left and j in alone:
            left.remove(i)
            alone.remove(j)
            found.append(Bead((i, i + 1), (j, j + 1), score, _is_sure(likeness, i, 1, j, 1, score)))
    return found


def _absorbed(likeness: _Likeness, beads: Sequence[Bead]) -> list[Bead]:
    """Sentences still alone, each with the one that holds most of its words: merged with another there."""
    left = set(range(len(likeness.source))) - {x for bead in beads for x in range(*bead.source)}
    alone = set(range(len(likeness.target))) - {y for bead in beads for y in range(*bead.target)}
    best: dict[tuple[str, int], tuple[float, int, int]] = {}
    for (i, j), (ours, theirs) in likeness.shared.items():
        for side, number, share, lone in (
            ("source", i, ours / (likeness.source[i].total or 1), i in left),
            ("target", j, theirs / (likeness.target[j].total or 1), j in alone),
        ):
            if lone and share >= _ABSORBED and share > best.get((side, number), (0.0, 0, 0))[0]:
                best[side, number] = share, i, j
    pairs = sorted({(i, j) for _, i, j in best.values()})
    return [Bead((i, i + 1), (j, j + 1), likeness.score(i, 1, j, 1), False) for i, j in pairs]


def _english(text: str) -> _Words:
    tokens = tokenize_english(text)
    lemmas = english_lemmas(tokens)
    return _told(tokens, lemmas, [lemma in ENGLISH_FUNCTION_WORDS for lemma in lemmas])


def _french(text: str) -> _Words:
    tokens = tokenize(text)
    return _told(tokens, french_lemmas(tokens), [word in FUNCTION_WORDS for word in tokens.words])


def _told(tokens: Tokens, lemmas: Sequence[str], empty: Sequence[bool]) -> _Words:
    """The content words of a sentence, not weighed yet: figures as they are compared, words by their lemma."""
    keys = (
        plain(word) if word[0].isdigit() else lemma
        for word, lemma, says_nothing in zip(tokens.words, lemmas, empty, strict=True)
        if word[0].isalnum() and not says_nothing
    )
    return _Words(tuple(keys), (), len(tokens.text))


def _weighed(sentences: list[_Words]) -> list[_Words]:
    """The sentences with a weight for every word: the rarer in the text, the more it tells."""
    frequency = Counter(key for words in sentences for key in set(words.keys))
    weight = {key: math.log(1 + len(sentences) / count) for key, count in frequency.items()}
    return [_Words(words.keys, tuple(weight[key] for key in words.keys), words.length) for words in sentences]


@lru_cache(maxsize=50_000)
def _renderings(english: str) -> tuple[str, ...]:
    """What may render an English lemma: its translations, and itself."""
    translations = lexical_table().translations(english)
    likely = [french for french, t in translations.items() if t.score >= _TRANSLATES]
    return tuple(dict.fromkeys((*likely, english, plain(english))))
