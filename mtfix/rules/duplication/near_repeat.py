"""One phrase twice, with another inflection."""

from collections.abc import Iterator

from mtfix.french.tokens import Tokens
from mtfix.french.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.duplication.phrase import FIGURE_PREPOSITIONS, is_joined
from mtfix.rules.duplication.repeats import Repeat, content_words, is_content, repetitions
from mtfix.rules.duplication.source_repeats import is_repeated_in_source
from mtfix.text import Segment

_GAP = 3
_RELATIVES = frozenset("qui que qu’ dont où".split())
_GAP_STOPS = PREPOSITIONS | CONJUNCTIONS | _RELATIVES | AUXILIARIES | {"plus", "moins", "non", "puis", "ni"}
_PHRASE_STARTS = (PREPOSITIONS - {"de", "d’", "du", "des"}) | AUXILIARIES | _RELATIVES
_AGREEMENT = frozenset({"s", "e", "es"})
_LONG_WORD = 6


class NearRepeat(Rule):
    """One phrase written twice in a row, the second time in another inflection.

    Decoders that hesitate between two readings write both: « depuis la pleine lune depuis le plein lune ».
    The words of both copies are compared by stem, articles and auxiliaries by class; an article may be missing
    in one copy, and up to three words may stand between longer ones.

    Left alone: whatever punctuation, a conjunction or a preposition separates (« entre la France et
    l’Allemagne et entre… », « de la guerre à la paix »), a verb beside its own infinitive or noun, names.
    """

    code = "DUP003"
    name = "near-repeat"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.95
    title = Bilingual(
        en="phrase repeated with another inflection", fr="groupe de mots répété avec d’autres accords"
    )
    message = Bilingual(
        en="“{first}” and “{second}” are the same phrase twice.",
        fr="« {first} » et « {second} » : le même groupe est écrit deux fois.",
    )
    bad = (
        Bad(
            "Les marins ⟦ont quitté le port ont quittées le port⟧ hier.",
            ("ont quitté le port", "ont quittées le port"),
        ),
        Bad(
            "C’est la pire crue ⟦depuis le grand hiver depuis la grande hiver⟧ de 1956.",
            ("depuis le grand hiver", "depuis la grande hiver"),
        ),
        Bad(
            "Il parle ⟦d’un pas vers la paix des pas vers la paix⟧.",
            ("d’un pas vers la paix", "des pas vers la paix"),
        ),
        Bad(
            "Le convoi ⟦mettra fin lundi mettront fin lundi⟧ au blocus.",
            ("mettra fin lundi", "mettront fin lundi"),
        ),
        Bad(
            "Les équipes ⟦ont fouillé les décombres hier ont fouillées les décombres⟧ du marché.",
            ("ont fouillé les décombres hier", "hier ont fouillées les décombres"),
        ),
        Bad("Une décision ⟦européenne européennes⟧ est attendue.", ("européenne", "européennes")),
    )
    good = (
        Good("L’accord vaut entre la France et l’Allemagne et entre la France et l’Italie."),
        Good("Nous essayons d’essayer de comprendre, et nous allons aller plus loin."),
        Good("Le ministre de l’Intérieur a succédé au ministre de l’Économie."),
        Good("Les uns les autres, les grands les petits, tous ont voté."),
        Good("Il est passé de la lutte contre la faim à la lutte contre les inégalités."),
        Good("Ils vivent au jour le jour, de ville en ville, et nous nous parlons."),
        Good("La hausse des prix de l’énergie, la hausse des prix de l’eau : tout pèse."),
        Good("Les données donnent à penser que la neige neigera."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for repeat in context.cached(repetitions, segment).repeats:
            if is_repeated_in_source(segment, context, repeat):
                continue
            if repeat.adjacent:
                if not repeat.exact and _is_phrase(tokens, repeat):
                    yield self._finding(segment, tokens, repeat)
            elif _is_phrase_with_gap(tokens, repeat):
                yield self._finding(segment, tokens, repeat)

    def _finding(self, segment: Segment, tokens: Tokens, repeat: Repeat) -> Finding:
        first = tokens.between(repeat.first, repeat.first_end - 1)
        second = tokens.between(repeat.second, repeat.second_end - 1)
        start, end = tokens.starts[repeat.first], tokens.ends[repeat.second_end - 1]
        gap = segment.target[tokens.ends[repeat.first_end - 1] : tokens.starts[repeat.second]].strip()
        keep_first = f"{first} {gap}" if gap else first
        keep_second = f"{gap} {second}" if gap else second
        if first[0].isupper():
            keep_second = keep_second[0].upper() + keep_second[1:]
        return self.finding(segment, start, end, keep_first, keep_second, first=first, second=second)


def _is_phrase(tokens: Tokens, repeat: Repeat) -> bool:
    words = tokens.words[repeat.first : repeat.first_end]
    if len(words) == 1:
        return _differ_by_agreement(tokens, repeat)
    if is_joined(words) or _is_name(tokens, repeat.second):
        return False
    if len(words) > 2:
        return True
    # « essayons d’essayer de », « nord-sud au nord à »: two words, the second of which governs what follows.
    return is_content(words[1]) and words[0] not in FIGURE_PREPOSITIONS


def _differ_by_agreement(tokens: Tokens, repeat: Repeat) -> bool:
    one, other = sorted((tokens.words[repeat.first], tokens.words[repeat.second]), key=len)
    lower = tokens.surface(repeat.first).islower() and tokens.surface(repeat.second).islower()
    long = len(one) >= _LONG_WORD
    return lower and long and other.startswith(one) and other[len(one) :] in _AGREEMENT


def _is_name(tokens: Tokens, index: int) -> bool:
    return tokens.surface(index)[0].isupper()


def _is_phrase_with_gap(tokens: Tokens, repeat: Repeat) -> bool:
    gap = tokens.words[repeat.first_end : repeat.second]
    if len(gap) > _GAP or not all(word[0].isalnum() and word not in _GAP_STOPS for word in gap):
        return False
    starts = tokens.words[repeat.first] in _PHRASE_STARTS
    return starts and content_words(tokens, repeat.first, repeat.first_end) >= 2
