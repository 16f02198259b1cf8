"""Thousands with commas and decimals with a point."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.lists import listed
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.numbers.figures import SPACE, decimal, french
from mtfix.text import Segment

_CLUE = re.compile(r"\d(?:[.,]|,[ \u00a0\u202f]|[ \u00a0\u202f],)\d")
# What follows a currency sign belongs to the rule on currency order.
_FIGURE = re.compile(
    rf"(?<![\w.,:/\\$€£¥])(?<![$€£¥]{SPACE})"
    r"(?:(?P<commas>[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?)"
    rf"|(?P<spaced>[1-9]\d{{0,2}}(?:{SPACE},{SPACE}?|,{SPACE})(?:\d{{3}}|\d))"
    r"|(?P<point>\d+\.\d+))"
    r"(?![.,:/]?\d)"
)
_WORD = re.compile(rf"{SPACE}([^\W\d_]+)({SPACE}(?:par|pour|de|d[’'])(?!\w))?")
_INDEX = re.compile(
    r"\b(?:CAC(?:.40)?|Dow Jones|Nasdaq|NASDAQ|Nikkei|Footsie|FTSE|DAX|Hang Seng|S&P"
    r"|[Ii]bex|IBEX|Euro ?[Ss]toxx)\b[^.;]{0,60}\bà\s$"
)
_POPULATION = re.compile(r"\bpopulation (?:\w+ )?(?:de|à)\s$")
_APPROXIMATELY = re.compile(
    r"\b(?:environ|quelque|presque|(?:près|plus|moins) de|au moins|jusqu[’']à|soit)\s$", re.IGNORECASE
)
_LOOSE_SIGN = re.compile(rf"{SPACE}?[€$£¥]")
_UNIT = re.compile(
    rf"{SPACE}?(?:[%‰€£$°]|p(?:ou)?r{SPACE}?cent\b|pourcents?\b|pct\b|millions?\b|milliards?\b|points?{SPACE}de\b"
    r"|fois\b|degrés?\b|euros?\b|dollars?\b|livres?\b|centimes?\b|cts?\b|roubles?\b|yens?\b|yuans?\b|francs?\b"
    r"|(?:kilo|centi|milli|micro|nano)?mètres?\b|(?:centi|déci|milli|hecto)?litres?\b|(?:kilo|milli)?grammes?\b"
    r"|tonnes?\b|hectares?\b|kilos?\b|barils?\b|miles?\b|pouces?\b|pieds?\b|acres?\b|gallons?\b"
    r"|enfants? par femme"
    r"|[kcmµnd]?m[²³23]?(?![\w’'])|[kmµ]?g(?![\w’'])|[mcdµ]?[lL](?![\w’'])|ha\b|[kMGT]W(?:h|c)?\b|[kMG]?Hz\b|[MGT]o\b"
    r"|m?mol\b|mSv\b|hPa\b|mmHg\b|ppm\b)"
)
_PERCENT = re.compile(rf"{SPACE}?(?:%|p(?:ou)?r{SPACE}?cent\b|pourcent)")
_RANGE = re.compile(rf"{SPACE}?(?:à|et|ou|contre|[-–]){SPACE}?\d+(?:[.,]\d+)?")
_MAGNITUDE = re.compile(r"\bmagnitude (?:de |d[’']une? |d[’']environ )?$")
_RICHTER = re.compile(r"\ssur l[’']échelle")
_COMPARED = re.compile(r"[<>=≤≥]\s?$")
_NUMBERED = re.compile(
    r"(?:\b(?:versions?|v|rubriques?|sections?|articles?|art|chapitres?|figures?|fig|tableaux?|modules?|règles?|points?"
    r"|paragraphes?|annexes?|alinéas?|norme|question|exercice|leçon|épisode|tome|web|phase)\.?|n[°º]|§|\d\()\s?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.-]*|\w*[A-Z])\s$")
_CERTAIN = 0.97
_LIKELY = 0.85


@lru_cache(maxsize=1)
def _measures() -> dict[str, bool]:
    """Words that measure, and whether a round figure before them is a count all the same."""
    rows = (line.partition(" ") for line in listed("mtfix.rules.numbers", "measure_words.txt"))
    return {word: kind == "round" for word, _, kind in rows}


class EnglishSeparators(Rule):
    """A figure with English separators: `8,400` for 8 400, `3.5` for 3,5.

    French groups thousands with a space and marks decimals with a comma (22nd General Conference on Weights
    and Measures, 2003, resolution 10; Imprimerie nationale, *Lexique des règles typographiques*).  Read as
    French, `8,400 hectares` is eight hectares and a bit: the figure is wrong by a factor of a thousand.

    `1,234,567` and `1,234.5` cannot be French.  A single group such as `8,400` could be a French decimal: it
    is reported when the source has the same figure, or when something is counted (people, things, index
    points, round amounts).  A point counts as a decimal mark only before a unit, per cent, millions and the
    like, after *magnitude* or a comparison sign, or behind a zero.  Left alone: thousands with a point
    (`29.000`, an older French habit), versions, section numbers, times (`18.30`), dates, sports results, IP
    addresses.
    """

    code = "NUM503"
    name = "english-separators"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LOCALE
    confidence = _LIKELY
    title = Bilingual(en="English separators in a figure", fr="nombre ponctué à l’anglaise")
    message = Bilingual(
        en="{text} has English separators: French groups thousands with a space and sets a decimal comma.",
        fr="{text} est ponctué à l’anglaise : espace entre les milliers, virgule avant les décimales.",
    )
    bad = (
        Bad("Le musée a reçu ⟦12,600⟧ visiteurs en un mois.", ("12\u202f600",)),
        Bad("La ville compte ⟦1,204,300⟧ habitants.", ("1\u202f204\u202f300",)),
        Bad("Le feu a parcouru ⟦5,700⟧ hectares.", ("5\u202f700",)),
        Bad("La facture atteint ⟦1,432.50⟧ euros.", ("1\u202f432,50",)),
        Bad("Le chômage est passé à ⟦7.4⟧ % en mai.", ("7,4",)),
        Bad("Une aide de ⟦2.8⟧ millions d’euros est prévue.", ("2,8",)),
        Bad("Un séisme de magnitude ⟦6.1⟧ a frappé l’île.", ("6,1",)),
        Bad("Le fonds vaut ⟦4,350⟧ millions.", ("4\u202f350",), source="The fund is worth 4,350 million."),
        Bad("Plus de ⟦1, 500⟧ élèves sont attendus.", ("1\u202f500",)),
        Bad("Le CAC 40 clôture à ⟦4,215⟧, en hausse.", ("4\u00a0215",), profile="eu"),
    )
    good = (
        Good("Le taux à dix ans est monté à 3,482 % mardi."),
        Good("Le bénéfice atteint 8,943 milliards d’euros."),
        Good("Sa moyenne au bâton est de 1,185 cette saison."),
        Good("Le litre de gazole est à 1,659 euro, contre 1,702 euro en mai."),
        Good("Le canton compte 29.000 habitants ; rendez-vous à 18.30 le 12.05.2020."),
        Good("Le Web 2.0, la version 3.5 et l’article 4.2 ; adresse 192.168.1.20."),
        Good("Il a nagé le 100 mètres en 47.12 et le relais en 3:12.54."),
        Good("La fécondité s’établit à 1,874 enfants par femme."),
        Good("Le fonds vaut 4,350 millions.", source="The fund is worth 4.350 million."),
        Good("Ils étaient 12, 300 autres les ont rejoints."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if not _CLUE.search(segment.target):
            return
        for match in _FIGURE.finditer(segment.target):
            figure = match.group()
            if match["point"]:
                confidence, repaired = _point(match, segment.source), decimal(figure)
            elif match["commas"]:
                confidence, repaired = _commas(match, segment.source), french(figure, context.profile)
            else:
                confidence = _spaced(match, segment.source)
                repaired = french(re.sub(SPACE, "", figure), context.profile)
            if confidence:
                yield self.finding(segment, *match.span(), repaired, confidence=confidence)


def _in_source(figure: str, source: str | None) -> bool:
    return bool(source and re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)", source))


def _commas(match: re.Match[str], source: str | None) -> float:
    """How sure it is that the commas group thousands; 0 when they may mark decimals."""
    figure = match.group()
    if _PERCENT.match(match.string, match.end()):
        return 0
    if "." in figure or _in_source(figure, source):
        return _CERTAIN
    if figure.count(",") > 1:
        groups = figure.split(",")
        listed = len(groups[0]) == 3 and groups == sorted(groups)
        return 0 if listed and not _counts(match) else _CERTAIN
    if _in_source(figure.replace(",", "."), source) and not _INDEX.search(_before(match)):
        return 0
    return _LIKELY if _counts(match) else 0


def _counts(match: re.Match[str]) -> bool:
    """Whether what stands around the figure is counted, not measured with decimals."""
    text, end = match.string, match.end()
    lead, _, rest = re.sub(SPACE, "", match.group()).partition(",")
    round_figure = rest.endswith("00") or len(lead) == 3
    if _LOOSE_SIGN.match(text, end):
        return round_figure
    following = _WORD.match(text, end)
    if following:
        word = following[1].lower()
        if word in _measures():
            return _measures()[word] and round_figure
        if word == "cas" or (len(word) > 3 and word.endswith(("s", "x"))):
            return not following[2] or following[2].strip() not in ("par", "pour") or round_figure
    if _UNIT.match(text, end):
        return False
    before = _before(match)
    thousands = rest == "000" and lead != "1"
    return thousands or bool(_INDEX.search(before) or _POPULATION.search(before))


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 90) : match.start()]


def _spaced(match: re.Match[str], source: str | None) -> float:
    """How sure it is that a space was set inside one figure; 0 when these may be two."""
    joined = re.sub(SPACE, "", match.group())
    thousands = len(joined.partition(",")[2]) == 3
    if _in_source(joined if thousands else joined.replace(",", "."), source):
        return _CERTAIN
    if not _APPROXIMATELY.search(match.string, max(0, match.start() - 20), match.start()):
        return 0
    counted = _counts(match) if thousands else _UNIT.match(match.string, match.end())
    return _LIKELY if counted else 0


def _point(match: re.Match[str], source: str | None) -> float:
    """How sure it is that the point marks decimals; 0 when it may be anything else."""
    text, end = match.string, match.end()
    lead, _, decimals = match.group().partition(".")
    before = _before(match)
    if _NUMBERED.search(before) or (len(lead) > 1 and lead[0] == "0"):
        return 0
    if lead == "0":
        return _zero(before, text[end : end + 1])
    if len(decimals) == 3 and not (_PERCENT.match(text, end) and _in_source(match.group(), source)):
        return 0
    interval = _RANGE.match(text, end)
    if _UNIT.match(text, end) or (interval and _UNIT.match(text, interval.end())):
        return 0.95
    if _MAGNITUDE.search(before) or _RICHTER.match(text, end) or _COMPARED.search(before):
        return 0.95
    return 0


def _zero(before: str, following: str) -> float:
    """Nothing but a decimal begins with a zero and a point, versions of programs apart."""
    return 0 if following.isalpha() or _NAME.search(before) else _LIKELY
