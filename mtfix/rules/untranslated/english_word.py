"""English words in French sentences."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.lexicon import lexicon
from mtfix.french.lists import listed
from mtfix.french.spelling import accent_variants, neighbours
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import commonness, is_english, is_only_english
from mtfix.french.words import WordTest
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_FEWEST_LETTERS = 4
_MOST_WORDS = 3
_MOST_USES = 2
_COMMON_FRENCH = 15
_PLAIN = re.compile(r"[a-z]{4,}")
# « and », « with » …: UNT103 tells them.
_FUNCTION_WORDS = frozenset(
    "the of and with from by for that this these those which who whom whose were was is are has have had been not "
    "but about into than then their they them there where when while what will would could should your our his her "
    "its him she upon over".split()
)
# Words that open a headline before a noun: « Key diplomates réunis ».
_OPENING = frozenset(
    "key former many most several some other such these those each every both two three four five seven eight "
    "nine ten young old high low more fewer its their our his her new".split()
)
# Those that are hardly ever names.
_NO_NAMES = frozenset("key former several many most such these those each every other".split())
_MARKS = frozenset("«»“”\"‘()[]/&@#*_-=+<>^'’")
_TOUCHING = frozenset(".:/_-")
# A word made of two, one of which lost its space: « conditionsQuick ».
_JOINED = re.compile(r"(?<![\w.@/#-])([a-zàâçéèêëîïôùû]{4,})([A-Z][a-z]{2,})(?![\w./@-])")
_NAMED = re.compile(
    r"\b(?:dit|dits?e?s?|appelée?s?|nommée?s?|baptisée?s?|surnommée?s?|terme|mot|anglais|l’anglais)$"
)
# What the source quotes is a name or a title: “hardship fund”.
_TITLE = re.compile(r"[“\"‘«][^“”\"‘’«».,;:!?]{1,40}[”\"’»]")
_BEFORE = 30


class EnglishWord(Rule):
    """A word, or two or three, left in English within a French sentence.

    Systems copy what they do not know.  The list of English words is SCOWL's, without what French
    dictionaries have and what French texts use.  Left alone: words in capitals (names, titles), in quotation marks
    or parentheses, beside a name, beside a word that is English too (a term, a slogan), and what the text uses
    three times and more.  With a source, the word must stand in it, and in no title
    that the source quotes.
    """

    code = "UNT101"
    name = "english-word"
    severity = Severity.MAJOR
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.8
    title = Bilingual(en="word left in English", fr="mot resté en anglais")
    message = Bilingual(en="“{text}” is English.", fr="« {text} » est resté en anglais.")
    bad = (
        Bad("L’armée a publié un ⟦statement⟧ hier soir."),
        Bad("La mairie a ouvert un ⟦hardship fund⟧ pour les familles."),
        Bad("Un pompier a été ⟦wounded⟧ lors de l’intervention."),
        Bad("⟦Key⟧ négociateurs attendus à Oslo lundi"),
        Bad("Le filtre en ⟦conditionsQuick⟧ se vide seul."),
        Bad("Selon les ⟦findings⟧ de l’enquête, la digue était fragile."),
    )
    good = (
        Good("Le leader du parti a tenu un meeting ce week-end, avant un briefing avec son staff."),
        Good("Le groupe chante « statement » en concert."),
        Good("Il a écouté leur statement hier.", source="He listened to their “statement” yesterday."),
        Good("Le mot anglais statement n’a pas d’équivalent exact."),
        Good("Il a vu The Statement au cinéma et lu le Morning Statement."),
        Good("Un audit est en cours, et le rookie de l’équipe s’est blessé."),
        Good("Key négocie avec les syndicats ; New York attend."),
        Good("La dynamique de groupe (group dynamics) est étudiée."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        # « (en) A. Smith, Title… » names a work in its language.
        if "(en)" in segment.target:
            return
        tokens = context.tokens(segment)
        yield from self._joined(segment)
        yield from self._opening(segment, context)
        last = -1
        for index in _CANDIDATES.places(tokens.words):
            if index <= last:
                continue
            first, last = index, _end_of_run(tokens, index)
            if _stands_in_french(tokens, first, last) and _is_left(segment, context, tokens, first, last):
                yield self.finding(segment, tokens.starts[first], tokens.ends[last])

    def _opening(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for index, word in enumerate(tokens.words[:-1]):
            if word not in _OPENING or not tokens.surface(index).istitle():
                continue
            if not tokens.surface(index + 1).islower() or not tokens.is_word(index + 1):
                continue
            if tokens.starts[index] in context.sentence_starts(segment):
                left = _is_noun(context.tags(segment)[index + 1])
            else:
                left = _is_stray(context, tokens, index)
            if left:
                yield self.finding(segment, tokens.starts[index], tokens.ends[index])

    def _joined(self, segment: Segment) -> Iterator[Finding]:
        for match in _JOINED.finditer(segment.target):
            head, tail = match[1], match[2].lower()
            only = (is_only_english(head) and _is_word(tail)) or (is_only_english(tail) and _is_word(head))
            if only or (is_english(head) and is_english(tail)):
                yield self.finding(segment, match.start(), match.end())


def _is_stray(context: Context, tokens: Tokens, index: int) -> bool:
    """Whether the capitalised word in mid-sentence, among French words, is nobody's name: it stands there alone."""
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    return (
        tokens.words[index] in _NO_NAMES
        and tokens.surface(index - 1).islower()
        and bool(lexicon().analyses(before) and lexicon().analyses(after))
        and context.occurrences[tokens.surface(index)] == 1
    )


