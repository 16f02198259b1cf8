"""Decides what each token is where it stands: noun or verb, determiner or pronoun, gender and number.

A hidden Markov model over the states of `mtfix.french.readings`, learned without tagged text
(`training/tagging.py`).  Words with one state cut the text into short stretches; in each the likeliest way
through is found.  Then a few rules of grammar name what the states leave open: the auxiliary *avoir*, the
gender of *les*, the person of *mange*.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

from mtfix.french.lexicon import lexicon
from mtfix.french.readings import SENTENCE_ENDS, TRANSPARENT, Analyse, Readings, States
from mtfix.french.tokens import Tokens

VERSION = 1
START = "<s>"

Entry = tuple[tuple[int, ...], tuple[int, ...]]
"""The states of a word and how well each fits it, in hundredths of the natural logarithm."""
Path = tuple[int, int, Any]
"""The place of a token, its state, and the path before it or None."""
Front = list[tuple[int, Path]]
"""The best path to every state of the last token, and its score."""

_GROUP = ("DET.", "NOUN.", "ADJ.", "PPAST.", "PREP.", "NUM", "ADV/deg")
_PRIORITY = {"NOUN": 0, "DET": 1, "PREP": 1, "NUM": 2, "ADJ": 3, "PPAST": 4}
_BETWEEN = ("ADV", "PRON", "PUNCT/o")
"""What may stand between an auxiliary and its participle, a subject and its verb."""


def coarse(tag: str) -> str:
    """The part of speech of a tag: `NOUN` of `NOUN.fs`."""
    return tag.partition(".")[0]


def features(tag: str) -> str:
    """Gender and number of a tag (`fs`), or person and number of a verb (`3s`); `x` is unknown; '' if none."""
    return tag.partition(".")[2]


class Tagger:
    """Tags tokens with a model that `training/tagging.py` has written."""

    def __init__(self, model: dict[str, Any], analyse: Analyse, remembered: int = 50_000) -> None:
        if model["version"] != VERSION:
            raise ValueError(f"The tagging model has version {model['version']}, not {VERSION}.")
        self._names: list[str] = model["states"]
        self._numbers = {name: number for number, name in enumerate(self._names)}
        self._into: list[list[int]] = model["into"]
        self._frequent: list[int] = model["frequent"]
        self._classes: dict[str, list[int]] = model["classes"]
        self._packed: dict[str, str] = model["words"]
        self._words: dict[str, dict[str, tuple[int, ...]]] = {}
        self._readings = Readings(
            analyse,
            {word: tuple(states.split()) for word, states in model["listed"].items()},
            {suffix: tuple(states.split()) for suffix, states in model["suffixes"].items()},
            frozenset(model["adjectives"]),
        )
        self._genders: dict[str, str] = model["genders"]
        self._remembered = remembered
        self._known: dict[str, Entry] = {}
        self._known_first: dict[str, Entry] = {}
        self._tags = [name.partition("/")[0] for name in self._names]
        self._refined = [_needs_refining(name) for name in self._names]
        self._transparent = self._numbers["PUNCT/o"]

    def tag(self, tokens: Tokens) -> list[str]:
        """A tag for every token: the part of speech and, after a full stop, what is known of its form.

        `NOUN.fs ADJ.mp DET.xp PPAST.ms PREP.ms` (a contraction): gender m, f, or x for unknown, number s, p
        or x; `VERB.3s AUX.1p`, `PRON.3s` (subjects only); `ADV INF PPRES PREP CONJ NUM NAME PUNCT INTJ PRON`.
        """
        path = self._path(tokens)
        tags = self._tags
        found = [tags[state] for state in path]
        refined = self._refined
        for index, state in enumerate(path):
            if refined[state]:
                found[index] = self._refine(path, index)
                if found[index].startswith("NOUN.x"):
                    gender = self._genders.get(tokens.words[index], "x")
                    found[index] = f"NOUN.{gender}{found[index][-1]}"
        return found

    def states(self, tokens: Tokens) -> list[str]:
        """The states of the tokens: tags divided further, and nothing made of their neighbours."""
        return [self._names[state] for state in self._path(tokens)]

    def choices(self, tokens: Tokens) -> list[list[str]]:
        """The tags each token can have anywhere, the likeliest first: what `tag` chooses from."""
        found, first = [], True
        for index, word in enumerate(tokens.words):
            states, scores = self._remember(tokens.surface(index), word, first)
            best = sorted(range(len(states)), key=lambda i: -scores[i] - self._frequent[states[i]])
            found.append([self._tags[states[place]] for place in best])
            first = (first and word in TRANSPARENT) or word in SENTENCE_ENDS
        return found

    def _path(self, tokens: Tokens) -> list[int]:
        text, words = tokens.text, tokens.words
        into, known, known_first = self._into, self._known, self._known_first
        start = len(into) - 1
        found = [self._transparent] * len(words)
        before = start
        front: Front = []
        first = True
        for index, (word, begin, end) in enumerate(zip(words, tokens.starts, tokens.ends, strict=True)):
            if word in TRANSPARENT:
                continue
            surface = text[begin:end]
            entry = (known_first if first else known).get(surface)
            if entry is None:
                entry = self._remember(surface, word, first)
            states, scores = entry
            if len(states) == 1:
                before = found[index] = states[0]
                if front:
                    _settle(front, into[before], found)
                    front = []
            elif front:
                front = _extend(front, states, scores, into, index)
            else:
                front = [
                    (fit + into[state][before], (index, state, None))
                    for state, fit in zip(states, scores, strict=True)
                ]
            first = word in SENTENCE_ENDS
        if front:
            _settle(front, into[start], found)
        return found

    def _remember(self, surface: str, word: str, first: bool) -> Entry:
        known = self._known_first if first else self._known
        if len(known) >= self._remembered:
            known.clear()
        entry = known[surface] = self._entry(word, self._readings.states(surface, word, first))
        return entry

    def _entry(self, word: str, states: States) -> Entry:
        numbers = tuple([self._numbers[state] for state in states if state in self._numbers])
        if len(numbers) < 2:
            return (numbers or (self._numbers["NOUN.xx"],)), (0,)
        key = " ".join(map(str, numbers))
        scores = self._of_class(key).get(word) or tuple(self._classes.get(key, (0,) * len(numbers)))
        return numbers, scores

    def _of_class(self, key: str) -> dict[str, tuple[int, ...]]:
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = dict(map(_unpack, self._packed.get(key, "").splitlines()))
        return words

    def _refine(self, path: Sequence[int], index: int) -> str:
        names = self._names
        name = names[path[index]]
        tag = self._tags[path[index]]
        if name.endswith("/H"):
            return _auxiliary(tag, [names[state] for state in path[index + 1 : index + 7]])
        if name == "PREP/de":
            return _partitive(names, path, index)
        if tag.startswith(("VERB", "AUX")):
            return f"{coarse(tag)}.{_person(features(tag), names, path, index)}"
        return f"{coarse(tag)}.{_agreement(features(tag), names, path, index)}"


def _extend(
    front: Front, states: tuple[int, ...], scores: tuple[int, ...], into: list[list[int]], index: int
) -> Front:
    """The front one ambiguous token further."""
    extended = []
    for state, fit in zip(states, scores, strict=True):
        row = into[state]
        top, way = -1_000_000_000, front[0][1]
        for score, path in front:
            score += row[path[1]]
            if score > top:
                top, way = score, path
        extended.append((top + fit, (index, state, way)))
    return extended


def _settle(front: Front, row: list[int], found: list[int]) -> None:
    """Writes the best path of the front, before a token with transitions `row`, into `found`."""
    top, path = -1_000_000_000, front[0][1]
    for score, way in front:
        score += row[way[1]]
        if score > top:
            top, path = score, way
    step: Path | None = path
    while step is not None:
        index, state, step = step
        found[index] = state


def _unpack(line: str) -> tuple[str, tuple[int, ...]]:
    word, *scores = line.split(" ")
    return word, tuple(map(int, scores))


def _needs_refining(name: str) -> bool:
    tag = name.partition("/")[0]
    open_features = "x" in features(tag) or features(tag) in ("13s", "12s")
    return open_features or name.endswith("/H") or name == "PREP/de"


def _auxiliary(tag: str, following: list[str]) -> str:
    """`avoir` is an auxiliary if a participle follows, a verb otherwise."""
    form = features(tag).replace("13s", "3s").replace("12s", "1s")
    for name in following:
        if name.startswith("PPAST"):
            return f"AUX.{form}"
        if not name.startswith(_BETWEEN):
            break
    return f"VERB.{form}"


def _partitive(names: list[str], path: Sequence[int], index: int) -> str:
    """`de` is a determiner in `pas de pain` and in `voit de nouvelles maisons`."""
    before = names[path[index - 1]] if index else ""
    if before == "ADV/pas":
        return "DET.xx"
    following = [names[state] for state in path[index + 1 : index + 3]]
    if len(following) < 2 or before.startswith(("NOUN", "ADJ", "NAME", "PRON", "ADV", "PUNCT")):
        return "PREP"
    adjective, noun = following
    plural = adjective.startswith("ADJ") and adjective.endswith("p/pre")
    if before and plural and noun.startswith("NOUN") and noun.endswith(("p", "x")):
        return f"DET.{_agreement('xp', names, path, index)}"
    return "PREP"


def _person(form: str, names: list[str], path: Sequence[int], index: int) -> str:
    """The person of `mange` or `mangeais`, told by the subject pronoun before it."""
    if form not in ("13s", "12s"):
        return form
    for place in range(index - 1, max(index - 5, -1), -1):
        name = names[path[place]]
        if name.endswith("/subj"):
            person = name[5:7]
            return person if person[0] in form else f"{form[-2]}s"
        if name != "ADV/ne" and name != "PRON/obj":
            break
    return "3s" if form == "13s" else "1s"


def _agreement(form: str, names: list[str], path: Sequence[int], index: int) -> str:
    """Gender and number with what is open (`x`) taken from the noun phrase around the word."""
    left = index
    while left and not names[path[left]].startswith(("DET", "PREP")) and _in_group(names[path[left - 1]]):
        left -= 1
    right = index
    while right + 1 < len(path) and _continues(names[path[right + 1]]):
        right += 1
    return _unified(form, tuple([names[state] for state in path[left : right + 1]]))


def _in_group(name: str) -> bool:
    return name.startswith(_GROUP)


def _continues(name: str) -> bool:
    return name.startswith(_GROUP) and not name.startswith(("DET", "PREP"))


@lru_cache(maxsize=50_000)
def _unified(form: str, group: tuple[str, ...]) -> str:
    gender, number = form[0], form[1]
    agreements = [(_PRIORITY.get(coarse(name), 9), features(name.partition("/")[0])) for name in group]
    for place, name in enumerate(group[:-1]):
        if name == "NUM" and group[place + 1].startswith(("NOUN", "ADJ")):
            agreements[place] = (_PRIORITY[name], "xp")
    for _, agreement in sorted(agreements):
        if len(agreement) != 2 or not _fits(agreement, gender, number):
            continue
        gender = agreement[0] if gender == "x" else gender
        number = agreement[1] if number == "x" else number
    return gender + number


def _fits(agreement: str, gender: str, number: str) -> bool:
    return (gender == "x" or agreement[0] in (gender, "x")) and (
        number == "x" or agreement[1] in (number, "x")
    )


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """The tagger that comes with mtfix."""
    path = resources.files("mtfix.french").joinpath("data").joinpath("tagging.json")
    return Tagger(json.loads(path.read_text(encoding="utf-8")), lexicon().analyses)


def tag(tokens: Tokens) -> list[str]:
    """A tag for every token; see `Tagger.tag`."""
    return tagger().tag(tokens)
