"""Dates in English order, and dates set before their noun as modifiers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.lists import listed
from mtfix.french.words import DAYS, FUNCTION_WORDS, MONTHS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.numbers.figures import SPACE
from mtfix.text import Segment

_UNACCENTED = {"fevrier": "février", "aout": "août", "decembre": "décembre"}
_MONTH = rf"(?:{'|'.join((*MONTHS, *_UNACCENTED))})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DIGIT = re.compile(r"\d")
_CLUE = re.compile(_MONTH, re.IGNORECASE)
_MONTH_FIRST = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(DAYS)}),?{SPACE})?\b(?P<month>{_MONTH}){SPACE}"
    rf"(?P<day>{_DAY})(?:er|e|ème|st|nd|rd|th)?(?!\w)(?![.,:/-]\d)(?!{SPACE}?[%€$£°])"
    rf"(?!{SPACE}\d{{3}}(?!\d))(?:,?{SPACE}(?P<year>(?:1[5-9]|20)\d\d)(?![\w%]|[.,]\d))?",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(rf"(?:\d|\b1er|premier|\d{SPACE}(?:et|ou|au|-)){SPACE}?$")
_ARTICLE = re.compile(rf"\b(?:le|du|au|ce|les){SPACE}$", re.IGNORECASE)
_PREPOSITION = re.compile(rf"\b(?P<word>en|sur|de|à){SPACE}$", re.IGNORECASE)
_KEPT_PREPOSITION = re.compile(
    rf"\b(?:depuis|dès|avant|après|jusqu[’']à|vers|pour|entre|et){SPACE}$", re.IGNORECASE
)
_PERIOD = re.compile(rf"\b(?:fin|début|courant|mi|mois de|numéro de){SPACE}$", re.IGNORECASE)
_WORD_BEFORE = re.compile(rf"[\w’']{SPACE}$")
_ENDS = re.compile(r"\s*(?:$|[,.;:!?)»](?!\d)|[–—])")
_SPACE_PROBE = re.compile(
    r"\b(?:sondes?|mission|planète|rover|robot|programme|engin|vaisseau|orbiteur)\b", re.IGNORECASE
)
_CONTRACTED = {"en": "le", "sur": "le", "de": "du", "à": "au"}

_OWNERS = "son|sa|ses|leurs?|notre|nos|votre|vos|mon|ma|mes"
_MODIFIER = re.compile(
    rf"\b(?P<determiner>{_OWNERS}|une?|la|cette|cet|ces|les|des|aux){SPACE}"
    rf"(?P<date>(?:(?:{'|'.join(DAYS)}),?{SPACE})?(?:(?P<day>1er|{_DAY}){SPACE})?{_MONTH}(?:{SPACE}(?P<year>(?:1[5-9]|20)\d\d))?)"
    rf"(?P<comma>,)?{SPACE}(?P<noun>[a-zà-ÿœ][a-zà-ÿœ-]*)(?![\w’'])",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(rf"{SPACE}(?:de|du|des|d[’'])(?!\w)|{SPACE}d[’']")
_WRONG_GENDER = frozenset(("sa", "ma", "une", "la", "cette", "cet"))
_TIME_WORD = re.compile(
    r"(?:jour|date|fête|soir|matin|nuit|année)s?|veille|lendemain|anniversaire|moment|journée|midi|soirée|matinée"
    r"|derni(?:er|ère)|prochaine?|suivant|même|passé"
)
_FEMININE = re.compile(r"(?:[tsx]ion|ité|té|ance|ence|ure|ette|esse|ie|ise|ude|ée|ade|aille)s?")
_ASPIRATED = frozenset(["hausse", "halte", "haine", "harangue", "hold-up", "huée", "hécatombe"])
_VOWELS = "aeiouyàâéèêëîïôûœ"


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[str, ...]]:
    """The nouns that news dates: gender, and `act` for what authorities issue."""
    rows = (line.split() for line in listed("mtfix.rules.numbers", "dated_nouns.txt"))
    return {noun: tuple(facts) for noun, *facts in rows}


class DateOrder(Rule):
    """A date in English order (`Juin 7, 2023`), or set before its noun (`son 4 mai 2021, discours`).

    French goes from the day to the month to the year, without a comma, with *1er* for the first and months in
    lower case (Imprimerie nationale, *Lexique*; OQLF, *Banque de dépannage linguistique*, « Date »).  English
    dates modify nouns (*its February 24, 2022, invasion*); in French the date follows: *son invasion du
    24 février 2022*, or stands apart when a complement follows: *son invasion, le 24 février 2022, de …*.

    A month before a number is a date when an article, a weekday or a year says so, or punctuation follows.
    Left alone: *mai 68*, *en août 14*, *en mars 12 élèves*, *le 5 juin 8 h*, the probe *Mars 3*, *un
    14 juillet pluvieux*, *notre 14 juillet*, *ce 4 mai, place à la fête*.
    """

    code = "NUM506"
    name = "date-order"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LOCALE
    confidence = 0.95
    title = Bilingual(en="date in English order", fr="date dans l’ordre anglais")
    message = Bilingual(
        en="The date in {text} stands as in English.",
        fr="« {text} » : la date est construite comme en anglais.",
    )
    bad = (
        Bad("Le texte est entré en vigueur le ⟦Juin 7, 2023⟧.", ("7 juin 2023",)),
        Bad("La grève a commencé le ⟦octobre 1⟧, dit-elle.", ("1er octobre",)),
        Bad("Rendez-vous ⟦mardi, mars 12⟧, à la mairie.", ("mardi 12 mars",)),
        Bad("Il est mort ⟦en Avril 3, 1998⟧, à Lyon.", ("le 3 avril 1998",)),
        Bad("L’offre est valable jusqu’au ⟦décembre 31 2024⟧.", ("31 décembre 2024",)),
        Bad("Elle a cité ⟦son 4 mai 2021, discours⟧ devant l’Assemblée.", ("son discours du 4 mai 2021",)),
        Bad("Depuis ⟦son 12 mars 2019, démission⟧, il se tait.", ("sa démission du 12 mars 2019",)),
        Bad("L’émirat, après ⟦la 2 août 1990, invasion⟧ du Koweït.", ("l’invasion, le 2 août 1990,",)),
        Bad("Ils appliquent ⟦un 9 juin 2014, arrêt⟧ de la Cour.", ("un arrêt du 9 juin 2014",)),
        Bad("⟦Cette 1er juin 2022 décision⟧ fait jurisprudence.", ("Cette décision du 1er juin 2022",)),
    )
    good = (
        Good("Mai 68 a changé le pays, comme août 14 ou, en janvier 10, la crue."),
        Good("En mars 12 élèves ont quitté l’école ; en juin 7 000 autres sont partis."),
        Good("Le 5 juin 8 h, la sonde Mars 3 se pose ; en juin 2023, elle se tait."),
        Good("C’était un 14 juillet pluvieux, et la France fêtait son 14 juillet, comme toujours."),
        Good("Ce 4 mai 2021, place à la fête ; ce 4 mai, discours et bal."),
        Good("Le 26 juillet 2008, catastrophe : le fleuve déborde."),
        Good("Les 6 janvier 2021 et 7 mars 2022 sont fériés."),
        Good("Cette semaine du 7 juin, un 9 mai 2016, jour de pluie, lui revient."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if not _DIGIT.search(text) or not _CLUE.search(text):
            return
        for match in _MONTH_FIRST.finditer(text):
            before = text[max(0, match.start() - 25) : match.start()]
            if not _NUMBER_BEFORE.search(before) and _is_date(match, before):
                start, written = _reordered(match, before)
                yield self.finding(segment, start, match.end(), written)
        for match in _MODIFIER.finditer(text):
            if _is_modifier(match):
                yield self.finding(segment, *match.span(), _after_noun(match, context))


def _month(word: str) -> str:
    return _UNACCENTED.get(word.lower(), word.lower())


def _is_date(match: re.Match[str], before: str) -> bool:
    """Whether the number behind the month is its day."""
    if match["weekday"] or match["year"]:
        return True
    if match["month"][0] == "M" and _SPACE_PROBE.search(match.string):
        return False
    closed = _ENDS.match(match.string, match.end())
    if _ARTICLE.search(before):
        return bool(closed) or not before.rstrip().lower().endswith("les")
    if _PERIOD.search(before):
        return False
    capital = match["month"][0].isupper() and _WORD_BEFORE.search(before)
    return bool(closed and (capital or _KEPT_PREPOSITION.search(before)))


def _reordered(match: re.Match[str], before: str) -> tuple[int, str]:
    """Where the replacement begins and what it is: day, month, year, with the article that French needs."""
    day = "1er" if int(match["day"]) == 1 else match["day"].lstrip("0")
    date = " ".join(filter(None, (match["weekday"], day, _month(match["month"]), match["year"])))
    preposition = _PREPOSITION.search(before)
    if match["weekday"] or _ARTICLE.search(before):
        return match.start(), date
    if preposition:
        start = match.start() - len(preposition.group())
        return start, f"{_CONTRACTED[preposition['word'].lower()]} {date}"
    return match.start(), f"le {date}" if _WORD_BEFORE.search(before) else date


def _is_modifier(match: re.Match[str]) -> bool:
    """Whether determiner and noun belong together around the date."""
    determiner, noun = match["determiner"].lower(), match["noun"]
    if not match["day"] and not match["year"]:
        return False
    if _TIME_WORD.fullmatch(noun) or noun in FUNCTION_WORDS or not noun[0].islower():
        return False
    known = noun in _nouns() or noun.rstrip("s") in _nouns()
    if determiner in ("un", "les", "des", "aux", "ces"):
        return bool(known and match["year"])
    if determiner in _WRONG_GENDER or match["year"]:
        return known or bool(match["comma"] and match["year"])
    return known


def _after_noun(match: re.Match[str], context: Context) -> str:
    """Determiner, noun, date; the determiner agrees with the noun at last."""
    noun, date = match["noun"], re.sub(rf",(?={SPACE})", "", match["date"])
    article = "le" if match["day"] else "en"
    determiner = _agreed(match["determiner"], noun, context)
    if _COMPLEMENT.match(match.string, match.end()) and "act" not in _nouns().get(noun, ()):
        return f"{determiner}{noun}, {article} {date},"
    if match["day"]:
        return f"{determiner}{noun} du {date}"
    elided = f"d{context.apostrophe}" if date[0].lower() in "ao" else "de "
    return f"{determiner}{noun} {elided}{date}"


def _agreed(determiner: str, noun: str, context: Context) -> str:
    """The determiner in the gender of a known noun, elided before a vowel, with its space."""
    facts = _nouns().get(noun)
    feminine = "f" in facts if facts else bool(_FEMININE.fullmatch(noun))
    vowel = noun[0] in _VOWELS or (noun[0] == "h" and noun not in _ASPIRATED)
    folded = determiner.lower()
    if folded in ("son", "sa", "mon", "ma"):
        agreed = folded[0] + ("a" if feminine and not vowel else "on")
    elif folded in ("un", "une"):
        agreed = "une" if feminine else "un"
    elif folded in ("cet", "cette"):
        agreed = "cette" if feminine else "cet" if vowel else "ce"
    elif folded == "la":
        agreed = f"l{context.apostrophe}" if vowel else "la" if feminine else "le"
    else:
        agreed = folded
    agreed = agreed.capitalize() if determiner[0].isupper() else agreed
    return agreed if agreed.endswith(("’", "'")) else f"{agreed} "
