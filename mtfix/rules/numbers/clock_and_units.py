"""Clock times and units of measurement as in English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtfix.french.profiles import NO_BREAK, Profile
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.numbers.figures import FIGURE, SPACE, rounded, value
from mtfix.text import Segment

_CLUE = re.compile(
    r"\d ?(?:[hH]\w* ?)?[\u00a0\u202f]?[apAP]\.?\s?[mM]\b|\d:[0-5]\d"
    r"|\b(?:mi(?:les?|lles)|mph|acres?|gallons?|yards?|pounds?|pieds|pouces)\b|°\s?F\b|Fahrenheit",
)

_ZONES = {"E": "de l{apostrophe}Est", "P": "du Pacifique", "C": "du Centre", "M": "des Rocheuses"}
_HALF_DAY = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<first>\d{{1,2}})(?:[:.](?P<first_minutes>[0-5]\d))?"
    rf"(?P<dash>{SPACE}?[-–]{SPACE}?|{SPACE}(?:à|et){SPACE}))?"
    rf"(?P<hour>\d{{1,2}})(?:(?:[:.]|{SPACE}?h(?:eures?)?{SPACE}?)(?P<minutes>[0-5]\d)?)?{SPACE}?"
    rf"(?P<half>[ap])(?:(?P<dot>\.){SPACE}?)?m\b(?P<stop>\.?)(?:{SPACE}(?-i:(?P<zone>[EPCM])[SD]?T)\b)?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"\s*$|\s+[^\W\d_a-zà-ÿ]")
_TWENTY_FOUR = re.compile(
    rf"(?<![\w.,:/-])(?P<hour>[01]?\d|2[0-4]):(?P<minutes>[0-5]\d)(?P<word>{SPACE}?(?:heures?|h)\b)?"
    rf"(?![:.,]?\d|\w|{SPACE}?(?:%|[apAP]\.?[mM]\b))"
)
_AT = re.compile(
    rf"\b(?:à|vers|dès|avant|après|jusqu[’']à|depuis|à partir de){SPACE}(?:environ{SPACE})?$"
    rf"|\d:\d\d{SPACE}(?:à|et|au){SPACE}$",
    re.IGNORECASE,
)
_FROM = re.compile(rf"\b(?:de|entre){SPACE}$", re.IGNORECASE)
_RATIO = re.compile(r"\b(?:scores?|cotes?|ratios?|rapport|format|proportion|versets?|chapitres?)\b")
_TO = re.compile(rf"{SPACE}?(?:à|et|-|–){SPACE}?\d{{1,2}}:\d\d\b")
_NO_CLOCK = re.compile(
    rf"{SPACE}?(?:min(?:utes?)?\b|s\b|sec|contre\b|du\b(?!{SPACE}?matin|{SPACE}soir)"
    rf"|de\b(?!{SPACE}(?:la{SPACE}(?:nuit|matinée)|l[’']après))|des\b|d[’'])"
)
_CLOCK_BEFORE = re.compile(
    rf"\b(?:à|vers|dès|avant|après|jusqu[’']à|depuis|entre){SPACE}(?:environ{SPACE})?$", re.IGNORECASE
)
_TO_HOUR = re.compile(rf"{SPACE}(?:à|jusqu){SPACE}?")


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one unit is in the metric system: `factor` of `singular`/`plural`."""

    factor: float
    singular: str
    plural: str
    speed: bool = False


