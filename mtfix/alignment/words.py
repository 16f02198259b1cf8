"""Which words of a French segment render which words of its English source."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtfix.alignment.quantities import Quantity, english_quantities, french_quantities
from mtfix.alignment.table import LexicalTable, Translation, english_lemmas, french_lemmas, lexical_table
from mtfix.french.stem import without_accents
from mtfix.french.tokens import Tokens
from mtfix.french.words import FUNCTION_WORDS

# Words that carry no meaning of their own: alignment by a table links them anywhere.
ENGLISH_FUNCTION_WORDS = frozenset(
    "a the of to in on at for with by from as that which who whom whose what this these those it he she they we i you "
    "his her their its our your my me him them us be have do will would shall should can could may might must and or "
    "but if than so there here not n’t no nor ’s ’m ’d ’ll ’re ’ve one up out off down over into about also all any "
    "some such when while where how why after before since until then very more most much many other".split()
)
_WORD = re.compile(r"\w")
_LEAST = 0.04
"""What a link must score at least, its place in the sentence counted."""
_TENSION = 2.0
_NEIGHBOUR = 1.5
"""How much a link gains from one beside it that runs in parallel."""
_COGNATE_FROM, _COGNATE_PREFIX, _COGNATE_SHARE = 4, 4, 0.6


@dataclass(frozen=True, slots=True)
class Link:
    """An English token and the French one that renders it; `score` from 0 to 1 says how surely."""

    source: int
    target: int
    score: float


class WordAlignment:
    """The links between a source and its translation, one at most for every token of either."""

    def __init__(
        self,
        source: Tokens,
        target: Tokens,
        links: Iterable[Link],
        source_lemmas: Sequence[str],
        target_lemmas: Sequence[str],
    ) -> None:
        self.source, self.target = source, target
        self.source_lemmas, self.target_lemmas = source_lemmas, target_lemmas
        self.links = tuple(links)
        self._of_source = {link.source: link for link in self.links}
        self._of_target = {link.target: link for link in self.links}

    @cached_property
    def quantities(self) -> tuple[list[Quantity], list[Quantity]]:
        """The numbers of the source and those of the translation."""
        return english_quantities(self.source), french_quantities(self.target)

    def rendering(self, source: int) -> Link | None:
        """The link of an English token, or None if nothing is known to render it."""
        return self._of_source.get(source)

    def origin(self, target: int) -> Link | None:
        """The link of a French token, or None if nothing is known to stand behind it."""
        return self._of_target.get(target)

    def target_span(self, first: int, end: int) -> tuple[int, int, float] | None:
        """The French tokens [first, end) that render English tokens [first, end), and the least score of a link.

        None when nothing renders them or their renderings stand too far apart to be one phrase.
        """
        found = [link for i in range(first, end) if (link := self._of_source.get(i))]
        if not found:
            return None
        low, high = min(link.target for link in found), max(link.target for link in found)
        if high - low > 2 * (end - first) + 2:
            return None
        return low, high + 1, min(link.score for link in found)


def align(
    source: Tokens, target: Tokens, tags: Sequence[str] | None = None, table: LexicalTable | None = None
) -> WordAlignment:
    """Links the content words of a source and its French, the surest first (competitive linking, Melamed 2000).

    A link's score comes from the lexical table, from equal spelling (names, figures) and from likeness (cognates);
    its place in the sentence and links beside it decide between several.
    """
    english = english_lemmas(source)
    french = french_lemmas(target, list(tags) if tags is not None else None)
    candidates = _candidates(source, english, _Places(target, french), table or lexical_table())
    weighed = sorted(candidates, key=lambda c: -c[0])
    links: list[Link] = []
    of_source: dict[int, int] = {}
    of_target: set[int] = set()
    for weight, score, i, j in _supported(weighed, len(source), len(target)):
        if weight >= _LEAST and i not in of_source and j not in of_target:
            links.append(Link(i, j, score))
            of_source[i] = j
            of_target.add(j)
    return WordAlignment(source, target, sorted(links, key=lambda link: link.source), english, french)


Candidate = tuple[float, float, int, int]
"""Weight (score and place), score, English token, French token."""


def _supported(weighed: list[Candidate], m: int, n: int) -> list[Candidate]:
    """The candidates again, those with a likely neighbour in parallel favoured."""
    likely: dict[tuple[int, int], float] = {}
    for weight, _, i, j in weighed:
        likely.setdefault((i, j), weight)
    favoured = []
    for weight, score, i, j in weighed:
        beside = any(
            likely.get((i + a, j + b), 0) > _LEAST
            for a in (-2, -1, 1, 2)
            for b in (-3, -2, -1, 1, 2, 3)
            if (i + a, j + b) in likely
        )
        favoured.append((weight * (_NEIGHBOUR if beside else 1.0), score, i, j))
    return sorted(favoured, key=lambda c: -c[0])


def _candidates(
    source: Tokens, lemmas: Sequence[str], places: _Places, table: LexicalTable
) -> Iterator[Candidate]:
    m, n = max(1, len(source)), max(1, len(places))
    for i, (word, lemma) in enumerate(zip(source.words, lemmas, strict=True)):
        if lemma in ENGLISH_FUNCTION_WORDS or not _WORD.match(word):
            continue
        for j, score in places.scores(word, table.translations(lemma)).items():
            apart = abs((i + 0.5) / m - (j + 0.5) / n)
            yield score * math.exp(-_TENSION * apart), score, i, j


class _Places:
    """Where the content words of a French text stand, by lemma, by form, and by what they begin with."""

    def __init__(self, target: Tokens, lemmas: Sequence[str]) -> None:
        self._words = target.words
        self._by_lemma: dict[str, list[int]] = defaultdict(list)
        self._by_form: dict[str, list[int]] = defaultdict(list)
        self._by_prefix: dict[str, list[int]] = defaultdict(list)
        for j, (word, lemma) in enumerate(zip(target.words, lemmas, strict=True)):
            if word in FUNCTION_WORDS or not _WORD.match(word):
                continue
            folded = plain(word)
            for part in {lemma, word}:
                self._by_lemma[part].append(j)
            self._by_form[folded].append(j)
            self._by_prefix[folded[:_COGNATE_PREFIX]].append(j)

    def __len__(self) -> int:
        return len(self._words)

    def scores(self, word: str, translations: Mapping[str, Translation]) -> dict[int, float]:
        """The French tokens that may render an English word, and how surely."""
        scores: dict[int, float] = defaultdict(float)
        folded = plain(word)
        for french, translation in translations.items():
            for j in self._by_lemma.get(french, ()):
                scores[j] = max(scores[j], translation.score)
        for j in self._by_prefix.get(folded[:_COGNATE_PREFIX], ()):
            scores[j] = max(scores[j], _likeness(folded, plain(self._words[j])))
        for j in self._by_form.get(folded, ()):
            scores[j] = max(scores[j], 0.9 if word.isalpha() else 1.0)
        return {j: score for j, score in scores.items() if score}


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """A token as it is compared with the other language: no accents; figures without separators."""
    if word[0].isdigit():
        return re.sub(r"[^\d]", "", word)
    return without_accents(word)


def _likeness(one: str, other: str) -> float:
    """How alike two words are, 0 to 1, by what they begin with: *versatile*, *dramatically* and *dramatiquement*."""
    if min(len(one), len(other)) < _COGNATE_FROM or not one.isalpha():
        return 0.0
    shared = next(
        (k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    share = shared / max(len(one), len(other))
    return 0.8 * share if share >= _COGNATE_SHARE or shared >= 6 else 0.0
