"""Places under their English names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtfix.french.elision import join
from mtfix.french.lexicon import lexicon
from mtfix.french.phrases import TermIndex
from mtfix.french.profiles import PROFILES
from mtfix.french.tokens import Tokens
from mtfix.glossary.read import shipped_glossary
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_FILES = ("places.csv", "countries.csv")
_LOCATION = "in "
# Surnames, clubs, brands, French towns.
_AMBIGUOUS = frozenset(
    (
        "Ganges",
        "Israel",
        "Osh",
        "Dover",
        "Global South",
        "Great Lakes",
        "Far East",
        "Victoria Falls",
        "Santo Domingo",
        "Moravia",
        "St. Petersburg",
        "Washington, D.C.",
        "Republic of Congo",
        "Republic of the Congo",
    )
)
# Names of clubs too: told only where somebody is or goes.
_CLUBS = frozenset(
    "Barcelona Bologna Genoa Salzburg Livorno Palermo Verona Bergamo Zaragoza Mainz Hamburg Basel Murcia "
    "Pamplona London Bremen Dresden Augsburg Padua Venice Brandenburg Vienna Florida California".split()
)
_WHERE = frozenset(("à", "en", "dans", "vers", "depuis"))
_QUOTES = frozenset('«»“”"()[]/&@#_-–‘^')
_ARTICLES = ("le", "la", "l’", "les")
_SPLIT = {"du": ("de", "le"), "au": ("à", "le"), "des": ("de", "les"), "aux": ("à", "les")}
_INFINITIVES = ("de", "à")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place: its English and French names, the article of the French one, what stands before it for *in*."""

    english: str
    french: str
    article: str
    location: str
    named: bool = False
    """Whether the article is part of the name: Le Caire."""

    def joined(self, *before: str) -> str:
        """The words and the French name, with elisions and contractions; the article of a name keeps its capital."""
        text = join((*filter(None, before), self.french))
        return text.replace(f"{self.article} {self.french}", self.full) if self.named else text

    @property
    def full(self) -> str:
        """The name with the article that belongs to it."""
        return f"{self.article.capitalize()} {self.french}" if self.named else self.french


