"""How French words melt into one another: *l’accord*, *du chef*, *cet homme*, *mon amie*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mtfix.french.lexicon import lexicon
from mtfix.french.lists import listed
from mtfix.french.stem import without_accents

_CONTRACTED = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
    ("de", "lequel"): "duquel",
    ("de", "lesquels"): "desquels",
    ("de", "lesquelles"): "desquelles",
    ("à", "lequel"): "auquel",
    ("à", "lesquels"): "auxquels",
    ("à", "lesquelles"): "auxquelles",
}
_ELIDED = frozenset("le la je me te se ne de que jusque lorsque puisque quoique".split())
_ELIDED_BEFORE = {
    "si": frozenset(("il", "ils")),
    "quelque": frozenset(("un", "une")),
    "presque": frozenset(("île", "ile")),
}
_EUPHONIC = {"ma": "mon", "ta": "ton", "sa": "son"}
_FULL = {"s’": "se", "l’": "le", "ç’": "ce"}
_PRONOUNS = frozenset("y en lui leur".split())
# Infinitives that are nouns too, but hardly ever behind « de le »: « afin de le faire ».
_INFINITIVES = frozenset("faire dire être avoir aller voir lire rendre prendre mettre porter manger".split())
_FINITE = frozenset("pres impf past fut subj subjimpf cond ppres".split())
_Y_ELIDED = re.compile(r"y(?:$|[^aeiouy]|eux$|euse|èble|onne$)")
_NO_SPACE_BEFORE = re.compile(r"[,.)\]…\-’]")


@lru_cache(maxsize=1)
def barred() -> frozenset[str]:
    """Words with a vowel, or the sound of one, before which French does not elide."""
    return frozenset(listed("mtfix.french", "data/elision_barred.txt"))


@lru_cache(maxsize=1)
def mute_h_stems() -> tuple[str, ...]:
    """Beginnings of words with a mute h."""
    return listed("mtfix.french", "data/elision_mute_h.txt")


@lru_cache(maxsize=20_000)
def elides(word: str) -> bool:
    """Whether French elides before `word`: *l’accord*, *l’homme*, *l’ONU*, but *le héros*, *le onze*.

    Unknown words with h count as aspirate, as most of them are foreign names.
    """
    if not word or not word[0].isalpha():
        return False
    if len(word) > 1 and word.isupper():
        return without_accents(word)[0] in "AEIOU"
    folded = word.replace("'", "’").lower()
    if folded in barred() or folded.split("-")[0] in barred():
        return False
    known = lexicon().elision(word)
    return _elides_by_letters(folded) if known is None else known


def _elides_by_letters(folded: str) -> bool:
    if folded[0] == "h":
        return folded.startswith(mute_h_stems())
    if folded[0] == "y":
        return bool(_Y_ELIDED.match(folded))
    return without_accents(folded)[0] in "aeiouœæ"


def full_form(word: str) -> str:
    """The word before elision: *qu’* → *que*.  *l’* gives *le*, *s’* gives *se*, other words stay."""
    folded = word.replace("'", "’").lower()
    if not folded.endswith("’"):
        return word
    return _cased(_FULL.get(folded, folded[:-1] + "e"), word)


def split_elided(words: Iterable[str]) -> list[str]:
    """The single words, elided ones apart: `l’a appelé` is `l’`, `a`, `appelé`."""
    text = " ".join(words).replace("'", "’")
    return [part for word in text.split() for part in _apart(word)]


def _apart(word: str) -> list[str]:
    head, apostrophe, rest = word.partition("’")
    if apostrophe and rest and full_form(head + "’") != head + "’" and word not in lexicon():
        return [head + "’", *_apart(rest)]
    return [word]


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word


def before(word: str, following: str) -> str:
    """The form `word` takes before `following`: `le` → `l’`, `ce` → `cet`, `sa` → `son` before a vowel."""
    folded = word.lower()
    conditions = _ELIDED_BEFORE.get(folded)
    if conditions is not None:
        return word[:-1] + "’" if following.lower() in conditions else word
    if folded not in _ELIDED and folded not in _EUPHONIC and folded != "ce":
        return word
    if not elides(following):
        return word
    if folded in _EUPHONIC:
        return _cased(_EUPHONIC[folded], word)
    if folded == "ce":
        return _ce(word, following)
    return word[:-1] + "’"


def _ce(word: str, following: str) -> str:
    """*c’est*, *c’en est*, *ç’avait été*, but *cet homme*, *cet été*."""
    if following.lower() == "en":
        return word[:-1] + "’"
    for analysis in lexicon().analyses(following):
        if analysis.tense in _FINITE and analysis.lemma in ("être", "avoir"):
            return word[:-1] + "’" if following[0].lower() in "eéê" else _cased("ç’", word)
    return word + "t"


def elide(word: str, following: str, apostrophe: str = "’") -> str:
    """Both words as French writes them: `elide("le", "accord")` is `l’accord`; *le chat* stays."""
    return join((word, following), apostrophe)


def contract(preposition: str, article: str) -> str:
    """Both words as French writes them: `contract("de", "le")` is `du`, `contract("de", "la")` is `de la`."""
    contracted = _CONTRACTED.get((preposition.lower(), article.lower()))
    return _cased(contracted, preposition) if contracted else f"{preposition} {article}"


def join(words: Iterable[str], apostrophe: str = "’") -> str:
    """The words as one text, with the elisions and contractions that French asks for at every seam.

    A text of several words counts as its words.  Elided words that must not be are written out.  *de le*
    stays before an infinitive, where *le* is a pronoun.
    """
    parts = [part for word in words for part in word.replace("'", "’").split()]
    text = ""
    index = 0
    while index < len(parts):
        word, index = _next(parts, index)
        space = text and not text.endswith(("’", "(", "[")) and not _NO_SPACE_BEFORE.match(word)
        text += f" {word}" if space else word
    return text.replace("’", apostrophe)


def _next(parts: list[str], index: int) -> tuple[str, int]:
    """The word at `index` in the form it takes there, and the index after it."""
    word = parts[index]
    if index + 1 == len(parts):
        return word, index + 1
    following = parts[index + 1]
    if word.endswith("’") and not elides(following.split("’")[0]):
        word = full_form(word)
    after = parts[index + 2] if index + 2 < len(parts) else ""
    contracted = _CONTRACTED.get((word.lower(), following))
    if contracted and _is_article(following, after):
        return _cased(contracted, word), index + 2
    return before(word, following), index + 1


def _is_article(article: str, after: str) -> bool:
    if not after or article not in ("le", "les"):
        return True
    if (article == "le" and elides(after)) or after.lower() in _PRONOUNS:
        return False
    poses = {a.pos: a.tense for a in lexicon().analyses(after)}
    return poses.get("VERB") != "inf" or ("NOUN" in poses and after.lower() not in _INFINITIVES)
