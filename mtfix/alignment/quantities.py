"""The numbers of an English text and of a French one, as values that can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from mtfix.french.tokens import Tokens

Values = frozenset[Fraction]

_ENGLISH_UNITS = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
_ENGLISH_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_FRENCH_UNITS = dict(
    zip(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(),
        range(17),
        strict=True,
    )
) | {"une": 1, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19}
_FRENCH_TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "nonante": 90,
}  # fmt: skip
_ENGLISH_SCALES: dict[str, tuple[int, ...]] = {
    "hundred": (10**2,), "hundreds": (10**2,), "thousand": (10**3,), "million": (10**6,), "billion": (10**9,),
    "trillion": (10**12,), "m": (1, 10**6), "mn": (10**6,), "bn": (10**9,), "tn": (10**12,), "k": (10**3, 1),
    "dozen": (12, 10), "dozens": (12, 10), "percent": (1,),
}  # fmt: skip
# A machine writes « billion » for milliard: the rule on scale words says so.
_FRENCH_SCALES: dict[str, tuple[int, ...]] = {
    "cent": (10**2,), "cents": (10**2, 1), "centaine": (10**2,), "mille": (10**3,), "milles": (10**3, 1),
    "millier": (10**3,),
    "milliers": (10**3,), "million": (10**6,), "millions": (10**6,), "milliard": (10**9,), "milliards": (10**9,),
    "billion": (10**12, 10**9), "billions": (10**12, 10**9), "trillion": (10**18, 10**12),
    "trillions": (10**18, 10**12), "douzaine": (12,), "douzaines": (12,), "md": (10**9,),
    "mds": (10**9,), "k": (10**3,),
}  # fmt: skip
_COLLECTIVES: dict[str, int | Fraction] = {
    "huitaine": 8, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "moitié": Fraction(1, 2),
    "double": 2, "triple": 3, "quadruple": 4, "demi": Fraction(1, 2), "demie": Fraction(1, 2), "tiers": 3,
    "quart": 4,
}  # fmt: skip
_ENGLISH_COLLECTIVES: dict[str, int | Fraction] = {
    "half": Fraction(1, 2), "twice": 2, "double": 2, "triple": 3, "couple": 2, "pair": 2, "both": 2, "fortnight": 15,
}  # fmt: skip
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ère|re|e|ème|es|nde?)$")
_ROMAN = re.compile(r"(?=[ivxlc]{2,}|[vx])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?:e|er|ème)?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: what it can be worth, its tokens [first, end), whether figures write it."""

    values: Values
    first: int
    end: int
    figures: bool


def english_quantities(tokens: Tokens) -> list[Quantity]:
    """The numbers of an English text: figures, words (*twenty-five*), with their scale (*4.2 million*)."""
    return list(_quantities(tokens, _english_number, _english_value, _ENGLISH_SCALES))


def french_quantities(tokens: Tokens) -> list[Quantity]:
    """The numbers of a French text; `1,234` can be either of two where the machine kept English separators."""
    return list(_quantities(tokens, _french_number, _french_value, _FRENCH_SCALES))


Value = Callable[[Tokens, int], tuple[Values, int, bool] | None]


def _quantities(
    tokens: Tokens, may_begin: Callable[[str], bool], value: Value, scales: dict[str, tuple[int, ...]]
) -> Iterator[Quantity]:
    end = 0
    for index, word in enumerate(tokens.words):
        if index < end or not may_begin(word):
            continue
        found = value(tokens, index)
        if found is None:
            continue
        values, end, figures = found
        values, end = _scaled(tokens, values, end, scales)
        yield Quantity(values, index, end, figures)


@lru_cache(maxsize=50_000)
def _english_number(word: str) -> bool:
    """Whether a number may begin with the word."""
    known = word in _ENGLISH_COLLECTIVES or word == "dozen" or _ROMAN.match(word) is not None
    return (
        word[0].isdigit()
        or known
        or _sum_of_parts(word.split("-"), _ENGLISH_UNITS, _ENGLISH_TENS) is not None
    )


@lru_cache(maxsize=50_000)
def _french_number(word: str) -> bool:
    """Whether a number may begin with the word."""
    known = word in _COLLECTIVES or word in ("cent", "mille") or _ROMAN.match(word) is not None
    return word[0].isdigit() or known or _french_compound(word) is not None


def _scaled(
    tokens: Tokens, values: Values, end: int, scales: dict[str, tuple[int, ...]]
) -> tuple[Values, int]:
    """The values with the scale words behind them (*deux cent mille*)."""
    while end < len(tokens):
        place = end + 1 if tokens.words[end] == "-" and end + 1 < len(tokens) else end
        factors = scales.get(tokens.words[place])
        if factors is None or (len(tokens.words[place]) <= 3 and not tokens.words[place - 1][0].isdigit()):
            break
        values = frozenset(value * factor for value in values for factor in factors)
        end = place + 1
    return values, end


