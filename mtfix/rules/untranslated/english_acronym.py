"""English acronyms that have a French one."""

from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.elision import join
from mtfix.french.lists import listed
from mtfix.french.profiles import PROFILES
from mtfix.french.tokens import Tokens
from mtfix.glossary.read import shipped_glossary
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_ARTICLES = ("le", "la", "l’")
_CONTRACTED = {"du": "de", "au": "à"}
_BARE = frozenset("de d’ à par avec pour dans selon contre entre vers sur sans et ou chez".split())
_HALF = 0.5
_AFTER = 25


class EnglishAcronym(Rule):
    """An English acronym that has a French one: NATO for *Otan*, IMF for *FMI*.

    The suggestion has the article and the contraction that the French acronym wants (« de l’IMF », « du FMI »)
    and the spelling of the house style (*Otan*, *OTAN*).  Left alone: lines in capitals, names in English
    (« NATO Review »), acronyms introduced as English, and, unless an article stands before them,
    those that are French words or other acronyms too (UN, EU, WHO).
    """

    code = "UNT105"
    name = "english-acronym"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.TERMINOLOGY
    confidence = 0.95
    title = Bilingual(en="English acronym", fr="sigle anglais")
    message = Bilingual(
        en="“{text}”: the French acronym is {french}.", fr="« {text} » : le sigle français est {french}."
    )
    bad = (
        Bad("Les alliés de ⟦la NATO⟧ se réunissent.", ("l’Otan",)),
        Bad("Le rapport ⟦de l’IMF⟧ est sévère.", ("du FMI",)),
        Bad("Il a écrit ⟦à l’IMF⟧ hier.", ("au FMI",)),
        Bad("Une réunion ⟦du WTO⟧ est prévue.", ("de l’OMC",)),
        Bad("Une réunion de ⟦l’UN⟧ est prévue.", ("l’ONU",)),
        Bad("Plusieurs ⟦NGOs⟧ dénoncent ces tirs.", ("ONG",)),
        Bad("Les pays membres ⟦de NATO⟧ ont voté.", ("de l’OTAN",), profile="lemonde"),
    )
    good = (
        Good("L’Otan, l’ONU et le FMI sont d’accord ; le PIB recule."),
        Good("UN HOMME ET UNE FEMME"),
        Good("Il écrit dans la NATO Review et lit l’UN Chronicle."),
        Good("L’Otan (en anglais : NATO) a son siège à Bruxelles."),
        Good("L’Organisation mondiale du commerce (WTO en anglais) siège à Genève."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        known = _acronyms()
        if context.glossary is None or known.keys().isdisjoint(tokens.words) or _shouts(segment.target):
            return
        for index, word in enumerate(tokens.words):
            if word not in known or tokens.surface(index) != known[word][0]:
                continue
            _, gender, needs_article = known[word]
            french = _targets(context.profile.name).get(tokens.surface(index))
            if french is None or _is_english_name(tokens, index):
                continue
            first, suggestion, sure = _in_french(tokens, index, french, gender)
            if needs_article and not sure:
                continue
            if tokens.starts[first] in context.sentence_starts(segment):
                suggestion = suggestion[0].upper() + suggestion[1:]
            yield self.finding(
                segment,
                tokens.starts[first],
                tokens.ends[index],
                suggestion.replace("’", context.apostrophe) if "'" in segment.target else suggestion,
                safety=Safety.SAFE if sure or gender == "p" else Safety.UNSAFE,
                french=french,
            )


def _shouts(text: str) -> bool:
    letters = [c for c in text[:200] if c.isalpha()]
    return sum(c.isupper() for c in letters) > _HALF * len(letters)


def _in_french(tokens: Tokens, index: int, french: str, gender: str) -> tuple[int, str, bool]:
    """The first token to replace, the French acronym with its article, and whether there was one."""
    before = tokens.words[index - 1] if index else ""
    if gender == "p":
        return index, french, False
    article = "le" if gender == "m" else "la"
    if before in _ARTICLES:
        preposition = tokens.words[index - 2] if index > 1 else ""
        if preposition in ("de", "à") and (gender == "m" or before == "le"):
            return index - 2, join((preposition, article, french)), True
        return index - 1, join((article, french)), True
    if before in _CONTRACTED:
        return index - 1, join((_CONTRACTED[before], article, french)), True
    if before in ("de", "d’"):
        return index - 1, join(("de", article, french)), False
    if before in _BARE or not before:
        return index, join((article, french)), False
    return index, french, False


def _is_english_name(tokens: Tokens, index: int) -> bool:
    """Whether a name goes on in capitals (« NATO Review »), or the acronym is given as English on purpose."""
    if index + 1 < len(tokens):
        following = tokens.surface(index + 1)
        if following in ("-", "/", "&", "+") or (following[0].isupper() and tokens.spaced(index)):
            return True
    if index and (
        tokens.surface(index - 1) in ("-", "/", "&", "#", "@") or tokens.surface(index - 1).istitle()
    ):
        return tokens.words[index - 1] not in (
            *_ARTICLES,
            *_CONTRACTED,
            "plusieurs",
            "de",
            "d’",
            "selon",
            "pour",
        )
    start, end = max(0, tokens.starts[index] - _AFTER), tokens.ends[index] + _AFTER
    return "anglais" in tokens.text[start:end]


@lru_cache(maxsize=1)
def _acronyms() -> dict[str, tuple[str, str, bool]]:
    """Folded acronym: the acronym, the gender of the French one (or p), whether an article must stand before."""
    rows = [line.split() for line in listed("mtfix.rules.untranslated", "french_acronyms.txt")]
    return {row[0].lower(): (row[0], row[1], len(row) > 2) for row in rows}


@lru_cache(maxsize=8)
def _targets(profile: str) -> dict[str, str]:
    entries = shipped_glossary().for_profile(PROFILES[profile]).entries
    return {entry.source: entry.target for entry in reversed(entries)}
