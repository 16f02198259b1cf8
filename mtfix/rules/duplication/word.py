"""The same word twice in a row."""

from collections.abc import Iterator

from mtfix.french.lexicon import Analysis, lexicon
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.duplication.repeats import Repeat, is_content, repetitions
from mtfix.rules.duplication.source_repeats import is_repeated_in_source
from mtfix.text import Segment

_REDUPLICATED = frozenset(
    "nous vous très mieux bla tam tic toc tac la na ha hé hi ho ah oh eh hou non oui si bis cha pom ron chut allez "
    "allons tout toute jamais toujours encore bien trop plus vite peu beaucoup loin longtemps point cou coin gué do"
    " dum yo ya za fou joujou petit coucou hein quoi tiens dis dites là ci faire".split()
)
# « ceux qui le sont sont », « tout ce qu’il a a été vendu », « le fait fait débat »: a clause that ends in a verb.
_END_A_CLAUSE = frozenset(
    "a ont avait avaient est sont était étaient fait font dit disent faut peut peuvent sera fut va vont elle elles "
    "lui eux moi toi soi que".split()
)
_OPEN_A_CLAUSE = frozenset(
    "qui que qu’ dont où ce lequel laquelle lesquels lesquelles quoi pour selon chez".split()
)
_CLAUSE = 5


class RepeatedWord(Rule):
    """A word written twice in a row, as decoders do.

    In an enumeration the copies may have a comma between them: « vélos, camions, camions et voitures ».

    Left alone: the pronouns « nous nous », « vous vous »; intensifying repetition (« très très », « non
    non »); a clause that ends in the verb the next one begins with (« ceux qui le sont sont rares »); names
    (« Duran Duran »); a capitalised word beside the same word in lower case (« l’Est est »); figures.
    """

    code = "DUP001"
    name = "repeated-word"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.95
    title = Bilingual(en="word repeated", fr="mot répété")
    message = Bilingual(en="“{text}”: the word stands twice.", fr="« {text} » : le mot est répété.")
    bad = (
        Bad("Les secours ⟦ont ont⟧ évacué la vallée.", ("ont",)),
        Bad("Il a plu ⟦pendant pendant⟧ trois jours.", ("pendant",)),
        Bad("La ministre ⟦de de⟧ l’Énergie a tranché.", ("de",)),
        Bad("Vélos, fourgons, ⟦camions, camions⟧ et voitures attendent.", ("camions",)),
        Bad("⟦Les les⟧ pompiers sont arrivés.", ("Les",)),
        Bad("Elle craint l’élection ⟦présidentielle présidentielle⟧.", ("présidentielle",)),
    )
    good = (
        Good("À qui mieux mieux, ils crient que l’est est venté."),
        Good("Nous nous souvenons de ce que vous vous êtes dit."),
        Good("C’est très très loin, non non non."),
        Good("Ceux qui le sont sont rares, et tout ce qu’il a a été vendu."),
        Good("Le groupe Duran Duran jouera dans l’Est, où l’Est est perçu comme lointain."),
        Good("Il a composé le 20 20 20."),
        Good("Il a attendu longtemps, longtemps, puis il a crié : alerte, alerte, tout le monde dehors."),
        Good("Le général, de de Gaulle à Leclerc, fut cité."),
        Good("Une attente longue longue.", source="A long, long wait."),
        Good("Cela fait de quelqu’un un chef ; il revint en en rapportant deux."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        words = tokens.words
        looped: set[int] | None = None
        for index in range(len(words) - 1):
            word = words[index]
            if word == "," and _listed_twice(tokens, index):
                start, end = tokens.starts[index - 1], tokens.ends[index + 1]
                yield self.finding(segment, start, end, tokens.surface(index - 1), safety=Safety.UNSAFE)
                continue
            if word != words[index + 1] or not self._counts(tokens, index):
                continue
            if looped is None:
                loops = context.cached(repetitions, segment).loops
                looped = {i for loop in loops for i in range(loop.start, loop.end)}
            copies = Repeat(index, index + 1, index + 1, index + 2, exact=True)
            if index not in looped and not is_repeated_in_source(segment, context, copies):
                start, end = tokens.starts[index], tokens.ends[index + 1]
                yield self.finding(segment, start, end, tokens.surface(index))

    @staticmethod
    def _counts(tokens: Tokens, index: int) -> bool:
        word = tokens.words[index]
        if not word[0].isalpha() or word in _REDUPLICATED or not tokens.spaced(index):
            return False
        first, second = tokens.surface(index), tokens.surface(index + 1)
        if second[0].isupper() or (first[0].isupper() and not _begins_sentence(tokens, index)):
            return False
        if len(word) == 1 and word not in ("à", "y"):
            return False
        if word == "de" and index + 2 < len(tokens) and tokens.surface(index + 2)[0].isupper():
            return False
        before = tokens.words[max(0, index - _CLAUSE) : index]
        if word == "est" and before and before[-1] in ("l’", "à", "d’"):
            return False
        if word in ("un", "une") and before and before[-1] in ("quelqu’", "chac", "l’"):
            return False  # « ce qui fait de quelqu’un un homme »
        if word == "en" and any(a.tense == "ppres" for a in _analyses(tokens, index + 2)):
            return False  # « en en apportant »
        return word not in _END_A_CLAUSE or _OPEN_A_CLAUSE.isdisjoint(before)


def _analyses(tokens: Tokens, index: int) -> tuple[Analysis, ...]:
    return lexicon().analyses(tokens.words[index]) if index < len(tokens) else ()


def _listed_twice(tokens: Tokens, comma: int) -> bool:
    """Whether the same noun stands before and after a comma inside an enumeration; emphasis has no third item."""
    words = tokens.words
    if not 2 <= comma < len(words) - 2 or words[comma - 1] != words[comma + 1]:
        return False
    word, before, after = words[comma - 1], words[comma - 2], words[comma + 2]
    if (
        not is_content(word)
        or word.endswith("ment")
        or word in _REDUPLICATED
        or not tokens.surface(comma - 1).islower()
    ):
        return False
    return before == "," and after in (",", "et", "ou")


def _begins_sentence(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.words[index - 1] in (".", "!", "?", "…", "«", "“", '"', ":", "–", "—")
