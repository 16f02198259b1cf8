"""Terms of the source that are not translated as the glossary has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtfix.alignment.words import WordAlignment
from mtfix.french.lexicon import lexicon
from mtfix.french.stem import without_accents
from mtfix.french.tokens import tokenize
from mtfix.glossary.match import Term
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.terminology.occurrences import (
    Place,
    Rendered,
    kept_in_english,
    place_of,
    quoted,
    rendered_terms,
)
from mtfix.rules.terminology.replacement import replaced
from mtfix.rules.terminology.swapped_names import name_instead
from mtfix.text import Segment

_AKIN, _REST = 5, 3
"""Letters that words of one family share at least, and that the shorter may have besides: *pandémie*, *pandémique*."""
_NEAR = 4

_PRONOUNS = frozenset("celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci".split())


class TermAbsent(Rule):
    """A term of the source whose French, as the glossary has it, does not stand in the translation.

    Both sides are compared by lemma: the French may be inflected, have other articles, and adjectives within; any of
    the target and its variants will do, once for all occurrences in a segment.  The finding marks the words that stand
    where the term should be; if the alignment does not know them, the nearest word.

    Every term of a glossary that the user names is looked for.  Of those that come with mtfix, which are names for
    the most part, translators leave out, shorten or paraphrase one in ten (*Germany*: « outre-Rhin »), so they
    count only (1) with several words, each of which is rendered by itself: « cabinet de l’ombre » for *shadow
    cabinet*; (2) as a country or place where another one stands that the source does not have: « Arménie » for
    *Azerbaijan*.  Rows for one house style, names that stay as they are, and persons are left alone.

    Left to other rules: passages in English, forms that the glossary forbids (TER602), terms that must not be
    translated (TER604).  Left alone: a word of the same family in another part of speech (« pandémique » for
    « pandémie »), a pronoun in the term’s place (« celle de 1918 »).
    """

    code = "TER601"
    name = "term-absent"
    severity = Severity.MAJOR
    safety = Safety.RETRANSLATE
    category = Category.TERMINOLOGY
    confidence = 0.85
    title = Bilingual(en="glossary term not used", fr="terme du glossaire non employé")
    message = Bilingual(
        en="“{english}” is “{target}” in the glossary, not “{french}”.",
        fr="Le glossaire traduit « {english} » par « {target} », et non par « {french} ».",
    )
    bad = (
        Bad(
            "Le ⟦cabinet de l’ombre⟧ s’est réuni.",
            ("cabinet fantôme",),
            source="The Shadow Cabinet met.",
        ),
        Bad(
            "⟦L’examinateur médical⟧ a rendu son avis lundi.",
            ("Le médecin légiste",),
            source="The Medical examiner gave his opinion on Monday.",
        ),
        Bad(
            "⟦L’officier exécutif en chef⟧ part.",
            ("Le directeur général",),
            source="The Chief Executive Officer is leaving.",
        ),
        Bad(
            "Il y a des élections en ⟦Arménie⟧ dimanche.",
            source="There are elections in Azerbaijan on Sunday.",
        ),
    )
    good = (
        Good(
            "Les conseils élargis d’administration ont refusé.",
            source="The Boards of Directors have refused.",
        ),
        Good("Le conseil a refusé l’offre.", source="The Board of Directors turned the offer down."),
        Good("Un patron part.", source="A Chief Executive Officer is leaving."),
        Good("Le président allemand est venu d’outre-Rhin.", source="The president came from Germany."),
        Good("Le cabinet de l’ombre s’est réuni."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        absent = [t for t in context.cached(rendered_terms, segment) if t.form is None and not t.forbidden]
        alignment = context.alignment(segment) if absent else None
        if alignment is None:
            return
        for rendered in absent:
            term = rendered.occurrence.term
            place = place_of(alignment, rendered.occurrence, context.tags(segment))
            if any(entry.do_not_translate for entry in term.entries) or _is_akin(term, place, alignment):
                continue
            if _is_in_english_passage(rendered, alignment) or _is_pronoun(place, alignment):
                continue
            if term.entries[0].shipped and not _is_word_for_word(rendered, place, alignment):
                other = name_instead(alignment, rendered.occurrence, context.profile)
                if other is None:
                    continue
                place = other
            yield self._finding(segment, context, alignment, rendered, place)

    def _finding(
        self, segment: Segment, context: Context, alignment: WordAlignment, rendered: Rendered, place: Place
    ) -> Finding:
        source = quoted(alignment.source, rendered.occurrence)
        target = rendered.occurrence.term.entries[0].target.replace("’", context.apostrophe)
        english = alignment.source.text[source.start : source.end]
        tokens = alignment.target
        if not place.complete:
            start, end = tokens.starts[place.first], tokens.ends[place.end - 1]
            return self.finding(
                segment,
                start,
                end,
                source=source,
                confidence=0.7,
                wording=_MISSING,
                english=english,
                target=target,
            )
        french = tokens.between(place.first, place.end - 1)
        change = replaced(tokens, context.tags(segment), place.first, place.end, target)
        first, end, *fixes = change or (place.first, place.end)
        return self.finding(
            segment,
            tokens.starts[first],
            tokens.ends[end - 1],
            *fixes,
            source=source,
            english=english,
            target=target,
            french=french,
        )


_MISSING = Bilingual(
    en="“{english}” is “{target}” in the glossary; it is missing here.",
    fr="Le glossaire traduit « {english} » par « {target} », qui manque ici.",
)


def _is_word_for_word(rendered: Rendered, place: Place, alignment: WordAlignment) -> bool:
    """Whether a term that ships is certainly rendered by other words."""
    entry = rendered.occurrence.term.entries[0]
    first, end = rendered.occurrence.first, rendered.occurrence.end
    if end - first < 2 or entry.profiles or not place.linked:
        return False
    words = sum(alignment.rendering(i) is not None for i in range(first, end))
    return (
        words > 1
        and place.end - place.first <= 2 * (end - first)
        and not kept_in_english(alignment, first, end)
    )


def _is_in_english_passage(rendered: Rendered, alignment: WordAlignment) -> bool:
    """Whether the English stands in the French with the words around it: a title, or what other rules report."""
    first, end = rendered.occurrence.first, rendered.occurrence.end
    inside = first > 0 and end < len(alignment.source)
    return inside and kept_in_english(alignment, first - 1, end + 1)


def _is_pronoun(place: Place, alignment: WordAlignment) -> bool:
    """Whether a pronoun stands for a term or its noun: « celle de 1918 »."""
    return not _PRONOUNS.isdisjoint(alignment.target.words[place.first : place.end])


def _is_akin(term: Term, place: Place, alignment: WordAlignment) -> bool:
    """Whether a word of the same family stands in the place of a term of one word."""
    there = alignment.target.words[max(0, place.first - _NEAR) : place.end + _NEAR]
    alone = [words[0] for form in term.accepted if len(words := tokenize(form).words) == 1]
    return any(_same_family(wanted, word) for wanted in alone for word in there)


def _same_family(wanted: str, word: str) -> bool:
    if min(len(word), len(wanted)) < _AKIN:
        return False
    one, two = without_accents(wanted), without_accents(word)
    if one != two and two.endswith(one):
        return True
    shared = max(_AKIN, min(len(one), len(two)) - _REST)
    known = set(_classes(word))
    return one[:shared] == two[:shared] and bool(known) and known.isdisjoint(_classes(wanted))


def _classes(word: str) -> Sequence[str]:
    return [a.pos for a in lexicon().analyses(word)]
