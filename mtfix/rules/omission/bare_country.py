"""Countries without article behind one that has it: `les États-Unis, Allemagne et France`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtfix.french.elision import join
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.countries import countries
from mtfix.text import Segment

_ARTICLES = frozenset(("le", "la", "l’", "les"))
_CONTRACTED = frozenset(("du", "des", "au", "aux"))
_OF = frozenset(("de", "d’"))
_LINKS = frozenset((",", "et", "ou"))
_CLOSING = frozenset((".", ",", ";", ")", "et", "ou", "!", "?", ":", "»", "ont", "sont"))
_MOST_WORDS = 3
_MORE = {"Grande-Bretagne": "la "}


@dataclass(frozen=True, slots=True)
class _Item:
    """A country of a list: its tokens with preposition and article, and what stands before the name."""

    first: int
    last: int
    name: str
    of: bool
    article: str
    """The article as written; '' for none, the contraction where the preposition has swallowed it."""

    @property
    def own(self) -> str:
        """The article that the country takes."""
        return _known()[self.name].strip()


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return {**countries(), **_MORE}


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _known())


@lru_cache(maxsize=1)
def _first_words_folded() -> frozenset[str]:
    return frozenset(word.lower() for word in _first_words())


class BareCountry(Rule):
    """Countries without their article, in a list whose first has it: *dans les Pays-Bas, Suède et Irlande*.

    English has no article, so systems choose anew for every name.  Lists behind *de* are GRM812.

    Left alone: countries without article (*Cuba, Israël*), lists that begin without (*Suède, Irlande et la Norvège*).
    """

    code = "OMI205"
    name = "bare-country"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="country without its article in a list", fr="pays sans son article dans une liste")
    message = Bilingual(
        en="The first country of the list has its article, others do not: {text}.",
        fr="Le premier pays de la liste a son article, d’autres non : {text}.",
    )
    bad = (
        Bad(
            "Elle a vécu d’abord dans ⟦les Pays-Bas, Suède et Irlande⟧.",
            ("les Pays-Bas, la Suède et l’Irlande",),
        ),
        Bad("⟦La Suède, Norvège et le Danemark⟧ ont voté.", ("La Suède, la Norvège et le Danemark",)),
    )
    good = (
        Good("La Suède, Israël et Cuba ont voté. Suède, Irlande et la Norvège."),
        Good("Le vin de la Suède, Irlande exceptée, est rare. Le roi d’Espagne a quitté la Suède."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        if _first_words_folded().isdisjoint(tokens.words):
            return
        place = 0
        while place < len(tokens):
            items = _list_at(tokens, place)
            if len(items) > 1:
                words = _repaired(tokens, items)
                first, last = items[0].first, items[-1].last
                if words:
                    correct = "".join(words).replace("’", context.apostrophe)
                    yield self.finding(segment, tokens.starts[first], tokens.ends[last], correct)
            place = items[-1].last + 1 if items else place + 1


def _list_at(tokens: Tokens, start: int) -> list[_Item]:
    """The countries listed from `start` on."""
    items = []
    item = _item_at(tokens, start)
    while item is not None:
        items.append(item)
        link = item.last + 1
        if link + 1 >= len(tokens) or tokens.words[link] not in _LINKS:
            break
        item = _item_at(tokens, link + 1)
    return items


def _item_at(tokens: Tokens, start: int) -> _Item | None:
    place, of, article = start, False, ""
    words = tokens.words
    if place < len(tokens) and words[place] in _OF:
        place, of = place + 1, True
    if (place < len(tokens) and words[place] in _ARTICLES) or (
        place < len(tokens) and words[place] in _CONTRACTED and not of
    ):
        place, article = place + 1, words[place]
    if place >= len(tokens) or tokens.surface(place) not in _first_words():
        return None
    for last in range(min(place + _MOST_WORDS, len(tokens)) - 1, place - 1, -1):
        name = tokens.between(place, last).replace("'", "’")
        if name in _known():
            return _Item(start, last, name, of, article)
    return None


def _repaired(tokens: Tokens, items: list[_Item]) -> list[str]:
    """The list as it should be, in pieces; empty if nothing is wrong."""
    wanted: list[str] = []
    if items[0].article and not items[0].of and not any(item.of for item in items):
        missing = [item for item in items[1:] if not item.article and item.own]
        if missing and not _goes_on(tokens, items[-1].last):
            wanted = [tokens.between(items[0].first, items[0].last)]
            wanted += [join((item.own, item.name)) if item.own else item.name for item in items[1:]]
    return _with_links(tokens, items, wanted)


def _goes_on(tokens: Tokens, last: int) -> bool:
    """Whether the last country begins something of its own: *la Suède, Irlande exceptée*."""
    following = tokens.words[last + 1] if last + 1 < len(tokens) else "."
    return following not in _CLOSING


def _with_links(tokens: Tokens, items: list[_Item], wanted: list[str]) -> list[str]:
    pieces: list[str] = []
    for number, text in enumerate(wanted):
        if number:
            pieces.append(
                tokens.text[tokens.ends[items[number - 1].last] : tokens.starts[items[number].first]]
            )
        pieces.append(text)
    return pieces
