"""Quotation marks that are not French."""

from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.typography.quotations import FRENCH, Mark, marks
from mtfix.text import Segment


class ForeignQuotationMarks(Rule):
    """English (“ ”), straight (" ") or German („ “) quotation marks, where French has « ».

    The spaces inside come from the profile.  Inside « » the marks “ ” are right, and straight ones become
    these.  A mark is judged by its neighbours and its partner; left alone are inches, minutes and seconds.

    In a text typed with the characters of a keyboard, straight apostrophes throughout, straight marks are its
    habit (agencies' wires are written so): there the French marks are a proposal, elsewhere a safe repair.

    Source: Lexique des règles typographiques en usage à l’Imprimerie nationale, « Guillemets ».
    """

    code = "TYP901"
    name = "foreign-quotation-marks"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.97
    reads_quotes = True
    title = Bilingual(en="quotation marks that are not French", fr="guillemets non français")
    message = Bilingual(en="French quotes are « »: {mark}.", fr="Les guillemets français sont « » : {mark}.")
    bad = (
        Bad("Un ⟦“⟧accord » fragile.", ("«\u00a0",)),
        Bad('« Il a dit ⟦"⟧non”, je crois\u00a0», dit-elle.', ("“",)),
        Bad("⟦„⟧Oui\u00a0».", ("«\u00a0",)),
    )
    good = (
        Good("«\u00a0Il a dit “non”\u00a0», dit-elle."),
        Good('Un écran de 27" et un mur de 5\'10".'),
        Good("L’accord des ‘Ndrangheta."),
        Good("Les années ’90, rock ’n’ roll."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for mark in context.cached(marks, segment):
            suggestion = _french(mark, context)
            if suggestion is not None:
                habit = mark.text == '"' and context.keyboard_typed
                safety = Safety.UNSAFE if habit else self.safety
                yield self.finding(segment, mark.start, mark.end, suggestion, safety=safety, mark=mark.text)


def _french(mark: Mark, context: Context) -> str | None:
    """What the mark should be, or None when it is right."""
    if mark.text in FRENCH:
        return None
    if mark.depth:
        return None if mark.text in "“”‘’" else "“" if mark.opens else "”"
    space = context.profile.guillemets
    return f"«{space}" if mark.opens else f"{space}»"
