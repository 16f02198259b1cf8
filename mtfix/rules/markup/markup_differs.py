"""Placeholders, tags and links that are not the source's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment, Span

# What a program fills in or reads: %s, %(name)d, {name}, {{name}}, ${name}, tags, Markdown links.
_MARKUP = re.compile(
    r"%(?:\([\w.]+\))?[sdif](?!\w)|\$?\{\{?[\w.:!-]*\}?\}|</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|\]\([^()\s]+\)"
)
# The same, broken as machines break it: with spaces inside, or a word translated.
_BROKEN = re.compile(
    r"%\s?(?:\([^()]*\))?\s?[sdif](?!\w)|(?:\$\s?)?\{\s?\{?[^{}\n]{0,40}\}?\s?\}"
    r"|<\s?/?\s?[A-Za-zÀ-ÿ][^<>\n]{0,80}>|\]\s?\(\s?[^()\n]{1,200}\)"
)
_ALIKE = 0.4


class MarkupDiffers(Rule):
    """A placeholder, tag or link of the source that the French has broken, translated or lost: `[lire] (url)`.

    What is broken (`% s`, `{nom}` for `{name}`, `< b>`) is marked and put right; what is missing altogether is told at
    the end of the segment.
    """

    code = "MKP953"
    name = "markup-differs"
    severity = Severity.CRITICAL
    safety = Safety.UNSAFE
    category = Category.MARKUP
    confidence = 0.95
    reads_quotes = True
    reads_protected = True
    title = Bilingual(en="markup other than the source’s", fr="balise ou variable différente de l’original")
    message = Bilingual(
        en="The source has {markup} here, which a program must find unchanged.",
        fr="L’original a ici {markup}, qu’un programme doit retrouver tel quel.",
    )
    bad = (
        Bad("Bonjour ⟦%(nom)s⟧, le port rouvre.", ("%(name)s",), source="Hello %(name)s, the port reopens."),
        Bad("Il reste ⟦% s⟧ places.", ("%s",), source="%s seats are left."),
        Bad(
            "Cliquez [ici⟦] (https://example.org)⟧.",
            ("](https://example.org)",),
            source="Click [here](https://example.org).",
        ),
        Bad("Un mot <b>gras⟦< / b>⟧ suit.", ("</b>",), source="A <b>bold</b> word follows."),
        Bad("Le port rouvre⟦.⟧", source="The port reopens %(day)s."),
    )
    good = (
        Good("Bonjour {name}, le port rouvre.", source="Hello {name}, the port reopens."),
        Good("Il reste 5 % de places.", source="5% of the seats are left."),
        Good("Prix < 5 et > 3.", source="Price < 5 and > 3."),
        Good("Bonjour {nom}."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if segment.source is None or not _MARKUP.search(segment.source):
            return
        missing = list(
            (Counter(_MARKUP.findall(segment.source)) - Counter(_MARKUP.findall(segment.target))).elements()
        )
        known = Counter(_MARKUP.findall(segment.source))
        strange = [m for m in _BROKEN.finditer(segment.target) if m[0] not in known]
        for markup in missing:
            broken = max(strange, key=lambda m: _likeness(markup, m[0]), default=None)
            if broken is not None and _likeness(markup, broken[0]) >= _ALIKE:
                strange.remove(broken)
                start, end = broken.span()
                yield self.finding(
                    segment, start, end, markup, markup=markup, source=_place(segment.source, markup)
                )
            else:
                end = len(segment.target)
                quoted = _place(segment.source, markup)
                yield self.finding(
                    segment, end - 1, end, safety=Safety.RETRANSLATE, markup=markup, source=quoted
                )


def _likeness(one: str, other: str) -> float:
    """How alike two bits of markup are; 0 when they are of different kinds."""
    if one[0] != other[0]:
        return 0.0
    return SequenceMatcher(None, one, other.replace(" ", "")).ratio()


def _place(source: str, markup: str) -> Span:
    start = source.index(markup)
    return Span(start, start + len(markup))
