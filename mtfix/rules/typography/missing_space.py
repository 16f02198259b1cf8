"""High punctuation and guillemets without their space."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_BEFORE = re.compile(
    r"""(?<=[^\W_]|[»”"’)\]…])(?P<high>[;!?]+)(?![\w/=&;!?])   # Qui a tiré?
    |(?<=[^\W\d_]|[»”")\]])(?P<colon>:)(?=\s|[«“"]|$)           # Il a dit: non
    |(?<=\d)(?P<unit>%|€)(?!\w)                                 # 12%
    |(?<=[^\s«“(\[])(?P<close>»)                                # «non»
    |(?P<open>«)(?=[^\s»])""",
    re.VERBOSE,
)
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
    message = Bilingual(en="A no-break space is missing at {text}.", fr="Il manque une espace insécable : {text}.")
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
        for match in _BEFORE.finditer(text):
            mark = match.group()
            if match.lastgroup == "high" and _is_part(text, match):
                continue
            if match.lastgroup in ("open", "close"):
                if context.profile.name == "ch":
                    continue
                space = context.profile.guillemets
                suggestion = f"«{space}" if match.lastgroup == "open" else f"{space}»"
            else:
                suggestion = context.profile.space_before(mark[0]) + mark
            if suggestion != mark:
                yield self.finding(segment, match.start(), match.end(), suggestion)


def _is_part(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    if match.group() == ";" and _ENTITY.search(before):
        return True
    return match.group() == "!" and bool(_NAMES.search(before))
