"""Words left in another script."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SCRIPTS = (
    "\u0400-\u052f"  # Cyrillic
    "\u0531-\u058f"  # Armenian
    "\u0590-\u05ff"  # Hebrew
    "\u0600-\u06ff\u0750-\u077f"  # Arabic
    "\u0900-\u0dff"  # Indic scripts
    "\u0e00-\u0eff"  # Thai, Lao
    "\u10a0-\u10ff"  # Georgian
    "\u1200-\u137f"  # Ethiopic
    "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # Japanese, Chinese, Korean
)
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_WORD = rf"(?:[{_SCRIPTS}]+|[{_GREEK}]{{3,}})"
_WORDS = re.compile(rf"{_WORD}(?:[\s’'-]+{_WORD})*")
_ANY = re.compile(f"[{_SCRIPTS}{_GREEK}]")
_INTRODUCED = re.compile(
    r"(?:[(\[«“/:]|\ben (?:russe|ukrainien|arabe|grec|chinois|japonais|coréen|hébreu|persan|bulgare|serbe|géorgien"
    r"|arménien|hindi|thaï|cyrillique|version originale)\b(?: (?:ancien|moderne|classique))?[\s,:]*)\s*$"
)


class ForeignScript(Rule):
    """A word left in Cyrillic, Arabic, Greek, Chinese or another script that French readers cannot read.

    Left alone: the original given on purpose, in parentheses, quotation marks or after « en russe »; and one or
    two Greek letters, which sciences use.
    """

    code = "UNT104"
    name = "foreign-script"
    severity = Severity.MAJOR
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.95
    title = Bilingual(en="foreign script left", fr="mot resté dans une autre écriture")
    message = Bilingual(
        en="“{text}” was left in another script.", fr="« {text} » est resté dans une autre écriture."
    )
    bad = (
        Bad("Un dépôt a brûlé près de ⟦Брянск⟧ mardi."),
        Bad("Le mouvement ⟦حماس⟧ a démenti."),
        Bad("Le parti ⟦Νέα Δημοκρατία⟧ l’emporte."),
        Bad("L’équipementier ⟦华为⟧ recrute."),
    )
    good = (
        Good("Un dépôt a brûlé à Briansk (Брянск), mardi."),
        Good("Le journal « Правда » l’écrit ; en russe, правда veut dire vérité."),
        Good("Le rayonnement α et le coefficient Δt ; 5 µm et 3 Ω."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if text.isascii() or not _ANY.search(text):
            return
        for match in _WORDS.finditer(text):
            if not _INTRODUCED.search(text[max(0, match.start() - 30) : match.start()]):
                yield self.finding(segment, match.start(), match.end())
