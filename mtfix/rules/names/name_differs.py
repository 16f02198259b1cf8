"""A name that is not the source's: misspelt, translated, or cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from mtfix.alignment.table import lexical_table
from mtfix.alignment.words import WordAlignment
from mtfix.english.words import lemma
from mtfix.french.lexicon import lexicon
from mtfix.french.stem import without_accents
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import is_english
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment, Span

_SHORTEST = 4
_ALIKE = 0.7
_FAR = 0.5
_NEAR = 0.25
_HEADING = 0.6
_ALIKE_ACRONYM = 0.8
# Before one of these a word with a capital is somebody's name, whatever it means.
_TITLES = frozenset("mr mrs ms miss dr sir lord lady professor prof judge captain sergeant".split())
_FRENCH_TITLES = frozenset(
    "mme m mlle monsieur madame dr docteur juge professeur lord lady sir capitaine sergent".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december christmas easter".split()
)
# French writes names from other scripts by their sound: letters that differ for the same one.
_SOUNDS = (
    (re.compile("abd[aeou][lr]-?"), "abd"),
    (re.compile("sch|tch|sh|ch"), "s"),
    (re.compile("dj|j|zh|g(?!h)"), "j"),
    (re.compile("ou|oo|w"), "u"),
    (re.compile("kh|gh|h"), ""),
    (re.compile("ts|tz|z"), "s"),
    (re.compile("ck|q|c|k"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("a[iïy]|[yeiï]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("i?[aio]?s?$"), ""),
)


class NameDiffers(Rule):
    """A person’s or firm’s name that the French spells otherwise, translates or leaves out half of.

    Reported with the source beside it: a name of the source that the French lacks, while (1) a word with a capital
    that no dictionary knows stands nearly like it at the same place (*Jágr* → *Jogr*); (2) the word behind the same
    title or first name is its translation (*Ms Rivers* → *Mme Rivières*); (3) another name that no dictionary knows
    stands there, beside the same words or alone.

    Left alone: names that French spells otherwise (*Moscou*, *Sergueï*: by sound, by the lexicon, by the
    glossary), accents that French restores, adjectives of nations.
    """

    code = "NAM405"
    name = "name-differs"
    severity = Severity.CRITICAL
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.85
    title = Bilingual(en="name other than the source’s", fr="nom différent de l’original")
    message = Bilingual(en="The source has “{english}”.", fr="L’original porte « {english} ».")
    bad = (
        Bad(
            "Le gardien ⟦Hrodeckov⟧ a tout arrêté.",
            ("Hrádeckov",),
            source="The goalkeeper Hrádeckov stopped everything.",
        ),
        Bad(
            "Selon Mme ⟦Rivières⟧, le pont tiendra.",
            ("Rivers",),
            source="According to Ms Rivers, the bridge will hold.",
        ),
        Bad("Le maire John ⟦Boulanger⟧ est parti.", ("Baker",), source="Mayor John Baker has left."),
        Bad("Le juge ⟦Lindqvist⟧ a tranché.", ("Ferrante",), source="Judge Ferrante has ruled."),
        Bad("Un élu du ⟦KSP⟧ a voté contre.", ("KSVP",), source="A member of the KSVP voted against."),
        Bad("La société ⟦Veldkmap⟧ recrute.", ("Veldkamp",), source="The firm Veldkamp is hiring."),
    )
    good = (
        Good("Le ministre Sergueï Lavrov est à Moscou.", source="Minister Sergey Lavrov is in Moscow."),
        Good("Le chef Mykhaïlo Jouk et la Qamarie.", source="Chief Mykhailo Zhuk and Qamaria."),
        Good("François Bégaud et la Syrie.", source="Francois Begaud and Syria."),
        Good("Selon Mme Rivers, le pont tiendra.", source="According to Ms Rivers, the bridge will hold."),
        Good("La reine Élisabeth rit.", source="Queen Elizabeth laughs."),
        Good("Le gardien Hrodeckov a tout arrêté."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        alignment = context.alignment(segment)
        if alignment is None:
            return
        source, target = alignment.source, alignment.target
        present = {_plain(word) for word in target.words}
        taken: set[int] = set()
        for i in range(len(source)):
            if not _is_name(source, i) or _plain(source.words[i]) in present:
                continue
            wrong = _stands_for(alignment, i, context)
            if wrong is None or wrong in taken:
                continue
            taken.add(wrong)
            name = source.surface(i)
            quoted = Span(source.starts[i], source.ends[i])
            yield self.finding(
                segment, target.starts[wrong], target.ends[wrong], name, english=name, source=quoted
            )


def _stands_for(alignment: WordAlignment, i: int, context: Context) -> int | None:
    """The French token that wrongly stands for a name of the source, or None."""
    source, target = alignment.source, alignment.target
    if source.surface(i).isupper():
        return None if _has_french_name(source, i, context) else _misspelt_acronym(source, i, target)
    wrong = _translated(source, i, target)
    if wrong is not None or _sound(source.words[i]) in set(map(_sound, target.words)):
        return wrong
    wrong = _misspelt(source, i, target)
    if wrong is None and alignment.rendering(i) is None and not _has_french_name(source, i, context):
        wrong = _swapped(source, i, target)
    return wrong


def _has_french_name(source: Tokens, i: int, context: Context) -> bool:
    """Whether a glossary says how French names it: the rules on terms look after that."""
    return context.glossary is not None and source.surface(i) in context.glossary.named


def _is_name(source: Tokens, i: int) -> bool:
    """Whether the token is a word with a capital that cannot be a common one here."""
    surface = source.surface(i)
    if surface.isupper():
        return len(surface) >= _SHORTEST and surface.isalpha()
    # Capitals inside a word make a formula (« SARS-CoV »).
    plain_inside = all(part[1:].islower() for part in surface.split("-") if part)
    return len(surface) >= _SHORTEST and surface[0].isupper() and plain_inside


def _after(source: Tokens, i: int) -> str | None:
    """The title or first name right before a name, in small letters."""
    before = i - 1
    if before >= 0 and source.words[before] == ".":
        before -= 1
    if before < 0:
        return None
    word = source.words[before]
    if word in _TITLES:
        return word if word != "miss" else None  # « Miss Monde »
    surface = source.surface(before)
    given = surface[0].isupper() and source.spaced(before) and len(word) > 2
    return word if given else None


def _translated(source: Tokens, i: int, target: Tokens) -> int | None:
    """The token that translates a name behind the same title or first name."""
    before = _after(source, i)
    if before is None or (before not in _TITLES and _is_heading(source)):
        return None
    translations = lexical_table().translations(lemma(source.words[i]))
    for j in range(1, len(target)):
        surface = target.surface(j)
        if not surface[0].isupper() or surface.isupper():
            continue
        if not (target.words[j - 1] == before or _is_title(before, target.words[j - 1], target, j)):
            continue
        lemmas = {a.lemma.lower() for a in lexicon().analyses(target.words[j])} | {target.words[j]}
        if any(word in translations and translations[word].score > 0.1 for word in lemmas):
            return j
    return None


def _is_heading(source: Tokens) -> bool:
    """Whether most words have a capital, so that it tells nothing."""
    long = [source.surface(i) for i in range(len(source)) if len(source.words[i]) >= _SHORTEST]
    return len(long) > _SHORTEST and sum(surface[0].isupper() for surface in long) > _HEADING * len(long)


def _is_title(english: str, word: str, target: Tokens, j: int) -> bool:
    if english not in _TITLES:
        return False
    french = word if word != "." or j < 2 else target.words[j - 2]
    return french in _FRENCH_TITLES


def _misspelt(source: Tokens, i: int, target: Tokens) -> int | None:
    """The unknown word with a capital that stands nearly like the name."""
    plain = _plain(source.words[i])
    originals = {_plain(word) for word in source.words}
    best, found = _ALIKE, None
    for j in range(len(target)):
        surface, word = target.surface(j), _plain(target.words[j])
        if not surface[0].isupper() or surface.isupper() or len(surface) < 3 or word[0] != plain[0]:
            continue
        if word in originals or abs((i + 0.5) / len(source) - (j + 0.5) / len(target)) > _FAR:
            continue
        alike = SequenceMatcher(None, plain, word).ratio()
        if alike >= best and not _is_known(target, j) and _differs(plain, word):
            best, found = alike, j
    return found


def _misspelt_acronym(source: Tokens, i: int, target: Tokens) -> int | None:
    """The one acronym of the French that the source lacks and that lacks a letter or has one too many."""
    originals = {_plain(word) for word in source.words}
    strange = [
        j
        for j in range(len(target))
        if target.surface(j).isupper() and _plain(target.words[j]) not in originals
    ]
    plain = _plain(source.words[i])
    alike = [
        j for j in strange if SequenceMatcher(None, plain, _plain(target.words[j])).ratio() >= _ALIKE_ACRONYM
    ]
    return alike[0] if len(alike) == 1 and len(target.words[alike[0]]) >= _SHORTEST - 1 else None


def _swapped(source: Tokens, i: int, target: Tokens) -> int | None:
    """The unknown word with a capital that stands where the name should, among the same words or alone."""
    if (is_english(source.words[i]) or source.words[i] in _CALENDAR) and _after(source, i) is None:
        return None
    if not lexical_table().translations(lemma(source.words[i])).keys().isdisjoint(target.words):
        return None
    strange = [j for j in range(len(target)) if _is_strange(target, j, source)]
    beside = {source.words[k] for k in (i - 1, i + 1) if 0 <= k < len(source) and source.words[k].isalnum()}
    place = (i + 0.5) / len(source)
    for j in strange:
        around = {target.words[k] for k in (j - 1, j + 1) if 0 <= k < len(target)}
        alone = len(strange) == 1 and abs((j + 0.5) / len(target) - place) < _NEAR
        if alone or not around.isdisjoint(beside):
            return j
    return None


def _is_strange(target: Tokens, j: int, source: Tokens) -> bool:
    """Whether a word with a capital is in no dictionary and sounds like nothing in the source."""
    surface = target.surface(j)
    if not surface[0].isupper() or surface.isupper() or len(surface) < _SHORTEST or _is_known(target, j):
        return False
    return _sound(target.words[j]) not in {_sound(word) for word in source.words} and not any(
        SequenceMatcher(None, _plain(target.words[j]), _plain(word)).ratio() >= _ALIKE
        for word in source.words
    )


def _is_known(target: Tokens, j: int) -> bool:
    """Whether a dictionary has the word: as a common one, or as a name."""
    parts = (target.surface(j), target.words[j], *target.words[j].split("-"))
    return any(lexicon().analyses(part) for part in parts)


def _differs(plain: str, word: str) -> bool:
    return _sound(plain) != _sound(word) and plain.rstrip("s") != word.rstrip("s")


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return without_accents(word.replace("’", ""))


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    """A name as it sounds, roughly: the same for its English and its French transliteration."""
    sound = _plain(word)
    for pattern, letter in _SOUNDS:
        sound = pattern.sub(letter, sound)
    return sound