def _english_value(tokens: Tokens, index: int) -> tuple[Values, int, bool] | None:
    word = tokens.words[index]
    if word == "dozen":  # « une dizaine » does as well
        return frozenset((Fraction(12), Fraction(10))), index + 1, False
    if word[0].isdigit():
        plain = _ORDINAL.sub("", _english_figures(word))
        end = index + 1
        if (
            end < len(tokens)
            and _ORDINAL.fullmatch(tokens.words[end])
            and tokens.starts[end] == tokens.ends[index]
        ):
            end += 1
        return _decimal(plain), end, True
    if word in _ENGLISH_COLLECTIVES:
        return frozenset((Fraction(_ENGLISH_COLLECTIVES[word]),)), index + 1, False
    total = _sum_of_parts(word.split("-"), _ENGLISH_UNITS, _ENGLISH_TENS)
    if total is None:
        return _roman(tokens, index)
    end = index + 1
    if total in _ENGLISH_TENS.values() and end < len(tokens) and tokens.words[end] in _ENGLISH_UNITS:
        total, end = total + _ENGLISH_UNITS[tokens.words[end]], end + 1
    return frozenset((Fraction(total),)), end, False


def _english_figures(word: str) -> str:
    """A figure with a decimal point and nothing between the thousands."""
    if re.fullmatch(r"\d{1,3},\d{1,2}", word):
        return word.replace(",", ".")
    return re.sub(r"[,\s\u00a0\u202f]", "", word)


def _french_value(tokens: Tokens, index: int) -> tuple[Values, int, bool] | None:
    word = tokens.words[index]
    if word[0].isdigit():
        end = index + 1
        if (
            end < len(tokens)
            and _ORDINAL.fullmatch(tokens.words[end])
            and tokens.starts[end] == tokens.ends[index]
        ):
            end += 1
        return _french_figures(_ORDINAL.sub("", word)), end, True
    if word in _COLLECTIVES:
        return frozenset((Fraction(_COLLECTIVES[word]),)), index + 1, False
    if word in ("cent", "mille"):
        return frozenset((Fraction(_FRENCH_SCALES[word][0]),)), index + 1, False
    total = _french_compound(word)
    if total is None:
        return _roman(tokens, index)
    end = index + 1
    while (
        end + 1 < len(tokens) and tokens.words[end] == "et" and tokens.words[end + 1] in ("un", "une", "onze")
    ):
        total, end = total + _FRENCH_UNITS[tokens.words[end + 1]], end + 2
    return frozenset((Fraction(total),)), end, False


def _french_compound(word: str) -> int | None:
    if word in _FRENCH_UNITS:
        return _FRENCH_UNITS[word]
    parts = [part for part in word.split("-") if part != "et"] or [word]
    if parts[:2] in (["quatre", "vingt"], ["quatre", "vingts"]):
        rest = "-".join(parts[2:])
        return 80 + ((_french_compound(rest) or 0) if rest else 0)
    if parts[0] == "soixante" and len(parts) > 1:
        rest_value = _french_compound("-".join(parts[1:]))
        return 60 + rest_value if rest_value is not None else None
    return _sum_of_parts(parts, _FRENCH_UNITS, _FRENCH_TENS)


def _sum_of_parts(parts: list[str], units: dict[str, int], tens: dict[str, int]) -> int | None:
    known = units | tens
    if not all(part in known for part in parts):
        return None
    return sum(known[part] for part in parts)


def _french_figures(text: str) -> Values:
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    found = set(_decimal(plain.replace(",", ".")) if plain.count(",") < 2 else ())
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        found |= _decimal(re.sub(r"[.,]", "", plain))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+", plain):
        found |= _decimal(plain.replace(",", ""))
    return frozenset(found or {Fraction(-1)})


def _decimal(text: str) -> Values:
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return frozenset((Fraction(text),))
    digits = re.findall(r"\d+", text)
    return frozenset((Fraction("".join(digits)),)) if digits else frozenset((Fraction(-1),))


def _roman(tokens: Tokens, index: int) -> tuple[Values, int, bool] | None:
    """A Roman numeral in capitals (*Napoléon III*, *XIXe siècle*)."""
    surface = tokens.surface(index)
    letters = re.match(r"[IVXLC]+", surface)
    if letters is None or surface[letters.end() :] not in ("", "e", "er", "ème"):
        return None
    if len(letters[0]) < 2 or not _ROMAN.fullmatch(letters[0].lower()):
        return None
    return frozenset((Fraction(_roman_value(letters[0])),)), index + 1, False


def _roman_value(letters: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    values = [worth[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
