"""What the translation says and the source does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtfix.alignment.gaps import added, is_pair
from mtfix.alignment.words import WordAlignment
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment, Span

_LIKELY, _SURE = 2.75, 5.0
"""How certain an addition must be to be told, and to be told without `--preview`."""
_CURRENCIES = frozenset(
    "dollar dollars euro euros sterling yen yens rouble roubles yuan yuans roupie roupies franc francs peso pesos "
    "shekel shekels € $ £ ¥".split()
)
_SCALES = frozenset(
    "cent cents mille millier milliers million millions milliard milliards billion billions centaine centaines dizaine "
    "dizaines".split()
)
# Any money of the source, written out or not, may stand behind the French one.
_MONEY = re.compile(
    r"[$€£¥₽₴₹]|\b(?:dollar|euro|pound|sterling|yen|rouble|ruble|yuan|renminbi|rupee|franc|crown|peso|shekel|cent|buck"
    r"|quid|grand|real|won|lira|zloty|penny|mark|dinar|dirham|riyal|hryvnia|forint)s?\b|\b(?:kron[aeo]r?|reais|pence)\b"
    r"|\d ?[pck]\b|\b(?:[A-Z]{2}[$£]|CHF|EUR|USD|GBP|CZK|HUF|PLN|SEK|NOK|DKK|JPY|CNY|RUB|UAH|AUD|CAD|Rs|Kč?)(?![a-z])",
    re.IGNORECASE,
)


class ContentAdded(Rule):
    """French words behind which nothing in the source stands: a clause of five words or more, or a currency.

    A run is reported when none of its words has an origin in the source, the words around it render words that
    stand side by side, hardly an English word is left without its French, and the French is about as much longer as the
    run is.  A currency behind a number (*18 milliards d’euros*) is reported when the source speaks of no money.

    Left alone: runs under five words, what parentheses explain, text that is too short to tell.
    What is less certain needs `--preview`: people add what readers need.
    """

    code = "ADD211"
    name = "content-added"
    severity = Severity.CRITICAL
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.85
    doubtful_below = 0.8
    title = Bilingual(en="content added", fr="passage ajouté")
    message = Bilingual(
        en="Nothing in the source stands behind {text}.",
        fr="Rien dans l’original ne correspond à {text}.",
    )
    bad = (
        Bad(
            "Le conseil a voté le budget ⟦malgré de vives protestations des agriculteurs de la région⟧.",
            source="The council voted the budget.",
        ),
        Bad(
            "La ministre, ⟦qui avait promis de nouveaux hôpitaux pour la vallée⟧, a quitté la salle hier.",
            source="The minister left the room yesterday.",
        ),
        Bad("Le marché lui rapporte 40 millions ⟦d’euros⟧.", source="The contract earned it 40 million."),
    )
    good = (
        Good(
            "Le conseil a voté le budget malgré de vives protestations des agriculteurs de la région.",
            source="The council voted the budget despite strong protests from local farmers.",
        ),
        Good("Le marché lui rapporte 40 millions d’euros.", source="The contract earned it €40 million."),
        Good(
            "Il écrit dans la Rundschau (grand quotidien allemand de diffusion nationale).",
            source="He writes for the Rundschau.",
        ),
        Good("Il a refusé de s’exprimer.", source="He declined to comment."),
        Good("Le conseil a voté le budget.", source="The council voted the budget."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        alignment = context.alignment(segment)
        if alignment is None or not is_pair(alignment):
            return
        target = alignment.target
        told = range(0)
        gap = added(alignment)
        if gap is not None and gap.score >= _LIKELY and not _is_gloss(target, gap.first, gap.end):
            told = range(gap.first, gap.end)
            confidence = self.confidence if gap.score >= _SURE else 0.6
            source = _around(alignment.source, gap.before, gap.after)
            start, end = target.starts[gap.first], target.ends[gap.end - 1]
            yield self.finding(segment, start, end, confidence=confidence, source=source)
        for words in _currencies(alignment):
            if words.start not in told:
                yield self.finding(segment, target.starts[words.start], target.ends[words.stop - 1])


def _is_gloss(target: Tokens, first: int, end: int) -> bool:
    """Whether the words hold a parenthesis, in which translators explain."""
    around = target.words[max(0, first - 1) : end + 1]
    return "(" in around or ")" in around or "[" in around


def _around(source: Tokens, before: int, after: int) -> Span | None:
    """The English words between which the French ones were added."""
    if before < 0 or after >= len(source):
        return None
    return Span(source.starts[before], source.ends[after])


def _currencies(alignment: WordAlignment) -> Iterator[range]:
    """The currencies behind a number, *de* included, where the source has no money at all."""
    target = alignment.target
    if _CURRENCIES.isdisjoint(target.words) or _MONEY.search(alignment.source.text):
        return
    for j in range(1, len(target)):
        if target.words[j] not in _CURRENCIES or alignment.origin(j) is not None:
            continue
        first = j - 1 if target.words[j - 1] in ("de", "d’") else j
        number = target.words[first - 1]
        if number[0].isdigit() or number in _SCALES:
            yield range(first, j + 1)
