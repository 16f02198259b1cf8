"""Ordinary spaces where a line must not break."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SPACE = re.compile(r"(?<=«) (?=\S)|(?<=[^\s—–-]) (?=[:;!?%»€](?![\w)(/-]))")


class OrdinarySpace(Rule):
    """An ordinary space where French sets a no-break one: the mark could open the next line.

    Of severity info, so reported only with `--min-severity info` or `--select TYP907`.
    """

    code = "TYP907"
    name = "ordinary-space"
    severity = Severity.INFO
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.97
    reads_quotes = True
    title = Bilingual(
        en="ordinary space where a no-break one belongs", fr="espace ordinaire au lieu d’insécable"
    )
    message = Bilingual(
        en="A no-break space belongs at {place}.", fr="Il faut une espace insécable à {place}."
    )
    bad = (
        Bad("Il se dit «⟦ ⟧confiant\u00a0».", ("\u00a0",)),
        Bad("Qui a tiré⟦ ⟧?", ("\u202f",)),
        Bad("Un seul mot⟦ ⟧: non.", ("\u00a0",)),
    )
    good = (
        Good("Il se dit «\u00a0confiant\u00a0»\u00a0: qui a tiré\u202f?"),
        Good("Un clin d’œil :-) au lecteur."),
        Good("Une liste - ; - sans fin."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        for match in _SPACE.finditer(text):
            mark = text[match.end()]
            opening = text[match.start() - 1] == "«"
            profile = context.profile
            wanted = profile.guillemets if opening or mark == "»" else profile.space_before(mark)
            place = text[match.start() - 1 : match.end() + 1]
            yield self.finding(segment, match.start(), match.end(), wanted, place=place)
