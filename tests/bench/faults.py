"""How many injected faults mtfix finds with the source at hand, and what it reports on the untouched pairs.

    python -m tests.bench.faults [--preview] [ENGLISH FRENCH]

Takes translations by people, a segment a line (those of corpora/ by default), puts one fault of each kind into every
segment that has a place for it, and counts the segments where the rule of that kind speaks and did not before.  The
terms are those of the shipped glossaries, taken for a user's.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from mtfix.detect import find
from mtfix.french.lexicon import lexicon
from mtfix.french.profiles import PROFILES
from mtfix.french.word_lists import is_english
from mtfix.glossary.entry import Glossary
from mtfix.glossary.read import shipped_glossary
from mtfix.rules import rule_by_code
from mtfix.rules.base import Rule
from mtfix.text import Document, Segment
from tests.conftest import PROJECT

Pair = tuple[str, str]
Fault = Callable[[str, str, random.Random], str | None]
_FIGURE = re.compile(r"(?<![\w,.\u00a0\u202f])\d{1,4}(?![\w,.]*\d|[\u00a0\u202f ]\d|\w)")
_NAME = re.compile(r"(?<=[\wé,’] )[A-Z][a-z]{3,}(?=[ ,.])")
_NAMES = ("Henderson", "Lindqvist", "Okafor", "Ferrante", "Nakamura", "Petrides")
_NEGATION = re.compile(r"\b(?P<ne>ne |n[’'])(?P<verb>(?:\w+[’' ]){0,3}?\w+) pas\b ?")
_CLAUSE = re.compile(r",(?: [\w’'-]+){5,14}(?=[,.])")
_WRONG_WORD = "bidule"


def changed_number(_: str, french: str, chance: random.Random) -> str | None:
    """Another digit in a figure."""
    places = [m for m in _FIGURE.finditer(french) if int(m[0]) > 2]
    if not places:
        return None
    place = chance.choice(places)
    at = chance.randrange(len(place[0]))
    digit = chance.choice([d for d in "3456789" if d != place[0][at]])
    return french[: place.start() + at] + digit + french[place.start() + at + 1 :]


def swapped_name(english: str, french: str, chance: random.Random) -> str | None:
    """Somebody else’s name."""
    places = [m for m in _NAME.finditer(french) if re.search(rf"\b{m[0]}\b", english) and _is_name(m[0])]
    if not places:
        return None
    name = chance.choice(places)[0]
    return re.sub(rf"\b{name}\b", chance.choice(_NAMES), french)


def _is_name(word: str) -> bool:
    """Whether the word is a name only: no word of either language, and none of ours."""
    return word not in _NAMES and not is_english(word.lower()) and not lexicon().analyses(word.lower())


def flipped_negation(_: str, french: str, chance: random.Random) -> str | None:
    """*Ne … pas* left out."""
    places = list(_NEGATION.finditer(french))
    if not places:
        return None
    place = chance.choice(places)
    return f"{french[: place.start()]}{place['verb']} {french[place.end() :]}"


def dropped_clause(_: str, french: str, chance: random.Random) -> str | None:
    """Five words or more between two commas left out."""
    places = list(_CLAUSE.finditer(french))
    if not places:
        return None
    place = chance.choice(places)
    return french[: place.start()] + french[place.end() :]


def replaced_term(english: str, french: str, chance: random.Random) -> str | None:
    """A glossary’s term rendered by another word."""
    terms = [
        entry.target
        for entry in _glossary().entries
        if entry.source and " " in entry.source and re.search(rf"\b{re.escape(entry.source)}\b", english)
    ]
    there = [term for term in terms if re.search(rf"\b{re.escape(term)}\b", french)]
    return french.replace(chance.choice(there), _WRONG_WORD) if there else None


KINDS: dict[str, tuple[Fault, str]] = {
    "number changed": (changed_number, "NUM501"),
    "name swapped": (swapped_name, "NAM405"),
    "term replaced": (replaced_term, "TER601"),
    "negation dropped": (flipped_negation, "ACC301"),
    "clause dropped": (dropped_clause, "OMI203"),
}


@lru_cache(maxsize=1)
def _shipped() -> Glossary:
    return shipped_glossary().for_profile(PROFILES["press-fr"])


@lru_cache(maxsize=1)
def _glossary() -> Glossary:
    return Glossary(tuple(replace(entry, shipped=False) for entry in _shipped().entries))


def findings(english: str, french: str, rule: Rule, glossary: Glossary, preview: bool = False) -> int:
    """How often a rule speaks on one pair."""
    document = Document("pair", french, (Segment(0, 0, len(french), french, english),))
    spoken = find(document, [rule], PROFILES["press-fr"], glossary)
    return sum(preview or finding.confidence >= rule.doubtful_below for finding in spoken)


def found(pairs: list[Pair], kind: str, preview: bool = False, seed: int = 7) -> tuple[int, int]:
    """(faults found, faults made) of one kind."""
    make, code = KINDS[kind]
    rule = rule_by_code(code)
    chance = random.Random(seed)
    made = seen = 0
    for english, french in pairs:
        faulty = make(english, french, chance)
        if rule is None or faulty is None or faulty == french:
            continue
        made += 1
        before, after = (findings(english, text, rule, _glossary(), preview) for text in (french, faulty))
        seen += after > before
    return seen, made


def untouched(pairs: list[Pair], preview: bool = False) -> tuple[int, int]:
    """(findings of these rules on the pairs as they are, French words)."""
    rules = [rule for _, code in KINDS.values() if (rule := rule_by_code(code))]
    spoken = sum(
        findings(english, french, rule, _shipped(), preview) for english, french in pairs for rule in rules
    )
    return spoken, sum(len(french.split()) for _, french in pairs)


def corpora() -> Iterator[Pair]:
    """The articles of corpora/ and their references."""
    for path in sorted((PROJECT / "corpora").glob("*.en.txt")):
        yield from read(path, path.with_name(path.name.replace(".en.txt", ".ref.fr.txt")))


def read(english: Path, french: Path) -> Iterator[Pair]:
    """The lines of two files that both hold text."""
    lines = zip(english.read_text("utf-8").splitlines(), french.read_text("utf-8").splitlines(), strict=True)
    return ((one, other) for one, other in lines if one.strip() and other.strip())


def main() -> None:
    """Prints the shares."""
    preview = "--preview" in sys.argv
    files = [Path(argument) for argument in sys.argv[1:] if argument != "--preview"]
    pairs = list(read(*files) if files else corpora())
    for kind in KINDS:
        seen, made = found(pairs, kind, preview)
        print(f"{kind:17} {seen:4} of {made:4} found  {100 * seen / max(1, made):5.1f} %")
    spoken, words = untouched(pairs, preview)
    print(
        f"on the untouched pairs: {spoken} findings in {words} words, {1000 * spoken / words:.2f} per 1,000"
    )


if __name__ == "__main__":
    main()
