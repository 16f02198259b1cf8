"""Reads noun groups off the tags: determiner, noun, adjectives, complements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from mtfix.french.lexicon import Gender, Number, lexicon
from mtfix.french.tokens import Tokens
from mtfix.french.words import NUMERALS

Pair = tuple[Gender, Number]
ALL: frozenset[Pair] = frozenset((("m", "s"), ("m", "p"), ("f", "s"), ("f", "p")))
Fault = tuple[int, int, tuple[str, ...]]
"""The first and the last token that do not agree, and what to write for them."""

_M_S: frozenset[Pair] = frozenset((("m", "s"),))
_F_S: frozenset[Pair] = frozenset((("f", "s"),))
_S = _M_S | _F_S
_P: frozenset[Pair] = frozenset((("m", "p"), ("f", "p")))
DETERMINERS: dict[str, frozenset[Pair]] = {
    **dict.fromkeys(("le", "un", "ce", "cet", "du", "au", "quel", "aucun"), _M_S),
    **dict.fromkeys(("la", "une", "cette", "ma", "ta", "sa", "quelle", "aucune"), _F_S),
    **dict.fromkeys(("l’", "mon", "ton", "son", "notre", "votre", "leur", "chaque"), _S),
    **dict.fromkeys(
        ("les", "des", "aux", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "quelques", "plusieurs"), _P
    ),
}
CONTRACTIONS = frozenset(("du", "au", "des", "aux"))


@lru_cache(maxsize=20_000)
def nominal(word: str, noun: bool) -> frozenset[Pair]:
    """What the word can be as a noun, or as an adjective or participle; empty if it can be neither."""
    found: set[Pair] = set()
    for analysis in lexicon().analyses(word):
        wanted = analysis.pos == "NOUN" if noun else analysis.pos == "ADJ" or analysis.tense == "ppast"
        if wanted:
            found.update(pair for pair in ALL if analysis.reading.fits(*pair))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def only(word: str, allowed: str) -> bool:
    """Whether every reading of the word is one of the parts of speech (`NOUN ADJ`; `PPAST` is one here)."""
    kinds = {"PPAST" if a.tense == "ppast" else a.pos for a in lexicon().analyses(word)}
    return bool(kinds) and kinds <= set(allowed.split())


def is_number(word: str) -> bool:
    """Whether the word is a numeral above one, spelled out."""
    return word in NUMERALS and word not in ("mille", "cent")


@dataclass(frozen=True, slots=True)
class Group:
    """A noun group: its determiner, its noun, the last token of what belongs to both, and its agreement."""

    first: int
    noun: int
    last: int
    agreement: frozenset[Pair]

    @property
    def numbers(self) -> set[Number]:
        """The numbers the group can have."""
        return {number for _, number in self.agreement}

    @property
    def genders(self) -> set[Gender]:
        """The genders the group can have."""
        return {gender for gender, _ in self.agreement}


def group_at(tokens: Tokens, tags: list[str], start: int) -> Group | None:
    """The noun group that begins with the determiner at `start`, without complements; None if it is unclear."""
    agreement = DETERMINERS.get(tokens.words[start])
    if agreement is None or not tags[start].startswith(("DET", "PREP")):
        return None
    index = start + 1
    while index < len(tokens) and (tags[index] == "NUM" or tags[index].startswith("ADJ")):
        index += 1
    if index >= len(tokens) or not tags[index].startswith("NOUN"):
        return None
    noun = index
    agreement = agreement & nominal(tokens.words[noun], True)
    while index + 1 < len(tokens) and tags[index + 1].startswith(("ADJ", "PPAST")) and tokens.spaced(index):
        index += 1
    return Group(start, noun, index, agreement) if agreement else None


def complements_end(
    tokens: Tokens, tags: list[str], group: Group, prepositions: Collection[str]
) -> int | None:
    """The token behind the group's complements: prepositions with nouns, names and adjectives.

    None if one breaks off.
    """
    index = group.last + 1
    while (
        index < len(tokens)
        and tokens.words[index] in prepositions
        and tags[index].startswith(("PREP", "DET"))
    ):
        joined = tokens.words[index] == "entre" or group.numbers == {"p"}
        behind = _nouns_end(tokens, tags, index + 1)
        while joined and behind is not None and behind < len(tokens) and tokens.words[behind] == "et":
            again = behind + 1 < len(tokens) and tokens.words[behind + 1] in prepositions
            further = _nouns_end(tokens, tags, behind + (2 if again else 1))
            if further is None:
                break
            behind = further
        if behind is None:
            return None
        index = behind
    return index


def _nouns_end(tokens: Tokens, tags: list[str], start: int) -> int | None:
    """The token behind the nouns, names and adjectives that begin at `start`; None if there is no noun."""
    index, nouns = start, 0
    while index < len(tokens) and _inside(tokens, tags, index):
        nouns += tags[index].startswith(("NOUN", "NAME"))
        index += 1
    return index if nouns else None


def _inside(tokens: Tokens, tags: list[str], index: int) -> bool:
    tag = tags[index]
    if tag.startswith(("NOUN", "ADJ", "NAME", "NUM", "PPAST")):
        return True
    return (
        tag.startswith("DET")
        and tokens.words[index] not in ("de", "d’")
        and tags[index - 1].startswith(("PREP", "CONJ"))
    )


def ends_word(tokens: Tokens, place: int) -> bool:
    """Whether the noun is no part of « chef·fe·s », « père et mère », « bac +5 » or an abbreviation."""
    if place + 1 == len(tokens):
        return True
    following = tokens.words[place + 1]
    if following in ("et", "ou", "+", "·", "/", "(", "°", "-") or len(tokens.words[place]) < 3:
        return False
    if not tokens.spaced(place) or (following == "." and len(tokens.words[place]) < 5):
        return False
    return following.isalpha() or (
        not following[0].isalnum() and tokens.ends[place] <= tokens.starts[place + 1]
    )


def plain(tokens: Tokens, place: int) -> bool:
    """Whether the token is an ordinary word in lower case behind nothing but a space."""
    surface = tokens.surface(place)
    return surface.islower() and place > 0 and tokens.spaced(place - 1) and "-" not in surface
