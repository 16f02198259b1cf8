"""Characters decoded wrongly, and characters that no reader sees."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

# UTF-8 read as Windows-1252: a lead byte (Ã, Â, â, Å …) and its continuation bytes as that page shows them.
_CONTINUATION = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŽžŸ"
_MOJIBAKE = re.compile(rf"(?:[\u00c2-\u00c5][{_CONTINUATION}]|[âïð][{_CONTINUATION}]{{2,3}})+")
_C1 = re.compile("[\u0080-\u009f]")
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\ufeff]+"
)
_SUSPECT = re.compile(rf"{_MOJIBAKE.pattern}|{_C1.pattern}|{_INVISIBLE.pattern}|\ufffd")


class Mojibake(Rule):
    """Characters that were decoded in the wrong encoding, and invisible ones.

    UTF-8 read as Windows-1252 (`dÃ©cret`) is decoded again; Windows-1252 control codes become the characters
    they stood for; zero-width characters, soft hyphens and control characters are deleted.  Where a
    replacement character says that the original is lost, nothing is proposed.
    """

    code = "MKP952"
    name = "mojibake"
    severity = Severity.MAJOR
    safety = Safety.SAFE
    category = Category.MARKUP
    confidence = 0.99
    reads_quotes = True
    reads_protected = True
    title = Bilingual(en="wrongly decoded or invisible character", fr="caractère mal décodé ou invisible")
    message = Bilingual(
        en="{visible} is a wrongly decoded or invisible character.",
        fr="{visible} est un caractère mal décodé ou invisible.",
    )
    bad = (
        Bad("Le d⟦Ã©⟧cret est paru.", ("é",)),
        Bad("La direction du groupe n⟦â€™⟧a pas répondu.", ("’",)),
        Bad("Une marge de 3⟦\u200b⟧ points.", ("",)),
        Bad("La société d⟦\u0092⟧assurances paiera.", ("’",)),
        Bad("Le b⟦\ufffd⟧timent a brûlé."),
    )
    good = (
        Good("Ângela Araújo, de São Paulo, a chanté « Água »."),
        Good("Le maire a dit « non » – et l’a répété…"),
        Good("À l’écran : “Âme”."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if segment.target.isascii() and segment.target.isprintable():
            return
        for match in _SUSPECT.finditer(segment.target):
            repaired = _repair(match.group())
            if repaired is None:
                continue
            suggestions = (repaired,) if "\ufffd" not in match.group() else ()
            visible = match.group() if match.group().isprintable() else _code_points(match.group())
            yield self.finding(segment, match.start(), match.end(), *suggestions, visible=visible)


def _repair(text: str) -> str | None:
    """The characters that were meant, or None when the text is no mojibake after all."""
    if text == "\ufffd" or _INVISIBLE.fullmatch(text):
        return ""
    if _C1.fullmatch(text):
        return text.encode("latin-1").decode("cp1252", errors="ignore")
    try:
        return _bytes(text).decode("utf-8")
    except UnicodeError:
        return None


def _bytes(text: str) -> bytes:
    return b"".join(c.encode("latin-1") if c <= "\u00ff" else c.encode("cp1252") for c in text)


def _code_points(text: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in text)
