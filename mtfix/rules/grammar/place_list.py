"""Countries in a list, some with their article and some without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.elision import join
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.grammar.preposition_place import places
from mtfix.text import Segment

_SPACE = "[ \u00a0\u202f]"
_WHENCE = re.compile(r"\bd(?:e |e la |e l['’]|['’])[A-ZÉÎ]")
_LEAST = 2


class PlaceList(Rule):
    """*D’Allemagne, de la Grande-Bretagne et d’Italie*: one way in a list, not two.

    After *de*, the name of a feminine country stands without article where it only says whence someone is (*des
    élus d’Italie*), with it where the country itself is meant (*le voisin de l’Italie*).  In one list both cannot be
    right; English has no article for either.  The suggestion writes all without.  Masculine and plural names keep
    theirs in both (*du Japon, des Pays-Bas*), so they do not count.
    """

    code = "GRM812"
    name = "place-list"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(
        en="countries with and without article in one list", fr="pays avec et sans article dans une liste"
    )
    message = Bilingual(
        en="Some countries of this list have their article, others do not.",
        fr="Dans cette énumération, certains pays ont l’article, d’autres non.",
    )
    bad = (
        Bad(
            "Des élus ⟦d’Italie, de la Suède⟧ et du Japon étaient là.",
            ("d’Italie, de Suède",),
        ),
        Bad(
            "Les équipes ⟦de Norvège, des Pays-Bas, de l’Irlande et de la Pologne⟧ jouent.",
            ("de Norvège, des Pays-Bas, d’Irlande et de Pologne",),
        ),
    )
    good = (
        Good("Des élus d’Italie, de Suède, du Japon et des Pays-Bas étaient là."),
        Good("Les voisins de l’Italie et de la Suisse signent."),
        Good("Le roi d’Espagne, l’armée de la France et l’Italie."),
        Good("Il vient d’Allemagne, de la région de Cologne."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if len(_WHENCE.findall(segment.target)) < _LEAST:
            return
        for listed in _list_pattern().finditer(segment.target):
            items = list(_item_pattern().finditer(segment.target, *listed.span()))
            told = [item for item in items if places()[item["place"]] == "en"]
            with_article = [item for item in told if item["words"].lower().rstrip() not in ("de", "d’", "d'")]
            if len(told) >= _LEAST and 0 < len(with_article) < len(told):
                start, end = told[0].start(), told[-1].end()
                yield self.finding(
                    segment, start, end, _bare(segment.target, start, end, told, context.apostrophe)
                )


def _bare(text: str, start: int, end: int, items: list[re.Match[str]], apostrophe: str) -> str:
    """The list with no article before the names of `items`."""
    parts, last = [], start
    for item in items:
        parts += [text[last : item.start()], join(("de", item["place"]), apostrophe)]
        last = item.end()
    return "".join([*parts, text[last:end]])


def _item() -> str:
    names = "|".join(map(re.escape, sorted(places(), key=len, reverse=True)))
    return rf"(?P<words>\b(?:de la|de|du|des){_SPACE}|\b(?:de{_SPACE}l|d)['’])(?P<place>{names})(?![\w-])"


@lru_cache(maxsize=1)
def _item_pattern() -> re.Pattern[str]:
    return re.compile(_item())


@lru_cache(maxsize=1)
def _list_pattern() -> re.Pattern[str]:
    item = re.sub(r"\(\?P<\w+>", "(?:", _item())
    return re.compile(rf"{item}(?:(?:,{_SPACE}?(?:et{_SPACE})?|{_SPACE}et{_SPACE}){item})+")
