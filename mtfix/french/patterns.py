"""Finds many patterns of words in a text at the cost of the text, not of the number of patterns.

Every pattern is indexed by the forms or lemmas of one of its tokens, and parsed and verified only where that
token stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Generic, NamedTuple, TypedDict, TypeVar

from mtfix.french.lexicon import lexicon
from mtfix.french.phrases import without_overlaps
from mtfix.french.tokens import Tokens
from mtfix.french.words import DETERMINERS, NUMERALS, PREPOSITIONS, PRONOUNS

Value = TypeVar("Value")
Ranges = list[tuple[int, int]]
Test = Callable[[Tokens, int], bool]


class PatternError(ValueError):
    """A pattern that does not follow the language of `Pattern`."""


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> frozenset[str]:
    """The lemmas of a folded word, and the word itself; a contraction has those of both its parts."""
    known = (lemma for a in lexicon().analyses(word) for lemma in a.lemma.split("+"))
    return frozenset((word, *(lemma.lower() for lemma in known)))


@lru_cache(maxsize=100_000)
def word_classes(word: str) -> frozenset[str]:
    """What a folded word can be: NOUN ADJ ADV VERB, and of verbs INF, PP (past participle), PRES (present one)."""
    tenses = {"inf": "INF", "ppast": "PP", "ppres": "PRES"}
    analyses = lexicon().analyses(word)
    return frozenset(a.pos for a in analyses) | {tenses[a.tense] for a in analyses if a.tense in tenses}


def _is_numeral(word: str) -> bool:
    return word in NUMERALS or (
        "-" in word and all(p in NUMERALS or p in ("et", "un") for p in word.split("-"))
    )


def _lexical(name: str) -> Test:
    return lambda tokens, i: name in word_classes(tokens.words[i])


_CLASSES: dict[str, Test] = {
    "NUM": lambda tokens, i: tokens.words[i][0].isdigit() or _is_numeral(tokens.words[i]),
    "NAME": lambda tokens, i: tokens.surface(i)[0].isupper(),
    "DET": lambda tokens, i: tokens.words[i] in DETERMINERS,
    "PREP": lambda tokens, i: tokens.words[i] in PREPOSITIONS,
    "PRON": lambda tokens, i: tokens.words[i] in PRONOUNS,
    **{name: _lexical(name) for name in ("NOUN", "ADJ", "ADV", "VERB", "INF", "PP", "PRES")},
}
_GAP = re.compile(r"~([1-9])")


@dataclass(frozen=True, slots=True)
class Element:
    """One token of a pattern: what it may be, or up to `gap` tokens of any kind.

    With `absent` the element takes no token: it demands that the next one (`ahead`) or the one before is not
    what it names.
    """

    forms: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()
    classes: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0
    absent: bool = False
    ahead: bool = True

    def accepts(self, tokens: Tokens, index: int) -> bool:
        """Whether the token at `index` has one of the forms or lemmas, or is in one of the classes."""
        word = tokens.words[index]
        if word in self.forms or (self.lemmas and not self.lemmas.isdisjoint(lemmas(word))):
            return True
        return any(_CLASSES[name](tokens, index) for name in self.classes) if self.classes else False

    def is_absent(self, tokens: Tokens, start: int) -> bool:
        """Whether what an `absent` element names stands not beside `start`."""
        index = start if self.ahead else start - 1
        return not 0 <= index < len(tokens) or not self.accepts(tokens, index)


class Pattern:
    """A phrase with alternatives.

    Tokens are separated by spaces:

    - `mot` any form of that lemma (or the form itself), `=mots` that form only; case and the shape of
      apostrophes do not count, an elided word is a token of its own (`=l’`);
    - `a|b` either; `?x` x or nothing; `~2` up to two tokens of any kind, never over punctuation;
    - NOUN ADJ ADV VERB INF PP PRES DET PREP PRON NUM (figures and number words) NAME (capitalised): a word that
      can be that;
    - `!x` the next token is not x; `<!x` the token before is not x.

    At least one token must be required and made of forms and lemmas alone.  Raises PatternError otherwise.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.elements = tuple(_element(token) for token in text.split())
        self.key = key_of(text)
        before = self.elements[: self.key]
        self.least_before = sum(not (e.optional or e.gap or e.absent) for e in before)
        self.most_before = sum(e.gap or not e.absent for e in before)

    def match(self, tokens: Tokens, start: int, element: int = 0) -> Ranges | None:
        """The token range [first, end) of every element when the pattern matches at `start`, or None."""
        if element == len(self.elements):
            return []
        for length in _lengths(self.elements[element], tokens, start):
            rest = self.match(tokens, start + length, element + 1)
            if rest is not None:
                return [(start, start + length), *rest]
        return None


