"""A number that is not the source's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from mtfix.alignment.quantities import Quantity
from mtfix.english.words import lemma
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.numbers.figures import french
from mtfix.text import Segment, Span

# Small numbers are written in many ways (« a », « both », « une paire »): they are no proof.
_LEAST = 3
_CENTURY = 100
# What an editor converts: the metric worth of a unit, in each unit it may become.
_METRIC: dict[str, tuple[float, ...]] = {
    "mile": (1.609,), "mph": (1.609,), "foot": (0.3048, 30.48), "ft": (0.3048, 30.48), "inch": (2.54, 25.4, 0.0254),
    "lb": (0.4536,), "pound": (0.4536,), "stone": (6.35,), "gallon": (3.785, 4.546), "acre": (0.4047, 4047),
    "yard": (0.9144,), "ounce": (28.35, 0.02835), "oz": (28.35,), "pint": (0.473, 0.568), "quart": (0.946,),
}  # fmt: skip
_FEET = frozenset("ft foot feet".split())
_APPROXIMATE = 0.1
"""The share by which a converted number may be rounded."""
_DAYTIME = frozenset("am pm a.m. p.m. o’clock noon gmt est edt pst cet bst".split())
_TEMPERATURE = frozenset("degré degrés ° °c celsius température températures".split())
_ROUNDED = 2
"""Degrees Celsius by which a temperature converted from Fahrenheit may be rounded."""
_REACH = 3
_NEAR = 0.35


class NumberDiffers(Rule):
    """A number of the French that the source does not have, where the source has one that the French lacks.

    Compared as values: *twenty-five* and 25, *4.2 million* and 4,2 millions, *a dozen* and *une douzaine*, 7.30 pm
    and 19 h 30, *the 1990s* and *les années 90*, 19th and XIXe, 100 miles and 160 kilomètres.  Numbers
    under three are left alone: they are written in too many ways.
    """

    code = "NUM501"
    name = "number-differs"
    severity = Severity.CRITICAL
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.9
    title = Bilingual(en="number other than the source’s", fr="nombre différent de l’original")
    message = Bilingual(
        en="The source says “{english}”, not {text}.",
        fr="L’original dit « {english} », et non {text}.",
    )
    bad = (
        Bad("Le séisme a fait ⟦14⟧ blessés.", ("40",), source="The earthquake injured 40 people."),
        Bad("La dette atteint ⟦42 millions⟧ d’euros.", source="The debt is 4.2 million euros."),
        Bad("Elle a ⟦cinquante⟧ ans.", source="She is fifteen years old."),
        Bad("Le pont mesure ⟦1 250⟧ mètres.", ("1\u202f520",), source="The bridge is 1,520 metres long."),
        Bad("Le train part à ⟦18⟧ heures.", source="The train leaves at 9 p.m."),
    )
    good = (
        Good("Le séisme a fait quarante blessés.", source="The earthquake injured 40 people."),
        Good("La dette atteint 4,2 milliards d’euros.", source="The debt is 4.2 billion euros."),
        Good("Le train part à 21 h 30.", source="The train leaves at 9.30 p.m."),
        Good("Dans les années 90, il vivait ici.", source="In the 1990s he lived here."),
        Good("Il a roulé 160 kilomètres.", source="He drove 100 miles."),
        Good("Une douzaine d’élus sont venus au XIXe siècle.", source="A dozen came in the 19th century."),
        Good("Il a 40 ans."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        alignment = context.alignment(segment)
        if alignment is None:
            return
        source, target = alignment.source, alignment.target
        english, other = unmatched(*alignment.quantities, source, target)
        for wrong, right in _paired(english, other, source, target):
            start, end = target.starts[wrong.first], target.ends[wrong.end - 1]
            quoted = Span(source.starts[right.first], source.ends[right.end - 1])
            text = source.text[quoted.start : quoted.end]
            single = right.end - right.first == wrong.end - wrong.first == 1
            plain = single and right.figures and wrong.figures and not _is_daytime(right, source)
            fixes = (french(text, context.profile),) if plain else ()
            yield self.finding(segment, start, end, *fixes, english=text, source=quoted)


def unmatched(
    english: list[Quantity], french_ones: list[Quantity], source: Tokens, target: Tokens
) -> tuple[list[Quantity], list[Quantity]]:
    """The quantities of each side that have no partner on the other."""
    left = list(french_ones)
    alone = []
    for quantity in sorted(english, key=lambda q: not q.figures):
        partner = next((q for q in left if _same(quantity, q, source, target)), None)
        if partner is not None:
            left.remove(partner)
        elif not any(_same(quantity, q, source, target) for q in french_ones):
            alone.append(quantity)
    told = [q for q in left if not any(_same(e, q, source, target) for e in english)]
    return [q for q in alone if _counts(q)], [q for q in told if _counts(q)]


def _counts(quantity: Quantity) -> bool:
    return min(quantity.values) >= _LEAST


def _is_converted(english: Quantity, other: Quantity, source: Tokens) -> bool:
    """Whether the French number is the English one in a metric unit."""
    behind = source.words[english.end : english.end + _REACH]
    if not _FEET.isdisjoint(source.words[max(0, english.first - 2) : english.first]):
        return True  # the inches of « 6ft 4 »: the whole is one number in metres
    factors = [f for part in behind for word in part.split("-") for f in _METRIC.get(lemma(word), ())]
    value, converted = float(min(english.values)), float(min(other.values))
    return any(abs(converted - value * factor) <= _APPROXIMATE * value * factor for factor in factors)


def _same(english: Quantity, other: Quantity, source: Tokens, target: Tokens) -> bool:
    if not english.values.isdisjoint(other.values):
        return True
    one, two = min(english.values), min(other.values)
    if abs(two - (one - 32) / Fraction(9, 5)) <= _ROUNDED and _TEMPERATURE & set(target.words):
        return True
    if two < _CENTURY and one % _CENTURY == two and one > 1000:
        return True
    if one < _CENTURY and two % _CENTURY == one and two > 1000:
        return True
    if _is_converted(english, other, source) or (one == 16 and two == 8 and "finale" in target.words):
        return True
    return _is_daytime(english, source) and _is_hour_of(english, other, target)


def _is_daytime(quantity: Quantity, source: Tokens) -> bool:
    near = source.words[max(0, quantity.first - 2) : quantity.end + 2]
    return ":" in near or not _DAYTIME.isdisjoint(near)


def _is_hour_of(english: Quantity, other: Quantity, target: Tokens) -> bool:
    """Whether a clock time is the same: `7.30 pm` has the hour 19 and the minutes 30."""
    parts = [int(part) for part in re.findall(r"\d+", target.between(other.first, other.end - 1))]
    value = min(english.values)
    hour, minutes = int(value), round((value - int(value)) * _CENTURY)
    return bool(parts) and parts[0] in (hour, hour + 12, hour % 12, minutes)


def _paired(
    english: Sequence[Quantity], other: Sequence[Quantity], source: Tokens, target: Tokens
) -> Iterator[tuple[Quantity, Quantity]]:
    """(French, English) quantities that stand at like places."""
    left = list(english)
    for wrong in other:
        place = _place(wrong, target)
        right = min(left, key=lambda q: abs(_place(q, source) - place), default=None)
        only = len(english) == len(other) == 1
        if right is None or (abs(_place(right, source) - place) > _NEAR and not only):
            continue
        if wrong.figures or right.figures or only:
            left.remove(right)
            yield wrong, right


def _place(quantity: Quantity, tokens: Tokens) -> Fraction:
    return Fraction(quantity.first + quantity.end, 2 * max(1, len(tokens)))
