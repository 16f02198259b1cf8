"""A negation of the source that the French loses, or one that it adds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial

from mtfix.alignment.words import Link, WordAlignment
from mtfix.english.words import lemma
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.rules.accuracy.negations import (
    MARKS,
    NOT,
    Nearness,
    Negation,
    english_nearness,
    english_negations,
    french_nearness,
    french_negations,
    has_negative_prefix,
    is_reluctant,
    renders_of,
)
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment, Span

_PARTNERS = 14
"""How many French tokens may lie between a negation and the place where its English partner would put it."""
_RENDERED, _COGNATE, _OWN = 0.1, 0.5, 0.4
"""What a link must score: to explain a word; to explain a cognate; to explain a governed word by its own link."""
_WHOLE, _CLAUSE, _PHRASE, _BESIDE = 20, 8, 4, 6
"""Distances in tokens within which a word that comes near to a negation may be the negation's rendering."""
_REPEATED = 20
_AROUND, _FEWEST_LINKS = 8, 2
# Questions are turned round freely (« n’est-ce pas ? »), control characters stand for lost apostrophes.
_NO_NEGATIONS = frozenset((("un", "peu"), ("que", "jamais"), ("à", "jamais")))
_UNREADABLE = re.compile("[?\x80-\x9f]")


