"""Where the terms of a glossary stand in English, and whether their French stands beside them, by lemma.

Both texts are compared word by word, hyphens being spaces (*self-isolation*, *self isolation*).  An English noun is
found in singular and plural, a verb in all its forms, a name or acronym only with its capitals.  A French term may be
inflected; articles and contractions between its words are free (*taux de mortalité*, *taux de la mortalité*), and
an adjective may stand where French puts it (*taux annuel de mortalité*).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtfix.english.words import lemma
from mtfix.english.words import tokenize as tokenize_english
from mtfix.french.lexicon import Analysis, lexicon
from mtfix.french.phrases import without_overlaps
from mtfix.french.stem import without_accents
from mtfix.french.tokens import Tokens, fold, tokenize
from mtfix.french.word_lists import is_english
from mtfix.french.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from mtfix.glossary.entry import TermEntry

_POSSESSIVES = frozenset("my your his her its our their one".split())
_BEFORE_VERBS = frozenset(
    "i you we they who to will would shall should can could may might must do does did n’t not ’ll ’d please".split()
)
_BEFORE_THIRD_PERSON = frozenset("he she it who".split())
"""After one of these an English word that can be noun or verb is the verb."""
_QUOTES = frozenset("\"“”‘’'")
_VERB_ENDINGS = ("ed", "ing")
_ACRONYM = 6
"""How long an acronym is at most: a longer word in capitals is one that shouts."""
_ARTICLES = frozenset("le la les l’ un une".split())
_LINKS = {"de": "de", "d’": "de", "du": "de", "des": "de", "à": "à", "au": "à", "aux": "à"}
_REFLEXIVES = frozenset("se s’ me m’ te t’ nous vous".split())
_NEGATIONS = frozenset("ne n’ pas plus jamais".split())
_JOINED = frozenset(("et", "ou", ","))
_GAP, _WIDE_GAP = 3, 8
"""How many words may stand between two of a French term: adjectives; a complement that is joined by *et*."""
_SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A source term with the entries that say how to render it: those of the user, if there are any."""

    source: str
    entries: tuple[TermEntry, ...]

    @property
    def accepted(self) -> tuple[str, ...]:
        """The French forms that are right, the best one first."""
        return tuple(dict.fromkeys(form for entry in self.entries for form in entry.accepted))

    @property
    def forbidden(self) -> tuple[str, ...]:
        """The French forms that are wrong."""
        return tuple(form for entry in self.entries for form in entry.forbidden)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term that stands in an English text, at the tokens [first, end)."""

    term: Term
    first: int
    end: int


class _Atom(NamedTuple):
    """A token, or a part of one between hyphens; `token` is its number."""

    word: str
    surface: str
    token: int


def _atoms(tokens: Tokens) -> list[_Atom]:
    found = []
    for index, word in enumerate(tokens.words):
        if "-" not in word:
            found.append(_Atom(word, tokens.surface(index), index))
        else:
            parts = zip(word.split("-"), tokens.surface(index).split("-"), strict=False)
            found += [_Atom(part, surface, index) for part, surface in parts if part]
    return found


class TermMatcher:
    """Finds the source terms of some entries in English texts."""

    def __init__(self, entries: Iterable[TermEntry]) -> None:
        by_source: dict[str, list[TermEntry]] = defaultdict(list)
        for entry in entries:
            by_source[entry.source.replace("'", "’")].append(entry)
        self._by_lemma: dict[str, list[_Source]] = defaultdict(list)
        for text, rows in by_source.items():
            source = _Source.of(Term(text, _foremost(rows)))
            if source.words:
                self._by_lemma[lemma(source.words[source.key])].append(source)

    def find(self, tokens: Tokens) -> list[Occurrence]:
        """The terms in an English text in its order; the longest wins where some overlap."""
        atoms = _atoms(tokens)
        hits = []
        for place, atom in enumerate(atoms):
            for source in self._by_lemma.get(lemma(atom.word), ()):
                first = place - source.key
                if first >= 0 and source.stands(atoms, first) and _whole(atoms, first, len(source.words)):
                    last = first + len(source.words) - 1
                    exact = all(a.surface == s for a, s in zip(atoms[first:], source.surfaces, strict=False))
                    hits.append((first - last, not exact, first, last, source.term))
        hits.sort(key=lambda hit: hit[:3])
        found = without_overlaps((first, last, term) for _, _, first, last, term in hits)
        places = [(atoms[first].token, atoms[last].token + 1, term) for first, last, term in found]
        return [Occurrence(term, first, end) for first, end, term in sorted(places, key=lambda p: p[:2])]


def _foremost(rows: Sequence[TermEntry]) -> tuple[TermEntry, ...]:
    return tuple(row for row in rows if not row.shipped) or tuple(rows)


def _whole(atoms: Sequence[_Atom], first: int, length: int) -> bool:
    """Whether the atoms are whole tokens: *flu* does not stand in *flu-like*."""
    end = first + length
    starts_inside = first > 0 and atoms[first - 1].token == atoms[first].token
    return not starts_inside and not (end < len(atoms) and atoms[end].token == atoms[end - 1].token)


@dataclass(frozen=True, slots=True)
class _Source:
    """The English words of a term; `key` is the number of the longest one."""

    term: Term
    words: tuple[str, ...]
    surfaces: tuple[str, ...]
    key: int
    verbal: bool

    @classmethod
    def of(cls, term: Term) -> _Source:
        text = term.source.removeprefix("to ")
        atoms = _atoms(tokenize_english(text))
        words = tuple(atom.word for atom in atoms)
        key = max(
            range(len(words)), key=lambda i: len(words[i]) if words[i] not in _POSSESSIVES else 0, default=0
        )
        verbal = text != term.source or any(_is_verbal(entry) for entry in term.entries)
        return cls(term, words, tuple(atom.surface for atom in atoms), key, verbal)

    def stands(self, atoms: Sequence[_Atom], first: int) -> bool:
        """Whether the words stand from the atom `first` on."""
        there = atoms[first : first + len(self.words)]
        if len(there) < len(self.words):
            return False
        if not all(self._same(*pair) for pair in zip(there, self.words, self.surfaces, strict=True)):
            return False
        return self.verbal or there[0].token != there[-1].token or not self._is_verb_there(atoms, first)

    def _same(self, atom: _Atom, word: str, surface: str) -> bool:
        if not surface.islower() and surface.lower() != surface and not _same_capitals(atom.surface, surface):
            return False
        if atom.word == word or {atom.word, word} <= _POSSESSIVES:
            return True
        if lemma(atom.word) != lemma(word):
            return False
        # A glossary that says *medicines* does not mean *medicine*.
        return self.verbal or (lemma(word) == word and not atom.word.endswith(_VERB_ENDINGS))

    def _is_verb_there(self, atoms: Sequence[_Atom], first: int) -> bool:
        last = len(self.words) - 1
        word, base = atoms[first + last].word, self.words[last]
        before = first - 1
        while before >= 0 and atoms[before].word in _QUOTES:
            before -= 1
        if before < 0 or not self.surfaces[0].islower() or not _has_past(base):
            return False
        return atoms[before].word in (_BEFORE_VERBS if word == base else _BEFORE_THIRD_PERSON)


def _has_past(word: str) -> bool:
    """Whether an English word can be a verb: *reported* is known, *virused* is not."""
    return any(is_english(word + ending) for ending in ("d", "ed"))


def _is_verbal(entry: TermEntry) -> bool:
    if entry.part_of_speech:
        return entry.part_of_speech.lower().startswith("v")
    return any(_is_infinitive(form) for form in entry.accepted)


def _is_infinitive(form: str) -> bool:
    """Whether a French form is a verb in dictionary form; one that is a noun too (*dîner*) only with company."""
    words = tokenize(form).words
    own = [word for word in words if word not in _REFLEXIVES]
    analyses = lexicon().analyses(own[0]) if own else ()
    alone = len(words) == 1 and any(a.pos == "NOUN" for a in analyses)
    return any(a.tense == "inf" for a in analyses) and not alone


def _same_capitals(surface: str, wanted: str) -> bool:
    """Whether a word has the capitals of a name: a plural ending may follow, and a heading may shout."""
    if surface.startswith(wanted if len(wanted) < _ACRONYM else wanted[:-1]):
        return True
    return surface.isupper() and not (wanted.isupper() and len(wanted) < _ACRONYM) and len(surface) > 1


@dataclass(frozen=True, slots=True)
class _Part:
    """A content word of a French term: what it is compared by, and what stands between it and the one before.

    `link` is a preposition, `article` whether there is an article, `capital` whether it must have a capital.
    """

    keys: frozenset[tuple[str, str]]
    link: str = ""
    article: bool = False
    capital: bool = False
    adjective: bool = False


class FrenchText:
    """A French text in which terms are looked for."""

    def __init__(self, tokens: Tokens) -> None:
        self._atoms = _atoms(tokens)
        self._keys = [_text_keys(atom.word, atom.surface[0].isupper()) for atom in self._atoms]
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, keys in enumerate(self._keys):
            for key in keys:
                self._places[key].append(place)

    def find(self, form: str, noun: bool = False) -> tuple[int, int] | None:
        """The tokens [first, end) where a French form stands first, however inflected; `noun`: it is one."""
        for parts, verbal in _compiled(form, noun):
            starts = sorted({place for key in parts[0].keys for place in self._places.get(key, ())})
            for start in starts:
                last = self._last(parts, verbal, start)
                if last is not None:
                    return self._atoms[start].token, self._atoms[last].token + 1
        return None

    def _last(self, parts: Sequence[_Part], verbal: bool, start: int) -> int | None:
        """The atom that ends the term when it begins at `start`."""
        first = parts[0]
        if not self._is(start, first) or (first.link and self._link_before(start) != first.link):
            return None
        place = start
        for part in parts[1:]:
            following = self._next(part, verbal, place)
            if following is None:
                return None
            place = following
        return place

    def _is(self, place: int, part: _Part) -> bool:
        return not part.keys.isdisjoint(self._keys[place]) and (
            not part.capital or self._atoms[place].surface[0].isupper()
        )

    def _link_before(self, place: int) -> str:
        before = place - 1
        while before >= 0 and self._atoms[before].word in _ARTICLES:
            before -= 1
        return _LINKS.get(self._atoms[before].word, "") if before >= 0 else ""

    def _next(self, part: _Part, verbal: bool, place: int) -> int | None:
        """The next word of a term behind the atom `place`, what may stand between passed over."""
        for following in range(place + 1, min(len(self._atoms), place + 2 + _WIDE_GAP)):
            if self._is(following, part) and (
                self._may_separate(place + 1, following, part, verbal)
                or (part.adjective and self._agree_across(place, following))
            ):
                return following
        return None

    def _may_separate(self, first: int, end: int, part: _Part, verbal: bool) -> bool:
        between = [self._atoms[i].word for i in range(first, end) if self._atoms[i].word not in _NEGATIONS]
        if part.link:
            at = max((i for i, word in enumerate(between) if _LINKS.get(word) == part.link), default=-1)
            if at < 0 or not all(_modifies(word) for word in between[at + 1 :] if word not in _ARTICLES):
                return False
            between = between[:at]
            if between and between[-1] in _JOINED:
                return all(_in_noun_phrase(word) for word in between)
        elif verbal:
            between = [word for word in between if not _stands_behind_verb(word)]
        elif part.article:
            between = [word for word in between if word not in _ARTICLES]
        if between and between[0] in _JOINED:
            # « la Première et la Deuxième Guerre mondiale »
            return _modifies(self._atoms[first - 1].word) and all(map(_in_noun_phrase, between))
        return len(between) <= _GAP and all(_modifies(word) or word in _JOINED for word in between)

    def _agree_across(self, noun: int, adjective: int) -> bool:
        """Whether an adjective agrees with a noun over a complement: *cas de grippe confirmés*."""
        complement = [self._atoms[i].word for i in range(noun + 1, adjective)]
        if not 0 < len(complement) <= _GAP + 1 or _JOINED.intersection(complement):
            return False
        if not all(_in_noun_phrase(word) or not _analyses(word) for word in complement):
            return False
        return any(
            one.reading.fits(other.gender, other.number)
            for one in _analyses(self._atoms[noun].word)
            if one.pos == "NOUN"
            for other in _analyses(self._atoms[adjective].word)
            if _is_adjective(other)
        )


def rendering(text: FrenchText, term: Term) -> tuple[int, int, str] | None:
    """The French tokens [first, end) of the first accepted form of a term that stands in a text, and that form."""
    for entry in term.entries:
        for form in entry.accepted:
            found = text.find(form, entry.part_of_speech.lower() in ("noun", "n", "name"))
            if found is not None:
                return *found, form
    return None


def share_a_word(one: str, other: str) -> bool:
    """Whether two French forms have a word in common: *tension* and *tension artérielle* are no two terms."""
    keys = {key for part in _compiled(one, False)[0][0] for key in part.keys}
    return any(not keys.isdisjoint(part.keys) for part in _compiled(other, False)[0][0])


@lru_cache(maxsize=20_000)
def _compiled(form: str, noun: bool) -> tuple[tuple[tuple[_Part, ...], bool], ...]:
    """The words of a French form in the orders that it may have, and whether it is a verb with its complements."""
    verbal = not noun and _is_infinitive(form)
    parts: list[_Part] = []
    link, article = "", False
    for atom in _atoms(tokenize(form)):
        if atom.word in _LINKS:
            link = _LINKS[atom.word]
        elif atom.word in _ARTICLES:
            article = True
        elif not (verbal and (atom.word in _REFLEXIVES or (atom.word == "être" and not parts))):
            acronym = atom.surface.isupper() and len(atom.surface) > 1
            adjective = bool(parts) and not link and _modifies(atom.word)
            parts.append(_Part(_term_keys(atom, noun), link, article, acronym, adjective))
            link, article = "", False
    if not parts:
        parts = [_Part(frozenset({("=", fold(form))}))]
    orders = [tuple(parts)]
    if len(parts) == 2 and not parts[1].link and not verbal:
        orders.append((parts[1], parts[0]))
    return tuple((order, verbal) for order in orders)


def _term_keys(atom: _Atom, noun: bool) -> frozenset[tuple[str, str]]:
    keys = _keys(atom.word)
    analyses = _analyses(atom.word)
    if any(a.pos == "NOUN" for a in analyses) and (noun or not any(a.tense == "inf" for a in analyses)):
        keys = frozenset(key for key in keys if key[0] != "V")
    return keys | {("=", without_accents(atom.word))} if atom.surface[0].isupper() else keys


def _text_keys(word: str, capital: bool) -> frozenset[tuple[str, str]]:
    keys = _keys(word)
    return keys | {("=", without_accents(word))} if capital else keys


@lru_cache(maxsize=100_000)
def _keys(word: str) -> frozenset[tuple[str, str]]:
    """What a French word is compared by: itself, its lemmas as noun or adjective (N) and as verb (V)."""
    analyses = _analyses(word)
    keys = {("=", word.replace("œ", "oe"))}
    for analysis in analyses:
        keys.update((_class(analysis), part.lower()) for part in analysis.lemma.split("+"))
    if not analyses and len(word) >= _SHORTEST_PLURAL and word[-1] in "sx":
        keys.add(("=", word[:-1]))
    return frozenset(keys)


def _class(analysis: Analysis) -> str:
    return "V" if analysis.pos == "VERB" else "N"


def _analyses(word: str) -> tuple[Analysis, ...]:
    return lexicon().analyses(word) or (lexicon().analyses(word.replace("oe", "œ")) if "oe" in word else ())


@lru_cache(maxsize=50_000)
def _modifies(word: str) -> bool:
    """Whether a word can be an adjective or participle beside a noun."""
    if word in FUNCTION_WORDS:
        return False
    return any(map(_is_adjective, lexicon().analyses(word)))


def _is_adjective(analysis: Analysis) -> bool:
    return analysis.pos == "ADJ" or analysis.tense == "ppast"


@lru_cache(maxsize=50_000)
def _in_noun_phrase(word: str) -> bool:
    if word in _LINKS or word in _ARTICLES or word in _JOINED:
        return True
    return any(a.pos in ("NOUN", "NAME", "ADJ") for a in lexicon().analyses(word))


@lru_cache(maxsize=50_000)
def _stands_behind_verb(word: str) -> bool:
    """Whether a word may stand between a verb and its complement: an article, a pronoun, an adverb."""
    if word in FUNCTION_WORDS:
        return True
    return any(a.pos in ("ADV", "DET") for a in lexicon().analyses(word))
