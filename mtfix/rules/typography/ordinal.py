"""Ordinals abbreviated by hand."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_ORDINAL = re.compile(r"(?<![\w,.])(\d+|[IVXLC]+)(i?[èe]mes?|ères?|ers|nds?|ndes?|th|st|rd)\b")
_ENDINGS = {"ère": "re", "ères": "res", "ers": "ers", "nd": "nd", "nds": "nds", "nde": "nde", "ndes": "ndes"}


class Ordinal(Rule):
    """An ordinal with too long an ending (3ème, 1ère) or an English one (3rd, 20th).

    French sets 1er, 1re, 2e, 2nd, XXe.  Source: Lexique des règles typographiques en usage à
    l’Imprimerie nationale, « Nombres ».  (Not in the first catalogue: the annotated texts show it.)
    """

    code = "TYP909"
    name = "ordinal"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.97
    title = Bilingual(en="abbreviation of an ordinal", fr="abréviation d’un ordinal")
    message = Bilingual(en="{text} is written {fix}.", fr="{text} s’écrit {fix}.")
    bad = (
        Bad("Au ⟦3ème⟧ tour.", ("3e",)),
        Bad("La ⟦1ère⟧ place.", ("1re",)),
        Bad("Au ⟦XXème⟧ siècle.", ("XXe",)),
        Bad("Le ⟦20th⟧ étage.", ("20e",)),
        Bad("Les ⟦2èmes⟧ rencontres.", ("2es",)),
    )
    good = (
        Good("Le 1er mai, la 2e fois, la 2nde fois, au XXe siècle."),
        Good("Le problème du millième même."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for match in _ORDINAL.finditer(segment.target):
            number, ending = match.groups()
            fix = number + _ENDINGS.get(ending, "es" if ending.endswith("mes") else "e")
            if number == "1" and ending in ("st", "ème", "ième"):
                fix = "1er"
            if fix != match.group():
                yield self.finding(segment, match.start(), match.end(), fix, fix=fix)
