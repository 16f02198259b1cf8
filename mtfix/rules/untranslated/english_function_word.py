"""English function words in French sentences."""

from collections.abc import Iterator

from mtfix.french.elision import contract, elide, join
from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import coarse, features
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import is_english, is_only_english
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

# What they are in French; the empty string where that depends.
_FRENCH = {
    "and": "et", "with": "avec", "for": "pour", "by": "par", "of": "de", "to": "à", "the": "le", "from": "de",
    "without": "sans", "because": "", "which": "", "who": "qui", "that": "", "this": "", "these": "ces",
    "was": "était", "were": "étaient", "is": "est", "are": "", "has": "", "have": "", "had": "", "been": "été",
    "not": "", "when": "quand", "while": "", "although": "bien que", "however": "cependant", "into": "",
    "than": "que", "then": "ensuite", "they": "", "their": "", "about": "", "after": "après", "before": "avant",
    "between": "entre", "against": "contre", "during": "pendant", "through": "", "his": "", "her": "", "its": "",
    "our": "", "your": "", "will": "", "would": "", "should": "", "could": "",
}  # fmt: skip
_ARTICLES = {"ms": "le", "fs": "la", "mp": "les", "fp": "les", "xp": "les"}
_MARKS = frozenset("«»“”\"‘()[]/&@#*_-=+<>^'’.…:")
# « rock and roll », « best of »: French, as English, has the first word.
_SET = frozenset(
    "rock best black made off one fair live work stand all business call open soul rhythm rythm drum born play "
    "state top man king queen back hall nice face up right road end win out case proof stop trick day hit "
    "people art house job point sense".split()
)


class EnglishFunctionWord(Rule):
    """An English function word in a French sentence: « le maire and le préfet ».

    Left alone: capitals (names, titles), quotations of the word itself, and words beside English ones or names
    (« rock and roll », « Bonnie and Clyde »), which belong to a term, a title or a sentence left in English.
    """

    code = "UNT103"
    name = "english-function-word"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.9
    title = Bilingual(en="English function word", fr="mot grammatical anglais")
    message = Bilingual(en="“{text}” is English.", fr="« {text} » est un mot anglais.")
    bad = (
        Bad("Le maire ⟦and⟧ le préfet se sont rencontrés.", ("et",)),
        Bad("Elle est revenue ⟦with⟧ deux collègues.", ("avec",)),
        Bad("Le juge a refusé ⟦the⟧ demande des avocats.", ("la",)),
        Bad("Le directeur ⟦of⟧ l’usine est absent.", ("de",)),
        Bad("Le toit ⟦of⟧ écoles voisines a brûlé.", ("d’",)),
        Bad("Les élus se retrouvent ⟦before⟧ la séance.", ("avant",)),
    )
    good = (
        Good("Le groupe joue du rock and roll et du rhythm and blues."),
        Good("Bonnie and Clyde sont passés par là."),
        Good("Le mot « and » se traduit par « et »."),
        Good("La série The Good Fight for Justice a du succès."),
        Good("Une règle du type drag and drop, en somme."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        if _FRENCH.keys().isdisjoint(tokens.words):
            return
        for index, word in enumerate(tokens.words):
            if word in _FRENCH and _stands_in_french(tokens, index):
                yield self._found(segment, context, tokens, index)

    def _found(self, segment: Segment, context: Context, tokens: Tokens, index: int) -> Finding:
        start, end = tokens.starts[index], tokens.ends[index]
        french, end = _translated(context, segment, tokens, index, end)
        return self.finding(segment, start, end, *((french,) if french else ()))


def _translated(context: Context, segment: Segment, tokens: Tokens, index: int, end: int) -> tuple[str, int]:
    """The French for the word at `index`, and the end of what it replaces."""
    word = tokens.words[index]
    if word == "the":
        return _article(context, segment, tokens, index), end
    french = _FRENCH[word]
    if french not in ("de", "que", "à") or index + 1 == len(tokens):
        return french, end
    following = tokens.surface(index + 1)
    if following in ("le", "les", "la", "l’", "l'") and french != "que":
        fused = contract(french, following)
        return (fused, tokens.ends[index + 1]) if " " not in fused else (french, end)
    joined = elide(french, following, context.apostrophe)
    if " " in joined:
        return french, end
    return joined[: -len(following)], end


def _article(context: Context, segment: Segment, tokens: Tokens, index: int) -> str:
    """The article that the noun after *the* wants, or '' if that is unsure."""
    if index + 1 == len(tokens):
        return ""
    tag = context.tags(segment)[index + 1]
    article = _ARTICLES.get(features(tag), "")
    if coarse(tag) != "NOUN" or not article:
        return ""
    following = tokens.surface(index + 1)
    return article if " " in join((article, following)) else ""


def _stands_in_french(tokens: Tokens, index: int) -> bool:
    if not tokens.surface(index).islower():
        return False
    before, after = _kind(tokens, index - 1), _kind(tokens, index + 1)
    return "other" not in (before, after) and "french" in (before, after)


def _kind(tokens: Tokens, index: int) -> str:
    """`french` for a French word in small letters, `stop` for a comma or the edge, `other` for anything else."""
    if not 0 <= index < len(tokens):
        return "stop"
    word = tokens.words[index]
    if not word[0].isalpha():
        return "other" if word[0] in _MARKS or word[0].isdigit() else "stop"
    if (index and not tokens.surface(index)[0].islower()) or word in _FRENCH or word in _SET:
        return "other"
    if "’" in word:
        return "french"
    known = lexicon().analyses(word, initial=index == 0)
    if not known or is_only_english(word):
        return "other"
    return "french" if not is_english(word) or _is_grammatical(word) else "other"


def _is_grammatical(word: str) -> bool:
    """« table » may be English, but so may « on », « a », « me », which are common beside anything."""
    return word in (
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "ont",
        "sont",
        "il",
        "elle",
        "deux",
        "trois",
        "six",
        "pour",
    )
