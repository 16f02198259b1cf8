"""Names half in English, half in French letters."""

from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.names.english_transliteration import names
from mtfix.text import Segment


class HybridTransliteration(Rule):
    """A name whose first name is in French letters and whose surname is in English ones: « Iouri Shevchuk ».

    The surname is put into French letters too: *Iouri Chevtchouk*.  Only surnames with a Slavic ending and letters
    that French would write otherwise (sh, zh, ch, u …) are told.
    """

    code = "NAM402"
    name = "hybrid-transliteration"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LOCALE
    confidence = 0.85
    title = Bilingual(en="name in two spellings at once", fr="nom à demi francisé")
    message = Bilingual(
        en="“{text}” mixes the French and the English spelling of {french}.",
        fr="« {text} » mêle les graphies française et anglaise de {french}.",
    )
    bad = (
        Bad("Le chanteur ⟦Iouri Shevchuk⟧ a été arrêté.", ("Iouri Chevtchouk",)),
        Bad("Le ministre ⟦Serhiï Kovalchuk⟧ a parlé.", ("Serhiï Kovaltchouk",)),
        Bad("⟦Evgueni Shcherbakov⟧ dirige le port.", ("Evgueni Chtcherbakov",)),
        Bad("L’opposante ⟦Oksana Zhdanova⟧ est libre.", ("Oksana Jdanova",)),
    )
    good = (
        Good("Iouri Chevtchouk et Evgueni Chtcherbakov sont arrivés."),
        Good("Le footballeur Andriï Chevtchenko et Sergueï Lavrov."),
        Good("Vladimir Horowitz joue à Carnegie Hall."),
        Good("Mikhaïl Kalachnikov a inventé une arme."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        for match, first, last in names(segment, context):
            if first == match["first"] and last != match["last"]:
                french = f"{first}{match['space']}{match['middle'] or ''}{last}"
                yield self.finding(segment, match.start(), match.end(), french, french=french)
