"""Finds noun groups that do not agree within: `la problème`, `une mesures`, `les forces armé`."""

from __future__ import annotations

from mtfix.french.elision import elides, join
from mtfix.french.inflection import agree_word, inflect, prenominal
from mtfix.french.lexicon import lexicon
from mtfix.french.tokens import Tokens
from mtfix.rules.grammar.noun_group import DETERMINERS, Fault, Pair, ends_word, nominal, only, plain

# Words that stand behind a noun without agreeing, or belong to what follows.
FREE = frozenset(
    "fort haut bas net cher court ferme grand clair foncé droit compris possible plein demi semi nu mi vu dû étant "
    "soit feu ci excepté passé attendu entendu inclus joint tout tel telle quel quelle même maximum minimum super "
    "porte garde arrière avant max mini pro anti standard maison express pile record sud nord est ouest bio "
    "rose marron orange crème".split()
)
_AHEAD_FREE = frozenset(
    "demi semi mi nu feu plein grand haut bas franc saint sainte deux ex tout tel".split()
)
# Nouns whose gender usage does not leave to the dictionary, mostly persons and letters.
_PERSONAL_ENDINGS = (
    "eur",
    "eure",
    "ien",
    "ier",
    "iste",
    "aire",
    "ant",
    "ent",
    "if",
    "ard",
    "ain",
    "ois",
    "ais",
)
# Words of other languages, and such as even dictionaries disagree on.
_UNSETTLED = frozenset(
    "côte subprime rock standing swap chlordécone démos mole skin soul pop country dance house techno news live "
    "stock deal start open hot fast big black red fashion street prime".split()
)
_PLURALS = {
    **dict.fromkeys(("le", "la"), "les"),
    **dict.fromkeys(("un", "une", "du"), "des"),
    **dict.fromkeys(("ce", "cet", "cette"), "ces"),
    **dict.fromkeys(("son", "sa"), "ses"),
    "au": "aux",
}
_COLOURS = frozenset(
    "bleu vert noir rouge jaune blanc gris brun châtain violet mauve roux blond beige".split()
)
DURATIONS = frozenset("seconde minute heure jour journée semaine mois an année fois instant moment".split())
_TWO_GENDERS = frozenset(
    "après-midi espèce chef maire juge professeur auteur médecin capitaine star victime mannequin témoin membre "
    "otage sentinelle covid wifi web interview enzyme oasis réglisse palabre alvéole orge steppe rap une deux "
    "trois quatre cinq six sept huit neuf dix mi fa sol la si do ré a y ministre gens amour délice orgue".split()
)


