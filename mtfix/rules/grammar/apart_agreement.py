"""Finds attributes that do not agree with a noun behind the verb or comma: `tout aussi différent est la …`."""

from __future__ import annotations

from mtfix.french.inflection import agree_word
from mtfix.french.lexicon import lexicon
from mtfix.french.tokens import Tokens
from mtfix.rules.grammar.noun_group import DETERMINERS, Fault, Group, Pair, group_at, nominal, only, plain

DEGREES = frozenset("tout aussi plus moins tel très si bien autant également fort".split())
BEING = frozenset("est sont était étaient fut furent sera seront serait seraient".split())
ALL_OF = {"tout": ("m", "s"), "tous": ("m", "p"), "toute": ("f", "s"), "toutes": ("f", "p")}
_ARTICLES = frozenset("le la les ces ses leurs nos vos mes".split())
_STOPS = frozenset(".!?…")
_BREAKS = frozenset('.!?…:;«»"“”()–— que qu’ qui ou dont où si mais'.split())
_PREPOSITIONS = frozenset(
    "à au aux en dans sur par pour de d’ du des depuis avec comme selon entre contre".split()
)
# Participles that have become prepositions, or open a clause of their own.
_FREE = frozenset("vu excepté compris passé étant attendu entendu supposé comparé rapporté joint ci".split())
# Nouns of one gender for people of both.
_FOR_BOTH = frozenset(
    "star victime vedette personne recrue figure idole légende sentinelle tête maire juge professeur auteur médecin "
    "capitaine mannequin témoin membre otage ministre chef écrivain peintre modèle enfant".split()
)
_QUANTITIES = frozenset(
    "majorité plupart moitié partie foule minorité centaine dizaine trentaine troupe".split()
)
_POSSESSIVES = frozenset("son sa ses leur leurs".split())
_PERSONAL: dict[str, Pair] = {"elle": ("f", "s"), "elles": ("f", "p"), "ils": ("m", "p")}
_FARTHEST = 16


def leading_participle(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*Basé à Lyon, la société …*: a participle that opens the sentence agrees with the subject behind the comma."""
    if index and tokens.words[index - 1] not in _STOPS:
        return None
    place = index + (tags[index] == "ADV" and tokens.words[index].endswith("ment"))
    if place + 4 >= len(tokens) or not tags[place].startswith(("PPAST", "ADJ")):
        return None
    word = tokens.words[place]
    own = nominal(word, False)
    if not own or word in _FREE or not only(word, "PPAST ADJ NOUN") or not _has_complement(tokens, place):
        return None
    comma = _comma_behind(tokens, tags, place)
    agreement = _subject_behind(tokens, tags, comma) if comma is not None else None
    if not agreement or own & agreement:
        return None
    form = agree_word(tokens.surface(place), *next(iter(agreement))) if len(agreement) == 1 else None
    return place, place, (form,) if form else ()


def _has_complement(tokens: Tokens, place: int) -> bool:
    return tokens.words[place + 1] in _PREPOSITIONS and tokens.spaced(place)


def _comma_behind(tokens: Tokens, tags: list[str], place: int) -> int | None:
    for index in range(place + 1, min(place + _FARTHEST, len(tokens) - 2)):
        if tokens.words[index] == ",":
            return index
        if tokens.words[index] in _BREAKS or tags[index].startswith(("VERB", "AUX")):
            return None
    return None


def _subject_behind(tokens: Tokens, tags: list[str], comma: int) -> frozenset[Pair] | None:
    """The agreement of the subject that begins behind the comma; None if there is none that is sure."""
    first = comma + 1
    word = tokens.words[first]
    if word in _PERSONAL:
        return frozenset((_PERSONAL[word],))
    if word not in DETERMINERS or word in _POSSESSIVES or word in ("du", "des", "au", "aux"):
        return None
    group = group_at(tokens, tags, first)
    if group is None or len(group.numbers) != 1 or not _is_sure_subject(tokens, tags, group):
        return None
    return group.agreement


def _is_sure_subject(tokens: Tokens, tags: list[str], group: Group) -> bool:
    noun = {tokens.words[group.noun], *lexicon().lemmas(tokens.words[group.noun], "NOUN")}
    if noun & (_FOR_BOTH | _QUANTITIES) or not tokens.surface(group.noun).islower():
        return False
    following = tokens.words[group.last + 1] if group.last + 1 < len(tokens) else "."
    return following not in ("et", "ou", ",", ".", "-") and not any(
        tag == "NUM" for tag in tags[group.first : group.noun]
    )


def inverted_attribute(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*Tout aussi différent est la coiffure*: the attribute that opens the sentence agrees with what stands behind."""
    place = index - 1
    if place < 0 or index + 2 >= len(tokens) or not tags[place].startswith(("ADJ", "PPAST")):
        return None
    word = tokens.words[place]
    first = place
    while first and tokens.words[first - 1] in DEGREES:
        first -= 1
    if first and tokens.words[first - 1] in ("et", "mais"):
        first -= 1
    if (first and tokens.words[first - 1] not in _STOPS) or not only(word, "ADJ PPAST"):
        return None
    if tokens.words[index + 1] not in DETERMINERS or tokens.words[index + 1] in ("du", "au", "aux"):
        return None
    group = group_at(tokens, tags, index + 1)
    own = nominal(word, False)
    if group is None or not own or own & group.agreement or len(group.numbers) != 1:
        return None
    form = (
        agree_word(tokens.surface(place), *next(iter(group.agreement))) if len(group.agreement) == 1 else None
    )
    return place, place, (form,) if form else ()


def all_of(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*tous les heures*: *tout* agrees with the noun behind its determiner."""
    if index + 2 >= len(tokens) or tokens.words[index + 1] not in _ARTICLES or not plain(tokens, index + 2):
        return None
    if not tags[index + 1].startswith("DET") or not tags[index + 2].startswith("NOUN"):
        return None
    # « ils ont tous les mains sales »
    if index and not tags[index - 1].startswith(("PREP", "PUNCT", "CONJ", "INF")):
        return None
    noun = tokens.words[index + 2]
    agreement = DETERMINERS[tokens.words[index + 1]] & nominal(noun, True)
    if len(agreement) != 1 or not only(noun, "NOUN") or noun == "gens":
        return None
    wanted = next(iter(agreement))
    if wanted == ALL_OF[tokens.words[index]]:
        return None
    form = next(word for word, pair in ALL_OF.items() if pair == wanted)
    return index, index, (form.capitalize() if tokens.surface(index)[0].isupper() else form,)
