"""Finds many literal terms in a text at the cost of the text, not of the number of terms.

Every term is indexed by one of its words; the rest is verified only where that word stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from mtfix.french.tokens import APOSTROPHES, Tokens, tokenize
from mtfix.french.words import FUNCTION_WORDS

Value = TypeVar("Value")


def rarity(word: str) -> int:
    """How good a word is as the key of an index: long words that are no function words first."""
    return 0 if word in FUNCTION_WORDS or not word[0].isalnum() else len(word)


class TermIndex(Generic[Value]):
    """Literal terms, compared letter by letter but for the shape of apostrophes and spaces."""

    def __init__(self, terms: Iterable[tuple[str, Value]]) -> None:
        self._by_word: dict[str, list[tuple[int, tuple[str, ...], Value]]] = defaultdict(list)
        for term, value in terms:
            tokens = tokenize(term)
            if not tokens:
                continue
            key = max(range(len(tokens)), key=lambda i: rarity(tokens.words[i]))
            surfaces = tuple(_surface(tokens, i) for i in range(len(tokens)))
            self._by_word[tokens.words[key]].append((key, surfaces, value))

    def find(self, tokens: Tokens) -> Iterator[tuple[int, int, Value]]:
        """(first token, last token, value) of every occurrence; the longest wins where some overlap."""
        by_word = self._by_word
        hits = []
        for position, word in enumerate(tokens.words):
            if word not in by_word:
                continue
            for key, surfaces, value in by_word[word]:
                first = position - key
                last = first + len(surfaces) - 1
                if first >= 0 and last < len(tokens) and _same(tokens, first, surfaces):
                    hits.append((first, last, value))
        hits.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
        yield from without_overlaps(hits)


def without_overlaps(hits: Iterable[tuple[int, int, Value]]) -> Iterator[tuple[int, int, Value]]:
    """The hits of which no token was taken by an earlier one."""
    taken: set[int] = set()
    for first, last, value in hits:
        if taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            yield first, last, value


def _surface(tokens: Tokens, index: int) -> str:
    surface = tokens.surface(index)
    return APOSTROPHES.sub("’", surface) if "'" in surface or "&" in surface else surface


def _same(tokens: Tokens, first: int, surfaces: tuple[str, ...]) -> bool:
    # Only white space stands between tokens: « 10 % » and « 10% » are one term, but « non-aligné », which is
    # one token, is not « non aligné ».
    return all(_surface(tokens, first + offset) == surface for offset, surface in enumerate(surfaces))
