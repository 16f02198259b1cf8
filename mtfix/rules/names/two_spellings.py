"""One name in two spellings."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from mtfix.french.phrases import TermIndex
from mtfix.glossary.entry import TermEntry
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_Place = tuple[Segment, int, int]


class TwoSpellings(Rule):
    """A name that the document spells in two ways, both of which a glossary accepts: Kyiv … Kiev.

    Machine translation follows each sentence's source and memory; an article needs one spelling.  The more
    frequent one of the document is kept, the glossary's own where both are as frequent.  A short name beside the
    full one (ONU, Organisation des Nations unies) is no second spelling.
    """

    code = "NAM404"
    name = "two-spellings"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.TERMINOLOGY
    confidence = 0.9
    title = Bilingual(en="one name in two spellings", fr="un nom, deux graphies")
    message = Bilingual(
        en="“{text}” is “{kept}” elsewhere in this text.",
        fr="« {text} » est écrit « {kept} » ailleurs dans le texte.",
    )
    bad = (
        Bad("Kyiv dort. Le maire de Kyiv veille. À ⟦Kiev⟧, l’alerte est levée.", ("Kyiv",)),
        Bad("Kiev dort. Le maire de Kiev veille. À ⟦Kyiv⟧, l’alerte est levée.", ("Kiev",)),
    )
    good = (
        Good("Kiev dort. Le maire de Kiev veille."),
        Good("L’Organisation des Nations unies se réunit ; l’ONU votera mardi."),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        if context.glossary is None:
            return
        places = _places(context, context.glossary.spellings)
        for entry, by_form in places.items():
            if len(by_form) < 2:
                continue
            counts = Counter({form: len(found) for form, found in by_form.items()})
            kept = max(counts, key=lambda form: (counts[form], form == entry.target))
            for form, found in by_form.items():
                if form != kept:
                    yield from (self.finding(*place, kept, kept=kept) for place in found)

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        return (f for f in self.check(context) if segment.start <= f.span.start < segment.end)


def _places(
    context: Context, index: TermIndex[tuple[TermEntry, str]]
) -> dict[TermEntry, dict[str, list[_Place]]]:
    places: dict[TermEntry, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    for segment in context.document.segments:
        tokens = context.tokens(segment)
        for first, last, (entry, form) in index.find(tokens):
            places[entry][form].append((segment, tokens.starts[first], tokens.ends[last]))
    return places
