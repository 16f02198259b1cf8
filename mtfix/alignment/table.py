"""The lexical table: how likely each French lemma translates an English one, and the other way round.

`training/lexical_table.py` writes it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from struct import Struct

import marisa_trie

from mtfix.english.words import lemma
from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import coarse, tag
from mtfix.french.tokens import Tokens

ENTRY = Struct("<HBBB")
"""The number of a French lemma (low 16 bits, then high 8), and two quantised probabilities."""
_DATA = Path(__file__).with_name("data")
_STEPS = 255
_CLITIC = re.compile(r"-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|moi|toi|ce|les?|la|lui|leur|y|en)(?:-\w+)?$")
"""The pronouns of *dit-il*, *donnez-le-moi*."""
_POS = {"PPAST": "VERB", "INF": "VERB", "PPRES": "VERB", "AUX": "VERB"}


def quantised(probability: float) -> int:
    """A probability as one byte; the square root keeps small ones apart."""
    return max(1, min(_STEPS, round(_STEPS * math.sqrt(probability))))


def _probability(byte: int) -> float:
    return (byte / _STEPS) ** 2


def english_lemmas(tokens: Tokens) -> list[str]:
    """The lemma of every English token, as the table knows it."""
    return [lemma(word) for word in tokens.words]


def french_lemmas(tokens: Tokens, tags: list[str] | None = None) -> list[str]:
    """The lemma of every French token where it stands, as the table knows it."""
    return [_lemma(word, coarse(t)) for word, t in zip(tokens.words, tags or tag(tokens), strict=True)]


@lru_cache(maxsize=100_000)
def _lemma(word: str, part: str) -> str:
    if clitic := _CLITIC.search(word):
        word, part = word[: clitic.start()], "VERB"
    analyses = lexicon().analyses(word)
    part = _POS.get(part, part)
    return next((a.lemma for a in analyses if a.pos == part), analyses[0].lemma if analyses else word).lower()


@dataclass(frozen=True, slots=True)
class Translation:
    """A French lemma for an English one: p(French | English) and p(English | French)."""

    forth: float
    back: float

    @property
    def score(self) -> float:
        """How surely both belong together, 0 to 1: the geometric mean."""
        return math.sqrt(self.forth * self.back)


class LexicalTable:
    """The translations of English lemmas, read from the table's files when asked for."""

    def __init__(self, folder: Path = _DATA) -> None:
        self._rows = marisa_trie.BytesTrie().mmap(str(folder / "table.marisa"))
        self._french = marisa_trie.Trie().mmap(str(folder / "french.marisa"))
        self._read: dict[str, dict[str, Translation]] = {}

    def translations(self, english: str) -> dict[str, Translation]:
        """French lemmas for an English lemma; {} for one the table does not have."""
        found = self._read.get(english)
        if found is None:
            found = self._read[english] = dict(map(self._entry, self._rows.get(english, ())))
        return found

    def _entry(self, packed: bytes) -> tuple[str, Translation]:
        low, high, forth, back = ENTRY.unpack(packed)
        return self._french.restore_key(high << 16 | low), Translation(
            _probability(forth), _probability(back)
        )


@lru_cache(maxsize=1)
def lexical_table() -> LexicalTable:
    """The table that comes with mtfix."""
    return LexicalTable()
