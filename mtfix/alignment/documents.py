"""Gives the segments of a French document the English that they render."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mtfix.alignment.segments import Bead, align_sentences
from mtfix.french.sentences import sentence_spans
from mtfix.text import Document, Segment

# English abbreviations after which the French splitter sees a sentence end.
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|vs|No|Inc|Corp|Co)|\b[A-Z])\.$"
)
_SURE_SHARE = 0.8
"""The share of a segment, in characters, whose sentences must be surely paired for its source to be used."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the segment it stands in."""

    text: str
    segment: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """The sentences of a source and of its translation, and which of them belong together."""

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    beads: tuple[Bead, ...]


def sentences_of(segments: Sequence[Segment], english: bool = False) -> tuple[Sentence, ...]:
    """The sentences of all segments, in order."""
    found = []
    for segment in segments:
        texts = [segment.target[start:end].strip() for start, end in sentence_spans(segment.target)]
        texts = _rejoined(texts) if english else texts
        found += [Sentence(text, segment.index) for text in texts if text]
    return tuple(found)


def _rejoined(texts: list[str]) -> list[str]:
    """English sentences that an abbreviation has cut, put together again."""
    whole: list[str] = []
    for text in texts:
        if whole and _ABBREVIATED.search(whole[-1]):
            whole[-1] = f"{whole[-1]} {text}"
        else:
            whole.append(text)
    return whole


def align_documents(english: Document, french: Document) -> Pairing:
    """Pairs the sentences of two documents."""
    source, target = sentences_of(english.segments, english=True), sentences_of(french.segments)
    beads = align_sentences([s.text for s in source], [s.text for s in target])
    return Pairing(source, target, tuple(beads))


def with_source(french: Document, english: Document) -> Document:
    """The French document with the English of every segment that is surely paired beside it."""
    pairing = align_documents(english, french)
    by_segment: dict[int, list[Bead]] = defaultdict(list)
    for bead in pairing.beads:
        for segment in {pairing.target[y].segment for y in range(*bead.target)}:
            by_segment[segment].append(bead)
    found = {
        segment.index: text
        for segment in french.segments
        if (text := _source_of(segment.index, by_segment[segment.index], pairing))
    }
    return french.with_sources(found)


def _source_of(segment: int, beads: list[Bead], pairing: Pairing) -> str | None:
    """The English of a segment; None where too little of it is surely paired or a bead reaches beyond it."""
    sure = [bead for bead in beads if bead.sure]
    paired = sum(len(pairing.target[y].text) for bead in sure for y in range(*bead.target))
    whole = sum(len(sentence.text) for sentence in pairing.target if sentence.segment == segment)
    beyond = any(pairing.target[y].segment != segment for bead in beads for y in range(*bead.target))
    if beyond or paired < _SURE_SHARE * whole:
        return None
    places = sorted({x for bead in beads for x in range(*bead.source)})
    return " ".join(pairing.source[x].text for x in places)
