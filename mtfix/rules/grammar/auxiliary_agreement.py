"""Finds forms of *être* whose participle has another number: `les gardes avait été assurées`, `sont bloqué`."""

from __future__ import annotations

from mtfix.french.inflection import agree_word, conjugate
from mtfix.french.lexicon import Gender, lexicon
from mtfix.french.tokens import Tokens
from mtfix.rules.grammar.noun_group import Fault, nominal, only, plain

SINGULAR = tuple("est était sera serait fut soit a avait aura aurait".split())
PLURAL = tuple("sont étaient seront seraient furent soient ont avaient auront auraient aient".split())
SINGULAR_MODALS = frozenset("peut pourra pourrait pouvait doit devra devrait devait va".split())
PLURAL_MODALS = frozenset(
    "peuvent pourront pourraient pouvaient doivent devront devraient devaient vont".split()
)
_BETWEEN = frozenset(
    "pas plus jamais déjà aussi toujours tous toutes également encore donc alors ainsi".split()
)
_REFLEXIVE = frozenset("se s’ me m’ te t’ nous vous on".split())
_INVARIABLE = frozenset("fait dit eu été vu laissé bel mort".split())
_WINDOW = 12


def auxiliary_clash(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """A form of *être* (or *a été*) and a participle that differ in number."""
    if not tags[index].startswith("AUX.3") or index == 0:
        return None
    place = _participle(tokens, tags, index)
    if place is None or tokens.words[place] in _INVARIABLE or not only(tokens.words[place], "PPAST ADJ NOUN"):
        return None
    before = index - 1 if tokens.words[index - 1] not in ("n’", "ne") else index - 2
    if before < 0 or not _REFLEXIVE.isdisjoint(tokens.words[max(0, index - 3) : index]):
        return None
    numbers = {number for _, number in nominal(tokens.words[place], False)}
    if tokens.words[index] in SINGULAR and numbers == {"p"}:
        return _singular_verb(tokens, tags, index, before)
    if tokens.words[index] in PLURAL and numbers == {"s"}:
        form = _plural_participle(tokens, tags, before, place)
        return place, place, (form,) if form else ()
    return None


def _participle(tokens: Tokens, tags: list[str], index: int) -> int | None:
    """The participle behind *être*, at once or behind a short adverb."""
    place = _behind_adverbs(tokens, index + 1)
    if "être" not in lexicon().lemmas(tokens.words[index], "VERB"):
        if place >= len(tokens) or tokens.words[place] != "été":
            return None
        place = _behind_adverbs(tokens, place + 1)
    if place >= len(tokens) or not tags[place].startswith("PPAST") or not plain(tokens, place):
        return None
    return place


def _behind_adverbs(tokens: Tokens, place: int) -> int:
    while place < len(tokens) and tokens.words[place] in _BETWEEN:
        place += 1
    return place


def _singular_verb(tokens: Tokens, tags: list[str], index: int, before: int) -> Fault | None:
    """The noun directly before the verb is a plural like the participle: the verb is the fault."""
    noun = nominal(tokens.words[before], True)
    if not tags[before].startswith("NOUN") or not noun or any(number == "s" for _, number in noun):
        return None
    analyses = [a for a in lexicon().analyses(tokens.words[index]) if a.lemma in ("être", "avoir")]
    form = conjugate(analyses[0].lemma, analyses[0].tense, 3, "p") if analyses else None
    return index, index, (form,) if form else ()


def _plural_participle(tokens: Tokens, tags: list[str], before: int, place: int) -> str | None:
    """The participle in the plural, if all nouns that can be its subject share a gender."""
    genders: set[Gender] = set()
    for index in range(before, max(before - _WINDOW, -1), -1):
        if tags[index].startswith("NAME"):
            return None
        if tags[index].startswith("NOUN"):
            genders.update(gender for gender, _ in nominal(tokens.words[index], True))
        if tokens.words[index] in ("elles", "ils"):
            genders.add("f" if tokens.words[index] == "elles" else "m")
        if tags[index].startswith(("PUNCT", "VERB", "AUX", "CONJ")):
            break
    return agree_word(tokens.surface(place), genders.pop(), "p") if len(genders) == 1 else None


def modal_clash(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*peuvent être placé*: a participle that has not the number of *pouvoir* or *devoir*."""
    place = _behind_adverbs(tokens, index + 1)
    if place + 1 >= len(tokens) or tokens.words[place] != "être":
        return None
    place += 1
    while place + 1 < len(tokens) and tags[place] == "ADV":
        place += 1
    word = tokens.words[place]
    if (
        not tags[place].startswith(("PPAST", "ADJ"))
        or not only(word, "PPAST ADJ")
        or not plain(tokens, place)
    ):
        return None
    if word in _INVARIABLE or not _REFLEXIVE.isdisjoint(tokens.words[max(0, index - 3) : index]):
        return None
    numbers = {number for _, number in nominal(word, False)}
    if tokens.words[index] in PLURAL_MODALS and numbers == {"s"}:
        form = _plural_participle(tokens, tags, index - 1, place)
        return place, place, (form,) if form else ()
    return (place, place, ()) if tokens.words[index] in SINGULAR_MODALS and numbers == {"p"} else None
