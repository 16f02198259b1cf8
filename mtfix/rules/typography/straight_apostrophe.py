"""Straight apostrophes."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|[«“\"])")


class StraightApostrophe(Rule):
    """A straight apostrophe in a text that sets typographic ones, or under a profile that requires them.

    A text that has straight apostrophes throughout is left alone: keyboards and agencies' wires have no
    other, and thousands of findings would bury the rest.  Texts that mix both count as typographic when at
    least half of their apostrophes are; profile `imprimerie-nationale` requires them everywhere.
    """

    code = "TYP903"
    name = "straight-apostrophe"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.97
    reads_quotes = True
    title = Bilingual(en="straight apostrophe", fr="apostrophe droite")
    message = Bilingual(
        en="The apostrophe is straight; elsewhere the text has ’.",
        fr="L’apostrophe est droite ; ailleurs le texte a ’.",
    )
    bad = (
        Bad("L⟦'⟧accord tient, mais l’eau monte.", ("’",)),
        Bad("L⟦'⟧accord tient.", ("’",), profile="imprimerie-nationale"),
        Bad("L’un dit qu⟦'⟧« on verra ».", ("’",)),
    )
    good = (
        Good("L'accord tient, mais l'eau monte."),
        Good("L’accord tient."),
        Good("Il mesure 5'10, l’autre 6'1."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if "'" not in segment.target or not context.typographic:
            return
        for match in _APOSTROPHE.finditer(segment.target):
            yield self.finding(segment, match.start(), match.end(), "’")