def determiner_clash(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """A determiner in the singular and a noun of the other gender or in the plural."""
    place = _noun_place(tokens, tags, index)
    if place is None or not tags[index].startswith(("DET", "PREP")) or not ends_word(tokens, place):
        return None
    noun, determiner = tokens.words[place], _allowed(tokens, index)
    own = nominal(noun, True)
    genders = {gender for gender, _ in own}
    if own & determiner or len(genders) != 1 or not _is_noun(noun, tokens.words[index]):
        return None
    if noun.endswith(_PERSONAL_ENDINGS) and genders.isdisjoint(gender for gender, _ in determiner):
        return None
    if len(own) > 1:
        own = frozenset(pair for pair in own if pair[1] == "s")
    return _repaired(tokens, tags, index, place, own)


def _noun_place(tokens: Tokens, tags: list[str], index: int) -> int | None:
    """The noun behind the determiner, with one adjective between that agrees with it at most."""
    place = index + 1
    if place + 1 < len(tokens) and tags[place].startswith("ADJ") and tags[place + 1].startswith("NOUN"):
        adjective = tokens.words[place]
        if adjective in FREE or not nominal(adjective, False) & _allowed(tokens, index):
            return None
        place += 1
        if not only(tokens.words[place], "NOUN"):
            return None
    if place >= len(tokens) or not tags[place].startswith("NOUN") or not plain(tokens, place):
        return None
    noun = tokens.words[place]
    unsettled = noun in _UNSETTLED or noun in _TWO_GENDERS or len(noun) < 3 or _is_place(noun)
    return None if unsettled else place


def _allowed(tokens: Tokens, index: int) -> frozenset[Pair]:
    """What may follow the determiner: *son* stands before a feminine only if that begins with a vowel."""
    word = tokens.words[index]
    if word in ("mon", "ton", "son") and index + 1 < len(tokens) and not elides(tokens.words[index + 1]):
        return DETERMINERS["un"]
    return DETERMINERS[word]


def _is_noun(noun: str, determiner: str) -> bool:
    """Whether the word can only be a noun there; behind *le* or *la* a verb can stand, but not one of *tu*."""
    for analysis in lexicon().analyses(noun):
        if analysis.pos == "VERB" and analysis.person:
            if determiner in ("le", "la", "ce") and analysis.person != 2:
                return False
        elif analysis.pos != "NOUN":
            return False
    return True


def _is_place(noun: str) -> bool:
    """Whether the noun may be a country that lacks its capital: *au canada*."""
    return any(a.kind == "place" for a in lexicon().analyses(noun.capitalize()))


def _goes_on_plural(tokens: Tokens, tags: list[str], place: int) -> bool:
    """Whether an adjective in the plural follows: then the determiner is the fault."""
    if place + 1 >= len(tokens) or not tags[place + 1].startswith(("ADJ", "PPAST")):
        return False
    own = nominal(tokens.words[place + 1], False)
    return bool(own) and all(number == "p" for _, number in own)


def _cased_first(text: str, like: str) -> str:
    return text[0].upper() + text[1:] if like[0].isupper() else text


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def _repaired(tokens: Tokens, tags: list[str], index: int, place: int, own: frozenset[Pair]) -> Fault:
    noun = tokens.surface(place)
    ((gender, number),) = own
    written = tokens.words[index]
    if number == "p" and (written == "au" or _goes_on_plural(tokens, tags, place)):
        plural = _PLURALS.get(written)
        return index, index, (_cased(plural, tokens.surface(index)),) if plural else ()
    if number == "p":
        singular = agree_word(noun, gender, "s", "NOUN")
        # A determiner of the right gender leaves the number of the noun as the fault.
        if singular and nominal(singular, True) & DETERMINERS[written]:
            return place, place, (singular,)
        return index, place, ()
    preposition, article = {"du": ("de", "le"), "au": ("à", "le")}.get(written, ("", written))
    analyses = [a for a in lexicon().analyses(article) if a.pos == "DET"]
    form = inflect(analyses[0].lemma, "DET", gender, "s") if analyses else None
    inner = agree_word(tokens.surface(index + 1), gender, "s", "ADJ") if place > index + 1 else ""
    if form is None or inner is None or elides(noun):
        return index, place, ()
    correct = join([word for word in (preposition, form, inner and prenominal(inner, noun), noun) if word])
    return index, place, (_cased_first(correct, tokens.surface(index)),)


def adjective_clash(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """A noun directly behind its determiner, and an adjective behind it that cannot be another word’s."""
    place = index + 2
    if (
        place >= len(tokens)
        or not tags[index + 1].startswith("NOUN")
        or not _is_adjective(tokens, tags, place)
    ):
        return None
    if not _starts_phrase(tokens, tags, index) or not tokens.surface(index + 1).islower():
        return None
    noun = tokens.words[index + 1]
    if tokens.words[place + 1 : place + 3] == ["à", tokens.words[place]]:
        return None  # « pair à pair »
    # « elle a l’air jolie », « il resta quelques jours pensif »
    if noun == "air" or not DURATIONS.isdisjoint(lexicon().lemmas(noun, "NOUN")):
        return None
    agreement = DETERMINERS[tokens.words[index]] & nominal(noun, True)
    own = nominal(tokens.words[place], False)
    if not agreement or own & agreement:
        return None
    if place + 1 < len(tokens) and (
        tokens.words[place + 1] in ("et", "ou", ",", "-", "/")
        or tags[place + 1].startswith(("NOUN", "ADJ", "NAME"))
    ):
        return None
    form = None
    if len(agreement) == 1:
        ((gender, number),) = agreement
        form = agree_word(tokens.surface(place), gender, number)
    return place, place, (form,) if form else ()


def _is_adjective(tokens: Tokens, tags: list[str], place: int) -> bool:
    if (
        not tags[place].startswith(("ADJ", "PPAST"))
        or not plain(tokens, place)
        or not ends_word(tokens, place)
    ):
        return False
    word = tokens.words[place]
    return (
        word not in FREE
        and not word.startswith("anti")
        and len(word) > 3
        and _agrees_always(tags, place, word)
    )


def _agrees_always(tags: list[str], place: int, word: str) -> bool:
    """Whether the word can be nothing but an adjective here; nouns stand behind nouns too (*mesure phare*)."""
    if only(word, "ADJ PPAST"):
        return True
    if word in _COLOURS:
        return False  # « des yeux bleu foncé », « ses plumes noir de jais »
    return (
        tags[place].startswith("ADJ")
        and only(word, "ADJ PPAST NOUN")
        and not word.endswith(_PERSONAL_ENDINGS[:1])
    )


def _starts_phrase(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether no noun before the determiner can be the one the adjective belongs to."""
    before = index - 1
    if before < 0 or tokens.words[before] in (".", "!", "?", "…", ":", ";"):
        return True
    if tags[before].startswith("PPAST"):
        return before > 0 and tags[before - 1].startswith("AUX")
    return tags[before].startswith(("VERB", "INF", "PPRES"))


def ahead_clash(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """An adjective between determiner and noun: *la nouveau loi*."""
    place = index + 2
    if place >= len(tokens) or not tags[index + 1].startswith("ADJ") or not tags[place].startswith("NOUN"):
        return None
    adjective, noun = tokens.words[index + 1], tokens.words[place]
    if adjective in _AHEAD_FREE or not plain(tokens, place) or not plain(tokens, index + 1):
        return None
    agreement = DETERMINERS[tokens.words[index]] & nominal(noun, True)
    if len(agreement) != 1 or not only(noun, "NOUN") or nominal(adjective, False) & agreement:
        return None
    if not nominal(adjective, False) or not ends_word(tokens, place):
        return None
    ((gender, number),) = agreement
    form = agree_word(tokens.surface(index + 1), gender, number, "ADJ")
    return index + 1, index + 1, (form,) if form else ()
