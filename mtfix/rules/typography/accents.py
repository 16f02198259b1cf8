"""Capitals without their accent, letters without their ligature."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

# What follows the E of words that are unmistakable without its accent.
_CAPITALS = (
    "tats? tats-Unis tats-Unien(?:ne)?s? tats-majors? tat-major tatique lysée glises? gyptes? "
    "gyptien(?:ne)?s? coles? cosse cossais(?:es?)? quateur quatorien(?:ne)?s? rythrée thiopie "
    "thiopien(?:ne)?s? mirats mirati(?:e?s?) dimbourg nergies? ducation conomie cologie "
    "cologistes? lections? lectricité pargne vêques? vénements? crivaine?s? ditions? diteurs? "
    "missions? checs? léments? lèves? lus quipes? tudes? tudiante?s? vangiles? valuation"
).split()
_CAPITAL = re.compile(rf"E(?<!\w\w)(?:{'|'.join(_CAPITALS)})\b")
_ISLAND = re.compile(r"\bI(?=les?\b(?:-de-France\b|-d['’]Yeu\b| de | d['’]| du | Maurice))")
_A = re.compile(
    r"\bA(?= (?:l['’]|la |les? |ce |cet |cette |ces |cela|son |sa |ses |leur |leurs |un |une |deux |partir |propos "
    r"|noter|savoir |côté |peine |travers |cause |cet |quoi |qui |quel |quelle |Paris|Moscou|Londres|Bruxelles|Lyon|"
    r"Marseille|New York|Washington|Pékin|Genève|Berlin|Rome|Madrid))"
)
_CA = re.compile(
    r"\bCa(?= (?:ne |n['’]|va |fait |a |me |nous |vous |se |s['’]|suffit|peut|doit|devrait|change))"
)
_LIGATURE = re.compile(
    r"\b(?:(?:man|dés)?(?:oe)(?=uvr)|(?:oe)(?=ils?\b|ill(?:et|ad|èr)|ufs?\b|d[èé]m|cum[ée]ni|sophag|nolog|strog)"
    r"|(?:ch?|s|m|ranc|contrec|éc)(?:oe)(?=ur)|b(?:oe)(?=ufs?\b)|n(?:oe)(?=uds?\b)|v(?:oe)(?=ux?\b)|f(?:oe)(?=tus|tal))",
    re.IGNORECASE,
)
_WORD_END = re.compile(r"\w*")


class AccentsAndLigatures(Rule):
    """A capital without its accent (Etat, A la suite) or a missing ligature (oeuvre).

    Only words that are unmistakable: « A » counts before a word it cannot be the verb of, surnames and first
    names (Emile, Etienne) are left as their bearers write them.

    Source: Lexique des règles typographiques en usage à l’Imprimerie nationale, « Accentuation des majuscules ».
    """

    code = "TYP905"
    name = "accents-and-ligatures"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.95
    reads_quotes = True
    title = Bilingual(en="accent or ligature missing on a letter", fr="accent ou ligature manquant")
    message = Bilingual(en="{text} is written {fix}.", fr="{text} s’écrit {fix}.")
    bad = (
        Bad("Le chef de l’⟦Etat⟧ a parlé.", ("État",)),
        Bad("⟦A⟧ la suite du vote, il part.", ("À",)),
        Bad("Une ⟦oeuvre⟧ majeure.", ("œuvre",)),
        Bad("Les ⟦manoeuvres⟧ commencent.", ("manœuvres",)),
        Bad("Un crève-⟦coeur⟧ pour sa sœur.", ("cœur",)),
        Bad("⟦Ca⟧ ne va pas.", ("Ça",)),
        Bad("L’⟦Ile⟧-de-France attend.", ("Île",)),
        Bad("⟦OEUVRE⟧ complète", ("ŒUVRE",)),
    )
    good = (
        Good("Le chef de l’État a loué l’œuvre de sa sœur."),
        Good("A-t-il dit oui ? A déclaré vouloir partir."),
        Good("La moelle et la poêle coexistent, dit Joe."),
        Good("Emile Etienne a rejoint l’Etoile."),
        Good("Le plan A la semaine dernière."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        for match in _CAPITAL.finditer(text):
            yield self._finding(segment, match.start(), match.end(), "É" + match.group()[1:])
        for match in _ISLAND.finditer(text):
            end = _word_end(text, match.end())
            yield self._finding(segment, match.start(), end, "Î" + text[match.end() : end])
        for match in _LIGATURE.finditer(text) if "oe" in text or "OE" in text or "Oe" in text else ():
            end = _word_end(text, match.end())
            ligature = "Œ" if text[match.end() - 2] == "O" else "œ"
            fix = text[match.start() : match.end() - 2] + ligature + text[match.end() : end]
            yield self._finding(segment, match.start(), end, fix)
        starts = context.sentence_starts(segment)
        for pattern, fix in ((_A, "À"), (_CA, "Ça")):
            for match in pattern.finditer(text):
                if match.start() in starts or text[max(0, match.start() - 2) : match.start()].strip() in (
                    "«",
                    "“",
                    "–",
                ):
                    yield self._finding(segment, match.start(), match.end(), fix)

    def _finding(self, segment: Segment, start: int, end: int, fix: str) -> Finding:
        return self.finding(segment, start, end, fix, fix=fix)


def _word_end(text: str, start: int) -> int:
    match = _WORD_END.match(text, start)
    return match.end() if match else start