_MILES = _Unit(1.609344, "kilomètre", "kilomètres")
_UNITS = {
    "square mile": _Unit(2.589988, "kilomètre carré", "kilomètres carrés"),
    "mile": _MILES,
    "speed": _Unit(1.609344, "km/h", "km/h", speed=True),
    "acre": _Unit(0.4046856, "hectare", "hectares"),
    "gallon": _Unit(3.785412, "litre", "litres"),
    "yard": _Unit(0.9144, "mètre", "mètres"),
    "square foot": _Unit(0.09290304, "mètre carré", "mètres carrés"),
    "foot": _Unit(0.3048, "mètre", "mètres"),
    "inch": _Unit(2.54, "centimètre", "centimètres"),
}
_NUMERALS = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
_SMALL = {word: number for number, word in enumerate(_NUMERALS.split("|"), start=2)}
_SMALL |= {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100}
_MEASURE = re.compile(
    rf"(?<![\w.,:/$€£°-])(?:(?P<first>{FIGURE})(?P<link>{SPACE}(?:à|ou|et){SPACE}|{SPACE}?[-–]{SPACE}?))?"
    rf"(?P<figure>{FIGURE}|\b(?:{'|'.join(_SMALL)}))"
    rf"(?:{SPACE}(?P<scale>millions?|milliards?){SPACE}d(?:e{SPACE}|[’']))?{SPACE}?-?(?:"
    rf"(?P<square_mile>mi(?:les?|lles){SPACE}carrés?)"
    rf"|(?P<speed>mph|mi(?:les?|lles)(?:{SPACE}(?:par|à{SPACE}l[’']){SPACE}?heure|{SPACE}?/{SPACE}?h(?:eure)?))"
    rf"|(?P<mile>mi(?:les?|lles))"
    r"|(?P<acre>acres?)|(?P<gallon>gallons?)|(?P<yard>yards?)|(?P<pound>pounds?)"
    rf"|(?P<square_foot>pieds{SPACE}carrés)"
    rf"|(?P<foot>pieds(?={SPACE}de{SPACE}(?:haut|long|larg|profond|diamètre)))"
    rf"|(?P<inch>pouces(?={SPACE}de{SPACE}(?:pluie|neige|précipitation)))"
    r")\b(?!’|')"
)
_FAHRENHEIT = re.compile(
    rf"(?<![\w.,:/])(?P<figure>[-−]?\d{{1,4}}(?:[.,]\d)?){SPACE}?(?:°{SPACE}?F\b|(?P<word>degrés{SPACE}Fahrenheit)\b)"
)
_METRIC = re.compile(
    rf"\d{SPACE}?(?:k?m[²2]?\b|km/h|k?ilom|kilom|cm\b|mm\b|mètre|centimètre|millimètre|ha\b|hectare|litre|[lL]\b|kg\b|kilo"
    rf"|nœuds?|°{SPACE}?C\b|degrés{SPACE}[Cc]elsius|(?:millions?|milliards?){SPACE}d(?:e{SPACE}|[’'])(?:litre|hectare|kilom))"
)
_NAUTICAL = re.compile(
    r"\b(?:nautiques?|marins?|marine|navires?|bateaux?|voiliers?|voile|skippers?|trimarans?|catamarans?|monocoques?"
    r"|régate|chalut\w*|cargos?|pétroliers?|paquebots?|équipage|nœuds?|noeuds?|territoriales"
    r"|large des?|cap[- ]hornier|Vendée|Route du Rhum|mer\b|porte-avions|destroyers?|frégates?|corvettes?)\b"
)
_SPORT = re.compile(
    r"\b(?:touchdowns?|quarterback|NFL|receveurs?|passes?|football|golf\w*|birdie|par 4|par 5|essais?"
    r"|plaquages?|Super Bowl|nage|brasse|sprint)\b"
)
_LOYALTY = re.compile(
    r"\b(?:fidélité|Flying Blue|Frequent|Indianapolis|Indy|Daytona|NASCAR|cumul\w*|convertir|programme de)\b"
)
_NUMERAL = re.compile(rf"(?:\b(?:cents?|mille|vingts?|\w+nte|et)|\d){SPACE}$")
_COMPOUND = re.compile(rf"{SPACE}(?:nautique|marin|par{SPACE}gallon)")
_DISTANCE = re.compile(
    rf"{SPACE}(?:de{SPACE}(?:long|larg|haut|profond|diamètre|rayon|distance|la{SPACE}(?:côte|frontière|ville)|[A-ZÀ-Þ])"
    rf"|d[’'][A-ZÀ-Þ]|du{SPACE}|des{SPACE}côtes|au{SPACE}(?:nord|sud|large)|à{SPACE}l[’'](?:est|ouest)|à{SPACE}pied|plus{SPACE}loin)"
)
_ROUTE = re.compile(
    r"\b(?:distance|route|trajet|long|pipeline|oléoduc|gazoduc|course|marche|randonnée|tronçon|rayon|voyage|parc[oe]ur\w+"
    r"|roul\w+)\b"
)
_CHANGE = re.compile(
    r"\b(?:hausse|baisse|augment\w+|réchauff\w+|écart|différence|chut\w+|diminu\w+|gagn\w+)\b[^.;]{0,25}$"
)


