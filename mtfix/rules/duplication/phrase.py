"""The same phrase twice in a row."""

from collections.abc import Iterator

from mtfix.french.tokens import Tokens
from mtfix.french.words import AUXILIARIES
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.duplication.repeats import Repeat, repetitions
from mtfix.rules.duplication.source_repeats import is_repeated_in_source
from mtfix.text import Segment

# « côte à côte à la tribune », « de jour en jour en Syrie »: a figure and the preposition of what follows.
FIGURE_PREPOSITIONS = frozenset("à en par sur pour contre après dans et ou".split())
_JOINING = frozenset(("et", "ou", "ni"))
_SAYING = ("un", "chat")  # appeler un chat un chat


class RepeatedPhrase(Rule):
    """A phrase of two words or more written twice in a row, letter for letter but for capitals.

    Left alone: copies with punctuation between them (« Plus jamais ça, plus jamais ça »), figures such as
    « côte à côte à », « des heures et des heures et des heures », names, and what the source says twice too.
    """

    code = "DUP002"
    name = "repeated-phrase"
    severity = Severity.MAJOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.97
    title = Bilingual(en="adjacent phrase repeated", fr="groupe de mots répété à la suite")
    message = Bilingual(en="“{phrase}” stands twice in a row.", fr="« {phrase} » est répété à la suite.")
    bad = (
        Bad("Le pont ⟦fermé à la circulation fermé à la circulation⟧ rouvrira.", ("fermé à la circulation",)),
        Bad("⟦La vallée de la vallée de⟧ la Marne est inondée.", ("La vallée de",)),
        Bad("Il dépense cent euros ⟦par jour par jour⟧ à l’étranger.", ("par jour",)),
        Bad("Elle doit lever ⟦des fonds des fonds⟧ avant mai.", ("des fonds",)),
    )
    good = (
        Good("Ils ont siégé côte à côte à la tribune, puis de jour en jour en Syrie."),
        Good("« Plus jamais ça, plus jamais ça », ont crié les manifestants."),
        Good("Il a attendu des heures et des heures et des heures."),
        Good("Le film New York New York sera rediffusé."),
        Good(
            "Il a promis de la patience de la patience.",
            source="He promised patience, patience.",
        ),
        Good("Petit à petit, l’eau monte ; un à un, les ponts cèdent."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for repeat in context.cached(repetitions, segment).repeats:
            counts = repeat.exact and repeat.adjacent and _counts(tokens, repeat)
            if counts and not is_repeated_in_source(segment, context, repeat):
                phrase = tokens.between(repeat.first, repeat.first_end - 1)
                start, end = tokens.starts[repeat.first], tokens.ends[repeat.second_end - 1]
                yield self.finding(segment, start, end, phrase, phrase=phrase)


def is_joined(words: list[str]) -> bool:
    """Whether a conjunction joins the copies, as in « des heures et des heures »; before a verb it does not."""
    return words[-1] in _JOINING or (words[0] in _JOINING and words[1] not in AUXILIARIES)


def _counts(tokens: Tokens, repeat: Repeat) -> bool:
    words = tokens.words[repeat.first : repeat.first_end]
    if len(words) < 2 or tuple(words) == _SAYING or is_joined(words):
        return False
    if words[-1] in FIGURE_PREPOSITIONS and (len(words) == 2 or words[0][0].isdigit()):
        return False
    surfaces = (tokens.surface(i) for i in range(repeat.second, repeat.second_end))
    return not all(surface[0].isupper() for surface in surfaces)