def _lengths(element: Element, tokens: Tokens, start: int) -> Iterator[int]:
    if element.gap:
        yield from _gap_lengths(element.gap, tokens, start)
    elif element.absent:
        if element.is_absent(tokens, start):
            yield 0
    else:
        if start < len(tokens) and element.accepts(tokens, start):
            yield 1
        if element.optional:
            yield 0


def _gap_lengths(gap: int, tokens: Tokens, start: int) -> Iterator[int]:
    yield 0
    for length in range(1, gap + 1):
        if start + length > len(tokens) or not tokens.words[start + length - 1][0].isalnum():
            return
        yield length


@cache
def _element(token: str) -> Element:
    if gap := _GAP.fullmatch(token):
        return Element(gap=int(gap[1]))
    behind, absent, optional = token.startswith("<!"), token.startswith(("!", "<!")), token.startswith("?")
    forms, lemma_set, classes = set(), set(), []
    for alternative in token.lstrip("<!?").split("|"):
        if alternative in _CLASSES:
            classes.append(alternative)
        elif not re.fullmatch(r"=?[^=~!?<@\s]+", alternative):
            raise PatternError(f"{alternative!r} in {token!r} is no form, lemma or class")
        elif alternative.startswith("="):
            forms.add(_folded(alternative[1:]))
        else:
            lemma_set.add(_folded(alternative))
    return Element(
        frozenset(forms), frozenset(lemma_set), tuple(classes), optional, absent=absent, ahead=not behind
    )


def _folded(word: str) -> str:
    return word.lower().replace("'", "’")


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, int]:
    text = (files("mtfix.french") / "data" / "frequencies.tsv").read_text(encoding="utf-8")
    return {word: int(count) for word, count in (line.split("\t") for line in text.splitlines())}


def _often(word: str, frequencies: dict[str, int]) -> int:
    if word[0].isalpha():
        return frequencies.get(word, 1)
    return _YEAR if len(word) > 2 else _MARK


def key_of(text: str) -> int:
    """Which token of a pattern it is indexed by: the required one that is rarest in French."""
    return _keys(text)[0]


class Neighbour(NamedTuple):
    """A second required word: its alternatives, and how far from the key it stands, at least and at most."""

    nearest: int
    farthest: int
    words: frozenset[str]

    def stands(self, near: Sequence[frozenset[str]], position: int) -> bool:
        """Whether one of the words is among the lemmas `near` of the tokens, seen from the key's place."""
        nearest, farthest, words = self
        first = position + nearest
        for there in near[first if first > 0 else 0 : max(0, position + farthest + 1)]:
            if not words.isdisjoint(there):
                return True
        return False


@cache
def _keys(text: str) -> tuple[int, Neighbour | None]:
    """The number of the rarest required token, and the next rarest."""
    frequencies = _frequencies()
    ranked = []
    for number, token in enumerate(text.split()):
        if token[0] in "?~!<":
            continue
        alternatives = token.split("|")
        if not _CLASSES.keys().isdisjoint(alternatives):
            continue
        words = [_folded(alternative.lstrip("=")) for alternative in alternatives]
        ranked.append((sum(_often(word, frequencies) for word in words), number, words))
    if not ranked:
        raise PatternError(f"the pattern {text!r} has no required word")
    ranked.sort()
    key = ranked[0][1]
    if len(ranked) == 1:
        return key, None
    other = ranked[1][1]
    widths = [_width(token) for token in text.split()[min(key, other) : max(key, other)]]
    least, most = sum(low for low, _ in widths), sum(high for _, high in widths)
    nearest, farthest = (least, most) if other > key else (-most, -least)
    return key, Neighbour(nearest, farthest, frozenset(ranked[1][2]))


def _width(token: str) -> tuple[int, int]:
    """How many tokens of a text one of a pattern takes, at least and at most."""
    if token[0] in "!<":
        return 0, 0
    if token[0] == "~":
        return 0, int(token[1:])
    return (0, 1) if token[0] == "?" else (1, 1)


