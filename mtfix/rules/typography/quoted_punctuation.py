"""English order of punctuation and closing quotation mark."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.typography.quotations import Mark, marks
from mtfix.text import Segment

_SPACES = " \u00a0\u202f"
_INQUIT = re.compile(
    r"[ \u00a0](?:(?:a|ont|avait|avaient)-t-(?:il|elle|on|ils|elles)|(?:dit|dis|lance|déclare|affirme|ajoute|explique|"
    r"estime|assure|précise|poursuit|conclut|confie|raconte|souligne|insiste|indique)(?:-t)?-(?:il|elle|on|ils|elles))\b"
)


class QuotedPunctuation(Rule):
    """A comma or full stop inside a quotation that belongs outside, or a comma missing before « dit-il ».

    English sets comma and full stop before the closing mark.  French sets the comma behind it, and the full
    stop inside only when the quotation is a whole sentence: one that begins in lower case in the middle of
    the author's sentence is none.
    """

    code = "TYP904"
    name = "quoted-punctuation"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.9
    reads_quotes = True
    title = Bilingual(en="English punctuation of a quotation", fr="ponctuation anglaise d’une citation")
    message = Bilingual(
        en="French sets the punctuation behind the closing mark: {text}",
        fr="En français, cette ponctuation suit le guillemet fermant : {text}",
    )
    bad = (
        Bad("«\u00a0Nous restons⟦,\u00a0»⟧ dit-il.", ("\u00a0»,",)),
        Bad("“Nous restons⟦,”⟧ dit-il.", ("\u00a0»,",)),
        Bad("Il veut “une paix durable et juste⟦.”⟧", ("\u00a0».",)),
        Bad("«\u00a0Nous restons⟦\u00a0»⟧ a-t-elle déclaré.", ("\u00a0»,",)),
    )
    good = (
        Good("«\u00a0Nous restons\u00a0», dit-il."),
        Good("Il a répondu\u00a0: «\u00a0Nous restons.\u00a0»"),
        Good("«\u00a0Nous restons\u202f?\u00a0» a-t-elle demandé."),
        Good("«\u00a0Nous restons.\u00a0» Puis il est parti."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        for mark in context.cached(marks, segment):
            if mark.opens or mark.depth or mark.text in ("’", "''"):
                continue
            punctuation = text[mark.start - 1 : mark.start]
            start = mark.start - 1 if punctuation in (",", ".") else mark.start
            if _misplaced(text, mark, punctuation):
                outside = "." if punctuation == "." else ","
                suggestion = f"{context.profile.guillemets}»{outside}"
                yield self.finding(segment, start, mark.end, suggestion)


def _misplaced(text: str, mark: Mark, punctuation: str) -> bool:
    following = text[mark.end :]
    if punctuation == ",":
        return following[:1] in ("", *_SPACES)
    if punctuation == ".":
        return not following.strip() and mark.partner is not None and _is_fragment(text, mark.partner)
    return punctuation not in ("?", "!", "…") and bool(_INQUIT.match(following))


def _is_fragment(text: str, opener: int) -> bool:
    quoted = text[opener + 1 :].lstrip(_SPACES)
    before = text[:opener].rstrip(_SPACES)
    return quoted[:1].islower() and bool(before) and before[-1] not in ":.!?…" and ". " not in quoted
