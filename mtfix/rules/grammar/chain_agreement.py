"""Finds adjectives that fit no noun of the phrase they end, and pairs that differ: `des lames de couteau droit`."""

from __future__ import annotations

from mtfix.french.inflection import agree_word
from mtfix.french.lexicon import lexicon
from mtfix.french.tokens import Tokens
from mtfix.rules.grammar.noun_agreement import DURATIONS, FREE
from mtfix.rules.grammar.noun_group import DETERMINERS, Fault, Pair, nominal, only, plain

# Behind these the adjective may be the subject’s: *il a quitté la salle épuisé*.
_STATIVE = frozenset(
    "passer rester vivre mourir naître sortir revenir partir arriver finir terminer tomber courir demeurer siéger "
    "rentrer quitter entrer marcher regarder dormir attendre retrouver sembler paraître".split()
)
_WITHIN = frozenset("de d’ du des à au aux en".split())
_BEFORE = frozenset("avec pour dans sur par sans".split())
_NO_HEADS = frozenset(
    "fois air chose façon sorte type genre plupart nombre ensemble reste peu plus jour".split()
)
_DEGREES = frozenset("plus moins très".split())
_GOES_ON = ("NOUN", "ADJ", "NAME", "INF")


def chain_clash(tokens: Tokens, tags: list[str], place: int) -> Fault | None:
    """An adjective behind *noun de noun*, the object of a verb or preposition, that can be neither’s."""
    if not tags[place].startswith(("ADJ", "PPAST")) or place < 2 or not _stands_free(tokens, tags, place):
        return None
    noun = place - 1
    while (
        noun > 1
        and tags[noun] == "ADV"
        and (tokens.words[noun] in _DEGREES or tokens.words[noun].endswith("ment"))
    ):
        noun -= 1
    if not tags[noun].startswith("NOUN") or not tokens.surface(noun).islower():
        return None
    own = nominal(tokens.words[place], False)
    first = _phrase_start(tokens, tags, noun, own) if own else None
    if first is None or not _is_object(tokens, tags, first, place):
        return None
    agreement = _agreement(tokens, first, noun)
    form = agree_word(tokens.surface(place), *next(iter(agreement))) if len(agreement) == 1 else None
    return place, place, (form,) if form else ()


def _stands_free(tokens: Tokens, tags: list[str], place: int) -> bool:
    """Whether the adjective cannot be another part of speech, and nothing behind it takes it along."""
    word = tokens.words[place]
    if word in FREE or len(word) < 4 or not plain(tokens, place) or not only(word, "ADJ PPAST"):
        return False
    if place + 1 == len(tokens):
        return True
    following = tokens.words[place + 1]
    listed = following == "," and place + 2 < len(tokens) and tags[place + 2].startswith(("ADJ", "PPAST"))
    if not tokens.spaced(place) or listed or following in ("et", "ou", "-", "/", "("):
        return False
    taken = (
        tags[place].startswith("PPAST")
        and tags[place + 1].startswith("DET")
        and following not in ("de", "d’")
    )
    return not taken and not tags[place + 1].startswith(_GOES_ON)


def _phrase_start(tokens: Tokens, tags: list[str], noun: int, own: frozenset[Pair]) -> int | None:
    """Where the phrase with the noun begins, if the adjective fits none of its nouns."""
    index = noun
    while index >= 0:
        tag, word = tags[index], tokens.words[index]
        if tag.startswith("NAME") or not tokens.surface(index)[0].islower():
            return None
        if tag.startswith("NOUN"):
            found = nominal(word, True)
            doubtful = any(lexicon().can_be(word, pos) for pos in ("ADV", "PREP"))
            if not found or found & own or doubtful or "-" in word or word in _NO_HEADS:
                return None
            if not DURATIONS.isdisjoint(lexicon().lemmas(word, "NOUN")):
                return None
        elif not (
            tag.startswith(("ADJ", "PPAST", "DET", "NUM")) or (tag.startswith("PREP") and word in _WITHIN)
        ):
            return index + 1
        index -= 1
    return None


def _is_object(tokens: Tokens, tags: list[str], first: int, place: int) -> bool:
    """Whether a verb or preposition stands before the phrase, so that the adjective can be no other noun’s."""
    before = tags[first - 1]
    if not tags[first].startswith(("DET", "NUM", "NOUN")):
        return False
    if before.startswith(("VERB", "AUX", "INF", "PPRES")):
        return _STATIVE.isdisjoint(lexicon().lemmas(tokens.words[first - 1], "VERB"))
    simple = (
        first > 1 and tags[place].startswith("ADJ") and tags[first - 2].startswith(("VERB", "INF", "PPAST"))
    )
    return simple and tokens.words[first - 1] in _BEFORE


def _agreement(tokens: Tokens, first: int, noun: int) -> frozenset[Pair]:
    """What the adjective must be, where the phrase has one noun only."""
    if noun > first + 1 or tokens.words[first] not in DETERMINERS:
        return frozenset()
    return DETERMINERS[tokens.words[first]] & nominal(tokens.words[noun], True)


def pair_clash(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*une surface sécurisée et matelassé*: two adjectives with *et* that can belong to no noun together."""
    first, second = index - 1, index + 1
    if first < 1 or second + 1 >= len(tokens) or not tags[first - 1].startswith("NOUN"):
        return None
    if not all(tags[i].startswith(("ADJ", "PPAST")) and plain(tokens, i) for i in (first, second)):
        return None
    words = tokens.words[first], tokens.words[second]
    if any(word in FREE or not only(word, "ADJ PPAST") for word in words):
        return None
    one, other = (nominal(word, False) for word in words)
    noun = nominal(tokens.words[first - 1], True)
    if one & other or not one & noun or tags[second + 1].startswith(("NOUN", "NAME", "DET", "NUM")):
        return None
    if tags[second].startswith("PPAST") and tokens.words[second + 1] in _WITHIN | _BEFORE:
        return None  # « la bannière étoilée et muni de … »
    both = one & noun
    form = agree_word(tokens.surface(second), *next(iter(both))) if len(both) == 1 else None
    return second, second, (form,) if form else ()
