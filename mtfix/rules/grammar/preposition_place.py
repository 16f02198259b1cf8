"""The wrong preposition before a country or region: `dans le Japon`, `en Canada`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.lists import listed
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SPACE = "[ \u00a0\u202f]"
# Countries that are islands or cities, and those whose name is a word for something else.
_CITIES = frozenset("Luxembourg Québec Panama Guatemala Koweït Mexique".split())
# American states and regions: *dans le Texas* is good French.
_STATES = frozenset("Texas Nevada Kentucky Nebraska Minnesota Manitoba Tibet Groenland".split())
_TRUSTING = re.compile(
    r"(?:confian\w+|foi|croi\w+|cru|espoirs?|intérêts?|crédibilité|investi\w*|rôles?|intégr\w+|incorpor\w+|fond\w+|"
    r"transform\w+|englob\w+|inclu\w*|absor\w+|inséré\w*|ancr\w+|enracin\w+|plong\w+|voi\w+|placé\w*)"
    rf"(?:{_SPACE}[^\W\d_]+)?{_SPACE}$"
)
_GOING = re.compile(
    r"\b(?:all(?:er|é|ée|és|ées|ait|aient)|vont|va|voyag\w+|retourn\w+|habit\w+"
    r"|viv(?:re|ait|aient|ent|ant)|vit|vécu|résid\w+|séjourn\w+|né|née|nés|nées|mort|morte|morts|situé\w*|basé\w*|établi\w*|installé\w*"
    rf"|déménag\w+|émigr\w+|immigr\w+){_SPACE}$"
)
_SE_RENDRE = re.compile(rf"(?:\bse|\bs['’])(?:{_SPACE}(?:est|sont|était|étaient))?{_SPACE}?rend\w*{_SPACE}$")
# What may follow a country that is not told apart by a complement (« dans le Japon d’après-guerre »).
_ALONE = re.compile(
    rf"[.,;:!?)»…]|{_SPACE}[»;:!?]|$|{_SPACE}(?:et|ou|mais|car|pour|par|depuis|pendant|après|avant|lors|afin|grâce|ont?"
    r"|est|sont|était|étaient|avait|avaient|sera|seront|il|elle|ils|elles|on|le|la|les|un|une|lundi|mardi|mercredi"
    r"|jeudi|vendredi|samedi|dimanche|en (?:\d{4}|janvier|février|mars|avril|mai|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre)|hier|aujourd['’]hui)\b"
)
_NAME_GOES_ON = re.compile(rf"[-–—/&]|['’]\w|{_SPACE}(?:[A-ZÀ-ÖØ-ÞŒ\d&–—/]|libre\b)")


class PrepositionBeforePlace(Rule):
    """Countries and regions take *en*, *au* or *aux*, not *dans*: *au Japon*, *en Floride*, *aux États-Unis*.

    The name decides: feminine ones and those that begin with a vowel take *en*, masculine ones *au*, plurals *aux*,
    islands without an article *à* (Grevisse & Goosse, *Le bon usage*, § 1051). English has *in* for all of them.

    Left alone: *dans* before a country that something tells apart (*dans le Japon d’après-guerre*, *dans la France
    rurale*), or behind a word that asks for it (*confiance dans la France*); *à la* with a verb that gives or sells
    (*vendre à la Chine*); cities with the name of their country; ships, teams and titles.
    """

    code = "GRM804"
    name = "preposition-before-place"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.9
    title = Bilingual(en="preposition before a place", fr="préposition devant un lieu")
    message = Bilingual(
        en="{place} takes “{preposition}”: {text} is the preposition of the English.",
        fr="{place} se construit avec « {preposition} » : {text} calque la préposition anglaise.",
    )
    bad = (
        Bad("La firme a ouvert trois usines ⟦dans le Japon⟧.", ("au Japon",)),
        Bad("⟦Dans la Norvège⟧, les prix ont baissé.", ("En Norvège",)),
        Bad("Le couple a vécu dix ans ⟦en Canada⟧ puis est rentré.", ("au Canada",)),
        Bad("Elle veut aller ⟦à la Floride⟧ cet hiver.", ("en Floride",)),
        Bad("Les ministres se réunissent ⟦dans Chypre⟧ mardi.", ("à Chypre",)),
        Bad("Il travaille ⟦à Japon⟧ depuis mars.", ("au Japon",)),
        Bad("Les exportations ⟦en Pays-Bas⟧ reculent.", ("aux Pays-Bas",)),
        Bad("Un séisme s’est produit ⟦au Turquie⟧ dans la nuit.", ("en Turquie",)),
    )
    good = (
        Good("Le roman se passe dans le Japon d’après-guerre et dans la France rurale."),
        Good("Ils gardent confiance dans la France. Il faut croire dans l’Europe."),
        Good("Paris veut vendre des avions à la Chine et parler à la Turquie."),
        Good("Il vit à Panama, à Luxembourg ou à Québec ; le match au France–Angleterre."),
        Good("En Israël comme en Iran, au Mali et aux États-Unis, on vote."),
        Good("Une étude parue dans France Football et à Japan Tobacco."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        for match in _pattern().finditer(text):
            place = match["place"]
            wanted = places()[place]
            if _is_wrong(match, wanted, text):
                first = wanted.capitalize() if match["words"][0].isupper() else wanted
                yield self.finding(
                    segment, *match.span(), f"{first} {place}", place=place, preposition=wanted
                )


def _is_wrong(match: re.Match[str], wanted: str, text: str) -> bool:
    if _NAME_GOES_ON.match(text, match.end()):
        return False
    words = re.sub(r"\s", " ", match["words"].lower()).replace("'", "’").strip()
    before = text[max(0, match.start() - 40) : match.start()]
    if words in ("dans le", "dans la", "dans l’", "dans les"):
        return _is_plain_inside(match, before, text)
    if words == "à la":
        return bool(_GOING.search(before) or _SE_RENDRE.search(before)) and wanted == "en"
    return _is_bare_wrong(words, wanted, match["place"])


def _is_plain_inside(match: re.Match[str], before: str, text: str) -> bool:
    if match["place"] in _STATES:
        return False
    return bool(_ALONE.match(text, match.end())) and not _TRUSTING.search(before)


def _is_bare_wrong(words: str, wanted: str, place: str) -> bool:
    if words == "dans":
        return True
    if words == "en":
        return wanted in ("au", "aux") or place == "Chypre"
    if words == "à":
        return wanted in ("au", "aux") and place not in _CITIES
    return words == "au" and wanted == "en" and place[0] not in "AÉEIOU"


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """The preposition of every place."""
    pairs = dict(line.split("\t") for line in listed("mtfix.rules.grammar", "preposition_places.txt"))
    return pairs | {name.replace("’", "'"): preposition for name, preposition in pairs.items()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(places(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![\w'’-])(?P<words>[Dd]ans(?:{_SPACE}(?:l['’]|l(?:e|a|es){_SPACE})|{_SPACE})"
        rf"|[EÉe]n{_SPACE}|[ÀàA](?:{_SPACE}la)?{_SPACE}|[Aa]u{_SPACE})(?P<place>{names})(?!\w)"
    )
