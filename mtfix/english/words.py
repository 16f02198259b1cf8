"""Cuts English text into tokens and names their lemmas, without a lexicon: suffixes and a list of irregular forms."""

from __future__ import annotations

import re
from functools import lru_cache

from mtfix.french.lists import listed
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import is_english

_NEGATED = r"(?:do|does|did|is|are|was|were|has|have|had|wo|would|ca|could|should|must|need|might|ai|sha)(?=n['’]t\b)"
_NUMBER = (
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"
    r"|\d{1,3},\d{1,2}(?!\d)|\d+(?:\.\d+)*"
)
"""Figures; European English also writes `285 000` and `6,2`."""
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_CLITIC = r"n['’]t\b|['’](?:s|m|re|ve|ll|d)\b"
_TOKEN = re.compile(rf"{_NEGATED}|{_CLITIC}|(?:[^\W\d_]\.){{2,}}|{_NUMBER}|{_WORD}|[^\w\s]|_", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")
"""One syllable that ends in one consonant: it is doubled before *-ed* (*hopped*), so *hoped* comes of *hope*."""
_KEPT = frozenset(
    "news series species always perhaps less unless across yes thus plus its this his is was has as us bus gas "
    "during thing something anything everything nothing king ring spring string morning evening wing bring "
    "sing need seed speed feed weed deed indeed bed red hundred sacred naked wicked united states species lens "
    "besides towards afterwards headquarters means politics economics ethics physics mathematics athletics "
    "data media agenda wing ceiling wedding building meeting being sterling darling sibling pudding".split()
)


def tokenize(text: str) -> Tokens:
    """The tokens of an English text; `words` are in small letters with ’ for every apostrophe.

    The genitive, contracted auxiliaries and *n’t* are tokens of their own.
    """
    matches = list(_TOKEN.finditer(text))
    return Tokens(
        text,
        [match.group().lower().replace("'", "’") for match in matches],
        [match.start() for match in matches],
        [match.end() for match in matches],
    )


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    rows = (line.replace("'", "’").split("\t", 1) for line in listed("mtfix.english", "irregular.tsv"))
    return dict(rows)


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The lemma of a token in small letters: *talks*, *talked*, *talking* → *talk*; the word itself if unsure."""
    if word in _irregular():
        return _irregular()[word]
    if len(word) < 4 or word in _KEPT or not word.isalpha():
        return word
    if word.endswith("s"):
        return _singular(word)
    for suffix in ("ing", "ed"):
        if word.endswith(suffix):
            return _without(word, word.removesuffix(suffix), suffix)
    return word


def _singular(word: str) -> str:
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _without(word: str, base: str, suffix: str) -> str:
    if len(base) < 2 or not _VOWEL.search(base):
        return word
    if suffix == "ed" and base.endswith("i"):
        return base[:-1] + "y"
    with_e_first = _SHORT.fullmatch(base) is not None or base.endswith(("c", "v", "u", "s", "z"))
    choices = [base + "e", base] if with_e_first else [base, base + "e"]
    if base[-1] == base[-2]:
        choices = [base, base[:-1]]
    return next((choice for choice in choices if is_english(choice)), word)
