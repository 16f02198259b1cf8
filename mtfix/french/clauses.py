"""Finds the verbs of clauses: which tokens are finite, and which one a conjunction governs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mtfix.french.lexicon import Analysis, lexicon
from mtfix.french.tokens import Tokens

_THROUGH = ("DET", "NOUN", "ADJ", "NAME", "NUM", "ADV", "PREP", "PPAST")
_SUBJECTS = frozenset(
    "je j’ tu il elle on nous vous ils elles ce c’ cela ça ceci chacun tous personne rien".split()
)
_QUANTIFIERS = frozenset("aucun aucune chacun chacune plusieurs certains certaines beaucoup".split())
_CLITICS = frozenset("ne n’ me m’ te t’ se s’ le la les l’ lui leur y en nous vous".split())
_BARRIERS = frozenset("que qu’ qui quoi dont où si s’ comme quand lorsque lorsqu’ et ou mais car".split())
_FARTHEST = 12


@lru_cache(maxsize=20_000)
def finite_readings(word: str) -> tuple[Analysis, ...]:
    """The readings of a folded word as a finite verb, imperatives left out; `a-t-il` is read as `a`."""
    if "-" in word and word not in lexicon():
        word = word.split("-")[0]
    tenses = ("pres", "impf", "past", "fut", "subj", "subjimpf", "cond")
    return tuple(a for a in lexicon().analyses(word) if a.reading.tense in tenses)


def is_finite(tokens: Tokens, tags: Sequence[str], index: int) -> bool:
    """Whether tagger and lexicon both take the token for a finite verb."""
    return tags[index].startswith(("VERB", "AUX")) and bool(finite_readings(tokens.words[index]))


def may_be_finite(tokens: Tokens, tags: Sequence[str], index: int) -> bool:
    """Whether tagger or lexicon takes the token for a finite verb."""
    return tags[index].startswith(("VERB", "AUX")) or bool(finite_readings(tokens.words[index]))


def governed_verb(tokens: Tokens, tags: Sequence[str], start: int) -> int | None:
    """The verb of the clause whose subject begins at token `start`, where nothing stands in doubt.

    The subject is a pronoun, or a noun phrase without clause, coordination or comma.
    """
    words = tokens.words
    index = start
    if index < len(words) and words[index] in ("l’",) and index + 1 < len(words) and words[index + 1] == "on":
        index += 1
    pronoun = index < len(words) and words[index] in _SUBJECTS and not tags[index].startswith("DET")
    if pronoun:
        index += 1
    elif index >= len(words) or not (tags[index].startswith(("DET", "NAME")) or words[index] in _QUANTIFIERS):
        return None
    return _walk(tokens, tags, index, pronoun)


def _walk(tokens: Tokens, tags: Sequence[str], index: int, pronoun: bool) -> int | None:
    words = tokens.words
    for place in range(index, min(len(words), index + _FARTHEST)):
        if is_finite(tokens, tags, place):
            return place
        word = words[place]
        if word in _CLITICS and (pronoun or tags[place].startswith(("PRON", "ADV", "DET", "PREP"))):
            continue
        if pronoun or word in _BARRIERS or not tags[place].startswith(_THROUGH):
            return None
    return None
