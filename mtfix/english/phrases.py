"""English phrases in dictionary form, and where a text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtfix.english.words import lemma, tokenize

_QUOTES = re.compile('[“”"«»]')
_NOTE = re.compile(r"\(([^()]*)\)")
_APART = re.compile(r"\s*[/,;]\s*(?![^(]*\))")
_SLOTS = frozenset(
    "one’s one oneself someone somebody something sb sth so x y z n np v … his her their its my your".split()
)
_SKIPPED = frozenset("a an the to be".split())
"""What a phrase may lack in a text: articles, and the *to* or *be* of its dictionary form."""
_NO_COMPANY = frozenset(
    "of in on at for with and or verb noun adjective adverb sense us uk person thing".split()
)
_GAP = 3
"""How many words may stand between two words of a phrase: its object, an adverb."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a phrase in order, as lemmas; others may stand between.

    One word alone has several senses: where the entry names company (*(birthday, dinner) party*), some of it must
    stand in the text as well.
    """

    words: tuple[str, ...]
    company: frozenset[str] = frozenset()

    def find(self, lemmas: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The token ranges [first, end) of a text, given as lemmas, where the phrase stands."""
        if self.company and self.company.isdisjoint(lemmas):
            return
        first = self.words[0]
        for start, word in enumerate(lemmas):
            if word == first and (end := self._end(lemmas, start)) is not None:
                yield start, end

    def _end(self, lemmas: Sequence[str], start: int) -> int | None:
        place = start
        for word in self.words[1:]:
            reach = lemmas[place + 1 : place + 2 + _GAP]
            if word not in reach:
                return None
            place += 1 + reach.index(word)
        return place + 1


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of a dictionary entry: *throw into turmoil / disarray*, *bailout, bail out (a bank)*.

    Alternatives stand between / or commas; one that is shorter than the first may also replace the end of it
    (*throw into disarray*).  What stands in parentheses is an example, *one’s*, *someone*, *X* are gaps.
    """
    parts = [part for part in map(_phrase, _APART.split(_QUOTES.sub(" ", text))) if part.words]
    if not parts:
        return ()
    head = parts[0].words
    tails = (Phrase(head[: -len(p.words)] + p.words) for p in parts[1:] if len(p.words) < len(head))
    single = len(head) > 1
    return tuple(dict.fromkeys((*(p for p in parts if len(p.words) > 1 or not single), *tails)))


def _phrase(part: str) -> Phrase:
    words = _words(_NOTE.sub(" ", part))
    company = {word for note in _NOTE.findall(part) for word in _words(note) if word not in _NO_COMPANY}
    return Phrase(words, frozenset(company if len(words) == 1 else ()))


def _words(part: str) -> tuple[str, ...]:
    told = [word for word in tokenize(part).words if word[0].isalnum() or word.startswith("’")]
    kept = [lemma(word) for word in told if word not in _SLOTS and word not in _SKIPPED and word != "’s"]
    return tuple(kept or map(lemma, told))
