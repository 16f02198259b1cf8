"""Closed classes of French words, as folded tokens (see `mtfix.french.tokens`), and tests of single words."""

from collections.abc import Callable, Iterator, Sequence
from itertools import compress

DETERMINERS = frozenset(
    "le la les l’ un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre "
    "vos leur leurs chaque plusieurs quelques aucun aucune certains certaines tout toute tous toutes de "
    "d’".split()
)
PREPOSITIONS = frozenset(
    "à au aux de d’ du des en dans par pour sur sous avec sans entre vers chez contre depuis dès pendant "
    "durant avant après devant derrière malgré parmi selon hors jusque jusqu’ lors outre envers".split()
)
PRONOUNS = frozenset(
    "je j’ tu il elle on nous vous ils elles me m’ te t’ se s’ le la les l’ lui leur y en ce c’ cela ça "
    "ceci qui que qu’ quoi dont où celui celle ceux celles moi toi soi eux".split()
)
CONJUNCTIONS = frozenset(
    "et ou mais or ni car donc que qu’ si s’ quand lorsque lorsqu’ comme puisque puisqu’ "
    "quoique quoiqu’".split()
)
AUXILIARIES = frozenset(
    "a as ai ont avons avez avait avaient aura auront aurait auraient ait aient eu ayant avoir est es "
    "suis sont sommes êtes était étaient sera seront serait seraient soit soient été étant être".split()
)
ADVERBS = frozenset(
    "ne n’ pas plus jamais rien très trop bien aussi encore déjà toujours ainsi même moins peu non oui si "
    "là ici alors puis ensuite surtout notamment seulement".split()
)
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES | ADVERBS

NUMERALS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente "
    "quarante cinquante soixante cent cents mille".split()
)
"""Number words (not *un*, which is an article too); compounds are made of them with hyphens."""

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


class WordTest(dict[str, bool]):
    """Remembers which words pass a test, and finds their places in a text without asking for each token anew."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        super().__init__()
        self._test = test

    def __missing__(self, word: str) -> bool:
        passed = self[word] = self._test(word)
        return passed

    def places(self, words: Sequence[str]) -> Iterator[int]:
        """The indices of the words that pass."""
        return compress(range(len(words)), map(self.__getitem__, words))
