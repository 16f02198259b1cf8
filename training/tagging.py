"""Learns the tagging model of `mtfix.french.tagging` from untagged text and the lexicon.

    python -m training.tagging assemblee.fr.txt.gz common-voice.fr.txt.gz --lexicon French.lex.gz

The texts (one segment a line, plain or gz) must be free to ship: mtfix uses CC0 extractions of the Assemblée
nationale and of Common Voice.  `French.lex.gz` only tells which participles are adjectives of their own.
Needs NumPy.  The same input gives the same model.

The method is expectation maximisation of a hidden Markov model (Baum-Welch) in which a word has only the
states of `mtfix.french.readings`.  It starts from `tagging_constraints.tsv`, that is from grammar, and stops
after few rounds: more of them raise the likelihood of the text and lower the accuracy (Elworthy 1994).
How a word divides among its states is drawn towards the average of the words with the same states.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mtfix.french.lexicon import lexicon
from mtfix.french.readings import SENTENCE_ENDS, TRANSPARENT, Readings, States
from mtfix.french.tagging import START, VERSION, Tagger, coarse, features
from mtfix.french.tokens import tokenize

HERE = Path(__file__).parent
MODEL = HERE.parent / "mtfix" / "french" / "data" / "tagging.json"
ROUNDS = 3
SHRINKAGE = 2.0
"""How many occurrences the average of its class counts for in a word's own division."""
PRIOR = 20.0
"""How many occurrences of each state the constraints count for in its transitions."""
BALANCE = 0.7
KEPT_FROM = 3
"""Words this frequent get scores of their own."""
GENDER_FROM = 4
GENDER_SHARE = 0.95
SUFFIX_FROM = 15
SUFFIX_SHARE = 0.08
OPEN = ("NOUN", "ADJ", "VERB", "INF", "PPAST", "PPRES", "ADV")
BATCH = 512

Numbers = npt.NDArray[np.float32]
Sums = npt.NDArray[np.float64]
Ids = npt.NDArray[np.int64]


def read_lines(path: Path) -> list[str]:
    """The lines of a text file, plain or gz."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()


def table(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated file beside this one."""
    for line in read_lines(HERE / name):
        if line and not line.startswith("#"):
            yield line.split("\t")


def listed_words() -> dict[str, States]:
    """The words whose states `function_words.tsv` gives."""
    return {
        form: tuple(sorted(states.split()))
        for forms, states in table("function_words.tsv")
        for form in forms.split()
    }


def own_adjectives(lines: Iterable[str]) -> list[str]:
    """The participles that Grammalecte's lexicon also lists as adjectives of their own."""
    participles, adjectives = set(), set()
    for line in lines:
        form, lemma, tags = line.split("\t") if line.count("\t") == 2 else ("", "", "")
        if ":Q" in tags:
            participles.add(form)
        elif tags.startswith((":A", ":N:A")):
            adjectives.add(lemma)
    return sorted(participles & adjectives)


@dataclass
class Corpus:
    """The segments as numbers of word types; a type is a folded word with its states."""

    types: dict[tuple[str, States], int] = field(default_factory=dict)
    segments: list[list[int]] = field(default_factory=list)

    def add(self, text: str, readings: Readings) -> None:
        """Adds one segment."""
        tokens = tokenize(text)
        segment, first = [], True
        for index, word in enumerate(tokens.words):
            if word in TRANSPARENT:
                continue
            key = (word, readings.states(tokens.surface(index), word, first))
            segment.append(self.types.setdefault(key, len(self.types)))
            first = word in SENTENCE_ENDS
        if segment:
            self.segments.append(segment)

    def frequencies(self) -> list[int]:
        """How often every type occurs."""
        counts = Counter(number for segment in self.segments for number in segment)
        return [counts[number] for number in range(len(self.types))]

    def batches(self) -> Iterator[Ids]:
        """The segments in rectangular batches: a row is a segment."""
        by_length: dict[int, list[list[int]]] = defaultdict(list)
        for segment in self.segments:
            by_length[len(segment)].append(segment)
        for length in sorted(by_length):
            same = by_length[length]
            for start in range(0, len(same), BATCH):
                yield np.array(same[start : start + BATCH], dtype=np.int64)


