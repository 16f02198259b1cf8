"""Addresses, mentions and hashtags that were translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment, Span

_KINDS = (
    re.compile(r"(?:https?://|www\.)[^\s<>«»“”\"()]*[^\s<>«»“”\"'’.,;:!?)\]]"),
    re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<![\w/&])#[^\W\d]\w+"),
    re.compile(r"(?<![\w.])@\w{2,}"),
)


class AddressTranslated(Rule):
    """A web or mail address, a mention or a hashtag that is not the source's: *#ArrêtezLaGuerre* for *#StopTheWar*.

    They name a place on the net, so they stay as they are.  Compared kind by kind and in order: where the source
    has one that the French lacks and the French one that the source lacks, these two are taken for each other.
    """

    code = "MKP954"
    name = "address-translated"
    severity = Severity.MAJOR
    safety = Safety.SAFE
    category = Category.MARKUP
    confidence = 0.95
    reads_quotes = True
    reads_protected = True
    title = Bilingual(en="address or hashtag translated", fr="adresse ou mot-dièse traduit")
    message = Bilingual(
        en="{text} is {address} in the source.", fr="{text} s’écrit {address} dans l’original."
    )
    bad = (
        Bad(
            "Ils crient ⟦#ArrêtezLaGuerre⟧ en ligne.",
            ("#StopTheWar",),
            source="They shout #StopTheWar online.",
        ),
        Bad(
            "Voir ⟦https://exemple.org/nouvelles⟧.",
            ("https://example.org/news",),
            source="See https://example.org/news.",
        ),
        Bad("Selon ⟦@NouvellesPort⟧, il rouvre.", ("@PortNews",), source="It reopens, says @PortNews."),
        Bad(
            "Écrire à ⟦bureau@exemple.org⟧ vite.",
            ("desk@example.org",),
            source="Write to desk@example.org soon.",
        ),
    )
    good = (
        Good("Ils crient #StopTheWar en ligne.", source="They shout #StopTheWar online."),
        Good("Ils crient « arrêtez » en ligne.", source="They shout #StopTheWar online."),
        Good("Ils crient #Paix en ligne."),
        Good("Il a écrit à desk@example.org.", source="He wrote to desk@example.org."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if segment.source is None or not any(sign in segment.source for sign in ("#", "@", "://", "www.")):
            return
        for kind in _KINDS:
            source, target = list(kind.finditer(segment.source)), list(kind.finditer(segment.target))
            ours, theirs = {m[0] for m in source}, {m[0] for m in target}
            missing = [m for m in source if m[0] not in theirs]
            strange = [m for m in target if m[0] not in ours]
            for right, wrong in zip(missing, strange, strict=False):
                yield self.finding(
                    segment, *wrong.span(), right[0], address=right[0], source=Span(*right.span())
                )
