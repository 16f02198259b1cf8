"""High punctuation and guillemets without their space."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

# One class of characters first: the text is scanned once, the rest is looked at where one stands.
_MARK = re.compile(r"[;!?]+|[:%€«»]")
_AFTER_HIGH = re.compile(r"[\w/=&;!?]")
_ENTITY = re.compile(r"&#?\w{2,8}$")
_NAMES = re.compile(r"(?:Yahoo|Jeopardy|Wham|Westward Ho)$")


class MissingSpace(Rule):
    """No space at all before `: ; ? ! %` or inside « », where French sets one.

    Which space is the profile's affair: `press-fr` sets U+202F before `; ! ?` and U+00A0 elsewhere, `ca` sets
    none before `; ! ?`.  Left alone: times, ratios, addresses, HTML entities, brand names such as Yahoo!.

    Source: Lexique des règles typographiques en usage à l’Imprimerie nationale, « Ponctuation ».
    """

    code = "TYP902"
    name = "missing-space"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.97
    reads_quotes = True
    title = Bilingual(en="no space where French sets one", fr="espace manquante")
    message = Bilingual(
        en="A no-break space is missing at {text}.", fr="Il manque une espace insécable : {text}."
    )
    bad = (
        Bad("Qui a tiré⟦?⟧", ("\u202f?",)),
        Bad("Il a dit⟦:⟧ non.", ("\u00a0:",)),
        Bad("Une hausse de 12⟦%⟧ en mai.", ("\u00a0%",)),
        Bad("Il reste ⟦«⟧confiant\u00a0».", ("«\u00a0",)),
        Bad("Il reste «\u00a0confiant⟦»⟧.", ("\u00a0»",)),
        Bad("Assez⟦!!⟧ dit-il.", ("\u202f!!",)),
        Bad("Il a dit⟦:⟧ non; oui.", ("\u00a0:",), profile="ca"),
    )
    good = (
        Good("Rendez-vous à 18:30 sur https://example.org/?q=oui!now"),
        Good("Qui a tiré ? Personne ; non !"),
        Good("L&#39;accord (ou pas) de Yahoo! tient."),
        Good("Qui a tiré? Personne; non!", profile="ca"),
        Good("Un «accord» fragile.", profile="ch"),
        Good("Il hésite (?) encore [!]."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        for match in _MARK.finditer(text):
            mark = match.group()
            before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            if not _lacks_space(mark, before, after) or _is_part(text, match):
                continue
            if mark in "«»":
                if context.profile.name == "ch":
                    continue
                space = context.profile.guillemets
                suggestion = f"«{space}" if mark == "«" else f"{space}»"
            else:
                suggestion = context.profile.space_before(mark[0]) + mark
            if suggestion != mark:
                yield self.finding(segment, match.start(), match.end(), suggestion)


def _lacks_space(mark: str, before: str, after: str) -> bool:
    """Whether a space belongs between the mark and its neighbour, and none stands there."""
    if mark == "«":
        return bool(after.strip()) and after != "»"
    if not before.strip():
        return False
    if mark == "»":
        return before not in "«“(["
    if mark in "%€":
        return before.isdigit() and not after.isalnum()
    if mark == ":":
        return (before.isalpha() or before in '»”")]') and (not after.strip() or after in '«“"')
    return (before.isalnum() or before in '»”"’)]…') and not _AFTER_HIGH.match(after)


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether the mark belongs to an HTML entity or to a name."""
    before = text[max(0, match.start() - 12) : match.start()]
    if match.group() == ";":
        return bool(_ENTITY.search(before))
    return match.group() == "!" and bool(_NAMES.search(before))
