"""Puts lemmas and phrases into the form that is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.elision import elides, join, split_elided
from mtfix.french.lexicon import Analysis, Gender, Number, Pos, Reading, Tense, lexicon

_BEFORE_VOWEL = {"beau": "bel", "nouveau": "nouvel", "vieux": "vieil", "fou": "fol", "mou": "mol"}
# Adjectives that stand before the noun by habit.
_PRENOMINAL = frozenset(
    "beau bon grand gros haut jeune joli long mauvais nouveau petit vieux vrai faux premier deuxième second "
    "troisième dernier prochain ancien futur autre seul même double simple bref vaste".split()
)
# Nouns with two genders of which one is far more common.
_USUAL_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(
        "part mémoire page voile somme critique aide politique physique pendule mort œuvre enseigne "
        "cartouche radio vapeur trompette relâche période manœuvre interview foudre finale greffe cravate "
        "chose personne parallèle mousse".split(),
        "f",
    ),
    **dict.fromkeys(
        "livre poste mode vase guide solde espace office tour après-midi couple gîte hymne amour délice "
        "aigle crêpe manche moule poêle".split(),
        "m",
    ),
}
_AGREEING: tuple[Pos, ...] = ("ADJ", "VERB", "NOUN", "DET")
_AHEAD: frozenset[Pos] = frozenset(("DET", "ADJ", "NUM", "PREP"))
_ENDS_AGREEMENT: frozenset[Pos] = frozenset(("PREP", "PRON", "DET"))


@lru_cache(maxsize=20_000)
def inflect(
    lemma: str, pos: Pos, gender: Gender = "", number: Number = "", tense: Tense = "", person: int = 0
) -> str | None:
    """The form of a lemma, or None if it has none: `inflect("beau", "ADJ", "f", "p")` is `belles`.

    What is not asked for comes out masculine, singular, and for a verb as infinitive.
    """
    if pos == "VERB" and not tense:
        tense = "inf"
    fitting = [
        (form, reading)
        for form, reading in lexicon().forms(lemma, pos)
        if reading.fits(gender, number, tense, person)
    ]
    if not fitting:
        return None
    return min(fitting, key=lambda pair: _distance(pair[1], gender or "m", number or "s"))[0]


def _distance(reading: Reading, gender: Gender, number: Number) -> tuple[int, int, int]:
    """How far a fitting reading is from the wanted one: exact before both genders before the other."""
    return (_mismatch(reading.gender, gender), _mismatch(reading.number, number), reading.person)


def _mismatch(has: str, wanted: str) -> int:
    return 0 if has == wanted else 2 if has else 1


def genders(noun: str) -> tuple[Gender, ...]:
    """The genders a noun can have as it stands, the usual one first; '' where it serves for both."""
    usual = [usual for lemma in lexicon().lemmas(noun, "NOUN") if (usual := _USUAL_GENDERS.get(lemma))]
    found = (a.gender for a in lexicon().analyses(noun) if a.pos in ("NOUN", "NAME"))
    return tuple(dict.fromkeys([*usual, *found]))


def agree_word(word: str, gender: Gender = "", number: Number = "", pos: Pos | None = None) -> str | None:
    """An adjective, participle, noun or determiner in another gender or number; None if it has no such form.

    What is not given stays as it is.  A noun keeps its gender unless it has a form in the other.
    """
    for analysis in _readings(word, pos):
        for wanted in (gender or analysis.gender, analysis.gender):
            form = _form(analysis, wanted, number or analysis.number)
            if form is not None:
                return _like(form, word)
            if analysis.pos != "NOUN":
                break
    head, hyphen, last = word.rpartition("-")
    agreed = agree_word(last, gender, number, "ADJ") if hyphen else None
    return f"{head}-{agreed}" if agreed else None


def _form(analysis: Analysis, gender: Gender, number: Number) -> str | None:
    return inflect(analysis.lemma, analysis.pos, gender, number, analysis.tense)


def _readings(word: str, pos: Pos | None) -> Iterator[Analysis]:
    found = [a for a in lexicon().analyses(word) if a.pos != "VERB" or a.tense == "ppast"]
    for wanted in (pos,) if pos else _AGREEING:
        yield from (a for a in found if a.pos == wanted)


def _like(form: str, word: str) -> str:
    return form[0].upper() + form[1:] if word[0].isupper() and form[0].islower() else form


def agree(phrase: str, gender: Gender = "", number: Number = "") -> str | None:
    """A phrase with its head and the adjectives around it agreed: `mise en œuvre` → `mises en œuvre`.

    Adverbs stay as they are, and so does all that follows the first preposition or pronoun.  The gender of a
    phrase with a noun as head is the noun's.  None if a word that must agree is unknown.
    """
    words = split_elided([phrase])
    head = noun_head(words)
    if head is not None:
        gender = _noun_gender(words[head], gender)
    agreed: list[str] = []
    for index, word in enumerate(words):
        if _ends_agreement(word, index):
            return join([*agreed, *words[index:]])
        if is_adverb(word) or word.lower() in ("et", "ou", ","):
            agreed.append(word)
            continue
        form = agree_word(word, gender, number, "NOUN" if index == head else None)
        if form is None:
            return None
        agreed.append(form)
    return join(agreed)


def _ends_agreement(word: str, index: int) -> bool:
    analyses = lexicon().analyses(word)
    return index > 0 and any(a.pos in _ENDS_AGREEMENT for a in analyses)


def _noun_gender(noun: str, wanted: Gender) -> Gender:
    own = genders(noun)
    if wanted and (wanted in own or "" in own or _has_form(noun, wanted)):
        return wanted
    return own[0] if own else wanted


def _has_form(noun: str, gender: Gender) -> bool:
    lemmas = lexicon().lemmas(noun, "NOUN")
    return any(inflect(lemma, "NOUN", gender) is not None for lemma in lemmas)


def is_adverb(word: str) -> bool:
    """Whether the word can be an adverb and cannot agree."""
    poses = {a.pos for a in lexicon().analyses(word)}
    return "ADV" in poses and not poses & {"ADJ", "NOUN"}


def noun_head(words: list[str]) -> int | None:
    """The index of the noun a noun phrase is about; None if there is no noun, or all can be adjectives.

    It is the first noun; but an adjective that can be a noun (*grand*, *premier*) yields to the noun behind.
    """
    for index, word in enumerate(words):
        poses = _poses(word)
        if index and "PREP" in poses and "NOUN" not in poses:
            return None
        if "NOUN" not in poses or "DET" in poses:
            continue
        if "ADJ" not in poses:
            return index
        if not _yields(word, words[index + 1 :]):
            return index if any(_poses(ahead) & _AHEAD for ahead in words[:index]) else None
    return None


def _poses(word: str) -> set[Pos]:
    return {a.pos for a in lexicon().analyses(word)} if word else set()


def _yields(adjective: str, following: list[str]) -> bool:
    """Whether a word that can be noun or adjective is the adjective of a noun behind it."""
    prenominal = not _PRENOMINAL.isdisjoint(lexicon().lemmas(adjective, "ADJ"))
    for word in following:
        poses = _poses(word)
        if "NOUN" in poses and not poses & {"PREP", "DET", "ADV"}:
            return prenominal or "ADJ" not in poses
        if not prenominal or not poses & {"ADJ", "CONJ"}:
            return False
    return False


def prenominal(adjective: str, following: str) -> str:
    """An adjective as it stands before a noun: *beau* → *bel* before *hôtel*."""
    special = _BEFORE_VOWEL.get(adjective.lower())
    return _like(special, adjective) if special and elides(following) else adjective


def conjugate(infinitive: str, tense: Tense, person: int = 0, number: Number = "") -> str | None:
    """A simple tense of one verb, without pronoun: `conjugate("faire", "subj", 3, "p")` is `fassent`."""
    return inflect(infinitive, "VERB", "", number, tense, person)


def participle(infinitive: str, gender: Gender = "m", number: Number = "s") -> str | None:
    """The past participle of one verb."""
    return inflect(infinitive, "VERB", gender, number, "ppast")
