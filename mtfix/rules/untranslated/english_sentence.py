"""Sentences left in English."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtfix.french.tokens import Tokens
from mtfix.french.words import FUNCTION_WORDS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment, Span

if TYPE_CHECKING:
    from langdetect import DetectorFactory

# English function words and auxiliaries that are no French words.
_ENGLISH = frozenset(
    "the of and to in is was that with for he she they have this from by not are were will would who which been "
    "has had his her their its it at be but or we you your our can could should about after before when where "
    "what how than then there these those into over between because while if so up out no do does did said "
    "says also only other more most some any all such may might must just being under against during through "
    "an as".split()
)
# In names of products the others stand alone: « Sit Up Bar », « All Terrain ».
_STRONG = frozenset(
    "the of and was were with for this they their from that have has who which is are".split()
)
# « ^ (en) B. Eno, Lessons in… »: what opens a bibliographic note, which stays in its language.
_REFERENCE_MARKS = frozenset(("^", "↑"))
_FEWEST_WORDS = 4
_CERTAIN = 0.85
_SEED = 20_240_101
_LANGUAGES = ("en", "fr", "es", "it", "de", "nl")


class EnglishSentence(Rule):
    """A sentence that was not translated at all.

    Function words decide first, in both languages; where they speak for English, langdetect must agree
    (with a fixed seed, so that every run says the same).  Also found: a sentence of which the quotation is French and
    the rest English is not; names, titles and slogans of three words and fewer are left alone.
    """

    code = "UNT102"
    name = "english-sentence"
    severity = Severity.CRITICAL
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.97
    reads_quotes = True
    title = Bilingual(en="sentence left in English", fr="phrase restée en anglais")
    message = Bilingual(en="This sentence is English.", fr="Cette phrase est restée en anglais.")
    bad = (
        Bad("⟦The ceasefire held overnight.⟧"),
        Bad("Le port rouvre. ⟦No one was hurt in the fire, the mayor said.⟧ L’enquête suit."),
        Bad("⟦“We are ready for talks and we will not wait.”⟧"),
    )
    good = (
        Good("Le film The Day After sort en mai."),
        Good("Il a lu The Economist, The Guardian et le Financial Times."),
        Good("« Black Lives Matter », ont crié les manifestants."),
        Good("Le week-end, le leader du parti fait du jogging à Hyde Park."),
        Good("Made in France"),
        Good("^ Reuters withdraws all the photos of the war, Reuters, 2006."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        if _ENGLISH.isdisjoint(tokens.words):
            return
        first = 0
        for sentence in context.sentences(segment):
            last = first
            while last < len(tokens) and tokens.starts[last] < sentence.end:
                last += 1
            if _looks_english(tokens, first, last) and _is_english(segment.target, sentence):
                yield self.finding(segment, sentence.start, sentence.end)
            first = last


def _looks_english(tokens: Tokens, first: int, last: int) -> bool:
    if not _REFERENCE_MARKS.isdisjoint(tokens.words[first : first + 4]):
        return False
    words = [word for word in tokens.words[first:last] if word[0].isalpha()]
    if len(words) < _FEWEST_WORDS:
        return False
    english = sum(word in _ENGLISH for word in words)
    french = sum(word in FUNCTION_WORDS and word not in _ENGLISH for word in words)
    strong = any(word in _STRONG for word in words)
    return strong and english >= len(words) / 6 and english > 2 * french


def _is_english(text: str, sentence: Span) -> bool:
    from langdetect import LangDetectException

    detector = _detectors().create()
    detector.append(text[sentence.start : sentence.end])
    try:
        best = detector.get_probabilities()[0]
    except LangDetectException:
        return False
    return bool(best.lang == "en" and best.prob >= _CERTAIN)


@lru_cache(maxsize=1)
def _detectors() -> "DetectorFactory":
    """Detectors for the languages that matter here: all of langdetect's would take half a second to load."""
    from langdetect import DetectorFactory, detector_factory

    DetectorFactory.seed = _SEED
    folder = Path(detector_factory.PROFILES_DIRECTORY)
    factory = DetectorFactory()
    factory.load_json_profile([(folder / name).read_text(encoding="utf-8") for name in _LANGUAGES])
    return factory