def fits(left: str, right: str) -> bool:
    """Whether gender and number of two states can agree."""
    pairs = zip(_agreement(left), _agreement(right), strict=False)
    return all(one == other or "x" in (one, other) for one, other in pairs)


def _agreement(state: str) -> str:
    return features(state.partition("/")[0])


def person_fits(subject: str, verb: str) -> bool:
    """Whether a verb form can go with the pronoun or noun before it."""
    form, person = _agreement(verb), _agreement(subject)
    if person[0] not in "123":
        return form[-2:] in {"s": ("3s",), "p": ("3p",)}.get(person[1], ("3s", "3p"))
    if person == "3s" and form == "3p":
        return subject.endswith("/subj") and verb.endswith("/E")  # ce sont
    return person[0] in form and person[1] == form[-1]


def constraints(left: Sequence[str], right: Sequence[str]) -> Sums:
    """The weight of every pair of states, from `tagging_constraints.tsv`."""
    conditions = {"-": lambda a, b: True, "agree": fits, "person": person_fits}
    weights = np.ones((len(left), len(right)))
    seen = np.zeros_like(weights, dtype=bool)
    for first, second, condition, weight in table("tagging_constraints.tsv"):
        holds = conditions[condition]
        rows = [i for i, state in enumerate(left) if re.fullmatch(first, state)]
        columns = [j for j, state in enumerate(right) if re.fullmatch(second, state)]
        for i in rows:
            for j in columns:
                if not seen[i, j] and holds(left[i], right[j]):
                    seen[i, j], weights[i, j] = True, float(weight)
    return weights


class Model:
    """Transitions between states (last row: from the start, last column: to the end) and emissions."""

    def __init__(self, rows: Sequence[States]) -> None:
        self.states = sorted({state for row in rows for state in row})
        numbers = {state: number for number, state in enumerate(self.states)}
        self.mask: Numbers = np.zeros((len(rows), len(self.states)), dtype=np.float32)
        for index, row in enumerate(rows):
            self.mask[index, [numbers[state] for state in row]] = 1
        classes: dict[States, int] = {}
        self.classes: Ids = np.array([classes.setdefault(row, len(classes)) for row in rows])
        self.class_rows = list(classes)
        self.emissions: Numbers = self.mask / self.mask.sum(1, keepdims=True)
        self.initial = self._initial()
        self.transitions = self.initial.copy()

    def _initial(self) -> Sums:
        members = Counter(coarse(state.partition("/")[0]) for state in self.states)
        shares = [members[coarse(state.partition("/")[0])] ** -BALANCE for state in self.states]
        weights = constraints([*self.states, START], [*self.states, "</s>"]) * np.array([*shares, 0.2])
        return np.asarray(weights / weights.sum(1, keepdims=True))

    def learn(self, corpus: Corpus) -> float:
        """One round of expectation maximisation; gives the log-likelihood."""
        size = len(self.states)
        expected = Expected(self.transitions, self.emissions)
        for batch in corpus.batches():
            expected.add(batch)
        counts = PRIOR * self.initial
        counts[:size, :size] += expected.inner * self.transitions[:size, :size]
        counts[size, :size] += expected.first
        counts[:size, size] += expected.last
        self.transitions = counts / counts.sum(1, keepdims=True)
        self._emit(expected.occurrences)
        return expected.likelihood

    def _emit(self, occurrences: Numbers) -> None:
        self.frequent: Sums = occurrences.sum(0, dtype=np.float64) + 1
        self.frequent /= self.frequent.sum()
        average = np.zeros((len(self.class_rows), len(self.states)), dtype=np.float32)
        np.add.at(average, self.classes, occurrences)
        for number, row in enumerate(self.class_rows):
            average[number] += 0.25 * np.isin(self.states, row)
        average /= average.sum(1, keepdims=True)
        self.averages: Numbers = average
        own = occurrences + SHRINKAGE * average[self.classes]
        self.divisions: Numbers = own / own.sum(1, keepdims=True)
        self.emissions = (self.divisions * self.mask / self.frequent).astype(np.float32)


