"""Runs of words of a text that its translation leaves out: nothing renders them while the words around are rendered.

The table knows few renderings of many words, and people translate freely: that a word has no link proves little.
What tells a gap is everything at once: a run of such words from one phrase boundary to another, the words beside it
rendered side by side, few words left over in the other text, and lengths that fit better without the run.
`training/gaps.py` has fitted the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtfix.alignment.table import english_lemmas, french_lemmas, lexical_table
from mtfix.alignment.words import ENGLISH_FUNCTION_WORDS, WordAlignment
from mtfix.french.tokens import Tokens
from mtfix.french.words import FUNCTION_WORDS

_OPENERS = frozenset(
    "which who whom whose that where when while as after before since because although though if unless until in on at "
    "for with by from to of about into over under against between through during without within among across and or "
    "but including despite according than not "
    "qui que qu’ dont où quand tandis comme après avant depuis parce car si jusqu jusqu’ dans en sur à au aux pour avec "
    "par de d’ du des vers sous contre entre pendant sans chez parmi et ou mais dès malgré selon afin lors".split()
)
"""Words that begin a phrase or clause."""
_MARKS = frozenset(',.;:!?()"“”«»–—-')
_RATIO = 1.13
"""French characters for an English one."""
_DEVIATION, _SHORTEST_TEXT = 1.95, 20
_SHORT = 0.3
"""From this deviation on, the translation is too long to lack anything."""
_FEWEST_WORDS, _FEWEST_CONTENT, _SHARE = 5, 3, 0.6
_SURE_LINK = 0.05
_REPEATED = 0.25
"""What counts of a word without a link that stands, rendered, elsewhere in the text: a pronoun may replace it."""
_BESIDE = 3
_WEIGHTS: tuple[float, ...] = (
    0.336,
    -0.371,
    -0.668,
    -0.241,
    -0.244,
    -0.187,
    0.265,
    2.511,
    -3.827,
    0.479,
    1.465,
    2.923,
    0.093,
    -0.171,
    -0.769,
    0.566,
    0,
    0,
    -4.348,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """Tokens [first, end) that nothing renders; `before` and `after` are the tokens of the other text around the gap.

    `before` is -1, `after` the number of tokens, where the gap is at the edge; `score` grows with certainty.
    """

    first: int
    end: int
    before: int
    after: int
    score: float


class Side:
    """One text of a pair: which of its words carry meaning, what renders them, and how telling it is if nothing does."""

    def __init__(
        self, tokens: Tokens, lemmas: Sequence[str], content: list[bool], known: list[float]
    ) -> None:
        self.tokens, self.content = tokens, content
        self._lemmas, self._known = lemmas, known
        self.place: list[int | None] = [None] * len(tokens)
        self.weight = [0.0] * len(tokens)

    def link(self, index: int, place: int, score: float) -> None:
        """Notes that a token is rendered by the token `place` of the other text."""
        self.place[index] = place
        self.weight[index] = 1.2 + 1.8 * score if score > 0.1 else 0.6 + 6 * score

    def weigh(self) -> None:
        """Gives its weight to every word without a link, once the links are noted."""
        told = {lemma for lemma, place in zip(self._lemmas, self.place, strict=True) if place is not None}
        for i, carries in enumerate(self.content):
            if carries and self.place[i] is None:
                self.weight[i] = self._surprise(i) * (_REPEATED if self._lemmas[i] in told else 1.0)

    def _surprise(self, i: int) -> float:
        known = self._known[i]
        if self.tokens.words[i][0].isdigit():
            return 2.0
        if i and self.tokens.surface(i)[0].isupper():
            return 1.3 if known >= 0.7 or not known else 0.8
        return 0.3 + 0.9 * known if known else 0.35

    @cached_property
    def unlinked(self) -> list[int]:
        """The words that carry meaning and have no link."""
        return [i for i, carries in enumerate(self.content) if carries and self.place[i] is None]

    @property
    def length(self) -> int:
        """How many characters the text has."""
        return len(self.tokens.text)


def sides(alignment: WordAlignment) -> tuple[Side, Side]:
    """The source and the target of an alignment."""
    source, target = _english(alignment.source), _french(alignment.target)
    for link in alignment.links:
        source.link(link.source, link.target, link.score)
        target.link(link.target, link.source, link.score)
    source.weigh()
    target.weigh()
    return source, target


def _english(tokens: Tokens) -> Side:
    lemmas = english_lemmas(tokens)
    content = [
        w[0].isalnum() and m not in ENGLISH_FUNCTION_WORDS for w, m in zip(tokens.words, lemmas, strict=True)
    ]
    return Side(tokens, lemmas, content, [_best(lemma) for lemma in lemmas])


@lru_cache(maxsize=50_000)
def _best(lemma: str) -> float:
    """How sure the surest translation of an English lemma is; 0 for one the table does not have."""
    return max((t.score for t in lexical_table().translations(lemma).values()), default=0.0)


def _french(tokens: Tokens) -> Side:
    lemmas = french_lemmas(tokens)
    content = [w[0].isalnum() and w not in FUNCTION_WORDS for w in tokens.words]
    return Side(tokens, lemmas, content, [0.6 if lexical_table().knows(lemma) else 0.0 for lemma in lemmas])