_MARK, _YEAR = 50_000, 100
"""How often, in a million tokens, a mark or short figure is taken to occur, and a longer figure."""
_parsed = lru_cache(maxsize=None)(Pattern)


class Keys(TypedDict):
    """By which words some patterns are indexed; numbers count the patterns.

    `neighbours` has "nearest farthest word word…" for every pattern, or an empty text.
    """

    forms: dict[str, list[int]]
    lemmas: dict[str, list[int]]
    neighbours: list[str]


def keys_of(texts: Sequence[str]) -> Keys:
    """The keys of some patterns: what takes longest in building an index, so it can be kept in a file."""
    forms: dict[str, list[int]] = defaultdict(list)
    lemma_keys: dict[str, list[int]] = defaultdict(list)
    neighbours = []
    for number, text in enumerate(texts):
        key, neighbour = _keys(text)
        neighbours.append(_packed(neighbour) if neighbour else "")
        for alternative in text.split()[key].split("|"):
            keys = forms if alternative.startswith("=") else lemma_keys
            keys[_folded(alternative.removeprefix("="))].append(number)
    return Keys(forms=dict(forms), lemmas=dict(lemma_keys), neighbours=neighbours)


def _packed(neighbour: Neighbour) -> str:
    return " ".join((str(neighbour.nearest), str(neighbour.farthest), *sorted(neighbour.words)))


@cache
def _unpacked(text: str) -> Neighbour | None:
    if not text:
        return None
    nearest, farthest, *words = text.split()
    return Neighbour(int(nearest), int(farthest), frozenset(words))


class PatternIndex(Generic[Value]):
    """Patterns, each with a value.  Their text is parsed when two words of theirs first stand in a text."""

    def __init__(self, patterns: Iterable[tuple[str, Value]]) -> None:
        listed = list(patterns)
        self._look_up(listed.__getitem__, keys_of([text for text, _ in listed]))

    @classmethod
    def kept(cls, pattern_of: Callable[[int], tuple[str, Value]], keys: Keys) -> PatternIndex[Value]:
        """An index by keys that `keys_of` has made; a pattern is asked for by its number when it may match."""
        index = cls(())
        index._look_up(pattern_of, keys)
        return index

    def _look_up(self, pattern_of: Callable[[int], tuple[str, Value]], keys: Keys) -> None:
        self._pattern_of = pattern_of
        self._keys = keys
        self._by_word: dict[str, list[int]] = {}
        self._neighbours: dict[int, Neighbour | None] = {}

    def find(self, tokens: Tokens) -> Iterator[tuple[Value, Ranges]]:
        """(value, token range of every element) of every match, longest first, without overlaps."""
        hits: list[tuple[int, int, tuple[Value, Ranges]]] = []
        by_word, neighbours = self._by_word, self._neighbours
        near: list[frozenset[str]] = []
        present: frozenset[str] = frozenset()
        for position, word in enumerate(tokens.words):
            candidates = by_word.get(word)
            if candidates is None:
                candidates = self._candidates(word)
            for number in candidates:
                if not near:
                    near = [lemmas(word) for word in tokens.words]
                    present = frozenset().union(*near)
                neighbour = neighbours[number]
                # Whether the second word stands anywhere is told sooner than where.
                if neighbour is not None and (
                    neighbour.words.isdisjoint(present) or not neighbour.stands(near, position)
                ):
                    continue
                text, value = self._pattern_of(number)
                hits.extend(_around(_parsed(text), value, tokens, position))
        hits.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
        for _, _, found in without_overlaps(hits):
            yield found

    def _candidates(self, word: str) -> list[int]:
        """The patterns that are indexed by the word, with their neighbours read."""
        numbers = list(self._keys["forms"].get(word, ()))
        for lemma in lemmas(word):
            numbers += self._keys["lemmas"].get(lemma, ())
        for number in numbers:
            if number not in self._neighbours:
                self._neighbours[number] = _unpacked(self._keys["neighbours"][number])
        self._by_word[word] = numbers
        return numbers


def _around(
    pattern: Pattern, value: Value, tokens: Tokens, position: int
) -> Iterator[tuple[int, int, tuple[Value, Ranges]]]:
    for before in range(pattern.least_before, pattern.most_before + 1):
        start = position - before
        ranges = pattern.match(tokens, start) if start >= 0 else None
        if ranges and ranges[pattern.key] == (position, position + 1):
            yield start, ranges[-1][1] - 1, (value, ranges)
