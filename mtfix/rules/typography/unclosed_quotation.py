"""Quotations that are opened and never closed, or closed and never opened."""

from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.typography.quotations import Mark, marks
from mtfix.text import Segment


class UnclosedQuotation(Rule):
    """A quotation mark whose partner is missing.

    A quotation may go on over several paragraphs, each opened anew and the last one closed; such runs are
    left alone.  Nothing is proposed: where the quotation ends, only the source knows.  (The catalogue asked for a
    proposal; a mark set at the wrong word changes who said what.)
    """

    code = "TYP906"
    name = "unclosed-quotation"
    severity = Severity.MAJOR
    safety = Safety.DISPLAY
    category = Category.LINGUISTIC
    confidence = 0.85
    reads_quotes = True
    title = Bilingual(en="quotation without its second mark", fr="guillemet sans son pendant")
    message = Bilingual(en="This quotation mark has no counterpart.", fr="Ce guillemet n’a pas de pendant.")
    bad = (
        Bad("⟦“⟧Nous partons, a dit le maire."),
        Bad("Il est prêt à tout, dit-il, et ⟦«⟧\u00a0calme."),
        Bad("Nous partons⟦\u00a0»⟧, a dit le maire."),
    )
    good = (
        Good("«\u00a0Nous partons\u00a0», a dit le maire."),
        Good("«\u00a0Nous partons.\n«\u00a0Et nous reviendrons\u00a0», a dit le maire."),
        Good('Un écran de 27".'),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        pending: list[Finding] = []
        for segment in context.document.segments:
            unpaired = [m for m in context.cached(marks, segment) if m.partner is None and m.text != "''"]
            continues = pending and self._continues(segment, context, unpaired)
            if continues:
                pending = []
            else:
                yield from pending
                pending = []
                yield from (self._finding(segment, m) for m in unpaired if not m.opens)
            pending += [self._finding(segment, m) for m in unpaired if m.opens]
        yield from pending

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        unpaired = (mark for mark in context.cached(marks, segment) if mark.partner is None)
        return (self._finding(segment, mark) for mark in unpaired)

    @staticmethod
    def _continues(segment: Segment, context: Context, unpaired: list[Mark]) -> bool:
        """Whether the segment goes on with a quotation left open: it opens anew, or closes what it did not open."""
        first = context.cached(marks, segment)[:1]
        return any(not mark.opens for mark in unpaired) or any(m.opens and m.sign == 0 for m in first)

    def _finding(self, segment: Segment, mark: Mark) -> Finding:
        start, end = mark.start, mark.end
        if mark.opens:
            end = start + len(mark.text)
        return self.finding(segment, start, end)
