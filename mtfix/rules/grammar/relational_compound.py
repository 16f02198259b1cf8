"""Compounds of two nations as English makes them: `les échanges italiens-suisses`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.inflection import inflect
from mtfix.french.lexicon import Gender, Number, lexicon
from mtfix.french.lists import listed
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_LETTER = r"[^\W\d_]"
_COMPOUND = re.compile(rf"(?<![\w-])(?:{_LETTER}+[-‑–])+{_LETTER}+(?![\w-])")
_HYPHEN = re.compile("[-‑–]")
_AMERICA = frozenset(("US", "USA"))
# Established although both members keep their full form, or not a pair of nations at all.
_ESTABLISHED = frozenset(
    "canadien-français canadien-anglais suisse-allemand chypriote-grec chypriote-turc anglais-canadien".split()
)
# Names of languages: « un dictionnaire français-allemand » is right.
_LANGUAGES = frozenset(
    "français anglais allemand espagnol italien portugais russe chinois japonais arabe turc grec polonais "
    "ukrainien néerlandais suédois danois norvégien hongrois roumain bulgare serbe croate tchèque slovaque "
    "slovène coréen vietnamien catalan indonésien albanais arménien géorgien kazakh irlandais".split()
)
# Nouns that have to do with two nations, not with two languages.
_DEALINGS = frozenset(
    "accord sommet traité conflit pacte dialogue couple axe partenariat commerce échange entretien différend "
    "conseil comité forum rapprochement consortium groupe litige exercice projet duel match contrat "
    "convoi citoyen chercheur homme duo tandem ressortissant contact lien pourparlers rapport "
    "antagonisme bras contentieux compromis".split()
)

_Agreements = set[tuple[Gender, Number]]
_ALL: _Agreements = {("m", "s"), ("m", "p"), ("f", "s"), ("f", "p")}


@lru_cache(maxsize=1)
def _combining() -> dict[str, str]:
    """The form of an adjective in front of another one: *français* → *franco*."""
    rows = (line.split("\t") for line in listed("mtfix.rules.grammar", "combining_forms.txt"))
    return {row[0]: row[1] for row in rows if len(row) > 1 and row[1]}


@lru_cache(maxsize=1)
def _of_countries() -> dict[str, str]:
    """The adjective of a country: *Russie* → *russe*."""
    found = dict.fromkeys(_AMERICA, "américain")
    for row in (line.split("\t") for line in listed("mtfix.rules.grammar", "combining_forms.txt")):
        for country in row[2].split("|") if len(row) > 2 else ():
            found[country] = row[0]
    return found


@lru_cache(maxsize=1)
def _settled() -> frozenset[str]:
    return frozenset(listed("mtfix.rules.grammar", "relational_compounds.txt"))


class RelationalCompound(Rule):
    """Two adjectives of nations joined by a hyphen, the first in full: *des échanges italiens-suisses*.

    English joins them as they are; French gives the first its combining form, which does not agree: *des échanges
    italo-suisses*, *une usine franco-allemande*.  A country can stand for one of them (*les contacts
    turcs-Grèce*, *US-russe*).  Where usage has settled the order (*franco-allemand*, *sino-américain*), the suggestion
    follows it, as it does the gender and number of the words around.

    Left alone: pairs of languages (*un dictionnaire français-allemand*), pairs of countries (*la guerre
    Iran-Irak*), and compounds that are established in full (*canadien-français*, *suisse-allemand*).
    """

    code = "GRM808"
    name = "relational-compound"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.95
    title = Bilingual(
        en="compound of two nations in English form", fr="adjectif composé de deux nationalités mal formé"
    )
    message = Bilingual(
        en="“{text}”: French gives the first nation its combining form (“franco-allemand”).",
        fr="« {text} » : la première nationalité prend sa forme de composition (« franco-allemand »).",
    )
    bad = (
        Bad("Les échanges ⟦italiens-suisses⟧ ont repris.", ("italo-suisses",)),
        Bad("Une usine ⟦française-allemande⟧ ouvrira à Metz.", ("franco-allemande",)),
        Bad("Les rivalités ⟦américaines-chinoises⟧ inquiètent.", ("sino-américaines",)),
        Bad("Des entretiens ⟦turcs-Grèce⟧ sont annoncés.", ("gréco-turcs",)),
        Bad("La coopération ⟦US-polonaise⟧ s’étend.", ("américano-polonaise",)),
        Bad("Le sommet ⟦espagnol-portugais⟧ a été reporté.", ("hispano-portugais",)),
    )
    good = (
        Good("Un dictionnaire français-allemand et un lexique italien-anglais."),
        Good("La guerre Iran-Irak a duré huit ans ; le match France-Italie aussi."),
        Good("Les relations franco-allemandes et sud-coréennes, le patrimoine canadien-français."),
        Good("Il parle suisse-allemand avec un Chypriote-Grec."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if "-" not in text and "‑" not in text and "–" not in text:
            return
        for match in _COMPOUND.finditer(text):
            for hyphen in _HYPHEN.finditer(match.group()):
                first, second = match.group()[: hyphen.start()], match.group()[hyphen.end() :]
                if not _is_pair(first, second):
                    continue
                noun = _noun_before(context.tokens(segment), match.start())
                joined = _joined(first, second, noun)
                if joined:
                    yield self.finding(segment, *match.span(), joined)
                break


def _is_pair(first: str, second: str) -> bool:
    """A quick look: two nations, at least one of them as an adjective."""
    if first in _of_countries():
        return second.islower() and bool(_adjective(second))
    return first.islower() and bool(_adjective(first)) and bool(_member(second))


def _member(word: str) -> str:
    return _of_countries().get(word, "") or (_adjective(word) if word.islower() else "")


def _adjective(form: str) -> str:
    """The adjective of a nation that `form` belongs to, or ''."""
    for analysis in lexicon().analyses(form):
        if analysis.pos == "ADJ" and (analysis.kind == "demonym" or analysis.lemma in _combining()):
            return analysis.lemma
    return ""


def _noun_before(tokens: Tokens, offset: int) -> str:
    """The word before the compound, or the one before that where an adjective stands between."""
    place = next((i for i, end in enumerate(tokens.ends) if end > offset), len(tokens)) - 1
    for index in range(place, max(place - 2, -1), -1):
        analyses = lexicon().analyses(tokens.words[index])
        if any(a.pos == "NOUN" for a in analyses):
            return tokens.words[index]
        if not any(a.pos == "ADJ" for a in analyses):
            break
    return ""


def _joined(first: str, second: str, noun: str) -> str | None:
    one, other = _member(first), _member(second)
    if not other or one == other or f"{one}-{other}" in _ESTABLISHED:
        return None
    agreements = _agreements(first, one) & _agreements(second, other)
    if one in _LANGUAGES and other in _LANGUAGES and ("m", "s") in agreements and not _deals(noun):
        return None
    fitting = agreements & _of_noun(noun) or agreements
    if not fitting:
        return None
    stem, head = _ordered(one, other)
    forms = {inflect(head, "ADJ", gender, number) for gender, number in fitting}
    form = forms.pop() if len(forms) == 1 else None
    return f"{stem}-{form}" if stem and form else None


def _deals(noun: str) -> bool:
    return noun in _DEALINGS or not _DEALINGS.isdisjoint(lexicon().lemmas(noun, "NOUN"))


def _ordered(one: str, other: str) -> tuple[str, str]:
    """The combining form and the adjective, in the order usage has settled."""
    forms = _combining()
    here, there = forms.get(one, ""), forms.get(other, "")
    if here and f"{here}-{other}" in _settled():
        return here, other
    if there and (f"{there}-{one}" in _settled() or not here):
        return there, one
    return here, other


def _agreements(word: str, lemma: str) -> _Agreements:
    """The genders and numbers a member can have; a country allows all."""
    if word in _of_countries():
        return _ALL
    readings = [a.reading for a in lexicon().analyses(word) if a.pos == "ADJ" and a.lemma == lemma]
    return {(g, n) for g, n in _ALL if any(reading.fits(g, n) for reading in readings)}


def _of_noun(noun: str) -> _Agreements:
    readings = [a.reading for a in lexicon().analyses(noun) if a.pos == "NOUN"] if noun else []
    return {(g, n) for g, n in _ALL if any(reading.fits(g, n) for reading in readings)}
