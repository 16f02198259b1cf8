"""The negations of an English text and of a French one, with the words they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtfix.alignment.words import ENGLISH_FUNCTION_WORDS
from mtfix.english.words import lemma
from mtfix.french.lexicon import lexicon
from mtfix.french.lists import listed
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import is_english

_STOPS = frozenset('.!?;:…()«»“”"—–')
_NEGATORS = frozenset(
    "n’t not cannot never no none nobody no-one nothing nowhere neither without hardly barely scarcely unable unlikely".split()
)
_REFUSALS = frozenset("fail refuse decline".split())
# These need their *to*: a decline is a fall, and machines fail.
# A negation of these is none, or French turns it in other ways: *not only*, *not until*, *no doubt*.
_BEHIND_NOT = frozenset(
    "only just merely simply least until to unlike least so even necessarily more less long far always".split()
)
_BEHIND_NO = frozenset(
    "doubt wonder matter sooner more less fewer later question way other better idea . thanks man".split()
)
_QUESTIONED = frozenset("i you he she it we they there this that the a".split())
_ADVERBS = frozenset(
    "yet even ever always really quite very still just necessarily particularly only also so too currently already "
    "actually simply exactly fully immediately longer much any further been being going able allowed get got let".split()
)
_REACH = 5
_ANCHORS = 2
_SECOND = frozenset("pas plus jamais rien personne aucun aucune guère ni point nul nulle nullement".split())
_AHEAD = frozenset("aucun aucune personne rien nul nulle ni jamais pas".split())
_CLITICS = frozenset("me m’ te t’ se s’ le la les l’ lui leur y en nous vous".split())
_FAR = 9
# « sans » that denies nothing, or that English says without a negation.
_FIXED_SANS = frozenset(
    "doute cesse précédent abri conteste compter parler oublier égal appel arrêt relâche cesse tarder mal encombre".split()
)
_NEGATIVE_PREFIX = re.compile(
    r"(?:un|dis|non-?|mis)(?P<base>[a-z]{3,})|(?P<stem>[a-z]{3,})(?:less|lessly|-free)"
)
_LATIN_PREFIX = re.compile(r"i(?:n|m(?=[mpb])|l(?=l)|r(?=r))(?P<base>[a-z]{4,})")
_NO_PREFIX = frozenset(
    "under until union unit united unite universal universe university unique uncle display discuss discussion disc "
    "distance district discover dispute mission missile unless".split()
)
_FRENCH_PREFIX = re.compile(
    r"(?:in(?=[^cstdfvoi]|[cstdfv][aeiou])|im(?=[mpb])|ir(?=r)|il(?=l)|mé(?=c)|non-|dés|dis)(?P<base>.{4,})"
)


@dataclass(frozen=True, slots=True)
class Negation:
    """A negation: its tokens [first, end), and the words it may govern, the likeliest first."""

    first: int
    end: int
    governed: tuple[int, ...]


@lru_cache(maxsize=1)
def _negative_english() -> frozenset[str]:
    return frozenset(listed("mtfix.rules.accuracy", "negative_english.txt"))


@lru_cache(maxsize=1)
def _negative_french() -> frozenset[str]:
    return frozenset(listed("mtfix.rules.accuracy", "negative_french.txt"))


@lru_cache(maxsize=50_000)
def is_negative_english(word: str) -> bool:
    """Whether the meaning of a token holds a negation or borders on one: *lack*, *unfair*, *only*."""
    if word in _NEGATORS or lemma(word) in _negative_english() | _REFUSALS or word == "nor":
        return True
    if lemma(word) in _NO_PREFIX:
        return False
    match = _NEGATIVE_PREFIX.fullmatch(word)
    if match:
        return is_english(match["base"] or match["stem"])
    match = _LATIN_PREFIX.fullmatch(word)
    return match is not None and is_english(match["base"]) and len(word) > 7


@lru_cache(maxsize=50_000)
def is_negative_french(word: str) -> bool:
    """Whether the meaning of a token holds a negation or borders on one: *manquer*, *incapable*, *seul*."""
    if word in ("ne", "n’", "sans") or word in _SECOND - {"plus", "personne", "point"}:
        return True
    analyses = lexicon().analyses(word)
    if not _negative_french().isdisjoint({word, *(a.lemma for a in analyses)}):
        return True
    match = _FRENCH_PREFIX.fullmatch(word)
    return match is not None and bool(lexicon().analyses(match["base"]))


def english_negations(source: Tokens) -> Iterator[Negation]:
    """The negations that a translation has to render."""
    words = source.words
    for i, word in enumerate(words):
        refusal = lemma(word) in _REFUSALS and words[i + 1 : i + 2] == ["to"]
        if (word in _NEGATORS or refusal) and not _is_idle(words, i):
            yield Negation(i, i + 1, tuple(_governed_english(words, i)))


def _is_idle(words: Sequence[str], i: int) -> bool:
    """Whether the negation denies nothing here: *not only*, *isn’t it*, *no doubt*, *whether or not*."""
    word, after = words[i], words[i + 1] if i + 1 < len(words) else "."
    before = words[i - 1] if i else ""
    if word in ("not", "n’t", "cannot", "never"):
        asked = word == "n’t" and after in _QUESTIONED
        return asked or after in _BEHIND_NOT or (before in ("or", "if", "why", "but") and word == "not")
    if word == "no":
        return after in _BEHIND_NO or not after[0].isalpha() or before in ("or", "say", "said", "saying")
    if word == "nothing":
        return after in ("but", "short", "less", "more", "like")
    if word == "neither":
        return False
    return word == "unable" and before == "not"


def _governed_english(words: Sequence[str], i: int) -> Iterator[int]:
    """The words of meaning behind the negation; before it too, where nothing else follows (*did nothing*)."""
    found = 0
    for place in range(i + 1, min(len(words), i + 1 + _REACH)):
        word = words[place]
        if word in _STOPS or (found and word == ","):
            break
        if _has_meaning(word):
            yield place
            found += 1
            if found == _ANCHORS:
                return
    if words[i] in ("nothing", "none", "nobody", "nowhere", "no-one") or (
        not found and words[i] in ("never",)
    ):
        for place in range(i - 1, max(-1, i - 4), -1):
            if words[place] in _STOPS:
                return
            if _has_meaning(words[place]):
                yield place
                return


def _has_meaning(word: str) -> bool:
    return word[0].isalpha() and lemma(word) not in ENGLISH_FUNCTION_WORDS and word not in _ADVERBS


def french_negations(target: Tokens, tags: Sequence[str]) -> Iterator[Negation]:
    """The negations that must stand in the source as well."""
    words = target.words
    taken = -1
    for j, word in enumerate(words):
        if j <= taken:
            continue
        if word in ("ne", "n’"):
            second = _second(words, j)
            if second is not None:
                taken = second
                yield Negation(j, second + 1, tuple(_governed_french(target, tags, j, second)))
        elif word == "sans" and words[j + 1 : j + 2] and words[j + 1] not in _FIXED_SANS:
            yield Negation(j, j + 1, tuple(_behind(target, tags, j + 1)))


def _second(words: Sequence[str], j: int) -> int | None:
    """The word that completes *ne* at `j`; None where *ne* stands alone, for *only*, or in a question."""
    for place in range(j + 1, min(len(words), j + _FAR)):
        word = words[place]
        if word in _STOPS:
            return None
        if re.search(r"-(?:t-)?(?:ils?|elles?|on|ce|je|tu|nous|vous)$", word):
            return None
        if word in _SECOND:
            after = words[place + 1 : place + 2]
            idle = after in (["que"], ["qu’"], ["seulement"], ["moins"], ["uniquement"], ["forcément"])
            return None if idle and word != "jamais" else place
        if word in ("que", "qu’"):
            return None
    ahead = [w for w in words[max(0, j - 6) : j] if w in _AHEAD]
    return j if ahead else None


def _governed_french(target: Tokens, tags: Sequence[str], j: int, second: int) -> Iterator[int]:
    for place in range(j + 1, second):
        if target.words[place] not in _CLITICS and coarse(tags[place]) in ("VERB", "INF", "PPRES", "PPAST"):
            yield place
    yield from _behind(target, tags, max(second, j) + 1)


def _behind(target: Tokens, tags: Sequence[str], start: int) -> Iterator[int]:
    found = 0
    for place in range(start, min(len(target), start + _REACH)):
        word = target.words[place]
        if word in _STOPS or (found and word in (",", "que", "qu’")):
            return
        if coarse(tags[place]) in ("VERB", "INF", "PPRES", "PPAST", "ADJ", "NOUN") and word not in _CLITICS:
            yield place
            found += 1
            if found == _ANCHORS:
                return
