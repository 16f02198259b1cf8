"""Puts a glossary's term in the place of the French words that render it."""

from __future__ import annotations

from collections.abc import Sequence

from mtfix.french.elision import split_elided
from mtfix.french.inflection import genders, noun_head
from mtfix.french.lexicon import Gender, lexicon
from mtfix.french.tokens import Tokens
from mtfix.french.transfer import replace_noun

_AHEAD = ("DET", "ADJ", "NUM")
_CONTRACTED = frozenset("du des au aux de d’".split())
_AGREEING = ("PPAST", "ADJ", "PRON", "AUX")


def replaced(
    tokens: Tokens, tags: Sequence[str], first: int, end: int, target: str
) -> tuple[int, int, str] | None:
    """The tokens [first, end) to replace, and the text to put there; None where that is not sure.

    The words must be a noun with its complements, and nothing behind may agree with it if the gender changes.
    Determiner and adjectives before the noun are part of what is replaced where they change.
    """
    head = _head(tokens, tags, first, end)
    if head is None or any(tokens.surface(i)[0].isupper() for i in range(first, end)):
        return None
    old = _tagged_gender(tags[head])
    new = _gender(_noun(target), old)
    if not old or not new or (old != new and _agrees_behind(tags, end)):
        return None
    if _is_plural(_noun(target)):
        return None
    begin = _begin(tokens, tags, first)
    ahead = [tokens.surface(i) for i in range(begin, first)]
    text = replace_noun([*ahead, tokens.surface(head)], target, head=tokens.words[head], gender=new)
    return _shortened(tokens, begin, first, end, text) if text else None


def _head(tokens: Tokens, tags: Sequence[str], first: int, end: int) -> int | None:
    """The noun of a phrase that begins with it; none if other things than its complements follow."""
    if not tags[first].startswith("NOUN") or not lexicon().can_be(tokens.words[first], "NOUN"):
        return None
    inside = all(tags[i].startswith(("ADJ", "PPAST", "PREP", "DET", "NOUN")) for i in range(first + 1, end))
    follows = end < len(tokens) and tags[end].startswith(("ADJ", "PPAST"))
    return first if inside and not follows else None


def _noun(phrase: str) -> str:
    words = split_elided([phrase])
    head = noun_head(words)
    return words[head or 0]


def _tagged_gender(tag: str) -> Gender:
    gender = tag.partition(".")[2][:1]
    return "f" if gender == "f" else "m" if gender == "m" else ""


def _gender(noun: str, wanted: Gender) -> Gender:
    """The gender of a noun; the wanted one if it serves for both (*ministre*)."""
    found = genders(noun)
    return wanted if "" in found or wanted in found else found[0] if found else ""


def _is_plural(noun: str) -> bool:
    """Whether a glossary has a noun in the plural: its singular is not known to be wanted."""
    return {a.number for a in lexicon().analyses(noun) if a.pos == "NOUN"} == {"p"}


def _agrees_behind(tags: Sequence[str], end: int) -> bool:
    return any(tag.startswith(_AGREEING) for tag in tags[end:])


def _begin(tokens: Tokens, tags: Sequence[str], first: int) -> int:
    """Where the determiner and the adjectives before the noun begin."""
    begin = first
    while begin and (tags[begin - 1].startswith(_AHEAD) or tokens.words[begin - 1] in _CONTRACTED):
        begin -= 1
    return begin


def _shortened(tokens: Tokens, begin: int, first: int, end: int, text: str) -> tuple[int, int, str]:
    """The change without the words before the noun that stay as they are."""
    for start in range(first, begin, -1):
        unchanged = tokens.text[tokens.starts[begin] : tokens.starts[start]]
        if text.startswith(unchanged):
            return start, end, text.removeprefix(unchanged)
    return begin, end, text
