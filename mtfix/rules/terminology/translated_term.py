"""Terms that must not be translated."""

from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.terminology.occurrences import place_of, quoted, rendered_terms
from mtfix.text import Segment


class TranslatedTerm(Rule):
    """A term that the glossary marks as do-not-translate, present in the English source and not in the French.

    The finding marks the words that stand where the term should be; if the alignment does not know them, the nearest
    word.  Where the French has a form that the entry forbids, TER602 reports that form.
    """

    code = "TER604"
    name = "translated-term"
    severity = Severity.MAJOR
    safety = Safety.DISPLAY
    category = Category.TERMINOLOGY
    confidence = 0.85
    title = Bilingual(en="do-not-translate term broken", fr="terme à ne pas traduire")
    message = Bilingual(
        en="“{target}” stands in the source and must not be translated.",
        fr="« {target} » figure dans la source et ne se traduit pas.",
    )
    bad = (
        Bad(
            "Selon le ⟦Temps financier⟧, l’accord est signé.",
            source="According to the Financial Times, the deal is signed.",
        ),
        Bad("Le ⟦Temps de New York⟧ l’a écrit lundi.", source="The New York Times wrote so on Monday."),
    )
    good = (
        Good(
            "Selon le Financial Times, l’accord est signé.",
            source="According to the Financial Times, the deal is signed.",
        ),
        Good("Selon le Temps financier, l’accord est signé."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for rendered in context.cached(rendered_terms, segment):
            entries = rendered.occurrence.term.entries
            if rendered.form or rendered.forbidden or not any(entry.do_not_translate for entry in entries):
                continue
            alignment = context.alignment(segment)
            if alignment is None:
                continue
            place, tokens = place_of(alignment, rendered.occurrence, context.tags(segment)), alignment.target
            if entries[0].shipped and not place.known:
                continue  # left out, or paraphrased
            start, end = tokens.starts[place.first], tokens.ends[place.end - 1]
            source = quoted(alignment.source, rendered.occurrence)
            yield self.finding(segment, start, end, source=source, target=entries[0].target)
