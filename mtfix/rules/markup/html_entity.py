"""HTML entities left in plain text."""

import html
import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d?);")
_APOSTROPHES = frozenset("'\u2019")


class HtmlEntity(Rule):
    """An HTML entity such as `&#39;` or `&quot;` that should have been decoded.

    Translation services answer in HTML; whoever pastes the answer as plain text keeps its entities.
    An apostrophe is decoded to the kind that the document uses.
    """

    code = "MKP951"
    name = "html-entity"
    severity = Severity.MAJOR
    safety = Safety.SAFE
    category = Category.MARKUP
    confidence = 0.99
    reads_quotes = True
    in_markup = False
    title = Bilingual(en="HTML entity in the text", fr="entité HTML dans le texte")
    message = Bilingual(
        en="The HTML entity {text} stands for a character.",
        fr="L’entité HTML {text} tient la place d’un caractère.",
    )
    bad = (
        Bad("L⟦&#39;⟧accord tient toujours.", ("'",)),
        Bad("Il se dit ⟦&laquo;⟧ confiant.", ("«",)),
        Bad("Le groupe Dupont ⟦&amp;⟧ Fils recrute.", ("&",)),
    )
    good = (
        Good("La R&D; elle, progresse."),
        Good("Dupont & Fils ; Durand & Cie."),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        if "&" in context.document.text:
            yield from super().check(context)

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for match in _ENTITY.finditer(segment.target):
            character = html.unescape(match.group())
            if character == match.group() or character.endswith(";"):
                continue
            if character in _APOSTROPHES:
                character = context.apostrophe
            yield self.finding(segment, match.start(), match.end(), character)
