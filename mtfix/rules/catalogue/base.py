"""What the rules of the catalogue share."""

from __future__ import annotations

from collections.abc import Iterator

from mtfix.rules.base import Bilingual, Context, Finding, Rule
from mtfix.rules.catalogue.confirmed import confirmed_hits
from mtfix.rules.catalogue.matches import Hit, hits
from mtfix.text import Segment, Span


class CatalogueRule(Rule):
    """A rule whose patterns are the rows of its code."""

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for hit in context.cached(hits, segment).get(self.code, ()):
            yield self._finding(segment, context, hit)
        if segment.source is not None:
            for hit, quoted in context.cached(confirmed_hits, segment).get(self.code, ()):
                yield self._finding(segment, context, hit, quoted)

    def _finding(self, segment: Segment, context: Context, hit: Hit, quoted: Span | None = None) -> Finding:
        tokens = context.tokens(segment)
        return self.finding(
            segment,
            tokens.starts[hit.first],
            tokens.ends[hit.end - 1],
            *hit.suggestions,
            severity=hit.row.severity,
            row=hit.row.id,
            source=quoted,
            english=hit.row.english,
            fix=hit.row.fix,
        )


ENGLISH_BEHIND = Bilingual(
    en="“{text}” follows the English “{english}” word for word; French says: {fix}.",
    fr="« {text} » suit mot à mot l’anglais “{english}” ; on dit : {fix}.",
)
