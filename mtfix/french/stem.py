"""A light stem of French words, to see that two forms are the same word in another inflection."""

import unicodedata
from functools import lru_cache

_ENDINGS = (
    "issaient issait issent issant eraient raient erait rait erons eront ront aient ions ons ent ant ait "
    "era ra ees ee es er ez ies ie ir it is i ues ue us ux u e s x t"
).split()
_SHORTEST = 3


def without_accents(text: str) -> str:
    """The text with every letter in its bare form: é as e, ç as c."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The folded word without accents and without one inflectional ending; at least three letters stay."""
    plain = without_accents(word)
    if plain.endswith(("tions", "sions")):
        return plain[:-1]
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            plain = plain[: -len(ending)]
            break
    # bonne and bon: a consonant doubled before the ending counts once.
    return plain[:-1] if len(plain) > _SHORTEST and plain[-1] == plain[-2] else plain


def same_word(one: str, other: str) -> bool:
    """Whether two folded words can be forms of one word."""
    return one == other or stem(one) == stem(other)
