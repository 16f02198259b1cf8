"""Words that do not exist."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.derivation import is_derived
from mtfix.french.lexicon import lexicon
from mtfix.french.spelling import accent_variants, neighbours
from mtfix.french.stem import without_accents
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import commonness, is_english
from mtfix.french.words import DETERMINERS, WordTest
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

# French letters: k and w write foreign words.
_FRENCH = re.compile(r"[a-jl-vx-zàâèéêëîïôùûüÿçœæ]{6,}")
# « oe » for « œ » is typography; a final a, i, o, or a Latin ending, stands for another language.
_FOREIGN = re.compile(
    r"oe|(?:[aio]|[aeiou][mnu]?s?(?<=[uo]m|us|os)|is|es(?<=ques)|th|sch|z)$|[jqvz]{2}|q(?!u)"
)
# French as it was spelt: « vouloyt », « travaulx », « establissemens », « langaige ».
_OLD = re.compile(
    r"oy[est]|oict|ict(?:es?|s)?$|[ae]ul[dtvx]|[aeo]ulx|aige|eust|emens$|oust|doub[tl]|[^aeo]ys?$|ngn|chv"
)
# What makes a word look French though no French word is in it: the endings of inflection and of nouns of action.
_FRENCH_ENDING = re.compile(
    r"(?:(?<!id)é|(?<!id)ées?|(?<!id)és|er|ait|aient|antes?|entes?|aments?|ément|ements?|amment|emment|(?<!isa)tions?|sions?|(?<!m)ent|trices?"
    r"|ures?|ages?|ances?|ences?|eurs?|euses?|esses?|eté|ités?|ables?|ibles?|ives?|issent|issait)$"
)
_QUOTES = frozenset("«»“”\"‘’'()")
_MARKS = frozenset("[]/&@#*_-=+<>^")
_ACCENT = re.compile("[éèêâîûç]")
_ADVERB = re.compile(r"(?:é|amm|emm|[bcdfglmnqrstuv]e|[iu])ment$")
_NOUN_OF_ACTION = re.compile(r"(?<!is)(?<!ic)(?<!ul)ations?$")
_NOUN_ENDINGS = ("ie", "e", "ement", "age", "ure", "is", "")
_PERSONS = ("eur", "eurs", "euse", "euses")
_SLIP = 0.7
_FEWEST_COMMON = 20
_SHORTEST_TAIL = 4
_LONG = 8
_WINDOW = 12
_MOST_UNKNOWN = 1


class NonWord(Rule):
    """A word that does not exist in French, nor can: « brumalement » for *brutalement*.

    Translation systems spell rare words in pieces, and a wrong piece makes a word of nothing.  A word in small
    letters is reported when the lexicon lacks it, when French cannot have made it from a known one (by prefix,
    suffix or compounding), and when it looks like no other language: it lies at one letter from a common
    word, is two words run together, is an adverb in -ment without an adjective, a noun in -ation of a
    verb that has another noun, or ends as only French words do.

    What may be a slip of the keyboard, one letter from a word, is in preview.

    Left alone: old spellings, words in quotation marks, beside a name or another unknown word, and what the
    text uses more than once, which is a term.
    """

    code = "ACC305"
    name = "non-word"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.8
    doubtful_below = 0.8
    title = Bilingual(en="word that does not exist", fr="mot qui n’existe pas")
    message = Bilingual(en="“{text}” is no French word.", fr="« {text} » n’est pas un mot français.")
    bad = (
        Bad("La fermeture a été ⟦brumalement⟧ annoncée au personnel.", ("brutalement",)),
        Bad("La ⟦paralysation⟧ du port coûte cher à la ville.", ("paralysie",)),
        Bad("Le suspect a été ⟦gaubrément⟧ abattu devant sa porte."),
        Bad("Il s’agit d’une mesure ⟦provisiore⟧ du conseil.", ("provisoire",)),
        Bad("Le maire est ⟦largementconnu⟧ dans la région.", ("largement connu",)),
        Bad("Les ouvriers ont ⟦gruffassé⟧ pendant des heures."),
    )
    good = (
        Good("Le parc a été renaturé, puis recloisonné et resécurisé par des écopâturages."),
        Good("L’ubérisation et la métropolisation du débat, dit-il."),
        Good("Le néologisme « gruffasser » ne figure nulle part."),
        Good("À Bruxelles, il sort son GSM à septante ans ; à Montréal, on magasine et on clavarde."),
        Good("Le patient reçoit de la nivestatine et de l’ublituximab."),
        Good("Le bâtiment, inacceptablement vétuste, sera reconstruit."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for index in _UNKNOWN.places(tokens.words):
            word = tokens.words[index]
            if _stands_in_french(tokens, index) and _once(context, word):
                found = _verdict(word)
                if found is None or _is_excused(tokens, index) or (not found and _from_source(segment, word)):
                    continue
                slip = (bool(found) and found != (_noun_of_same_verb(word),)) or word.endswith(_PERSONS)
                yield self.finding(
                    segment,
                    tokens.starts[index],
                    tokens.ends[index],
                    *found,
                    confidence=_SLIP if slip else None,
                )


def _is_unknown(word: str) -> bool:
    return (
        len(word) > 5
        and not lexicon().analyses(word)
        and _FRENCH.fullmatch(word) is not None
        and not _FOREIGN.search(word)
        and not _OLD.search(word)
        and not is_english(word)
        and not lexicon().look_up(word.capitalize())
    )


_UNKNOWN = WordTest(_is_unknown)


def _stands_in_french(tokens: Tokens, index: int) -> bool:
    """Whether the word is in small letters among French words: not cited alone, no part of a foreign name."""
    if not tokens.surface(index).islower():
        return False
    before, after = _kind(tokens, index - 1), _kind(tokens, index + 1)
    if "mark" in (before, after) or before == after == "quote":
        return False
    foreign = (before == "foreign") + (after == "foreign")
    return not foreign or (foreign == 1 and bool(_ACCENT.search(tokens.words[index])))


def _kind(tokens: Tokens, index: int) -> str:
    """`quote`, `mark` for what stands in codes and addresses, `foreign` word or name, '' for anything else."""
    if not 0 <= index < len(tokens):
        return ""
    word = tokens.words[index]
    if not word[0].isalpha():
        return "quote" if word[0] in _QUOTES else "mark" if word[0] in _MARKS else ""
    name = index > 0 and not tokens.surface(index)[0].islower()
    if name or not ("’" in word or "-" in word or lexicon().analyses(word)):
        return "foreign"
    return ""


def _once(context: Context, word: str) -> bool:
    return context.occurrences[word] == 1


def _is_excused(tokens: Tokens, index: int) -> bool:
    return _is_noun(tokens, index) or _is_dialect(tokens, index)


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Whether what looks like an adverb is a noun: « le reroutement »."""
    word = tokens.words[index]
    after_determiner = index > 0 and tokens.words[index - 1] in DETERMINERS
    return after_determiner and word.endswith(("ement", "ements")) and not neighbours(word)


