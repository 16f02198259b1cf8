"""Words that French makes anew from known ones: prefixes, suffixes, compounds."""

import re
from functools import lru_cache

from mtfix.french.lexicon import lexicon
from mtfix.french.word_lists import commonness

_PREFIXES = tuple(
    "after agro allo amphi anti aqua archi audio auto aéro benzo bi biblio bio brachy broncho calci carbo "
    "cardio centi chimio chloro chrono ciné circum cis co cosmo counter crypto cyber cyclo cyto cérébro "
    "demi dermato des di dis dynamo dys dé déca déci dés em embryo en endo entre entéro ethno eu euro ex "
    "exo extra fibro fluoro franco gastro germano glosso gluco glyco grapho gynéco géo hecto hexa hispano "
    "histo homo homéo hydro hyper hypno hypo hélio héma hémato hémi hémo hépato hétéro idéo il im immuno "
    "in infra inter intra ir iso italo kilo lacto latino leuco lipo litho loco logo macro magnéto mal "
    "maxi micro milli mini mono morpho moto multi musculo my myco médico méga mégalo mélo més méso méta "
    "métallo méthyl météo nano narco neuro nitro non nécro néo néphro octo oculo oligo omni oncho onco "
    "ophtalmo opto ortho ostéo oto outre ovo oxy paléo pan para patho penta per pharmaco philo phono "
    "phospho photo physico physio phyto plani pluri pluvio pneumo poly post pro proto pré préto pseudo "
    "psycho pulmo pyro péd pédo péri pétro quadri quasi quinqu r radio re ren rhino ré rétro sapro semi "
    "servo sexo silico simili socio sous spectro stéréo sub sulfo super supra sur sus sylvo syn séro "
    "techno thermo thio thoraco thrombo thyro théo topo toxico trans tri turbo typo télé tétra ultra uni "
    "uro vaso vice vidéo visio xylo xéno zoo éco électro épi équi œno".split()
)
_PREFIX = re.compile("(?:" + "|".join(sorted(set(_PREFIXES), key=len, reverse=True)) + ")")
_FEWEST = 4

# Ending of the new word, and the endings of the known one it may be made of.
_SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"isations?", ("", "e", "iser", "isme", "al", "aire", "el", "ique", "ien")),
    (r"ifications?", ("", "e", "ifier", "if")),
    (
        r"is(?:er|ées?|és?|ant|ent|aient|ait|e|era|eront)",
        ("", "e", "al", "ique", "aire", "el", "isation", "isme"),
    ),
    (r"is(?:eurs?|euses?|atrices?|ateurs?|ables?)", ("", "e", "iser", "isation", "al", "ique")),
    (r"ismes?", ("", "e", "iste", "ien", "ique", "al", "aire", "eux", "er", "if", "isation")),
    (r"istes?", ("", "e", "isme", "ie", "ique", "er", "o", "a", "ier", "aire", "age")),
    (r"(?:a|i)?bilités?", ("able", "ible", "er")),
    (r"ables?", ("er", "ir", "e", "ation")),
    (r"ibles?", ("ir", "re", "ion")),
    (r"(?:eurs?|euses?|eresses?)", ("er", "e", "ir", "re", "age", "")),
    (r"(?:at|it)?(?:rices?|eurs?)", ("er", "ion", "ation", "ition", "teur")),
    (r"ages?", ("er", "e", "", "ir")),
    (r"ements?", ("er", "ir")),
    (r"issements?", ("ir",)),
    (r"(?:al|ale|aux|ales)", ("e", "", "ie", "ion", "ique", "um", "us")),
    (r"(?:i?el|i?elle|i?els|i?elles)", ("e", "", "ion", "ence", "ance")),
    (r"(?:aire|aires)", ("e", "", "ion", "er")),
    (r"(?:ique|iques)", ("e", "ie", "", "isme", "iste", "ite", "ose", "ion", "a", "o", "ase", "isation")),
    (r"(?:if|ive|ifs|ives)", ("er", "ion", "e", "ition", "ation")),
    (r"(?:ité|ités)", ("e", "", "al", "aire", "el", "if", "eux", "able", "ible", "ique", "ien")),
    (
        r"(?:ien|ienne|iens|iennes|éen|éens|éenne|éennes)",
        ("e", "ie", "", "a", "o", "i", "y", "ée", "is", "us"),
    ),
    (r"(?:in|ine|ins|ines)", ("e", "", "a", "er", "o")),
    (r"(?:ais|aise|aises|ois|oise|oises)", ("", "e", "a", "o", "i", "s", "es")),
    (r"(?:esque|esques)", ("", "e", "o", "a", "i")),
    (r"(?:ette|ettes|et|ets|eau|eaux|on|ons|ot|ots|otte|ottes)", ("", "e")),
    (r"(?:erie|eries)", ("er", "e", "", "ier")),
    (r"(?:ier|iers|ière|ières)", ("", "e", "age", "erie", "a")),
    (r"(?:ard|arde|ards|ardes|âtre|âtres|asse|asses)", ("", "e", "er")),
    (r"(?:eux|euse|euses)", ("", "e", "er", "ie", "ion")),
    (
        r"(?:logie|logue|logique|logues|logies|logiques|thérapie|graphie|graphique|graphe|phobe|phobie|phile|philie)s?",
        ("", "e", "ie"),
    ),
    (r"(?:é|ée|és|ées|er|ait|aient|ant|ent|era)", ("", "e", "age", "ation", "ement", "on", "eur", "isme")),
    (r"s", ("",)),
    (r"t?ions?", ("t", "teur", "tif", "tible", "ter", "re")),
    (r"ations?", ("ateur", "atif", "atoire", "able")),
    (r"ateurs?|atrices?|atifs?|atives?|atoires?", ("ation", "er")),
    (r"ances?|ences?", ("ant", "ent", "er")),
    (r"(?:antes?|ants)", ("ant", "ance")),
    (r"(?:ante?s?|ente?s?)", ("ance", "ence")),
)
Suffixes = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
_COMPILED: Suffixes = tuple((re.compile(f"(?:{ending})$"), bases) for ending, bases in _SUFFIXES)
_LEARNED = _COMPILED[:7]
# Adjectives of which an adverb may be made though the adjective be rare.
_ADVERBIAL = re.compile(r"(?:able|ible|aire|ique|elle|iste|ive|euse|ienne|oise|aise|esque)$")


