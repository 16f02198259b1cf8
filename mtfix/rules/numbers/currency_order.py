"""Currency signs before the amount or beside a scale word."""

import re
from collections.abc import Iterator

from mtfix.french.profiles import NO_BREAK, Profile
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.numbers.figures import FIGURE, SPACE, decimal, french, rounded
from mtfix.text import Segment

_SIGN = (
    rf"(?:(?:US{SPACE}?|CAN|CA|C|AU|A|NZ|HK)?\$(?:{SPACE}?(?:US|CAN?)\b|(?:US|CAN?)(?=\d))?"
    r"|€|£|¥|\b(?:USD|EUR|GBP|CAD|AUD)\b)"
)
_WORDS = r"(?:millions?|milliards?)"
_FIRST = re.compile(
    rf"(?<![\w`\\$€£¥])(?P<sign>{_SIGN}|\b(?:USD|EUR|GBP|CAD|AUD)(?=\d))(?P<gap>{SPACE}?)(?P<amount>{FIGURE})"
    rf"(?:{SPACE}?[-–]{SPACE}?{_SIGN}?(?P<to>{FIGURE})(?!-))?"
    rf"(?:{SPACE}?(?P<scale>{_WORDS}|billions?|trillions?|mille)\b|{SPACE}?(?P<short>bn|mds?|mn|m|M|Mds?)\b)?"
    rf"(?:{SPACE}(?:de{SPACE}|d[’'])?(?P<said>dollars?|euros?|livres?(?:{SPACE}sterling)?|yens?)\b)?"
    rf"(?!{SPACE}?[$€£¥%]|[\w°]|[.,/]\d)"
)
_BETWEEN = re.compile(
    rf"(?<![\w.,$€£¥])(?P<amount>{FIGURE}){SPACE}?(?P<sign>{_SIGN}){SPACE}?(?P<scale>{_WORDS})\b"
)
_AFTER_SCALE = re.compile(
    rf"(?:(?<![\w.,$€£¥])(?<![$€£¥]{SPACE})(?P<amount>{FIGURE}){SPACE})?\b(?P<scale>{_WORDS}){SPACE}"
    rf"(?P<sign>(?:US|CAN|CA|C)?\$(?:{SPACE}?(?:US|CAN?)\b)?|[€£])(?!{SPACE}?\d|\w)",
    re.IGNORECASE,
)
_CURRENCIES = {
    "$": ("dollar", "dollars"),
    "C$": ("dollar canadien", "dollars canadiens"),
    "A$": ("dollar australien", "dollars australiens"),
    "NZ$": ("dollar néo-zélandais", "dollars néo-zélandais"),
    "HK$": ("dollar de Hongkong", "dollars de Hongkong"),
    "€": ("euro", "euros"),
    "£": ("livre sterling", "livres sterling"),
    "¥": ("yen", "yens"),
}
_SAME_SIGN = {
    "US$": "$",
    "$US": "$",
    "USD": "$",
    "CA$": "C$",
    "CAN$": "C$",
    "$CA": "C$",
    "$CAN": "C$",
    "$C": "C$",
    "CAD": "C$",
    "AU$": "A$",
    "AUD": "A$",
    "EUR": "€",
    "GBP": "£",
}
_MILLIONS = frozenset(("m", "mn"))