class PolarityFlipped(Rule):
    """A negation of the source that the French loses, or one that it adds: *failed to agree* → *se sont entendus*.

    The negations of both texts (*not, n’t, never, no, nobody, without, unable to, fail to* …; *ne … pas, jamais,
    rien, aucun, sans* …) are paired by the words that they govern, which the alignment links.  Reported: a
    negation left alone, where no word nearby in the other language comes near to one.

    Left alone: what else can carry a negation (*manquer, refuser, ignorer, peu, incapable*; *lack, only, unfair,
    too*), *not only, not until, no doubt*, *ne* alone and *ne … que*, negations that a list repeats, negated
    words that are negative themselves (*n’empêche pas*), questions, and sentences where a negation of each side
    stands alone: they may be one.
    """

    code = "ACC301"
    name = "polarity-flipped"
    severity = Severity.CRITICAL
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.75
    title = Bilingual(en="negation lost or added", fr="négation perdue ou ajoutée")
    message = Bilingual(
        en="The source says “{english}”: the negation is lost.",
        fr="L’original dit « {english} » : la négation s’est perdue.",
    )
    added = Bilingual(
        en="The source says “{english}”, without a negation.",
        fr="L’original dit « {english} », sans négation.",
    )
    bad = (
        Bad("Le maire a ⟦signé⟧ l’accord.", source="The mayor has not signed the agreement."),
        Bad("Les partis ont pu ⟦conclure⟧ la paix.", source="The parties failed to conclude the peace."),
        Bad("Le témoin a ⟦quitté⟧ la maison.", source="The witness never left the house."),
        Bad("Le train ⟦n’est pas⟧ parti à l’heure.", source="The train left on time."),
        Bad(
            "Les voisins ⟦ne veulent plus⟧ vendre leur terrain.",
            source="The neighbours want to sell their land.",
        ),
        Bad("Il a parlé avec ⟦notes⟧.", source="He spoke without notes."),
    )
    good = (
        Good("Le maire n’a pas signé l’accord.", source="The mayor has not signed the agreement."),
        Good("Le maire a refusé de signer l’accord.", source="The mayor would not sign the agreement."),
        Good("Ils ne sont pas parvenus à un accord.", source="They failed to reach an agreement."),
        Good("Ce calcul est difficile.", source="This calculation is not easy."),
        Good("Il n’a que deux voisins.", source="He has only two neighbours."),
        Good("Elle partira avant qu’il ne revienne.", source="She will leave before he returns."),
        Good("Le vote a lieu mardi.", source="The vote will not take place until Tuesday."),
        Good("Le témoin ignore le nom du voleur.", source="The witness does not know the thief’s name."),
        Good("Le projet manque d’argent.", source="The project does not have enough money."),
        Good("Il ne sait ni lire ni écrire.", source="He can neither read nor write."),
        Good("Le maire a signé l’accord."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        alignment = context.alignment(segment)
        if alignment is None or _UNREADABLE.search(alignment.source.text):
            return
        sides = _Sides(alignment, context.tags(segment))
        if not sides.french_alone:
            for negation, place in sides.lost():
                start, end = sides.target.starts[place], sides.target.ends[place]
                quoted = _quoted(sides.source, negation)
                english = sides.source.text[quoted.start : quoted.end]
                yield self.finding(segment, start, end, source=quoted, english=english)
        elif not sides.english_alone:
            for negation, place in sides.added():
                start, end = sides.target.starts[negation.first], sides.target.ends[negation.end - 1]
                quoted = Span(sides.source.starts[place], sides.source.ends[place])
                english = sides.source.surface(place)
                yield self.finding(segment, start, end, source=quoted, english=english, wording=self.added)


def _quoted(source: Tokens, negation: Negation) -> Span:
    """The negation and the first word that it governs."""
    places = (negation.first, negation.end - 1, *negation.governed[:1])
    return Span(source.starts[min(places)], source.ends[max(places)])


class _Sides:
    """The negations of a source and of its translation, side by side."""

    def __init__(self, alignment: WordAlignment, tags: Sequence[str]) -> None:
        self.alignment, self._tags = alignment, tags
        self.source, self.target = alignment.source, alignment.target
        self.english = english_negations(self.source)
        self.french = french_negations(self.target, tags)
        pairs = self._pairs() if self.english and self.french else {}
        self.english_alone = [n for a, n in enumerate(self.english) if a not in pairs and not n.idle]
        self.french_alone = [n for b, n in enumerate(self.french) if b not in pairs.values() and not n.idle]
        self._english_paired = _tokens(self.english[a] for a in pairs)
        self._french_paired = _tokens(self.french[b] for b in pairs.values())

    def _pairs(self) -> dict[int, int]:
        """The French negation of every English one that has a partner, the nearest first."""
        expected = [
            (self._expected((e.governed or (e.first,))[0]), self._expected(e.first)) for e in self.english
        ]
        apart = sorted(
            (min(abs(place - token) for place in places for token in (*f.governed, f.first)), a, b)
            for a, places in enumerate(expected)
            for b, f in enumerate(self.french)
        )
        pairs: dict[int, int] = {}
        for distance, a, b in apart:
            if distance <= _PARTNERS and a not in pairs and b not in pairs.values():
                pairs[a] = b
        return pairs

    def _expected(self, i: int) -> float:
        """Where the French of an English token is to be expected: at its link, or between those of its neighbours."""
        rendering = self.alignment.rendering
        if link := rendering(i):
            return link.target
        left = next((link for k in range(i - 1, -1, -1) if (link := rendering(k))), None)
        right = next((link for k in range(i + 1, len(self.source)) if (link := rendering(k))), None)
        if left and right:
            return (left.target + right.target) / 2
        if left:
            return min(len(self.target) - 1, left.target + i - left.source)
        if right:
            return max(0, right.target + i - right.source)
        return i * len(self.target) / len(self.source)

    def lost(self) -> Iterator[tuple[Negation, int]]:
        """English negations that nothing renders, and where the French should have them."""
        if not self.english_alone or any(self._governs_negative(negation) for negation in self.french):
            return
        near = list(_near(self.target, french_nearness, self._is_explained_french))
        for negation in self.english_alone:
            if self._may_vanish(negation):
                continue
            link = next(filter(None, map(self.alignment.rendering, negation.governed)), None)
            place = link.target if link else int(self._expected(negation.first))
            if not _speaks_against(near, place, _WHOLE, _PHRASE):
                yield negation, place if link else self._verb_near(place)

    def _governs_negative(self, negation: Negation) -> bool:
        """Whether a French negation denies a negation: *n’empêche pas* may render two of the source."""
        return any(french_nearness(self.target.words[k]) is Nearness.NEGATES for k in negation.governed[:1])

    def _may_vanish(self, negation: Negation) -> bool:
        """Whether French may well say it in other ways, or leaves the English as it is."""
        word, words = self.source.words[negation.first], self.target.words
        if not negation.governed or word in words or any(w.endswith("n’t") for w in words):
            return True
        governed = negation.governed[0]
        link = self.alignment.rendering(governed)
        if english_nearness(self.source.words[governed]) and not (link and link.score >= _OWN):
            return True
        no_longer = self.source.words[negation.end : negation.end + 1] == ["longer"]
        linked = any(map(self.alignment.rendering, negation.governed))
        if not (linked or word in NOT or no_longer):
            return True
        return (no_longer and "plus" in words) or (is_reluctant(word) and any(map(french_nearness, words)))

    def _is_explained_french(self, k: int) -> bool:
        """Whether a word near to a negation has another English word behind it: *dernier* for *last*."""
        if k in self._french_paired or tuple(self.target.words[k - 1 : k + 1]) in _NO_NEGATIONS:
            return True
        word, link = self.target.words[k], self.alignment.origin(k)
        if link and word not in MARKS:
            english = self.source.words[link.source]
            if english_nearness(english) or (link.score >= _COGNATE and english[:2] == word[:2]):
                return True
        return not self._lemmas.isdisjoint(renders_of(word))

    @cached_property
    def _lemmas(self) -> frozenset[str]:
        return frozenset(map(lemma, self.source.words))

    def _verb_near(self, place: int) -> int:
        """The verb nearest to a place, to show where a negation is missing."""
        verbs = (k for k in range(len(self.target)) if coarse(self._tags[k]) in ("VERB", "AUX", "INF"))
        return min(verbs, key=lambda k: abs(k - place), default=place)

    def added(self) -> Iterator[tuple[Negation, int]]:
        """French negations that nothing in the source calls for, and the English word at their place."""
        for negation in self.french_alone:
            if self._is_idiom(negation) or self._repeats(negation):
                continue
            link = _surest(map(self.alignment.origin, negation.governed))
            place = link.source if link else self._origin_near(negation)
            if place is None or not (link or self._is_aligned_around(place, negation.first)):
                continue
            explained = partial(self._is_explained_english, negation)
            near = list(_near(self.source, english_nearness, explained))
            negates, limits = (_CLAUSE, 0) if link else (_WHOLE, _BESIDE)
            if not _speaks_against(near, place, negates, limits):
                yield negation, place

    def _is_idiom(self, negation: Negation) -> bool:
        """Whether French denies a negative word of its own: *n’a pas hésité*, *ne restait pas*."""
        if self.target.words[negation.end : negation.end + 1] == ["encore"]:
            return True
        return any(
            french_nearness(self.target.words[k]) > least and not self._is_explained_french(k)
            for least, k in enumerate(negation.governed[:2])
        )

    def _repeats(self, negation: Negation) -> bool:
        """Whether French repeats a negation that English says once: *does not eat or sleep*."""
        between = self.target.words[max(0, negation.first - _REPEATED) : negation.first]
        return not {"ou", "et", ",", "ni"}.isdisjoint(between) and any(
            0 < negation.first - other.end < _REPEATED
            for other in self.french
            if other not in self.french_alone
        )

    def _origin_near(self, negation: Negation) -> int | None:
        """The English word behind the French one nearest to a negation whose own words have no link."""
        places = (k for d in range(_CLAUSE) for k in (negation.first - d, negation.end + d))
        return next((link.source for k in places if (link := self.alignment.origin(k))), None)

    def _is_aligned_around(self, i: int, j: int) -> bool:
        """Whether words around two places are linked with each other: a free translation proves nothing."""
        links = (x for x in self.alignment.links if abs(x.source - i) <= _AROUND)
        return sum(abs(x.target - j) <= 2 * _AROUND for x in links) >= _FEWEST_LINKS

    def _is_explained_english(self, negation: Negation, k: int) -> bool:
        """Whether a word near to a negation has another French word for it than what this one governs."""
        if k in self._english_paired:
            return True
        link = self.alignment.rendering(k)
        if link is None or link.score < _RENDERED:
            return False
        own = link.score >= _COGNATE and not has_negative_prefix(self.source.words[k])
        return own or link.target not in negation.governed


def _tokens(negations: Iterable[Negation]) -> frozenset[int]:
    return frozenset(k for negation in negations for k in range(negation.first, negation.end))


def _surest(links: Iterable[Link | None]) -> Link | None:
    return max((link for link in links if link), key=lambda link: link.score, default=None)


def _near(
    tokens: Tokens, nearness: Callable[[str], Nearness], is_explained: Callable[[int], bool]
) -> Iterator[tuple[int, Nearness]]:
    """The tokens that come near to a negation and that nothing else explains."""
    for k, word in enumerate(tokens.words):
        if (kind := nearness(word)) and not is_explained(k):
            yield k, kind


def _speaks_against(near: Collection[tuple[int, Nearness]], place: int, negates: int, limits: int) -> bool:
    """Whether a word within the distance for its kind may be the rendering of the negation at `place`."""
    return any(abs(k - place) <= (negates if kind is Nearness.NEGATES else limits) for k, kind in near)
