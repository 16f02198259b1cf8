"""The negations of an English text and of a French one, with the words that they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from mtfix.alignment.words import ENGLISH_FUNCTION_WORDS
from mtfix.english.words import lemma
from mtfix.french.lexicon import lexicon
from mtfix.french.lists import listed
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import is_english
from mtfix.french.words import DETERMINERS

# Texts that lost their apostrophes are common: « dont » and « cant » deny as well.
_CONTRACTED = frozenset(
    "arenot isnot wasnot werenot donot doesnot didnot "
    "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt cant couldnt wont "
    "wouldnt shouldnt".split()
)
NOT = frozenset("n’t not cannot never".split()) | _CONTRACTED
_NOBODY = frozenset("none nobody no-one nothing nowhere neither".split())
_BARELY = frozenset("hardly barely scarcely".split())
_REFUSALS = frozenset("fail refuse decline unable unlikely".split())
"""These deny with a *to* behind: power fails, a decline is a fall."""
_NEGATORS = NOT | _NOBODY | _BARELY | {"no", "without"}
_STOPS = frozenset('.!?;:…()«»“”"—–')
# Negations that deny nothing, or that French turns in other ways: *not only*, *not until*, *no doubt*.
_IDLE_BEHIND_NOT = frozenset(
    "even far long all quite very completely perfectly entirely totally at more before "
    "only just merely simply least until to unlike less so necessarily".split()
)
_IDLE_BEHIND_NO = frozenset(
    "other offence offense doubt wonder matter sooner less fewer later question way better idea thanks man".split()
)
_IDLE_BEHIND_WITHOUT = frozenset("delay doubt question fail".split())
_IDLE_BEHIND_NOTHING = frozenset("but short less more like else".split())
_IDLE_BEFORE_NOT = frozenset("least or if why but than whether the a of ,".split())
_IDLE_BEFORE_WITHOUT = frozenset("do does did done doing or go goes gone".split())
_IDLE_BEFORE_NO = frozenset("almost virtually nearly practically or say said saying says by".split())
_ASKED = frozenset("i you he she it we they there this that the a".split())
_UNTIL = 14
_COPULAS = frozenset("be been being have".split())
_ADVERBS = frozenset(
    "yet even ever always really quite very still just necessarily particularly only also so too currently already "
    "actually simply exactly fully immediately longer much any further been being going able allowed get got "
    "let".split()
)
_REACH, _MOST_GOVERNED = 5, 2
_SECOND = frozenset("pas plus jamais rien personne aucun aucune guère ni point nul nulle nullement".split())
MARKS = _SECOND - {"plus", "point", "personne"} | {"ne", "n’", "sans", "non"}
"""The French words that say nothing but a negation."""
_AHEAD = frozenset("aucun aucune personne rien nul nulle ni jamais".split())
_CLAUSE_BEGINS = _STOPS | {"que", "qu’", "ne", "n’"}
_CLITICS = frozenset("me m’ te t’ se s’ le la les l’ lui leur y en nous vous".split())
_INVERTED = re.compile(r".*-(?:t-)?(?:ils?|elles?|on|ce|je|tu|nous|vous)$|est-ce")
_FAR = 9
_BEFORE_PAS_QUE = frozenset("a avait aura est était sera ont sont étaient".split())
_IDLE_BEHIND_PAS = frozenset(
    "seulement moins uniquement forcément nécessairement longtemps seul seule loin toujours".split()
)
_ONLY = frozenset(("seulement", "uniquement"))
_COMPARED = frozenset(
    "sans rien seul seule seuls seules aussi autant tant si grand-chose chose au-delà".split()
)
_IDLE_BEFORE_NE = frozenset("tant longtemps temps sans avant".split())
_PHRASE, _AHEAD_AT_MOST = 5, 7
_BEFORE_MORE = frozenset("au le la les un une des de d’ en à bien encore deux beaucoup".split())
_BEHIND_MORE = frozenset("que qu’ tard tôt loin haut bas grand grande grands grandes d’".split())
_VERBAL = frozenset(("VERB", "INF", "PPRES", "PPAST"))
_MEANING = _VERBAL | {"ADJ", "NOUN"}
_ENGLISH_PREFIX = re.compile(r"(?:un|dis|non-?|mis)([a-z]{3,})")
_ENGLISH_SUFFIX = re.compile(r"[a-z]{3,}(?:less|lessly|lessness|-free)")
_LATIN_PREFIX = re.compile(r"i(?:n|m(?=[mpb])|l(?=l)|r(?=r))([a-z]{4,})")
_FRENCH_POSITIVE = tuple(
    "important importance impos immédiat immeuble inform instan indépend inquiet désarm intens dispos invest".split()
)
"""How words begin that look like a negation and are none."""
_FRENCH_PREFIX = re.compile(r"(?:in|im(?=[mpb])|ir(?=r)|il(?=l)|mé(?=c)|non-|dés|dis|anti-?)([^-]{4,})")


@dataclass(frozen=True, slots=True)
class Negation:
    """A negation: its tokens [first, end), and the words that it may govern, the likeliest first.

    An idle one need not have a partner in the other language: *not only*, *no doubt*, « ne … que ».
    """

    first: int
    end: int
    governed: tuple[int, ...]
    idle: bool = False


class Nearness(IntEnum):
    """How near the meaning of a word comes to a negation."""

    NONE = 0
    LIMITS = 1
    """It limits or opposes: *only, before, still*; « dernier, encore »."""
    NEGATES = 2
    """It holds a negation: *lack, unfair*; « manquer, incapable »."""


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(listed("mtfix.rules.accuracy", name))


@lru_cache(maxsize=50_000)
def english_nearness(word: str) -> Nearness:
    """How near a token comes to a negation."""
    forms = (word, lemma(word))
    if word in _NEGATORS or word == "nor" or "not" in word.split("-") or forms[1] in _REFUSALS:
        return Nearness.NEGATES
    if not _words("negative_english.txt").isdisjoint(forms):
        return Nearness.NEGATES
    if not _words("limiting_english.txt").isdisjoint(forms):
        return Nearness.LIMITS
    if not _words("positive_english.txt").isdisjoint(forms):
        return Nearness.NONE
    prefixed = _ENGLISH_PREFIX.fullmatch(word) or _LATIN_PREFIX.fullmatch(word)
    negative = _ENGLISH_SUFFIX.fullmatch(word) or (prefixed is not None and is_english(prefixed[1]))
    return Nearness.NEGATES if negative else Nearness.NONE


@lru_cache(maxsize=50_000)
def french_nearness(word: str) -> Nearness:
    """How near a token comes to a negation."""
    if word in MARKS or word.startswith("non-"):
        return Nearness.NEGATES
    analyses = lexicon().analyses(word)
    forms = (word, *(a.lemma for a in analyses))
    if not _words("negative_french.txt").isdisjoint(forms):
        return Nearness.NEGATES
    if not _words("limiting_french.txt").isdisjoint(forms):
        return Nearness.LIMITS
    prefixed = None if word.startswith(_FRENCH_POSITIVE) else _FRENCH_PREFIX.fullmatch(word)
    if prefixed is None:
        return Nearness.NONE
    kinds = {a.pos for a in analyses} & {a.pos for a in lexicon().analyses(prefixed[1])} - {"VERB"}
    return Nearness.NEGATES if kinds else Nearness.NONE


@lru_cache(maxsize=1)
def _pairs() -> dict[str, frozenset[str]]:
    rows = (line.split("\t") for line in listed("mtfix.rules.accuracy", "limiting_pairs.tsv"))
    return {french: frozenset(english.split()) for french, english in rows}


def renders_of(word: str) -> frozenset[str]:
    """The English lemmas that a limiting French word renders: *before* for « avant »."""
    forms = (word, *(a.lemma for a in lexicon().analyses(word)))
    return frozenset().union(*(_pairs().get(form, frozenset()) for form in forms))


def english_negations(source: Tokens) -> list[Negation]:
    """The negations of an English text, in order."""
    words = source.words
    return [
        Negation(i, i + 1, tuple(_governed_english(words, i)), _is_idle(words, i))
        for i in range(len(source))
        if _denies(words, i)
    ]


def _denies(words: Sequence[str], i: int) -> bool:
    word = words[i]
    if lemma(word) in _REFUSALS:
        return words[i + 1 : i + 2] == ["to"] and words[i - 1 : i] not in (["not"], ["n’t"])
    return word in _NEGATORS


def _is_idle(words: Sequence[str], i: int) -> bool:
    """Whether the negation denies nothing here: *not only*, *isn’t it*, *no doubt*, *whether or not*."""
    word, before = words[i], words[i - 1] if i else ""
    behind = [w for w in words[i + 1 : i + 4] if w not in _COPULAS]
    after = behind[0] if behind else "."
    if word in NOT:
        if after in _IDLE_BEHIND_NOT or "until" in words[i + 1 : i + _UNTIL]:
            return True
        if after in _ASKED and words[i + 2 : i + 3] and words[i + 2] in (".", "?", ","):
            return True
        asked = after in _ASKED or i < 2 or words[i - 2] in _STOPS
        return before in _IDLE_BEFORE_NOT if word == "not" else word == "n’t" and "?" in words and asked
    if word == "no":
        return (
            after in _IDLE_BEHIND_NO
            or "than" in behind
            or not after[0].isalpha()
            or before in _IDLE_BEFORE_NO
        )
    if word == "nothing":
        return after in _IDLE_BEHIND_NOTHING or before == "or"
    return word == "without" and (before in _IDLE_BEFORE_WITHOUT or after in _IDLE_BEHIND_WITHOUT)


def _governed_english(words: Sequence[str], i: int) -> Iterator[int]:
    """The words of meaning behind the negation; the one before it, where it is an object (*did nothing*)."""
    found = 0
    for place in range(i + 1, min(len(words), i + 1 + _REACH)):
        word = words[place]
        if word in _STOPS or (found and word == ","):
            break
        if _has_meaning(word):
            yield place
            found += 1
            if found == _MOST_GOVERNED:
                break
    if words[i] in _NOBODY or not found:
        yield from _one_before(words, i)


def _one_before(words: Sequence[str], i: int) -> Iterator[int]:
    for place in range(i - 1, max(-1, i - 4), -1):
        if words[place] in _STOPS:
            return
        if _has_meaning(words[place]):
            yield place
            return


def _has_meaning(word: str) -> bool:
    return word[0].isalpha() and lemma(word) not in ENGLISH_FUNCTION_WORDS and word not in _ADVERBS


def french_negations(target: Tokens, tags: Sequence[str]) -> list[Negation]:
    """The negations of a French text, in order: *ne* with its second word, *sans*."""
    words, found, taken = target.words, [], -1
    for j, word in enumerate(words):
        if j <= taken or word not in ("ne", "n’", "sans"):
            continue
        if word == "sans":
            # English has many words for it: *unscrupulous*, *endless*.
            found.append(Negation(j, j + 1, tuple(_behind(target, tags, j + 1)), idle=True))
            continue
        second = _second(words, j)
        idle = second is None or _is_idle_ne(words, j) or _is_idle_second(words, second)
        taken = j if second is None else second
        found.append(Negation(j, taken + 1, tuple(_governed_french(target, tags, j, taken)), idle))
    return found


def _second(words: Sequence[str], j: int) -> int | None:
    """The word that completes *ne* at `j`, or `j` if that stands ahead (*personne ne vient*); None without any."""
    for place in range(j + 1, min(len(words), j + _FAR)):
        word = words[place]
        if word in _STOPS or word in ("que", "qu’", "ne", "n’"):
            break
        if word in _SECOND and not (word == "plus" and _compares(words, place)):
            return place
    first = next((k for k in range(j - 1, -1, -1) if words[k] in _CLAUSE_BEGINS), -1) + 1
    ahead = (k for k in range(max(first, j - _AHEAD_AT_MOST), j) if words[k] in _AHEAD)
    return (
        j if any(words[k] != "personne" or k == 0 or words[k - 1] not in DETERMINERS for k in ahead) else None
    )


def _is_idle_ne(words: Sequence[str], j: int) -> bool:
    """Whether *ne* at `j` denies nothing by itself: *tant que … ne*, *ni ne*, *on ne peut plus clair*, questions."""
    if words[j - 1 : j] == ["ni"] or words[j + 1 : j + 2] == ["importe"]:
        return True
    if words[j - 1 : j] == ["on"] and words[j + 1 : j + 3] == ["peut", "plus"]:
        return True
    asked = any(_INVERTED.fullmatch(word) for word in words[j + 1 : j + _PHRASE])
    return asked or not _IDLE_BEFORE_NE.isdisjoint(words[max(0, j - _PHRASE) : j])


def _is_idle_second(words: Sequence[str], place: int) -> bool:
    """Whether what follows turns the negation into something else: *pas seulement*, *jamais aussi*, *plus … que*."""
    behind = words[place + 1 : place + 5]
    if not _ONLY.isdisjoint(words[place + 1 : place + 8]):
        return True
    if not _COMPARED.isdisjoint(behind) or words[place] == "guère":
        return True
    if words[place] == "rien":
        return behind[:1] == ["à"]
    if words[place] == "plus":
        return not {"que", "qu’"}.isdisjoint(behind)
    if behind[:1] in (["que"], ["qu’"]):
        return words[place - 1] in _BEFORE_PAS_QUE
    return words[place] != "jamais" and bool(behind) and behind[0] in _IDLE_BEHIND_PAS


def _compares(words: Sequence[str], place: int) -> bool:
    """Whether *plus* is a comparison: *un an plus tard*, *au plus*, *plus de 200*."""
    behind = words[place + 1 : place + 3]
    counts = behind[:1] == ["de"] and behind[-1][0].isdigit()
    return words[place - 1] in _BEFORE_MORE or counts or not _BEHIND_MORE.isdisjoint(behind[:1])


def _governed_french(target: Tokens, tags: Sequence[str], j: int, second: int) -> Iterator[int]:
    for place in range(j + 1, second):
        if target.words[place] not in _CLITICS and coarse(tags[place]) in _VERBAL:
            yield place
    yield from _behind(target, tags, second + 1)


def _behind(target: Tokens, tags: Sequence[str], start: int) -> Iterator[int]:
    found = 0
    for place in range(start, min(len(target), start + _REACH)):
        word = target.words[place]
        if word in _STOPS or (found and word in (",", "que", "qu’")):
            return
        if coarse(tags[place]) in _MEANING and word not in _CLITICS:
            yield place
            found += 1
            if found == _MOST_GOVERNED:
                return


def is_reluctant(word: str) -> bool:
    """Whether the negation is a word that French has many renderings for: *refuse to*, *unable to*, *hardly*."""
    return word in _BARELY or lemma(word) in _REFUSALS


def has_negative_prefix(word: str) -> bool:
    """Whether an English token begins as a negation: *unfair*, *inconclusive*."""
    return bool(_ENGLISH_PREFIX.fullmatch(word) or _LATIN_PREFIX.fullmatch(word))
