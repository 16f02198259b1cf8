"""The glossary's terms in a segment: where its source has them, and where the French renders them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtfix.alignment.words import ENGLISH_FUNCTION_WORDS, WordAlignment
from mtfix.english.words import lemma
from mtfix.french.stem import without_accents
from mtfix.french.tokens import Tokens
from mtfix.glossary.match import FrenchText, Occurrence, rendering
from mtfix.rules.base import Context
from mtfix.text import Segment, Span

_NOMINAL = ("NOUN", "NAME")
_MODIFYING, _LINKING = ("ADJ", "PPAST"), ("PREP", "DET")
_REACH = 4
"""How far from its neighbour's rendering a word may stand that could render a term."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A term of the source; `first`, `end` are the French tokens of the `form` that renders it, if one does.

    `forbidden` says that a form stands there which the glossary forbids.
    """

    occurrence: Occurrence
    form: str | None = None
    first: int = 0
    end: int = 0
    forbidden: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """French tokens [first, end) that render a term, all words of it if `complete`.

    It is `linked` if the alignment knows that of every word; if nothing is `known` to render the term, the tokens are
    the nearest word.
    """

    first: int
    end: int
    complete: bool = False
    linked: bool = False
    known: bool = True


def rendered_terms(segment: Segment, context: Context) -> list[Rendered]:
    """Every term of the segment's source once, where it stands first.  To be asked for with `context.cached`."""
    alignment = context.alignment(segment) if context.glossary is not None else None
    if context.glossary is None or alignment is None or not len(alignment.target):
        return []
    found: dict[str, Occurrence] = {}
    for occurrence in context.glossary.source_terms.find(alignment.source):
        found.setdefault(occurrence.term.source, occurrence)
    text = FrenchText(context.tokens(segment)) if found else None
    return [_rendered(text, occurrence) for occurrence in found.values() if text]


def _rendered(text: FrenchText, occurrence: Occurrence) -> Rendered:
    term = occurrence.term
    if (found := rendering(text, term)) is not None:
        first, end, form = found
        return Rendered(occurrence, form, first, end)
    return Rendered(occurrence, forbidden=any(text.find(form) for form in term.forbidden))


def quoted(source: Tokens, occurrence: Occurrence) -> Span:
    """Where a term stands in the source."""
    return Span(source.starts[occurrence.first], source.ends[occurrence.end - 1])


def place_of(alignment: WordAlignment, occurrence: Occurrence, tags: Sequence[str]) -> Place:
    """The French words that render a term, or the nearest word that renders nothing else of the source."""
    first, end = occurrence.first, occurrence.end
    span = alignment.target_span(first, end)
    if span is not None:
        missing = sum(
            is_content(alignment.source, i) and not alignment.rendering(i) for i in range(first, end)
        )
        low, high, left = _extended(alignment, tags, span[0], span[1], missing)
        one_phrase = not any(tags[j].startswith("PUNCT") for j in range(low, high))
        return Place(low, high, one_phrase and not left, one_phrase and not missing)
    beside = _beside(alignment, first, end)
    free = [
        j
        for j in range(max(0, beside - _REACH), min(len(tags), beside + _REACH + 1))
        if _is_free(alignment, tags, j, _NOMINAL)
    ]
    word = min(free, key=lambda j: abs(j - beside), default=beside)
    return Place(word, word + 1, known=False)


def _extended(
    alignment: WordAlignment, tags: Sequence[str], low: int, high: int, missing: int
) -> tuple[int, int, int]:
    """A phrase with what stands beside it and renders nothing else, for each `missing` word of the source.

    « munitions » is known to render *munitions*, so « flâneuses » behind it must render *loitering*.
    """
    while missing and high < len(tags) and _is_free(alignment, tags, high, _MODIFYING):
        high, missing = high + 1, missing - 1
    before = low - 1
    while before > 0 and tags[before].startswith(_LINKING):
        before -= 1
    inner = before > 0 and tags[before - 1].startswith("PREP")
    if missing and 0 <= before < low - 1 and not inner and _is_free(alignment, tags, before, _NOMINAL):
        low, missing = before, missing - 1
    behind = high
    while behind < len(tags) and tags[behind].startswith(_LINKING):
        behind += 1
    if missing and high < behind < len(tags) and _is_free(alignment, tags, behind, _NOMINAL):
        high, missing = behind + 1, missing - 1
    return low, high, missing


def _is_free(alignment: WordAlignment, tags: Sequence[str], index: int, kinds: tuple[str, ...]) -> bool:
    return tags[index].startswith(kinds) and alignment.origin(index) is None


def _beside(alignment: WordAlignment, first: int, end: int) -> int:
    """The French token that renders the nearest neighbour of English tokens."""
    for distance in range(1, len(alignment.source)):
        for neighbour in (first - distance, end - 1 + distance):
            if (link := alignment.rendering(neighbour)) is not None:
                return link.target
    return next((j for j in range(len(alignment.target)) if alignment.target.is_word(j)), 0)


def is_content(source: Tokens, index: int) -> bool:
    """Whether an English token is a word with a meaning of its own, or a figure."""
    return source.words[index][0].isalnum() and lemma(source.words[index]) not in ENGLISH_FUNCTION_WORDS


def kept_in_english(alignment: WordAlignment, first: int, end: int) -> bool:
    """Whether the English tokens [first, end) stand in the French as they are."""
    folded = [without_accents(word) for word in alignment.target.words]
    return _contains(folded, [without_accents(word) for word in alignment.source.words[first:end]])


def _contains(words: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(words[i : i + size] == wanted for i in range(len(words) - size + 1))
