"""The wordings that a row proposes, in the form of what they replace."""

from __future__ import annotations

import re

from mtfix.french.elision import join
from mtfix.french.patterns import Ranges, word_classes
from mtfix.french.tokens import Tokens
from mtfix.french.transfer import replace_noun, replace_verb

_REFERENCE = re.compile(r"\{(\d+)(?:-(\d+))?(?:>([^{}]+))?\}")


def filled(template: str, tokens: Tokens, ranges: Ranges, apostrophe: str) -> str | None:
    """The wording that a template makes of a match; None when a word of it cannot take the form."""
    parts, last = [], 0
    for reference in _REFERENCE.finditer(template):
        part = _referred(reference, tokens, ranges)
        if part is None:
            return None
        parts += [template[last : reference.start()], part]
        last = reference.end()
    words = "".join([*parts, template[last:]]).split()
    text = join(words) if "{" in template else " ".join(words)
    if tokens.surface(ranges[0][0])[0].isupper():
        text = text[0].upper() + text[1:]
    if tokens.words[ranges[-1][1] - 1].endswith("’") and not text.endswith("’"):
        # « il est rapporté qu’il » loses its elision, so a space must part the words.
        text += " "
    return text.replace("’", apostrophe)


def _referred(reference: re.Match[str], tokens: Tokens, ranges: Ranges) -> str | None:
    """What stands for `{2}`, `{1>convoquer}` or `{1-2>discours}`."""
    first, last, wanted = reference.groups()
    start, end = ranges[int(first) - 1][0], ranges[int(last or first) - 1][1]
    matched = tokens.between(start, end - 1) if end > start else ""
    if wanted is None or not matched:
        return matched
    if "INF" in word_classes(wanted.removeprefix("se ").removeprefix("s’").split()[0]):
        return replace_verb(matched, wanted)
    return replace_noun(matched, wanted)