class EnglishExonym(Rule):
    """A place under its English name though French has one of its own: « le port de Antwerp », *d’Anvers*.

    The suggestion replaces the preposition and the article too where the French name wants others: « en Warsaw »,
    *à Varsovie* ; « de la Scotland », *de l’Écosse*.  The names are those of mtfix’s glossaries whose
    English form is no word or name of French.  Left alone: names that go on in capitals (« Warsaw Gazette »),
    quotations, parentheses, and places that are clubs too unless somebody is or goes there.
    """

    code = "NAM406"
    name = "english-exonym"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LOCALE
    confidence = 0.95
    title = Bilingual(en="English name of a place", fr="nom anglais d’un lieu")
    message = Bilingual(
        en="“{text}”: in French, the place is {french}.",
        fr="« {text} » : le lieu s’appelle {french} en français.",
    )
    bad = (
        Bad("Le port ⟦de Antwerp⟧ est fermé.", ("d’Anvers",)),
        Bad("Il vit ⟦en Warsaw⟧ avec elle.", ("à Varsovie",)),
        Bad("Le climat ⟦de la Scotland⟧ est rude.", ("de l’Écosse",)),
        Bad("L’ambassadeur ⟦de Lebanon⟧ a protesté.", ("du Liban",)),
        Bad("Elle est partie pour ⟦Cairo⟧ lundi.", ("Le Caire",)),
        Bad("Il est né ⟦à Cairo⟧ hier.", ("au Caire",)),
        Bad("⟦CAIRO⟧ (Agence) – Les prix montent.", ("LE CAIRE",)),
        Bad("L’aéroport ⟦de Havana⟧ a rouvert.", ("de La Havane",)),
        Bad("Des pluies tombent en ⟦Bavaria⟧ et ailleurs.", ("Bavière",)),
    )
    good = (
        Good("Le port d’Anvers, à Varsovie, en Écosse et au Liban."),
        Good("Il lit le Warsaw Gazette et le « Cairo »."),
        Good("La ville (Antwerp) est belge ; Jack London y a vécu."),
        Good("Le Mongolia a quitté le port ; la Royal Bank of Scotland publie ses comptes."),
        Good("Il joue contre Barcelona ce soir."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if context.glossary is None:
            return
        tokens = context.tokens(segment)
        for first, last, place in _places(context.profile.name).find(tokens):
            if _is_part_of_name(tokens, first, last, place):
                continue
            before = tokens.words[first - 1] if first else ""
            if place.english in _CLUBS and before not in _WHERE:
                continue
            start, french, sure = _in_french(tokens, first, place)
            if french == tokens.between(start, last):
                continue
            if tokens.starts[start] in context.sentence_starts(segment):
                french = french[0].upper() + french[1:]
            if "'" in segment.target:
                french = french.replace("’", context.apostrophe)
            safety = Safety.SAFE if sure and not _is_homonym(tokens, last) else Safety.UNSAFE
            yield self.finding(
                segment, tokens.starts[start], tokens.ends[last], french, safety=safety, french=place.full
            )


def _is_part_of_name(tokens: Tokens, first: int, last: int, place: _Place) -> bool:
    """Whether a longer name, a quotation, or another language goes on around the place."""
    after = tokens.surface(last + 1) if last + 1 < len(tokens) else ""
    if place.english.isupper():
        return first > 0
    if after[:1].isupper() or after[:1].isdigit() or (after[:1] in _QUOTES and after != ""):
        return True
    if not first:
        return False
    before, word = tokens.surface(first - 1), tokens.words[first - 1]
    if before in _QUOTES or (before[0].isupper() and first > 1 and "’" not in word and "'" not in before):
        return True
    if (word in ("le", "au", "du") and place.article == "la") or (word == "la" and place.article == "le"):
        return True
    return word[0].isalpha() and "’" not in word and (word in ("in", "for") or not lexicon().analyses(word))


def _is_homonym(tokens: Tokens, last: int) -> bool:
    """Whether it may be another place of that name: « Athens, Géorgie »."""
    following = tokens.surface(last + 2) if last + 2 < len(tokens) else ""
    return tokens.words[last + 1] == "," and following[:1].isupper() if following else False


def _in_french(tokens: Tokens, first: int, place: _Place) -> tuple[int, str, bool]:
    """The first token to replace, the French for what begins there, and whether that is certain."""
    before = tokens.words[first - 1] if first else ""
    if before in _SPLIT or before in _ARTICLES:
        return _after_article(tokens, first, place)
    if before in ("de", "d’"):
        article = "" if place.article == "la" and not place.named else place.article
        return first - 1, place.joined("de", article), True
    if before in ("en", "à"):
        if place.location == before:
            return first, place.french, True
        return first - 1, place.joined(place.location), True
    if not place.article or place.named or before in (",", "("):
        return first, place.full, before in _WHERE or before in ("pour", "par", "entre", "sur")
    return first, place.joined(place.article), False


def _after_article(tokens: Tokens, first: int, place: _Place) -> tuple[int, str, bool]:
    before = tokens.words[first - 1]
    preposition, start = "", first - 1
    if before in _SPLIT:
        preposition = _SPLIT[before][0]
    elif first > 1 and tokens.words[first - 2] in _INFINITIVES:
        preposition, start = tokens.words[first - 2], first - 2
    if not place.article or place.named:
        # « le Warsaw de la guerre »: an article with a city is meant.
        return first, place.french, False
    if before == "au":
        return start, place.joined(place.location), True
    return start, place.joined(preposition, place.article), True


@lru_cache(maxsize=8)
def _places(profile: str) -> TermIndex[_Place]:
    entries = shipped_glossary().for_profile(PROFILES[profile]).entries
    taken = {form for e in entries for form in (*e.accepted, *e.forbidden)} | _AMBIGUOUS
    locations = {
        form.partition(" ")[2]: form.partition(" ")[0]
        for e in entries
        if e.source.startswith(_LOCATION)
        for form in (e.target,)
    }
    places = [
        _place(e.source, e.target, locations.get(e.target))
        for e in entries
        if e.path in _FILES
        and e.source not in taken
        and not e.source.startswith(_LOCATION)
        and not lexicon().look_up(e.source)
    ]
    # « CAIRO (Agence) »: only datelines are told in capitals.
    capitals = [_capitals(place) for place in places if not place.article or place.named]
    return TermIndex((place.english, place) for place in places + capitals)


def _capitals(place: _Place) -> _Place:
    return _Place(place.english.upper(), place.full.upper(), "", place.location)


def _place(english: str, french: str, location: str | None) -> _Place:
    head, _, rest = french.partition(" ")
    if head in ("Le", "La", "Les") and rest:
        # Le Caire: its article melts with « de » and « à », but for sentences that begin with it.
        return _Place(english, rest, head.lower(), f"à {head.lower()}", named=True)
    article = _article(french)
    return _Place(english, french, article, location or _location(article, french))


def _article(french: str) -> str:
    """le, la, les for countries and regions, '' for cities and islands without an article."""
    head = french.split()[0]
    readings = [a for a in lexicon().look_up(french) or lexicon().look_up(head) if a.pos in ("NAME", "NOUN")]
    names = [a for a in readings if a.pos == "NAME"]
    for reading in names if head[0].isupper() and names else readings:
        if reading.number == "p":
            return "les"
        if reading.gender:
            return "le" if reading.gender == "m" else "la"
    return ""


def _location(article: str, french: str) -> str:
    if not article:
        return "à"
    if article == "les":
        return "à les"
    if french[0].islower():
        return f"à {article}"
    return "en" if article == "la" or french[0] in "AEÉIOUÎ" else "à le"