class CurrencyOrder(Rule):
    """A currency sign before its amount or beside a scale word: `$5 millions`, `€5`, `5 millions $`.

    French sets the sign behind the amount, and writes the currency out beside *million* and *milliard*
    (Interinstitutional style guide of the EU, 7.3.3; OQLF, *Banque de dépannage linguistique*, « Symbole du
    dollar »): *5 millions de dollars*, *2,5 milliards d’euros*.  English separators inside the amount are
    repaired with it.  `bn` and *billion* after such a sign are English, *milliard* in French; this, ranges,
    the yen sign (which is also the yuan’s) and `$3.459` (thousands, or the price of a gallon) are only
    proposals.

    Left alone: an amount before its sign (`35 000 $`, `9,8 M$`), formulas (`$0,92$`), signs in names.  In the
    profile `ca` an amount without a scale word keeps its sign: `$5` becomes `5 $`.
    """

    code = "NUM504"
    name = "currency-order"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LOCALE
    confidence = 0.95
    title = Bilingual(en="currency sign in English order", fr="symbole monétaire à l’anglaise")
    message = Bilingual(
        en="{text} has its currency sign where English sets it.",
        fr="« {text} » : le symbole monétaire est placé comme en anglais.",
    )
    bad = (
        Bad("Le chantier a coûté ⟦$70 millions⟧ à l’État.", ("70\u00a0millions de dollars",)),
        Bad("Un don d’environ ⟦€1.2 million⟧ a suivi.", ("1,2\u00a0million d’euros",)),
        Bad("Le contrat vaut ⟦£3 milliards⟧.", ("3\u00a0milliards de livres sterling",)),
        Bad("Il réclame ⟦US$ 4,500⟧ à son assureur.", ("4\u202f500\u00a0dollars",)),
        Bad("Le billet passe de 4 à ⟦$5⟧ lundi.", ("5\u00a0dollars",)),
        Bad("La dette dépasse ⟦30 millions $⟧.", ("30\u00a0millions de dollars",)),
        Bad("Un budget de ⟦5 $ millions⟧ est voté.", ("5\u00a0millions de dollars",)),
        Bad("Le fonds a levé ⟦$2.5bn⟧ en un an.", ("2,5\u00a0milliards de dollars",)),
        Bad("L’entrée coûte ⟦$12.50⟧ au musée.", ("12,50\u00a0$",), profile="ca"),
        Bad("Le plan coûterait ⟦$5-7 millions⟧.", ("5 à 7\u00a0millions de dollars",)),
    )
    good = (
        Good("Le loyer est de 35 000 $ par an, soit 9,8 M$ pour l’immeuble."),
        Good("Le livre, Révélation $, coûte 20 € ou 18 £."),
        Good("L’amende atteint 5 millions de dollars."),
        Good("Une corrélation égale à $0,92$ et une variable $1$."),
        Good("Le rappeur A$AP et la chanteuse Ke$ha ont payé 5 $ et 5 M$.", profile="ca"),
        Good("Il reste 30 $ 12 mois après ; l’EUR/GBP à 0,86."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if not any(sign in text for sign in ("$", "€", "£", "¥", "USD", "EUR", "GBP", "CAD", "AUD")):
            return
        end = 0
        for match in sorted(_matches(text), key=lambda match: match.span()):
            sign = _known(match["sign"])
            if match.start() < end or sign not in _CURRENCIES:
                continue
            end = match.end()
            if match.re is _FIRST:
                suggestions = _amounts(match, sign, context)
                safety = Safety.UNSAFE if _doubtful(match, sign, suggestions) else self.safety
            else:
                suggestions = [_written(match["amount"], match["scale"].lower(), sign, context)]
                safety = self.safety
            yield self.finding(segment, *match.span(), *suggestions, safety=safety)


def _matches(text: str) -> Iterator[re.Match[str]]:
    for match in _FIRST.finditer(text):
        # “30 $ 12”: a spaced sign belongs to the figure before it.
        spaced = match["gap"] and re.search(rf"\d{SPACE}?$", text[: match.start()])
        if not spaced:
            yield match
    yield from _BETWEEN.finditer(text)
    yield from _AFTER_SCALE.finditer(text)


def _known(sign: str) -> str:
    compact = re.sub(SPACE, "", sign).upper()
    return _SAME_SIGN.get(compact, compact)


def _doubtful(match: re.Match[str], sign: str, suggestions: list[str]) -> bool:
    """Whether a reading had to be chosen."""
    english = (match["scale"] or "").startswith(("billion", "trillion"))
    return bool(match["to"]) or english or sign == "¥" or len(suggestions) > 1


def _amounts(match: re.Match[str], sign: str, context: Context) -> list[str]:
    """What an amount with its sign in front is in French; both readings where the mark is ambiguous."""
    scale = _scale(match)
    written = []
    for amount in _readings(match["amount"], scale, context.profile):
        if match["to"]:
            last = french(match["to"], context.profile)
            written.append(f"{amount} à " + _written(last, scale, sign, context))
        else:
            written.append(_written(amount, scale, sign, context))
    return written


def _scale(match: re.Match[str]) -> str:
    """The French scale word; the English ones count by the short scale."""
    word = (match["scale"] or "").lower()
    short = (match["short"] or "").lower()
    if short:
        return "millions" if short in _MILLIONS else "milliards"
    if word.startswith("trillion"):
        return "trillions"
    return "milliards" if word.startswith("billion") else word


def _readings(amount: str, scale: str, profile: Profile) -> list[str]:
    """The amount in French figures: `$1,500` groups, `€1,047 milliard` does not, `$1.500` may do either."""
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", amount) and not amount.endswith("00"):
        return [french(amount, profile), decimal(amount)]
    if scale and re.fullmatch(r"[1-9]\d{0,2},\d{3}", amount):
        if scale in ("million", "milliard"):
            return [amount]
        return [french(amount, profile), amount]
    return [french(amount, profile)]


def _written(amount: str | None, scale: str, sign: str, context: Context) -> str:
    """Amount, scale word and currency as French writes them."""
    if not amount:
        return f"{scale} {_of(_CURRENCIES[sign][1], context)}"
    amount = french(amount, context.profile) if "." in amount else amount
    plural = _worth(amount) >= 2
    if not scale and context.profile.name == "ca" and sign in ("$", "€", "£", "¥"):
        return f"{amount}{NO_BREAK}{sign}"
    if not scale or scale == "mille":
        many = plural or bool(scale)
        return f"{amount}{NO_BREAK}{'mille ' * bool(scale)}{_CURRENCIES[sign][many]}"
    if scale.startswith("trillion"):
        amount, scale, plural = rounded(_worth(amount) * 1000, 9, context.profile), "milliard", True
    scale = scale.rstrip("s") + "s" * plural
    return f"{amount}{NO_BREAK}{scale} {_of(_CURRENCIES[sign][1], context)}"


def _worth(amount: str) -> float:
    """What a figure in French writing is worth."""
    return float(re.sub(SPACE, "", amount).replace(",", "."))


def _of(noun: str, context: Context) -> str:
    return f"d{context.apostrophe}{noun}" if noun.startswith("e") else f"de {noun}"
