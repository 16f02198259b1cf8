"""Whether two forms are heard alike: *lancé* and *lancée*, *exige* and *exigent*, but not *vert* and *verte*."""

import re

_PLURAL = re.compile(r"(?<=.)[sx]$")
_THIRD_PERSONS = re.compile(r"(?<=[bcdfgjklmnpqrstvwxzi]e)nt$")
_IMPERFECT = re.compile(r"(?<=ai)(?:t|ent)$")
_MUTE_E = re.compile(r"(?<=[aéiou])e$|(?<!è)(?<=r)e$|(?<=l)(?:le|e)$")


def sounds_alike(one: str, other: str) -> bool:
    """Whether the words of two texts are all heard alike; what divides them is a mute ending."""
    pairs = list(zip(one.lower().split(), other.lower().split(), strict=False))
    return len(one.split()) == len(other.split()) and all(_heard(a) == _heard(b) for a, b in pairs)


def _heard(word: str) -> str:
    """The word without its mute ending; a feminine whose consonant is heard keeps an *e*."""
    word = _THIRD_PERSONS.sub("", _IMPERFECT.sub("", _PLURAL.sub("", word)))
    return word[:-3] + "c" if word.endswith("que") else _MUTE_E.sub("", word)
