"""English words, and the French words that are common: two lists that `training/word_lists.py` writes."""

from functools import lru_cache
from pathlib import Path

import marisa_trie

from mtfix.french.lexicon import lexicon

_DATA = Path(__file__).with_name("data")


@lru_cache(maxsize=1)
def _english() -> marisa_trie.Trie:
    return marisa_trie.Trie().mmap(str(_DATA / "english.marisa"))


@lru_cache(maxsize=1)
def _common() -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie().mmap(str(_DATA / "common.marisa"))


def is_english(word: str) -> bool:
    """Whether a word in small letters is one of English (it may be French too: *table*)."""
    return word in _english()


def is_only_english(word: str) -> bool:
    """Whether a word in small letters is one of English and none of French."""
    return word in _english() and not lexicon().analyses(word)


def commonness(word: str) -> int:
    """How common a word in small letters is in French, on a logarithmic scale; 0 if it is not."""
    found = _common().get(word)
    return int(found[0][0]) if found else 0
