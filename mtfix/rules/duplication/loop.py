"""A decoder that could not stop."""

from collections.abc import Iterator

from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.duplication.repeats import Loop, Repeat, repetitions
from mtfix.rules.duplication.source_repeats import is_repeated_in_source
from mtfix.text import Segment

_SPOKEN = frozenset(
    "très trés non oui jamais toujours encore plus bien trop vite si la na ha hé hi ho ah oh tic tac bla allez bravo "
    "hourra nous vous".split()
)


class DecoderLoop(Rule):
    """A word or phrase three times or more in a row: the decoder ran in a circle.

    Left alone: emphasis by adverbs and interjections (« jamais, jamais, jamais »), single words with commas
    between them, and figures.
    """

    code = "DUP005"
    name = "decoder-loop"
    severity = Severity.CRITICAL
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.97
    title = Bilingual(en="decoder loop", fr="répétition en boucle")
    message = Bilingual(
        en="“{unit}” stands {times} times in a row: the translation ran in a circle.",
        fr="« {unit} » figure {times} fois de suite : la traduction tourne en rond.",
    )
    bad = (
        Bad("Ils ont signé un ⟦accord accord accord⟧ historique.", ("accord",)),
        Bad("Le niveau de ⟦la crue la crue la crue⟧ baisse.", ("la crue",)),
        Bad("Il ⟦a été a été a été a été⟧ soigné.", ("a été",)),
        Bad("Pas de commentaire ⟦sur le dossier, sur le dossier, sur le dossier⟧.", ("sur le dossier",)),
    )
    good = (
        Good("Jamais, jamais, jamais nous ne céderons, et c’est très très très clair."),
        Good("La la la, chante-t-il."),
        Good("Il a composé le 20 20 20 20."),
        Good("Des mots, des mots et encore des mots."),
        Good("La paix, la paix, la paix !"),
        Good("Un mur blanc blanc blanc.", source="A white, white, white wall."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for loop in context.cached(repetitions, segment).loops:
            start, end = _without_punctuation(tokens, loop)
            unit_end = start + loop.period - 1
            if not tokens.words[unit_end][0].isalnum():
                unit_end -= 1
            second = start + loop.period
            copies = Repeat(start, second, second, second + loop.period, exact=True)
            counts = _counts(tokens, start, unit_end, loop.period)
            if counts and not is_repeated_in_source(segment, context, copies):
                unit = tokens.between(start, unit_end)
                times = str((end - start + loop.period - 1) // loop.period)
                first, last = tokens.starts[start], tokens.ends[end - 1]
                yield self.finding(segment, first, last, unit, unit=unit, times=times)


def _without_punctuation(tokens: Tokens, loop: Loop) -> tuple[int, int]:
    start, end = loop.start, loop.end
    while not tokens.words[start][0].isalnum():
        start += 1
    while not tokens.words[end - 1][0].isalnum():
        end -= 1
    return start, end


def _counts(tokens: Tokens, start: int, unit_end: int, period: int) -> bool:
    words = tokens.words[start : unit_end + 1]
    if all(word in _SPOKEN or not word[0].isalpha() for word in words):
        return False
    # « J’ai vu… j’ai vu… j’ai vu » is a narrator's stammer.
    if "…" in tokens.words[start : unit_end + 2]:
        return False
    separated = len(words) < period
    return not separated or len(words) > 2