@lru_cache(maxsize=4096)
def is_derived(word: str) -> bool:
    """Whether French may have made this unknown word in small letters from known ones, by its usual means."""
    if word.endswith("ment"):
        return _derived_adverb(word) or _by_prefix(word)
    return _by_suffix(word) or _by_prefix(word) or _by_compounding(word)


def _known(word: str) -> bool:
    return bool(lexicon().look_up(word)) or bool(lexicon().look_up(word.capitalize()))


def _by_prefix(word: str) -> bool:
    for end in range(1, min(9, len(word) - _FEWEST) + 1):
        if not _PREFIX.fullmatch(word, 0, end):
            continue
        rest = word[end:]
        if _known(rest) or (end > 2 and len(rest) > 6 and _by_suffix(rest, _LEARNED)):
            return True
        # dés|insulte, re|s|ssource: a doubled s keeps its sound.
        if rest.startswith("ss") and _known(rest[1:]):
            return True
    return False


def _by_suffix(word: str, suffixes: Suffixes = _COMPILED) -> bool:
    for ending, bases in suffixes:
        match = ending.search(word)
        if match is None or match.start() < _FEWEST - 1:
            continue
        stem = word[: match.start()]
        if any(_known(stem + base) for base in bases if len(stem + base) >= _FEWEST):
            return True
        if stem[-1] == stem[-2] and _known(stem[:-1]):
            return True
    return False


def _by_compounding(word: str) -> bool:
    return any(
        word[place - 1] in "oi"
        and (_known(word[:place]) or _known(word[: place - 1]))
        and _known(word[place:])
        for place in range(4, len(word) - 4)
    )


def _derived_adverb(word: str) -> bool:
    """Of a common adjective, or of a rare one by a suffix that all adverbs take; or a noun of a verb's action."""
    stem = word.removesuffix("ment")
    if _known(stem) and (_ADVERBIAL.search(stem) or commonness(stem) or commonness(stem.removesuffix("e"))):
        return True
    verb = stem.removesuffix("sse") + "r" if stem.endswith("isse") else stem + "r"
    return stem.endswith("e") and _known(verb)
