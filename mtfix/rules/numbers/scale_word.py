"""English scale words with a French look: `2 billions d’euros`."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.numbers.figures import grouped, split
from mtfix.text import Segment

_SPACE = "[ \u00a0\u202f]"
_NUMERAL = (
    "une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    "|cinquante|soixante|cent|cents|plusieurs|quelques|des|de"
)
_SCALED = re.compile(
    rf"(?<![\w.,-])(?P<amount>\d[\d.,\u00a0\u202f]*(?: \d{{3}})*|(?:{_NUMERAL})(?:-[a-zé]+)*){_SPACE}"
    rf"(?P<word>(?:b|tr)ill?ions?)(?!\w)(?P<of>{_SPACE}(?:de{_SPACE}|d['’])[^\W\d_]+)?",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:de\s|d['’])(?:euro|dollar|livre|yen|yuan|rouble|roupie|franc|couronne|peso|real|won|hryvnia|dette|recette"
    r"|dépense|investissement|aide|actif|perte|bénéfice)",
    re.IGNORECASE,
)
# Amounts that do come by the million million.
_BODIES = re.compile(r"(?:de\s|d['’])(?:cellule|bactérie|microbe|virus|synapse|insecte|micro)", re.IGNORECASE)
_EXPLAINED = re.compile(
    r"mille\s+milliards|10\s?(?:\^|\*\*)?\s?12|10¹²|milliers?\sde\smilliards|échelle\slongue"
)
_VAGUE = frozenset(("plusieurs", "quelques", "des", "de"))
_UNIT = frozenset(("un", "une", "1"))


class ScaleWord(Rule):
    """*billion* and *trillion* are false friends: the English *billion* is a *milliard*, *trillion* a *billion*.

    The French *billion* is a million millions (10¹²), and hardly anyone writes it: newspapers say *mille milliards*
    (Imprimerie nationale, *Lexique des règles typographiques*). Where the source is at hand it decides: *billions*
    for an English *trillion* is left alone. Left alone too: a text that explains the word, cells and bacteria,
    vague amounts that are no money,
    and *un billion* without a source.
    """

    code = "NUM502"
    name = "scale-word"
    severity = Severity.CRITICAL
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.85
    title = Bilingual(en="English scale word", fr="échelle anglaise")
    message = Bilingual(
        en="{text}: a French billion is a thousand English ones; the English billion is a milliard.",
        fr="{text} : le billion anglais est un milliard ; le billion français vaut mille milliards.",
    )
    bad = (
        Bad("Le plan coûtera ⟦2 billions⟧ d’euros.", ("2 milliards",)),
        Bad("La dette atteint ⟦3 trillions⟧ de dollars.", ("3\u202f000 milliards",)),
        Bad("Le groupe vaut ⟦1.5 billion⟧ de dollars.", ("1,5 milliard",)),
        Bad("Ils ont perdu ⟦deux billions⟧ de livres.", ("deux milliards",)),
        Bad("La banque a prêté ⟦des billions⟧ de dollars.", ("des milliards",)),
        Bad("Le budget est de ⟦1,2 trillion⟧ de dollars.", ("1\u202f200 milliards",)),
    )
    good = (
        Good("Le plan coûtera 2 milliards d’euros."),
        Good("Un billion, soit mille milliards, s’écrit avec douze zéros."),
        Good("Le corps compte 40 billions de cellules."),
        Good("La dette atteint 3 billions de dollars.", source="The debt has reached $3 trillion."),
        Good("Il y avait des billions d’étoiles."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if "illion" not in text or _EXPLAINED.search(text):
            return
        source = (segment.source or "").lower()
        for match in _SCALED.finditer(text):
            long_scale = match["word"].lower().startswith("b")
            if _is_meant(match, source, long_scale):
                continue
            start, end = match.start(), match.end("word")
            suggestion = _repaired(match, long_scale, context)
            yield self.finding(segment, start, end, *([suggestion] if suggestion else []))


def _is_meant(match: re.Match[str], source: str, is_billion: bool) -> bool:
    """Whether the scale word can be what the writer means."""
    if is_billion and "trillion" in source:
        return True
    if "illion" in source and "billion" not in source and "trillion" not in source:
        return True
    of = match["of"] or ""
    if not source and match["amount"].lower() in _UNIT:
        return True
    if match["amount"].lower() in _VAGUE:
        return not _MONEY.search(of)
    return not source and bool(_BODIES.search(of))


def _repaired(match: re.Match[str], is_billion: bool, context: Context) -> str | None:
    amount = match["amount"]
    if not amount[0].isdigit():
        return f"{amount} milliard{'s' if match['word'].endswith('s') else ''}" if is_billion else None
    figure = amount.rstrip(".,\u00a0\u202f")
    whole, decimals = split(figure)
    space = "\u00a0" if "\u00a0" in match.group() else " "
    if is_billion:
        if not decimals:
            return f"{figure}{space}milliard{'s' if int(whole) > 1 else ''}"
        return f"{whole},{decimals}{space}milliard{'s' if int(whole) > 1 else ''}"
    if len(decimals) > 3:
        return None
    thousands = grouped(whole + decimals.ljust(3, "0"), context.profile)
    return f"{thousands}{space}milliards"
