"""Finds many phrases in a text at the cost of the text, not of the number of phrases.

`TermIndex` holds literal terms; `PatternIndex` holds patterns with alternatives, optional tokens and gaps.
Both are indexed by one word of each phrase and verify the rest only where that word stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from mtfix.french.tokens import APOSTROPHES, Tokens, tokenize
from mtfix.french.words import DETERMINERS, FUNCTION_WORDS, NUMERALS, PREPOSITIONS, PRONOUNS

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


def _is_numeral(word: str) -> bool:
    return word in NUMERALS or (
        "-" in word and all(p in NUMERALS or p in ("et", "un") for p in word.split("-"))
    )


Test = Callable[[Tokens, int], bool]
_CLASSES: dict[str, Test] = {
    "NUM": lambda tokens, i: tokens.words[i][0].isdigit() or _is_numeral(tokens.words[i]),
    "NAME": lambda tokens, i: tokens.surface(i)[0].isupper(),
    "DET": lambda tokens, i: tokens.words[i] in DETERMINERS,
    "PREP": lambda tokens, i: tokens.words[i] in PREPOSITIONS,
    "PRON": lambda tokens, i: tokens.words[i] in PRONOUNS,
}
_GAP = re.compile(r"~([1-9])")


class PatternError(ValueError):
    """A pattern that does not follow the language of `Pattern`."""


@dataclass(frozen=True, slots=True)
class Element:
    """One token of a pattern: the forms and classes it may be, or up to `gap` tokens of any kind."""

    forms: frozenset[str] = frozenset()
    classes: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0

    def accepts(self, tokens: Tokens, index: int) -> bool:
        """Whether the token at `index` is one of the forms or in one of the classes."""
        return tokens.words[index] in self.forms or any(_CLASSES[c](tokens, index) for c in self.classes)


class Pattern:
    """A phrase with alternatives.

    Tokens are separated by spaces: `=form` (case and apostrophe ignored), `=a|=b` either, `?=x` or nothing,
    `~2` up to two tokens of any kind but no punctuation, and the classes NUM (figures and number
    words), NAME (capitalised), DET, PREP,
    PRON.  At least one token must be required and made of forms alone.  Raises PatternError otherwise.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.elements = tuple(_element(token) for token in text.split())
        keys = [i for i, e in enumerate(self.elements) if e.forms and not e.classes and not e.optional]
        if not keys:
            raise PatternError(f"the pattern {text!r} has no required word")
        self.key = max(keys, key=lambda i: min(rarity(form) for form in self.elements[i].forms))
        before = self.elements[: self.key]
        self.least_before = sum(not e.optional and not e.gap for e in before)
        self.most_before = sum(e.gap or 1 for e in before)

    def match(self, tokens: Tokens, start: int, element: int = 0) -> list[tuple[int, int]] | None:
        """The token range [first, end) of every element when the pattern matches at `start`, or None."""
        if element == len(self.elements):
            return []
        this = self.elements[element]
        for length in self._lengths(this, tokens, start):
            rest = self.match(tokens, start + length, element + 1)
            if rest is not None:
                return [(start, start + length), *rest]
        return None

    @staticmethod
    def _lengths(element: Element, tokens: Tokens, start: int) -> Iterator[int]:
        if element.gap:
            for length in range(element.gap + 1):
                if length and (start + length > len(tokens) or not _wordlike(tokens, start + length - 1)):
                    return
                yield length
            return
        if start < len(tokens) and element.accepts(tokens, start):
            yield 1
        if element.optional:
            yield 0


def _wordlike(tokens: Tokens, index: int) -> bool:
    return tokens.words[index][0].isalnum()


def _element(token: str) -> Element:
    if gap := _GAP.fullmatch(token):
        return Element(gap=int(gap[1]))
    optional = token.startswith("?")
    forms, classes = set(), []
    for alternative in token.removeprefix("?").split("|"):
        if alternative in _CLASSES:
            classes.append(alternative)
        elif alternative.startswith("=") and len(alternative) > 1:
            forms.add(alternative[1:].lower().replace("'", "’"))
        else:
            raise PatternError(f"{alternative!r} is neither =form nor one of {', '.join(_CLASSES)}")
    return Element(frozenset(forms), tuple(classes), optional)


class PatternIndex(Generic[Value]):
    """Patterns, each with a value, indexed by the forms of their rarest required token."""

    def __init__(self, patterns: Iterable[tuple[Pattern, Value]]) -> None:
        self._by_form: dict[str, list[tuple[Pattern, Value]]] = defaultdict(list)
        for pattern, value in patterns:
            for form in pattern.elements[pattern.key].forms:
                self._by_form[form].append((pattern, value))

    def find(self, tokens: Tokens) -> Iterator[tuple[Value, list[tuple[int, int]]]]:
        """(value, token range of every element) of every match, longest first, without overlaps."""
        by_form = self._by_form
        hits: list[tuple[int, int, tuple[Value, list[tuple[int, int]]]]] = []
        for position, word in enumerate(tokens.words):
            if word in by_form:
                for pattern, value in by_form[word]:
                    hits.extend(_around(pattern, value, tokens, position))
        hits.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
        for _, _, found in without_overlaps(hits):
            yield found


def _around(
    pattern: Pattern, value: Value, tokens: Tokens, position: int
) -> Iterator[tuple[int, int, tuple[Value, list[tuple[int, int]]]]]:
    for before in range(pattern.least_before, pattern.most_before + 1):
        start = position - before
        ranges = pattern.match(tokens, start) if start >= 0 else None
        if ranges and ranges[pattern.key] == (position, position + 1):
            yield start, ranges[-1][1] - 1, (value, ranges)