class Expected:
    """Expected counts, gathered forwards and backwards over batches of segments."""

    def __init__(self, transitions: Sums, emissions: Numbers) -> None:
        size = len(transitions) - 1
        self._emissions = emissions
        self._inner = transitions[:size, :size].astype(np.float32)
        self._start = transitions[size, :size].astype(np.float32)
        self._end = transitions[:size, size].astype(np.float32)
        self.inner: Sums = np.zeros((size, size))
        self.first: Sums = np.zeros(size)
        self.last: Sums = np.zeros(size)
        self.occurrences: Numbers = np.zeros_like(emissions)
        self.likelihood = 0.0

    def add(self, batch: Ids) -> None:
        """Adds the segments that are the rows of `batch`."""
        forward, scales = self._forward(batch)
        length = batch.shape[1]
        backward = np.tile(self._end, (len(batch), 1))
        ends = (forward[-1] * backward).sum(1, keepdims=True)
        backward /= ends
        self.likelihood += float(np.log(scales).sum() + np.log(ends).sum())
        self.last += (forward[-1] * backward).sum(0)
        for place in range(length - 1, -1, -1):
            state = forward[place] * backward
            self._occur(batch[:, place], state)
            if place:
                ahead = self._emissions[batch[:, place]] * backward / scales[place]
                self.inner += forward[place - 1].T @ ahead
                backward = ahead @ self._inner.T
            else:
                self.first += state.sum(0)

    def _forward(self, batch: Ids) -> tuple[Numbers, Numbers]:
        rows, length = batch.shape
        forward = np.empty((length, rows, len(self._inner)), dtype=np.float32)
        scales = np.empty((length, rows, 1), dtype=np.float32)
        for place in range(length):
            before = forward[place - 1] @ self._inner if place else self._start
            now = before * self._emissions[batch[:, place]]
            scales[place] = now.sum(1, keepdims=True)
            forward[place] = now / scales[place]
        return forward, scales

    def _occur(self, types: Ids, state: Numbers) -> None:
        order = np.argsort(types, kind="stable")
        ordered = types[order]
        first = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        self.occurrences[ordered[first]] += np.add.reduceat(state[order], first, axis=0)


def suffixes(corpus: Corpus, divisions: Numbers, states: Sequence[str]) -> dict[str, str]:
    """What words with an ending are, told by the rare words of the corpus; none that a shorter one says."""
    sums: dict[str, Sums] = defaultdict(lambda: np.zeros(len(states)))
    counts: Counter[str] = Counter()
    is_open = np.array([state.startswith(OPEN) and "/" not in state for state in states])
    for ((word, row), number), frequency in zip(corpus.types.items(), corpus.frequencies(), strict=True):
        if frequency > 3 or not word.isalpha() or not row[0].startswith(OPEN):
            continue
        for length in range(2, min(6, len(word))):
            sums[word[-length:]] += divisions[number] * is_open
            counts[word[-length:]] += 1
    found: dict[str, str] = {}
    for ending in sorted(sums, key=lambda ending: (len(ending), ending)):
        if counts[ending] < SUFFIX_FROM:
            continue
        share = sums[ending] / max(sums[ending].sum(), 1e-9)
        likely = " ".join(state for state, part in zip(states, share, strict=True) if part >= SUFFIX_SHARE)
        shorter = next((found[ending[i:]] for i in range(1, len(ending)) if ending[i:] in found), "")
        if likely and likely != shorter:
            found[ending] = likely
    return found