class ClockAndUnits(Rule):
    """A clock time or a unit of measurement as in English: `6:30 p.m.`, `à 18:30`, `20 miles`, `90 °F`.

    French writes *18 h 30* (OQLF, *Banque de dépannage linguistique*, « Heure » ; Imprimerie nationale,
    *Lexique*), and its readers count in metric units.  Measures are converted and rounded to about the
    precision of the original: 20 miles become 32 kilomètres.

    `18:30` is taken for a clock time only after *à*, *vers*, *dès*, *avant*, *de … à* and the like, or before
    *heures*: scores, ratios, verses and race times are left alone.  So are nautical miles, feet as altitudes,
    yards in sports, air miles, and measures whose metric value stands beside them.
    """

    code = "NUM505"
    name = "clock-and-units"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LOCALE
    confidence = 0.85
    title = Bilingual(en="English clock time or imperial unit", fr="heure à l’anglaise, unité impériale")
    message = Bilingual(
        en="{text} is a time or a measure as English gives it.",
        fr="« {text} » : heure ou mesure donnée comme en anglais.",
    )
    bad = (
        Bad("La séance s’ouvre à ⟦4 p.m.⟧ dans la grande salle.", ("16\u00a0h",)),
        Bad("Le match d’ouverture débute à ⟦7:45 p.m. ET⟧ samedi.", ("19\u00a0h\u00a045 (heure de l’Est)",)),
        Bad("Le feu s’est déclaré vers ⟦2 am⟧ lundi.", ("2\u00a0h",)),
        Bad("Le musée ouvre de ⟦9 a.m.⟧ à 17 h.", ("9\u00a0h",)),
        Bad("Les portes ferment à ⟦5 p.m⟧.", ("17\u00a0h",)),
        Bad("Le train part à ⟦18:25⟧ et arrive le soir.", ("18\u00a0h\u00a025",)),
        Bad("Inscriptions tous les jours, ⟦9:00 heures⟧ précises.", ("9\u00a0h",)),
        Bad("Le village est à ⟦20 miles⟧ du front.", ("32\u00a0kilomètres",)),
        Bad("Le vent soufflait à ⟦60 miles par heure⟧.", ("97\u00a0km/h",)),
        Bad("L’incendie a ravagé ⟦1,200 acres⟧ de forêt.", ("490\u00a0hectares",)),
        Bad("Il faisait ⟦95 °F⟧ à l’ombre.", ("35\u00a0°C",)),
        Bad("La fuite a laissé ⟦2,5 millions de gallons⟧ de brut.", ("9,5\u00a0millions de litres",)),
        Bad("Une dune de ⟦60 à 80 pieds⟧ de haut.", ("18 à 24\u00a0mètres",)),
    )
    good = (
        Good("Les Bleues l’emportent 3:1 ; la cote est de 2:10 et le ratio de 16:9."),
        Good("Il a couru en 2:05:30, à 1:15 du vainqueur, après 12:30 de jeu."),
        Good("Lisez Jean 3:16 et les versets de Marc 4:12."),
        Good("Le voilier est à 10,4 milles de la côte."),
        Good("La zone s’étend à 200 milles nautiques."),
        Good("L’ouragan, à 645 miles (1 040 km) des îles, avance à 64 km/h (40 mph)."),
        Good("L’avion volait à 9 200 pieds ; la police a saisi 3 000 pieds de cannabis."),
        Good("Une passe de 40 yards, un touchdown, et le match est plié."),
        Good("La séance s’ouvre à 18 h 30 et Miles Davis y joue."),
        Good("Un écran de 27 pouces et un rayon de 8 pm."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if not _CLUE.search(segment.target):
            return
        yield from self._half_days(segment, context)
        yield from self._twenty_four(segment)
        yield from self._measures(segment, context)
        yield from self._temperatures(segment, context.profile)

    def _half_days(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for match in _HALF_DAY.finditer(segment.target):
            if not _is_half_day(match):
                continue
            end = match.end()
            # The point of “p.m.” also ends the sentence.
            if (
                match["stop"]
                and not match["zone"]
                and re.match(r"\s*$|\s+[^\W\d_a-zà-ÿ]", segment.target[end:])
            ):
                end -= 1
            yield self.finding(segment, match.start(), end, _half_day(match, context))

    def _twenty_four(self, segment: Segment) -> Iterator[Finding]:
        text = segment.target
        for match in _TWENTY_FOUR.finditer(text):
            before = text[max(0, match.start() - 25) : match.start()]
            if _RATIO.search(before):
                continue
            clock = _AT.search(before) or (_FROM.search(before) and _TO.match(text, match.end()))
            if match["word"] or (clock and not _NO_CLOCK.match(text, match.end())):
                yield self.finding(segment, *match.span(), _clock(int(match["hour"]), match["minutes"]))

    def _measures(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for match in _MEASURE.finditer(segment.target):
            kind = _kind(match)
            if _is_known(match, kind, segment, context.profile) or _has_metric(match):
                continue
            if kind == "pound":
                pounds = match.group().replace("pound", "livre")
                yield self.finding(segment, *match.span(), pounds)
            else:
                yield self.finding(segment, *match.span(), _measure(match, _UNITS[kind], context))

    def _temperatures(self, segment: Segment, profile: Profile) -> Iterator[Finding]:
        for match in _FAHRENHEIT.finditer(segment.target):
            if _has_metric(match):
                continue
            if _CHANGE.search(segment.target[: match.start()]):
                yield self.finding(segment, *match.span())
                continue
            degrees = float(match["figure"].replace("−", "-").replace(",", "."))
            celsius = str(round((degrees - 32) * 5 / 9)).replace("-", "−")
            unit = "degrés Celsius" if match["word"] else "°C"
            yield self.finding(segment, *match.span(), f"{celsius}{NO_BREAK}{unit}")


def _is_half_day(match: re.Match[str]) -> bool:
    """Whether this is a time: “8 pm” may be picometres, “6 PM” prime ministers."""
    if int(match["hour"]) > 23 or (match["half"] in "aA" and int(match["hour"]) > 12):
        return False
    if match["dot"] or match["minutes"]:
        return True
    before = match.string[max(0, match.start() - 20) : match.start()]
    if match["first"] or _FROM.search(before):
        return bool(match["first"] and _FROM.search(before)) or bool(
            _TO_HOUR.match(match.string, match.end())
        )
    return bool(_CLOCK_BEFORE.search(before))


def _half_day(match: re.Match[str], context: Context) -> str:
    afternoon = match["half"] in "pP"
    hour = int(match["hour"])
    written = _clock(_of_day(hour, afternoon), match["minutes"])
    if match["first"]:
        first = int(match["first"])
        morning = first % 12 > hour % 12
        written = (
            _clock(_of_day(first, afternoon != morning), match["first_minutes"]) + match["dash"] + written
        )
    if match["zone"]:
        zone = _ZONES[match["zone"].upper()].format(apostrophe=context.apostrophe)
        written += f" (heure {zone})"
    return written


def _of_day(hour: int, afternoon: bool) -> int:
    return hour if hour > 12 else hour % 12 + 12 * afternoon


def _clock(hour: int, minutes: str | None) -> str:
    shown = f"{hour}{NO_BREAK}h"
    return shown if not minutes or minutes == "00" else f"{shown}{NO_BREAK}{minutes}"


def _kind(match: re.Match[str]) -> str:
    """The unit: the last named group that took part."""
    return str(match.lastgroup).replace("_", " ")


def _is_known(match: re.Match[str], kind: str, segment: Segment, profile: Profile) -> bool:
    """Whether French uses the unit here: at sea, in sports, in Canada."""
    text = match.string
    if match["figure"].isalpha() and _NUMERAL.search(text, max(0, match.start() - 12), match.start()):
        return True
    if profile.name == "ca" and ("milles" in match.group() or kind in ("foot", "square foot", "inch")):
        return True
    if kind in ("foot", "square foot") and match["figure"].isalpha():
        # Old novels count in feet.
        return not re.search(r"\b(?:feet|foot)\b", segment.source or "")
    if kind in ("mile", "square mile", "speed"):
        compound = _COMPOUND.match(text, match.end())
        return bool(compound or _NAUTICAL.search(text) or _LOYALTY.search(text)) or _is_thousand(
            match, segment
        )
    return kind == "yard" and bool(_SPORT.search(text))


def _is_thousand(match: re.Match[str], segment: Segment) -> bool:
    """Whether *milles* may be a misspelt *mille*: without the source, only a distance is taken for miles."""
    if match.lastgroup != "mile" or "mill" not in match.group():
        return False
    if segment.source is not None:
        return " mile" not in segment.source.replace("-", " ")
    if match["figure"].isalpha() or re.search(r"[.,]\d{1,2}$", match["figure"]):
        return True
    before = match.string[max(0, match.start() - 45) : match.start()]
    return not _DISTANCE.match(match.string, match.end()) and not _ROUTE.search(before)


def _has_metric(match: re.Match[str]) -> bool:
    """Whether the metric value stands beside, as in “20 miles (32 km)”."""
    text = match.string
    return bool(
        _METRIC.search(text[max(0, match.start() - 45) : match.start()])
        or _METRIC.search(text[match.end() : match.end() + 35])
    )


def _measure(match: re.Match[str], unit: _Unit, context: Context) -> str:
    figure = match["figure"]
    number = float(_SMALL.get(figure, 0)) or value(figure)
    converted = number * unit.factor
    scale = match["scale"]
    if scale:
        return _scaled(converted, scale.rstrip("s"), unit, context)
    written = rounded(converted, _digits(number), context.profile)
    if match["first"]:
        first = value(match["first"])
        written = rounded(first * unit.factor, _digits(first), context.profile) + match["link"] + written
    return f"{written}{NO_BREAK}{unit.plural if converted >= 2 else unit.singular}"


def _scaled(converted: float, scale: str, unit: _Unit, context: Context) -> str:
    if converted < 1:
        written = rounded(converted * (1e6 if scale == "million" else 1e9), 2, context.profile)
        return f"{written}{NO_BREAK}{unit.plural}"
    elided = unit.plural[0] in "aeiouh"
    linked = f"d{context.apostrophe}{unit.plural}" if elided else f"de {unit.plural}"
    return f"{rounded(converted, 2, context.profile)}{NO_BREAK}{scale}{'s' * (converted >= 2)} {linked}"


def _digits(number: float) -> int:
    """Significant digits to keep: a round figure is an estimate."""
    return 2 if number < 100 or number % 50 == 0 else 3
