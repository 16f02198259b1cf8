"""*Each other* word for word: `visiter les villes de l’autre`."""

import re
from collections.abc import Iterator

from mtfix.french.inflection import agree_word, genders
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SPACE = "[ \u00a0\u202f]"
# Things of which each party has its own: good French says « leurs villes respectives ».
_OWN = (
    "pays|nations|États|villes|capitales|territoires|maisons|domiciles|terres|ports|aéroports|ambassades|consulats"
    "|frontières|citoyens|ressortissants|navires|soldats|prisonniers|diplomates|ambassadeurs|villages|foyers"
    "|appartements|familles|enfants|parents|bureaux|bases|usines|marchés|entreprises|universités|électeurs"
)
_END = rf"(?={_SPACE}*(?:[.,;:!?)»”\"]|$)|{_SPACE}+(?:et|ou|mais|pour|avant|après|afin|dès|depuis|lors|cette|cet|ce)\b)"
_THINGS = re.compile(
    rf"\b(?P<word>[Ll]es|[Dd]es|[Aa]ux){_SPACE}(?P<noun>{_OWN}){_SPACE}de{_SPACE}l['’]autre\b{_END}"
)
_EACH = re.compile(
    rf"\b(?P<word>avec|contre|pour|à|vers|envers|entre|de|chez|sur|dans){_SPACE}chaque{_SPACE}autre\b"
    rf"(?={_SPACE}*(?:[.,;:!?)»”\"]|$)|{_SPACE}+(?:et|mais|depuis|pendant|dans|après|lors)\b)"
)
_PARTNER = re.compile(
    r"\b(?:l['’]une?|chacune?s?|l['’]autre|d['’](?:un|une)|une?|aucune?|ni|personne|il|elle|on|je|tu)\b",
    re.IGNORECASE,
)
_BEFORE = {"les": "leurs", "des": "de leurs", "aux": "à leurs"}


class Reciprocal(Rule):
    """What two parties do to *each other's* things, said as in English: *visiter les villes de l’autre*.

    French has no *each other's*: it says *leurs villes respectives*, or *la ville l’un de l’autre*.  Only things are
    looked at of which every party has its own (countries, towns, houses, citizens), where *de l’autre* ends the
    phrase.  *Avec chaque autre* for *with each other* is reported without a suggestion.

    Left alone: *l’un … de l’autre*, *chacun … de l’autre* and a singular subject, where *l’autre* is one of two.
    """

    code = "GRM809"
    name = "reciprocal"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="reciprocal as in English", fr="réciprocité calquée de l’anglais")
    message = Bilingual(
        en="“{text}” renders “each other” word for word.",
        fr="« {text} » rend mot pour mot l’anglais « each other ».",
    )
    bad = (
        Bad("Ils souhaitent visiter ⟦les villes de l’autre⟧.", ("leurs villes respectives",)),
        Bad(
            "Les rois ont séjourné dans ⟦les capitales de l’autre⟧ et signé.",
            ("leurs capitales respectives",),
        ),
        Bad("Les deux rivaux ont parlé ⟦des pays de l'autre⟧.", ("de leurs pays respectifs",)),
        Bad("Les voisins ont accès ⟦aux ports de l’autre⟧, dit-il.", ("à leurs ports respectifs",)),
        Bad("Les deux équipes ont joué ⟦contre chaque autre⟧."),
    )
    good = (
        Good("Chacun rêve de visiter les villes de l’autre."),
        Good("L’un a vu les usines de l’autre."),
        Good("Les villes de l’autre rive sont vides ; les habitants de l’autre côté aussi."),
        Good("Ils visitent leurs villes respectives et respectent les choix de l’autre."),
        Good("Il a parlé avec chaque autre joueur."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if "autre" not in text:
            return
        for match in _THINGS.finditer(text):
            if _PARTNER.search(text, _sentence_start(segment, context, match.start()), match.start()):
                continue
            yield self.finding(segment, *match.span(), *_respective(match["word"], match["noun"]))
        for match in _EACH.finditer(text):
            yield self.finding(segment, *match.span())


def _sentence_start(segment: Segment, context: Context, offset: int) -> int:
    return max((start for start in context.sentence_starts(segment) if start <= offset), default=0)


def _respective(word: str, noun: str) -> tuple[str, ...]:
    gender = next((g for g in genders(noun) if g), None)
    adjective = agree_word("respectif", gender, "p") if gender else None
    if adjective is None:
        return ()
    possessive = _BEFORE[word.lower()]
    possessive = possessive.capitalize() if word[0].isupper() else possessive
    return (f"{possessive} {noun} {adjective}",)
