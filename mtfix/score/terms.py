"""Term success: how many of the glossary's terms in the source were translated as the glossary has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mtfix.french.phrases import TermIndex
from mtfix.french.tokens import tokenize
from mtfix.glossary.entry import Glossary
from mtfix.score.base import Scale, Score, require_parallel

_SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class MissedTerm:
    """A term of the source line `line` (1-based) without an accepted translation in the hypothesis."""

    line: int
    source: str
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermSuccess:
    """How many terms occur in the source, each counted once per line, and which were missed."""

    occurrences: int
    missed: tuple[MissedTerm, ...]

    @property
    def kept(self) -> int:
        """How many have their target or a variant in the hypothesis line."""
        return self.occurrences - len(self.missed)

    @property
    def score(self) -> Score | None:
        """The share of terms kept, 0–100; None when no term occurs in the source."""
        if not self.occurrences:
            return None
        value = 100 * self.kept / self.occurrences
        return Score("terms", value, Scale.HIGHER_IS_BETTER, "count:line|case:lc|number:folded")


def term_success(hypotheses: Sequence[str], sources: Sequence[str], glossary: Glossary) -> TermSuccess:
    """The terms of `glossary` in the source lines, and those without their target or a variant beside them.

    Terms are compared without regard to case and plural endings; other inflection is not known here.  A
    source term with a capital must stand as written (`US` is not `us`).  Where several entries have one
    source term, the translations of all are accepted.  Raises InputError when the numbers of segments differ
    or are zero.
    """
    require_parallel(hypotheses, source=sources)
    accepted = _accepted(glossary)
    index = _index(accepted)
    stems = {term: [_stems(form) for form in forms] for term, forms in accepted.items()}
    occurrences, missed = 0, []
    for line, (source, hypothesis) in enumerate(zip(sources, hypotheses, strict=True), 1):
        terms = dict.fromkeys(term for _, _, term in index.find(tokenize(source)))
        text = _stems(hypothesis) if terms else ""
        occurrences += len(terms)
        missed += [
            MissedTerm(line, term, accepted[term])
            for term in terms
            if not any(form in text for form in stems[term])
        ]
    return TermSuccess(occurrences, tuple(missed))


def _accepted(glossary: Glossary) -> dict[str, tuple[str, ...]]:
    forms: dict[str, dict[str, None]] = {}
    for entry in glossary.entries:
        if entry.source:
            known = forms.setdefault(entry.source.replace("'", "’"), {})
            known.update(dict.fromkeys((entry.target, *entry.variants)))
    return {term: tuple(known) for term, known in forms.items()}


def _index(terms: Iterable[str]) -> TermIndex[str]:
    """The source terms, then their other shapes: where both fit, the term as the glossary writes it wins."""
    exact = [(term, term) for term in terms]
    shapes = [(shape, term) for term, _ in exact for shape in _shapes(term) if shape != term]
    return TermIndex(exact + shapes)


def _shapes(term: str) -> Iterator[str]:
    for number in (term, _english_plural(term)):
        yield number
        if term.islower():
            yield number[0].upper() + number[1:]
            yield " ".join(word[:1].upper() + word[1:] for word in number.split())
            yield number.upper()


def _english_plural(term: str) -> str:
    if term.endswith(("s", "x", "z", "ch", "sh")):
        return term + "es"
    if term.endswith("y") and term[-2:-1] not in "aeiou":
        return term[:-1] + "ies"
    return term + "s"


def _stems(text: str) -> str:
    """The words of a text without case and plural, each between spaces, so that `in` compares whole words."""
    return f" {' '.join(_singular(word) for word in tokenize(text).words)} "


def _singular(word: str) -> str:
    """A word without its plural ending.  Both sides are cut alike, so `pays` may become `pay`."""
    if len(word) < _SHORTEST_PLURAL:
        return word
    if word.endswith("aux") and not word.endswith("eaux"):
        return word[:-2] + "l"
    return word[:-1] if word.endswith(("s", "x")) else word
