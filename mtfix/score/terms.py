"""Term success: how many of the glossary's terms in the source were translated as the glossary has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtfix.english.words import tokenize as tokenize_english
from mtfix.french.tokens import tokenize
from mtfix.glossary.entry import Glossary
from mtfix.glossary.match import FrenchText, rendering
from mtfix.score.base import Scale, Score, require_parallel


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
        return Score("terms", value, Scale.HIGHER_IS_BETTER, "count:line|match:lemma")


def term_success(hypotheses: Sequence[str], sources: Sequence[str], glossary: Glossary) -> TermSuccess:
    """The terms of `glossary` in the source lines, and those without their target or a variant beside them.

    Terms are found as `mtfix.glossary.match` says.  Where several entries have one source term, the translations of
    all are accepted.  Raises InputError when the numbers of segments differ or are zero.
    """
    require_parallel(hypotheses, source=sources)
    occurrences, missed = 0, []
    for line, (source, hypothesis) in enumerate(zip(sources, hypotheses, strict=True), 1):
        found = glossary.source_terms.find(tokenize_english(source))
        terms = {occurrence.term.source: occurrence.term for occurrence in found}
        occurrences += len(terms)
        text = FrenchText(tokenize(hypothesis))
        missed += [
            MissedTerm(line, term.source, term.accepted)
            for term in terms.values()
            if rendering(text, term) is None
        ]
    return TermSuccess(occurrences, tuple(missed))