def scores(division: Numbers, frequent: Sums, states: Sequence[int]) -> list[int]:
    """How well each state fits, in hundredths of the natural logarithm; the best is 0."""
    logs = np.log(division[list(states)] / frequent[list(states)] + 1e-9)
    return [int(score) for score in np.round(100 * (logs - logs.max()))]


def compiled(model: Model, corpus: Corpus) -> dict[str, Any]:
    """What the tagger reads of the model."""
    numbers = {state: number for number, state in enumerate(model.states)}
    classes, words = {}, defaultdict(list)
    keys = [" ".join(str(numbers[state]) for state in row) for row in model.class_rows]
    for index, (key, row) in enumerate(zip(keys, model.class_rows, strict=True)):
        if len(row) > 1:
            classes[key] = scores(model.averages[index], model.frequent, [numbers[state] for state in row])
    for ((word, row), number), frequency in zip(corpus.types.items(), corpus.frequencies(), strict=True):
        key = keys[model.classes[number]]
        if len(row) > 1 and frequency >= KEPT_FROM:
            own = scores(model.divisions[number], model.frequent, [numbers[state] for state in row])
            words[key].append(f"{word} {' '.join(map(str, own))}")
    logs = np.round(100 * np.log(model.transitions + 1e-9)).astype(int)
    return {
        "states": model.states,
        "frequent": [round(100 * log) for log in np.log(model.frequent).tolist()],
        "into": logs.T.tolist(),
        "classes": dict(sorted(classes.items())),
        "words": {key: "\n".join(sorted(lines)) for key, lines in sorted(words.items())},
    }


def usual_genders(texts: Iterable[str], model: dict[str, Any]) -> dict[str, str]:
    """The gender of nouns that are two words, one of them rare (`cadre`), and of their other number.

    A word that names men and women alike (`ministre`) has no usual gender.
    """
    tagger = Tagger({**model, "genders": {}}, lexicon().analyses)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        tokens = tokenize(text)
        states = tagger.states(tokens)
        for word, state, tag in zip(tokens.words, states, tagger.tag(tokens), strict=True):
            if state.startswith("NOUN.x") and tag[5] != "x":
                seen[word.removesuffix("s")][tag[5]] += 1
    found = {}
    for stem, counts in sorted(seen.items()):
        nouns = [a.gender for form in (stem, f"{stem}s") for a in lexicon().analyses(form) if a.pos == "NOUN"]
        if "" in nouns:
            continue
        (gender, most), total = counts.most_common(1)[0], counts.total()
        if total >= GENDER_FROM and most >= GENDER_SHARE * total:
            found.update({stem: gender, f"{stem}s": gender})
    return found


def train(texts: Sequence[str], adjectives: list[str], rounds: int = ROUNDS) -> dict[str, Any]:
    """The model learned from the texts."""
    listed = listed_words()
    readings = Readings(lexicon().analyses, listed, {}, frozenset(adjectives))
    corpus = Corpus()
    for text in texts:
        corpus.add(text, readings)
    # Every listed word needs its states, whether or not the texts use it.
    for word in listed:
        corpus.types.setdefault((word, readings.states(word, word, False)), len(corpus.types))
    model = Model([states for _, states in corpus.types])
    for number in range(rounds):
        print(f"round {number + 1}: log-likelihood {model.learn(corpus):.0f}")
    learned: dict[str, Any] = {
        "version": VERSION,
        **compiled(model, corpus),
        "listed": {word: " ".join(states) for word, states in sorted(listed.items())},
        "suffixes": suffixes(corpus, model.divisions, model.states),
        "adjectives": adjectives,
    }
    return {**learned, "genders": usual_genders(texts, learned)}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--lexicon", type=Path, required=True, help="French.lex, plain or gz")
    parser.add_argument("--output", type=Path, default=MODEL)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    lines = [line for path in options.texts for line in read_lines(path)]
    model = train(lines, own_adjectives(read_lines(options.lexicon)), options.rounds)
    packed = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    options.output.write_text(packed + "\n", encoding="utf-8")
    print(f"{len(packed.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
