"""Two nouns, or two countries and a noun, in the order of English."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.elision import elides
from mtfix.french.inflection import agree_word, genders
from mtfix.french.lexicon import Gender, Number, lexicon
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.countries import countries
from mtfix.text import Segment

# What two countries have between them: nouns that take « entre … et … ».
_BETWEEN = (
    "traité|accord|guerre|conflit|frontière|pacte|alliance|sommet|dialogue|différend|partenariat|rivalité"
    "|coopération|réunion|rencontre|commerce|relation|pourparlers|négociations|relations|tensions|liens"
    "|échanges|accords|cessez-le-feu|crise"
)
_DASH = "[-–—]"
# The first noun of an English compound, and the complement it is in French.
_MODIFIERS = {
    "police": "de police",
    "gouvernement": "du gouvernement",
    "armée": "de l’armée",
    "sécurité": "de sécurité",
    "santé": "de santé",
    "paix": "de paix",
    "opposition": "de l’opposition",
    "parlement": "du Parlement",
    "énergie": "de l’énergie",
    "défense": "de la Défense",
    "entreprise": "de l’entreprise",
    "compagnie": "de la compagnie",
}
# Second nouns that are neither verbs nor adjectives: « la police enquête », « la force publique » stay out.
_HEADS = frozenset(
    "unité unités officier officiers agent agents porte-parole ministre ministres secrétaire opération "
    "opérations station brigade voiture véhicule département négociateur négociateurs pourparlers processus "
    "plan projet accord accords traité chef chefs dirigeant dirigeants directeur fonctionnaire "
    "fonctionnaires conseiller conseillers système services réunion mission négociations".split()
)
_ARTICLES: dict[str, tuple[Gender, Number]] = {
    "le": ("m", "s"),
    "la": ("f", "s"),
    "un": ("m", "s"),
    "une": ("f", "s"),
    "du": ("m", "s"),
}
_SHORTEST = 4
# Not « une rock star », « la standing ovation »: the first noun must look French.
_FRENCH = re.compile(
    r"(?:[^s]s|té|tion|sion|ment|[ae]nce|eur|ie|age|ure|ice|oire|isme|ère|ée|ise|ique|ix|rre)$"
)
# Which of them each complement goes with; « la santé plan » is as likely a lost comma.
_NOT_HEAD = {"défense": frozenset("plan projet accord accords mission système services".split())}


class NounOrder(Rule):
    """*Police unit*, *Spain-Portugal treaty*: the nouns of a compound in English order.

    English puts the noun that describes before the one described; French does the contrary and needs a
    preposition: *l’unité de police*, *le traité entre l’Espagne et le Portugal*.  Reported: an article, a
    noun such as *police* or *gouvernement* and right behind it an office, a body or a plan; two countries
    joined with a hyphen before what can exist between two countries, or behind it with *de*.

    Left alone: *la guerre Russie-Ukraine* (headline style), *l’axe Paris-Berlin*, matches and routes
    (*le France-Allemagne*, *le Paris-Dakar*), nouns that may be a verb (*la police enquête*).
    """

    code = "CAL711"
    name = "noun-order"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="nouns in English order", fr="noms dans l’ordre anglais")
    message = Bilingual(
        en="The noun that describes stands behind in French.",
        fr="En français, le nom complément se place après, avec une préposition.",
    )
    bad = (
        Bad("⟦La police unité⟧ a bouclé l’avenue.", ("L’unité de police",)),
        Bad("Selon ⟦le gouvernement porte-parole⟧, rien ne change."),
        Bad("Il salue ⟦la paix processus⟧.", ("le processus de paix",)),
        Bad("⟦La pension régime rapport⟧ est arrivé."),
        Bad("Elle préside ⟦la frontières commission⟧ de l’ONU."),
        Bad("Il a décrit ⟦l’armée opérations⟧ de mai.", ("les opérations de l’armée",)),
        Bad(
            "⟦Le Chili-Pérou traité⟧ n’a pas été signé.",
            ("Le traité entre le Chili et le Pérou",),
        ),
        Bad("Depuis la ⟦guerre d’Iran-Irak⟧, tout a changé.", ("guerre entre l’Iran et l’Irak",)),
        Bad(
            "L’armée ferme la ⟦frontière du Mexique-États-Unis⟧.",
            ("frontière entre le Mexique et les États-Unis",),
        ),
    )
    good = (
        Good("L’unité de police et le porte-parole du gouvernement sont partis."),
        Good("La police enquête ; la guerre Russie-Ukraine dure ; le France-Allemagne a commencé."),
        Good("Le traité entre le Chili et le Pérou tient, comme l’axe Paris-Berlin."),
        Good("De la police, unité après unité, arrivait. Le Paris-Lyon est en retard."),
        Good("Un gouvernement ministre par ministre, voilà son rêve de police."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        yield from self._pairs(segment, context.apostrophe)
        tokens = context.tokens(segment)
        words = tokens.words
        yield from self._stacked(segment, context)
        if _MODIFIERS.keys().isdisjoint(words):
            return
        for index in range(1, len(words) - 1):
            if words[index] in _MODIFIERS and words[index + 1] in _HEADS and _is_compound(tokens, index):
                fix = _turned(tokens, index, context.apostrophe)
                start, end = tokens.starts[index - 1], tokens.ends[index + 1]
                yield self.finding(segment, start, end, *((fix,) if fix else ()))

    def _stacked(self, segment: Segment, context: Context) -> Iterator[Finding]:
        """*La frontières commission*: an article that agrees with the second noun alone; three nouns in a row."""
        tokens = context.tokens(segment)
        for index in range(len(tokens) - 3):
            wanted = _ARTICLES.get(tokens.words[index])
            if wanted is None or not _is_noun_only(tokens, index + 1):
                continue
            if not _is_noun_only(tokens, index + 2) or coarse(context.tags(segment)[index + 2]) != "NOUN":
                continue
            if tokens.words[index + 1] in _MODIFIERS and tokens.words[index + 2] in _HEADS:
                continue
            french = _FRENCH.search(tokens.words[index + 1]) is not None
            if french and _fits(tokens, index + 2, wanted) and not _fits(tokens, index + 1, wanted):
                yield self.finding(segment, tokens.starts[index], tokens.ends[index + 2])
            elif _is_subject_stack(tokens, context.tags(segment), index + 3):
                yield self.finding(segment, tokens.starts[index], tokens.ends[index + 3])

    def _pairs(self, segment: Segment, apostrophe: str) -> Iterator[Finding]:
        if not any(dash in segment.target for dash in "-–—"):
            return
        for pattern in _pair_patterns():
            for match in pattern.finditer(segment.target):
                fixes = (fix.replace("’", apostrophe) for fix in _entre(match))
                yield self.finding(segment, match.start(), match.end(), *fixes)


@lru_cache(maxsize=1)
def _pair_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, countries()), key=len, reverse=True))
    pair = rf"(?P<one>{names})\s?{_DASH}\s?(?P<two>{names})"
    article = r"(?P<article>\b(?:[Ll]e |[Ll]a |[Ll]es |[Ll][’']|[Uu]n |[Uu]ne |[Dd]es |[Dd]u ))"
    return (
        re.compile(rf"{article}{pair} (?P<noun>{_BETWEEN})\b"),
        re.compile(rf"\b(?P<noun>{_BETWEEN}) (?:de |d[’']|de la |de l[’']|du |des ){pair}(?![\w-])"),
    )


def _entre(match: re.Match[str]) -> tuple[str, ...]:
    noun = match["noun"]
    one, two = (f"{countries()[name]}{name}" for name in (match["one"], match["two"]))
    behind = f"entre {one} et {two}"
    if "article" not in match.groupdict():
        return (f"{noun} {behind}",)
    determiner = _article(match["article"].strip().lower(), noun)
    if determiner is None:
        return ()
    text = f"{determiner}{noun} {behind}"
    return (text[0].upper() + text[1:] if match["article"][0].isupper() else text,)


def _article(article: str, noun: str) -> str | None:
    """The article as it stands before that noun: `le` before *unité* is `l’`."""
    gender: Gender = (genders(noun) or ("",))[0]
    number: Number = (
        "p" if any(a.pos == "NOUN" and a.number == "p" for a in lexicon().analyses(noun)) else "s"
    )
    base = {"l’": "le", "l'": "le", "la": "le", "les": "le", "une": "un"}.get(article, article)
    if base not in ("le", "un"):
        return None
    if base == "le" and number == "s" and elides(noun):
        return "l’"
    if not gender and number == "s":  # « le » or « la porte-parole »
        return None
    word = agree_word(base, gender, number, "DET")
    return f"{word} " if word else None


def _is_noun_only(tokens: Tokens, index: int) -> bool:
    """Whether the word is a common noun in lower case and nothing else."""
    word = tokens.words[index]
    if len(word) < _SHORTEST or not tokens.surface(index).islower() or not tokens.spaced(index - 1):
        return False
    known = lexicon().analyses(word)
    return bool(known) and all(a.pos == "NOUN" for a in known)


def _is_subject_stack(tokens: Tokens, tags: list[str], last: int) -> bool:
    """Whether a third noun stands at `last`, and a finite verb or a preposition behind it."""
    if not tokens.spaced(last - 1) or coarse(tags[last]) != "NOUN" or last + 1 >= len(tags):
        return False
    known = lexicon().analyses(tokens.words[last])
    nominal = any(a.pos == "NOUN" for a in known) and not any(a.pos in ("ADJ", "ADV", "PREP") for a in known)
    return nominal and tokens.surface(last).islower() and coarse(tags[last + 1]) in ("AUX", "VERB")


def _fits(tokens: Tokens, index: int, wanted: tuple[Gender, Number]) -> bool:
    gender, number = wanted
    return any(a.reading.fits(gender, number) for a in lexicon().analyses(tokens.words[index]))


def _is_compound(tokens: Tokens, index: int) -> bool:
    word, before = tokens.words[index], tokens.words[index - 1]
    if before not in ("le", "la", "l’", "les", "un", "une", "cette", "cet", "ce"):
        return False
    if tokens.words[index + 1] in _NOT_HEAD.get(word, ()) or not tokens.surface(index).islower():
        return False
    behind = tokens.words[index + 2] if index + 2 < len(tokens) else ""
    return (
        tokens.spaced(index) and tokens.surface(index + 1).islower() and behind not in ("par", "après", "-")
    )


def _turned(tokens: Tokens, index: int, apostrophe: str) -> str | None:
    determiner = _article(tokens.words[index - 1], tokens.words[index + 1])
    if determiner is None:
        return None
    text = f"{determiner}{tokens.words[index + 1]} {_MODIFIERS[tokens.words[index]]}"
    text = text[0].upper() + text[1:] if tokens.surface(index - 1)[0].isupper() else text
    return text.replace("’", apostrophe)