def _is_noun(tag: str) -> bool:
    return coarse(tag) in ("NOUN", "ADJ")


def _is_word(word: str) -> bool:
    return is_english(word) or bool(lexicon().look_up(word))


@lru_cache(maxsize=1)
def _accepted() -> frozenset[str]:
    return frozenset(listed("mtfix.rules.untranslated", "accepted_anglicisms.txt"))


def _is_candidate(word: str) -> bool:
    """Whether the word is English alone, no accepted anglicism, and no French word misspelt."""
    return (
        _PLAIN.fullmatch(word) is not None
        and is_only_english(word)
        and word not in _accepted()
        and word not in _FUNCTION_WORDS
        and not lexicon().look_up(word.capitalize())
        and not accent_variants(word)
        and not lexicon().look_up(word.replace("oe", "œ"))
        and not _is_misspelling(word)
    )


_CANDIDATES = WordTest(_is_candidate)


def _is_misspelling(word: str) -> bool:
    """« aggression », « example »: a French word with one letter wrong."""
    return len(word) > 5 and any(form[:2] == word[:2] for form in neighbours(word) if len(form) > 4)


def _end_of_run(tokens: Tokens, index: int) -> int:
    last = index
    while last + 1 < len(tokens) and _CANDIDATES[tokens.words[last + 1]] and tokens.spaced(last):
        last += 1
    return last


def _stands_in_french(tokens: Tokens, first: int, last: int) -> bool:
    if (
        last - first >= _MOST_WORDS
        or _touches_mark(tokens, first, last)
        or not all(tokens.surface(i).islower() for i in range(first, last + 1))
    ):
        return False
    return _is_french(tokens, first - 1) and _is_french(tokens, last + 1)


def _touches_mark(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words stand in an address or a code: « rec.arts.movies »."""
    text, start, end = tokens.text, tokens.starts[first], tokens.ends[last]
    return text[max(0, start - 1) : start] in _TOUCHING or bool(re.match(r"[.:/_-]\w", text[end : end + 2]))


def _is_french(tokens: Tokens, index: int) -> bool:
    """Whether the token is a French word in small letters, a stop, or beyond the text."""
    if not 0 <= index < len(tokens):
        return True
    word = tokens.words[index]
    if not word[0].isalpha():
        return word[0] not in _MARKS and not word[0].isdigit()
    if index and not tokens.surface(index)[0].islower():
        return False
    if "’" in word:
        return True
    return bool(lexicon().analyses(word)) and (not is_english(word) or commonness(word) >= _COMMON_FRENCH)


def _is_left(segment: Segment, context: Context, tokens: Tokens, first: int, last: int) -> bool:
    text = tokens.between(first, last)
    if segment.source is not None and text not in _TITLE.sub(" ", segment.source):
        return False
    if context.document.text.count(text) > _MOST_USES:
        return False
    before = segment.target[max(0, tokens.starts[first] - _BEFORE) : tokens.starts[first]].rstrip()
    return not _NAMED.search(before.replace("'", "’"))
