"""One term of the source in two renderings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from mtfix.french.stem import without_accents
from mtfix.glossary.match import Term, share_a_word
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.terminology.occurrences import Rendered, quoted, rendered_terms
from mtfix.rules.terminology.replacement import replaced
from mtfix.text import Segment

_Use = tuple[Segment, Rendered]
_FAMILY = 5
"""Letters with which words of one family begin: *prélever*, *prélèvement*."""


class TwoRenderings(Rule):
    """A term of the source that the document translates in two ways, both of which the glossary accepts.

    A reader takes two words for two things: « prise de sang » here and « prélèvement » there.  The rendering that is
    more frequent in the document is kept, the one that comes first where both are as frequent.

    Only nouns whose renderings have no word in common count: a short form beside the long one (« tension »,
    « tension artérielle »), an acronym beside what it stands for, and words of one family are no second rendering.
    Of the glossaries that come with mtfix, acronyms and names are left alone: the press varies them (« l’ONU », « les
    Nations unies »), and NAM404 sees to their spelling.
    """

    code = "TER603"
    name = "two-renderings"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.TERMINOLOGY
    confidence = 0.75
    title = Bilingual(en="one term, two renderings", fr="un terme, deux traductions")
    message = Bilingual(
        en="“{english}” is “{kept}” elsewhere in this text.",
        fr="« {english} » est traduit par « {kept} » ailleurs dans le texte.",
    )
    bad = (
        Bad(
            "Le ministre de la Justice est parti.\nLe ministre de la Justice l’a dit.\nUn ⟦garde des sceaux⟧ décide.",
            ("ministre de la Justice",),
            source="The Justice Minister has left.\nThe Justice Minister said so.\nA Justice Minister decides.",
        ),
        Bad(
            "Le ministre des Affaires étrangères est venu.\nLa ⟦cheffe de la diplomatie⟧ suivra.",
            ("ministre des Affaires étrangères",),
            source="The Foreign Minister has come.\nThe Foreign Minister will follow.",
        ),
    )
    good = (
        Good(
            "Le secrétaire général parle.\nLa secrétaire générale se tait.",
            source="The Secretary-General talks.\nThe Secretary-General is silent.",
        ),
        Good("L’ONU vote.\nLes Nations unies attendent.", source="The UN votes.\nThe UN waits."),
        Good("Le ministre de la Justice est parti.\nLe garde des sceaux l’a dit."),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        for uses in _uses(context).values():
            forms = Counter(rendered.form for _, rendered in uses)
            kept = forms.most_common(1)[0][0]
            for segment, rendered in uses:
                if kept and rendered.form and not _is_one_rendering(kept, rendered.form):
                    yield self._finding(segment, context, rendered, kept)

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        return (f for f in self.check(context) if segment.start <= f.span.start < segment.end)

    def _finding(self, segment: Segment, context: Context, rendered: Rendered, kept: str) -> Finding:
        tokens = context.tokens(segment)
        kept = kept.replace("’", context.apostrophe)
        change = replaced(tokens, context.tags(segment), rendered.first, rendered.end, kept)
        first, end, *fixes = change or (rendered.first, rendered.end)
        alignment = context.alignment(segment)
        source = quoted(alignment.source, rendered.occurrence) if alignment else None
        english = alignment.source.text[source.start : source.end] if alignment and source else ""
        return self.finding(
            segment,
            tokens.starts[first],
            tokens.ends[end - 1],
            *fixes,
            source=source,
            english=english,
            kept=kept,
        )


def _uses(context: Context) -> dict[str, list[_Use]]:
    """The places of the document where a term is rendered, by term."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for segment in context.document.segments:
        for rendered in context.cached(rendered_terms, segment):
            if rendered.form and _counts(rendered.occurrence.term) and _is_noun(segment, context, rendered):
                uses[rendered.occurrence.term.source].append((segment, rendered))
    return {source: found for source, found in uses.items() if len(found) > 1}


def _is_noun(segment: Segment, context: Context, rendered: Rendered) -> bool:
    return context.tags(segment)[rendered.first].startswith("NOUN")


def _counts(term: Term) -> bool:
    if len(term.accepted) < 2 or any(entry.part_of_speech == "name" for entry in term.entries):
        return False
    return not (term.entries[0].shipped and term.source.isupper())


def _is_one_rendering(one: str, other: str) -> bool:
    acronym = one.isupper() or other.isupper()
    family = without_accents(one[:_FAMILY]).lower() == without_accents(other[:_FAMILY]).lower()
    return acronym or family or share_a_word(one, other)