def _is_dialect(tokens: Tokens, index: int) -> bool:
    """Whether the words around are unknown too: old French, dialect, another language."""
    around = range(max(0, index - _WINDOW), min(len(tokens), index + _WINDOW + 1))
    unknown = sum(_is_strange(tokens.words[i]) for i in around if tokens.surface(i).islower())
    return unknown > _MOST_UNKNOWN + 1


@lru_cache(maxsize=50_000)
def _is_strange(word: str) -> bool:
    return word.isalpha() and not lexicon().look_up(word)


def _from_source(segment: Segment, word: str) -> bool:
    return segment.source is not None and without_accents(word)[:-2] in without_accents(
        segment.source.lower()
    )


@lru_cache(maxsize=4096)
def _verdict(word: str) -> tuple[str, ...] | None:
    """The suggestions for a word that does not exist; None if it may."""
    noun = _noun_of_same_verb(word)
    if noun:
        return (noun,)
    if is_derived(word):
        return None
    accents = [form for form in accent_variants(word) if commonness(form)]
    if accents:
        return tuple(accents[:1])
    least = _FEWEST_COMMON if len(word) < _LONG else 1
    near = [form for form in neighbours(word) if form[0] == word[0] and commonness(form) >= least]
    if near:
        return tuple(near[:1]) if _is_best(near) else ()
    parted = _parted(word)
    if parted:
        return (parted,)
    return () if _FRENCH_ENDING.search(word) or _ADVERB.search(word) else None


def _is_best(near: list[str]) -> bool:
    return len(near) == 1 or commonness(near[0]) >= commonness(near[1]) + 12


def _noun_of_same_verb(word: str) -> str:
    """« paralysie » for « paralysation »: the noun that the verb has already."""
    match = _NOUN_OF_ACTION.search(word)
    if not match or not lexicon().can_be(word[: match.start()] + "er", "VERB"):
        return ""
    stem, plural = word[: match.start()], word.endswith("s")
    for ending in _NOUN_ENDINGS:
        noun = stem + ending
        if any(a.pos == "NOUN" and a.gender == "f" for a in lexicon().analyses(noun)):
            return noun + "s" if plural else noun
    return ""


def _parted(word: str) -> str:
    """The two common words of which the space between was lost; of several ways the one with the commoner words."""
    best, score = "", _FEWEST_COMMON - 1
    for place in range(2, len(word) - _SHORTEST_TAIL + 1):
        head, tail = word[:place], word[place:]
        least = min(commonness(head), commonness(tail))
        if least > score and (len(head) >= _SHORTEST_TAIL or head in DETERMINERS):
            best, score = f"{head} {tail}", least
    return best
