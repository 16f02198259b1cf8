"""Measures the tagger against Universal Dependencies treebanks (CoNLL-U, plain or gz), and its speed.

    python -m training.tagging_accuracy fr_gsd-ud-test.conllu.gz fr_sequoia-ud-test.conllu.gz

Tokens are compared where both sides cut the text alike.  UPOS is mapped to the tags of mtfix; X and SYM are
left out; a contraction counts as PREP.  The treebanks measure only: nothing may be learned from them.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mtfix.french.tagging import coarse, features, tagger
from mtfix.french.tokens import tokenize
from training.tagging import read_lines

Gold = tuple[str, str]
"""Tag, then gender and number; `x` where the treebank says nothing."""
Sentence = tuple[str, dict[tuple[int, int], Gold]]

_TAGS = {"PROPN": "NAME", "ADP": "PREP", "CCONJ": "CONJ", "SCONJ": "CONJ", "X": "", "SYM": ""}
_FORMS = {"Inf": "INF", "Part": "PPRES"}
_PAIRS = (
    ("NOUN", "VERB"),
    ("ADJ", "PPAST"),
    ("DET", "PRON"),
    ("NOUN", "ADJ"),
    ("NOUN", "NAME"),
    ("DET", "PREP"),
)


def gold_of(upos: str, feats: str) -> Gold:
    """The tag of mtfix for UPOS and features."""
    named = dict(item.split("=", 1) for item in feats.split("|") if "=" in item)
    tag = _TAGS.get(upos, upos)
    if upos in ("VERB", "AUX"):
        past = named.get("VerbForm") == "Part" and named.get("Tense") == "Past"
        tag = "PPAST" if past else _FORMS.get(named.get("VerbForm", ""), tag)
    return tag, (named.get("Gender", "x")[0] + named.get("Number", "x")[0]).lower()


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a treebank: the text, and the gold of its spans."""
    text, inside = "", 0
    words: list[tuple[str, Gold]] = []
    for line in read_lines(path):
        columns = line.split("\t")
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif not line:
            yield text, _spans(text, words)
            words, inside = [], 0
        elif len(columns) > 5 and "-" in columns[0]:
            inside = int(columns[0].partition("-")[2])
            words.append((columns[1], ("PRON" if "quel" in columns[1] else "PREP", "xx")))
        elif len(columns) > 5 and columns[0].isdigit() and int(columns[0]) > inside:
            words.append((columns[1], gold_of(columns[3], columns[5])))


def _spans(text: str, words: list[tuple[str, Gold]]) -> dict[tuple[int, int], Gold]:
    found, position = {}, 0
    for form, gold in words:
        start = text.find(form, position)
        if 0 <= start <= position + 5:
            position = start + len(form)
            found[start, position] = gold
    return found


class Count:
    """What was right and what was taken for what."""

    def __init__(self) -> None:
        self.total: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.confused: Counter[tuple[str, str]] = Counter()

    def add(self, kind: str, right: bool) -> None:
        """Counts one decision."""
        self.total[kind] += 1
        self.right[kind] += right

    def token(self, gold: Gold, tag: str, ambiguous: bool) -> None:
        """Counts one token."""
        right = coarse(tag) == gold[0]
        self.add("all tokens", right)
        if ambiguous:
            self.add("ambiguous tokens", right)
        if not right:
            self.confused[gold[0], coarse(tag)] += 1
        elif gold[0] in ("NOUN", "DET", "ADJ", "PPAST"):
            self._agreement(gold, features(tag))

    def _agreement(self, gold: Gold, found: str) -> None:
        for name, wanted, got in zip(("gender", "number"), gold[1], found, strict=True):
            if wanted != "x":
                self.add(f"{name} of {gold[0]}", got == wanted)
                self.add(f"{name} of {gold[0]} if decided", got in (wanted, "x"))

    def report(self) -> None:
        """Prints the figures."""
        for kind, total in self.total.items():
            print(f"  {kind}: {self.right[kind] / total:.4f} of {total}")
        for one, other in _PAIRS:
            print(f"  {one} as {other}: {self.confused[one, other]}, reverse: {self.confused[other, one]}")
        print("  most:", ", ".join(f"{a}>{b} {n}" for (a, b), n in self.confused.most_common(14)))


def measure(path: Path, first_reading: bool = False) -> Count:
    """Tags a treebank and counts."""
    count, used = Count(), tagger()
    for text, gold in sentences(path):
        tokens = tokenize(text)
        choices = used.choices(tokens)
        tags = [choice[0] for choice in choices] if first_reading else used.tag(tokens)
        for index, tag in enumerate(tags):
            wanted = gold.get((tokens.starts[index], tokens.ends[index]))
            if wanted and wanted[0]:
                count.token(wanted, tag, len({coarse(choice) for choice in choices[index]}) > 1)
    return count


def speed(paths: list[Path]) -> None:
    """Prints tokens per second: the first pass meets every word for the first time."""
    texts = [tokenize(text) for path in paths for text, _ in sentences(path)]
    size = sum(map(len, texts))
    tagger.cache_clear()
    start = time.perf_counter()
    used = tagger()
    print(f"  loaded in {1000 * (time.perf_counter() - start):.1f} ms")
    for name in ("cold", "warm", "warm"):
        start = time.perf_counter()
        for text in texts:
            used.tag(text)
        print(f"  {name}: {size / (time.perf_counter() - start):,.0f} tokens/s")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebanks", nargs="+", type=Path)
    parser.add_argument("--baseline", action="store_true", help="take each word's likeliest reading")
    options = parser.parse_args()
    for path in options.treebanks:
        print(path.name)
        measure(path, options.baseline).report()
    if not options.baseline:
        speed(options.treebanks)


if __name__ == "__main__":
    main()
