"""English function words in French sentences."""

from collections.abc import Iterator

from mtfix.french.elision import contract, elide
from mtfix.french.lexicon import lexicon
from mtfix.french.tokens import Tokens
from mtfix.french.word_lists import is_english
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

# What they are in French; the empty string where that depends.
_FRENCH = {
    "and": "et", "with": "avec", "for": "pour", "by": "par", "of": "de", "to": "à", "the": "le", "from": "de",
    "without": "sans", "because": "", "which": "", "who": "qui", "that": "", "this": "", "these": "ces",
    "was": "était", "were": "étaient", "is": "est", "are": "", "have": "", "had": "", "been": "été",
    "not": "", "when": "quand", "while": "", "although": "bien que", "however": "cependant", "into": "",
    "than": "que", "then": "ensuite", "they": "", "their": "", "about": "", "after": "après", "before": "avant",
    "between": "entre", "against": "contre", "during": "pendant", "through": "", "his": "", "her": "", "its": "",
    "our": "", "your": "", "will": "", "would": "", "should": "", "could": "",
}  # fmt: skip
# Words of French that are few in English text.
_FRENCH_ENOUGH = frozenset("le la les un une des ont sont il elle deux trois six pour son ses dans".split())
# After a name these alone tell that the sentence is French: « Dundee and de Cardiff ».
_OPENERS = frozenset("le la les l’ un une des du de d’ leur leurs deux trois".split())
_ELIDED = ("de", "que", "le", "la")
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
        Bad("Le directeur ⟦of⟧ l’usine de Gap est absent.", ("de",)),
        Bad("Le toit ⟦of écoles⟧ voisines s’est envolé.", ("d’écoles",)),
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
                french, last = _translated(context, tokens, index)
                fixes = (french,) if french else ()
                yield self.finding(segment, tokens.starts[index], tokens.ends[last], *fixes)


def _translated(context: Context, tokens: Tokens, index: int) -> tuple[str, int]:
    """The French for the word at `index` (or ''), and the last token that it replaces."""
    word = tokens.words[index]
    if index + 1 == len(tokens) or not tokens.is_word(index + 1):
        return _FRENCH[word] if word != "the" else "", index
    following = tokens.surface(index + 1)
    if word == "the":
        french = _article(following)
    else:
        french = _FRENCH[word]
    if french in ("de", "à") and following in ("le", "les"):
        return contract(french, following), index + 1
    joined = elide(french, following, context.apostrophe) if french in _ELIDED else ""
    return (joined, index + 1) if joined and " " not in joined else (french, index)


def _article(noun: str) -> str:
    """The article that the noun after *the* wants, or '' if that is unsure."""
    readings = {(a.gender, a.number) for a in lexicon().analyses(noun) if a.pos == "NOUN"}
    if not readings or len(readings) > 1:
        return ""
    gender, number = readings.pop()
    if number == "p":
        return "les"
    return {"m": "le", "f": "la"}.get(gender, "") if number else ""


def _stands_in_french(tokens: Tokens, index: int) -> bool:
    if not tokens.surface(index).islower() or tokens.words[index : index + 2] == ["for", "intérieur"]:
        return False
    before, after = _kind(tokens, index - 1), _kind(tokens, index + 1)
    if "name" in (before, after):
        return index + 1 < len(tokens) and before == "name" and tokens.words[index + 1] in _OPENERS
    return "other" not in (before, after) and "french" in (before, after)


def _kind(tokens: Tokens, index: int) -> str:
    """`french` for a French word, `either`, a `name`, a `stop` for commas and edges, `other` for all else."""
    if not 0 <= index < len(tokens):
        return "stop"
    word = tokens.words[index]
    if not word[0].isalpha():
        return "other" if word[0] in _MARKS or word[0].isdigit() else "stop"
    if word in _FRENCH or word in _SET:
        return "other"
    if index and not tokens.surface(index)[0].islower():
        return "name"
    if "’" in word:
        return "french"
    if not lexicon().analyses(word):
        return "other"
    return "french" if not is_english(word) or word in _FRENCH_ENOUGH else "either"
