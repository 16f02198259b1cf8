"""Rows whose general form the English source confirms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from mtfix.alignment.words import WordAlignment
from mtfix.english.phrases import phrases
from mtfix.french.patterns import lemmas
from mtfix.french.tokens import tokenize
from mtfix.french.words import FUNCTION_WORDS
from mtfix.rules.base import Context
from mtfix.rules.catalogue.index import index
from mtfix.rules.catalogue.matches import Hit, hits
from mtfix.text import Segment, Span

_LIKE_PLACE, _SURE = 0.5, 0.3
"""How far apart, in shares of the sentence (doubled), unlinked words may stand; what makes a link certain."""


def confirmed_hits(segment: Segment, context: Context) -> dict[str, list[tuple[Hit, Span]]]:
    """The rows whose general form stands in a segment and whose English stands in its source, by code.

    Only where no idiomatic rendering stands in the French, and where the words are those that render the English:
    linked with it, or linked with nothing else at a like place.
    """
    alignment = context.alignment(segment)
    found: dict[str, list[tuple[Hit, Span]]] = {}
    if alignment is None:
        return found
    target, english = context.tokens(segment), alignment.source_lemmas
    source, words = alignment.source, frozenset(english)
    present = frozenset().union(*map(lemmas, set(target.words)))
    told = {
        i
        for hits_of in context.cached(hits, segment).values()
        for h in hits_of
        for i in range(h.first, h.end)
    }
    for (row, _), ranges in index("general").find(target):
        first, end = ranges[0][0], ranges[-1][1]
        there = [phrase for phrase in _phrases(row.english) if words.issuperset(phrase.words)]
        if not there or not told.isdisjoint(range(first, end)) or _is_idiomatic(row.fix, present):
            continue
        places = (place for phrase in there for place in phrase.find(english))
        quoted = next((place for place in places if _renders(alignment, place, (first, end))), None)
        if quoted is not None:
            span = Span(source.starts[quoted[0]], source.ends[quoted[1] - 1])
            found.setdefault(row.code, []).append((Hit(row, first, end, ()), span))
    return found


_phrases = lru_cache(maxsize=None)(phrases)


def _is_idiomatic(fix: str, present: frozenset[str]) -> bool:
    """Whether one of a row's idiomatic renderings stands in a text with these lemmas: all its content words."""
    return any(all(not lemmas(word).isdisjoint(present) for word in words) for words in _renderings(fix))


@cache
def _renderings(fix: str) -> tuple[tuple[str, ...], ...]:
    parts = re.split(r"\s*[/;,]\s*", re.sub(r"\([^()]*\)", "", fix))
    words = (
        tuple(w for w in tokenize(part).words if w[0].isalpha() and w not in FUNCTION_WORDS) for part in parts
    )
    return tuple(filter(None, words))


def _renders(alignment: WordAlignment, english: tuple[int, int], french: tuple[int, int]) -> bool:
    """Whether French tokens [first, end) render English ones."""
    links = [link for link in alignment.links if french[0] <= link.target < french[1]]
    if any(english[0] <= link.source < english[1] for link in links):
        return True
    apart = sum(english) / len(alignment.source) - sum(french) / len(alignment.target)
    return abs(apart) < _LIKE_PLACE and not any(link.score >= _SURE for link in links)
