"""Terms that must not be translated."""

from collections.abc import Iterator

from mtfix.french.tokens import tokenize
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment


class TranslatedTerm(Rule):
    """A term that the glossary marks as do-not-translate, present in the English source and not in the French.

    Needs the source.  Where the French has a form that the entry forbids, TER602 reports that form; otherwise
    this rule marks the segment's first word and names the term, since which French words stand for it cannot be
    told without word alignment.
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
            "⟦Selon⟧ le Temps financier, l’accord est signé.",
            source="According to the Financial Times, the deal is signed.",
        ),
        Bad("⟦Le⟧ Temps de New York l’a écrit lundi.", source="The New York Times wrote so on Monday."),
    )
    good = (
        Good(
            "Selon le Financial Times, l’accord est signé.",
            source="According to the Financial Times, the deal is signed.",
        ),
        Good("Selon le Temps financier, l’accord est signé."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if context.glossary is None or segment.source is None:
            return
        for _, _, entry in context.glossary.source_terms.find(tokenize(segment.source)):
            if not entry.do_not_translate:
                continue
            wanted = (entry.target, *entry.variants)
            if any(_folded(form) in _folded(segment.target) for form in wanted):
                continue
            if any(_folded(form) in _folded(segment.target) for form in entry.forbidden):
                continue
            tokens = context.tokens(segment)
            first = next(i for i in range(len(tokens)) if tokens.is_word(i))
            yield self.finding(segment, tokens.starts[first], tokens.ends[first], target=entry.target)


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("&#39;", "'").casefold().split())
