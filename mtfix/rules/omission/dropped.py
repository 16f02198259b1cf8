"""What the source says and the translation leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.alignment.gaps import is_pair, omitted
from mtfix.alignment.quantities import Quantity
from mtfix.alignment.words import WordAlignment, plain
from mtfix.french.lexicon import lexicon
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import is_english
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.numbers.number_differs import unmatched
from mtfix.text import Segment, Span

_LIKELY, _SURE = 1.25, 3.5
"""How certain a gap must be to be told, and to be told without `--preview`."""
_WIDEST = 8
"""How many tokens the place of a gap may span."""
_LONGEST_QUOTE = 60
_SHORTEST_NAME = 4
_LONGEST_NAME = 4
_SHORTEST_FIRST = 3
# « 783,562 square kilometres (300,948 sq mi) », « 6'7" tall », « at 9pm »: French keeps one unit, or rounds.
_DOUBLED = frozenset(
    "mile miles mi mph sq square foot feet ft inch inches in lb lbs pound pounds acre acres gallon gallons yard yards "
    "ounce ounces oz f fahrenheit ' \" ’ ” am pm a.m. p.m.".split()
)
_ROUNDS = frozenset("last round final top".split())  # the last 16: les huitièmes de finale
_ORDINALS = frozenset("st nd rd th".split())
_ORDINAL = re.compile(r"ième")
_IN_WORDS = re.compile(r"siècle|décenni|naires?$|^quinze|quinzaine|dizaine|décade")
"""Other words for a number: *un demi-siècle*, *la quinquagénaire*, *une décennie*."""
_AFTER_NUMBER = 3


class ContentDropped(Rule):
    """A clause or phrase of the source that the French does not render; a figure or half a name that it lost.

    A run of five words or more of the source is reported when nothing renders its words, the words around it are
    rendered side by side, hardly a French word there is without its English, and the French is about as much
    shorter as the run is long.  Figures count if the French has no number without its English that might stand for
    them, and parts of a name if the French gives the part before and no other name behind it
    (*Michael Zammit Cutajar* → *Michael Cutajar*).

    The mark stands where the words are missing.  Left alone: what a pronoun takes up, measures that the source gives
    in two units, whole names (a pronoun does), first names.  What is less certain needs `--preview`.
    """

    code = "OMI203"
    name = "content-dropped"
    severity = Severity.MAJOR
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.85
    doubtful_below = 0.8
    title = Bilingual(en="content of the source dropped", fr="passage de l’original omis")
    message = Bilingual(
        en="“{english}”: nothing here renders it.",
        fr="« {english} » : rien ne le rend ici.",
    )
    bad = (
        Bad(
            "Le conseil a voté le ⟦budget⟧.",
            source="The council voted the budget despite strong protests from local farmers.",
        ),
        Bad(
            "La ⟦ministre a quitté⟧ la salle hier.",
            source="The minister, who had promised new hospitals for the region, left the room yesterday.",
        ),
        Bad(
            "Selon ⟦Michael Cutajar⟧, le traité tient.",
            source="According to Michael Zammit Cutajar, the treaty holds.",
        ),
        Bad(
            "L’incendie de la ville a tué 3 ⟦personnes⟧.",
            source="The city fire killed 3 people and injured 19.",
        ),
    )
    good = (
        Good(
            "Le conseil a voté le budget malgré de vives protestations des agriculteurs de la région.",
            source="The council voted the budget despite strong protests from local farmers.",
        ),
        Good(
            "Le maire a dit qu’il partirait.",
            source="The mayor said that he would leave.",
        ),
        Good(
            "Selon Youssef Zammout, le traité tient.", source="According to Yusuf Zammut, the treaty holds."
        ),
        Good(
            "Le lac couvre 40 kilomètres carrés.", source="The lake covers 40 square kilometres (15 sq mi)."
        ),
        Good("Le pont a un demi-siècle.", source="The bridge is 50 years old."),
        Good("Le but est venu à la treizième minute.", source="The goal came in the 13th minute."),
        Good("Ils joueront les huitièmes de finale.", source="They will play the last 16."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        alignment = context.alignment(segment)
        if alignment is None or "&#" in alignment.source.text or not is_pair(alignment):
            return
        gap = omitted(alignment)
        told = range(0)
        if gap is not None and gap.score >= _LIKELY:
            told = range(gap.first, gap.end)
            confidence = self.confidence if gap.score >= _SURE else 0.6
            yield self._missing(segment, alignment, told, gap.before, gap.after, confidence)
        for figure in _lost_figures(alignment):
            if figure.first not in told:
                words = range(figure.first, figure.end)
                yield self._missing(segment, alignment, words, *_around(alignment, words), self.confidence)
        for words, before in _lost_names(alignment):
            if words.start not in told:
                yield self._missing(segment, alignment, words, before, before + 1, self.confidence)

    def _missing(
        self,
        segment: Segment,
        alignment: WordAlignment,
        words: range,
        before: int,
        after: int,
        confidence: float,
    ) -> Finding:
        source, target = alignment.source, alignment.target
        first, last = _place(target, before, after)
        quoted = Span(source.starts[words.start], source.ends[words.stop - 1])
        english = _shortened(source.text[quoted.start : quoted.end])
        start, end = target.starts[first], target.ends[last]
        return self.finding(segment, start, end, confidence=confidence, english=english, source=quoted)


def _place(target: Tokens, before: int, after: int) -> tuple[int, int]:
    """The first and last token to mark: those around the gap, without the punctuation that ends the sentence."""
    first, last = max(0, before), min(len(target) - 1, after)
    if last - first > _WIDEST:
        first, last = (last - 1, last) if after < len(target) else (last, last)
    while last > first and not target.words[last][0].isalnum():
        last -= 1
    while first < last and not target.words[first][0].isalnum():
        first += 1
    return first, last


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_QUOTE:
        return text
    return text[:_LONGEST_QUOTE].rsplit(maxsplit=1)[0] + " …"


def _around(alignment: WordAlignment, words: range) -> tuple[int, int]:
    """The French tokens that render what stands before and after some words of the source."""
    links = alignment.links
    before = max((link for link in links if link.source < words.start), key=lambda k: k.source, default=None)
    after = min((link for link in links if link.source >= words.stop), key=lambda k: k.source, default=None)
    low = before.target if before else -1
    high = after.target if after else len(alignment.target)
    return min(low, high), max(low, high)


def _lost_figures(alignment: WordAlignment) -> Iterator[Quantity]:
    """The figures of the source that nothing in the French may stand for."""
    source, target = alignment.source, alignment.target
    english, french = unmatched(*alignment.quantities, source, target)
    if french:
        return
    for quantity in english:
        if quantity.figures and not _may_be_told_otherwise(quantity, source, target):
            yield quantity


def _may_be_told_otherwise(quantity: Quantity, source: Tokens, target: Tokens) -> bool:
    """Whether French may leave the figure out or give it in words that are no numbers."""
    behind = source.words[quantity.end : quantity.end + _AFTER_NUMBER]
    before = source.words[max(0, quantity.first - 2) : quantity.first]
    if not _DOUBLED.isdisjoint(behind) or not _ROUNDS.isdisjoint(before):
        return True
    if source.words[quantity.end - 1] in _ORDINALS and _ORDINAL.search(target.text):
        return True
    decimal = behind[:1] == ["."] and behind[1:2] and behind[1][0].isdigit()  # 1 106.41
    return bool(decimal) or any(map(_IN_WORDS.search, target.words))


def _lost_names(alignment: WordAlignment) -> Iterator[tuple[range, int]]:
    """Parts of names that the French lacks, and the French token behind which they are missing."""
    source, target = alignment.source, alignment.target
    present = {
        part for word in target.words for part in (plain(word), *map(plain, filter(None, word.split("-"))))
    }
    for i in range(1, len(source)):
        if not _is_part_of_name(source, i) or _stands(plain(source.words[i]), present):
            continue
        before = _rendering(source, target, i - 1)
        if before is None or alignment.rendering(i) is not None or _any_strange(alignment):
            continue
        yield range(i, i + 1), before


def _is_part_of_name(source: Tokens, i: int) -> bool:
    """Whether the token is a word with a capital that is no word of English, right behind another part of a name."""
    surface = source.surface(i)
    return (
        len(surface) >= _SHORTEST_NAME
        and _is_capitalised(surface)
        and surface.replace("-", "").isalpha()
        and not is_english(source.words[i])
        and source.spaced(i - 1)
        and _begins_name(source.surface(i - 1))
        and _is_short_name(source, i)
    )


def _is_short_name(source: Tokens, i: int) -> bool:
    """Whether the words with capitals around a token are as few as a name has: a title or a product has more."""
    first, last = i, i
    while first and _is_capitalised(source.surface(first - 1)):
        first -= 1
    while last + 1 < len(source) and _is_capitalised(source.surface(last + 1)):
        last += 1
    return last - first < _LONGEST_NAME


@lru_cache(maxsize=10_000)
def _begins_name(surface: str) -> bool:
    if len(surface) < _SHORTEST_FIRST or not _is_capitalised(surface) or not surface[-1].isalpha():
        return False
    return not is_english(surface.lower()) or any(a.kind == "first" for a in lexicon().analyses(surface))


def _is_capitalised(surface: str) -> bool:
    return len(surface) > 1 and surface[0].isupper() and not surface.isupper()


def _stands(name: str, present: set[str]) -> bool:
    """Whether the French has the name, or a word that begins like it."""
    return name in present or any(word.startswith(name[:_SHORTEST_NAME]) for word in present)


def _rendering(source: Tokens, target: Tokens, i: int) -> int | None:
    """The only French token with the same name; None too if a further name but the source’s next one follows it."""
    places = [j for j, word in enumerate(target.words) if word == source.words[i]]
    if len(places) != 1 or not target.surface(places[0])[0].isupper():
        return None
    following = places[0] + 1
    if following >= len(target):
        return places[0]
    surface, others = target.surface(following), source.words[i + 2 : i + 3]
    known = not surface[0].isalpha() or bool(lexicon().analyses(surface))
    return places[0] if target.words[following] in others or (known and not surface[0].isupper()) else None


def _any_strange(alignment: WordAlignment) -> bool:
    """Whether a name of the French has no origin: it may be the source’s, spelt otherwise."""
    target = alignment.target
    return any(
        target.surface(j)[0].isupper()
        and alignment.origin(j) is None
        and not lexicon().analyses(target.words[j])
        for j in range(len(target))
    )
