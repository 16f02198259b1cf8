"""Aligned sentences as tab-separated values and as TMX."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from mtfix import __version__
from mtfix.alignment.documents import Pairing, Sentence

_SPACE = re.compile(r"\s+")
# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_tsv(pairing: Pairing, alone: bool = True) -> str:
    """A line per pair in the order of the French: English, French, score, sure (1 or 0); then those alone."""
    rows = ["english\tfrench\tscore\tsure"]
    for bead in pairing.beads:
        one, other = _text(pairing.source, bead.source), _text(pairing.target, bead.target)
        rows.append(f"{one}\t{other}\t{bead.score:.2f}\t{int(bead.sure)}")
    if alone:
        paired = {x for bead in pairing.beads for x in range(*bead.source)}
        rows += [f"{_cell(s.text)}\t\t0.00\t0" for x, s in enumerate(pairing.source) if x not in paired]
        reached = {y for bead in pairing.beads for y in range(*bead.target)}
        rows += [f"\t{_cell(s.text)}\t0.00\t0" for y, s in enumerate(pairing.target) if y not in reached]
    return "\n".join(rows) + "\n"


def as_tmx(pairing: Pairing) -> str:
    """A TMX 1.4 document with a translation unit per pair."""
    units = "".join(
        f'<tu><prop type="x-score">{bead.score:.2f}</prop>'
        f'<tuv xml:lang="en"><seg>{_escaped(_text(pairing.source, bead.source))}</seg></tuv>'
        f'<tuv xml:lang="fr"><seg>{_escaped(_text(pairing.target, bead.target))}</seg></tuv></tu>\n'
        for bead in pairing.beads
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="mtfix" creationtoolversion="{__version__}" segtype="sentence" o-tmf="mtfix" '
        'adminlang="en" srclang="en" datatype="plaintext"/>\n'
        f"<body>\n{units}</body>\n</tmx>\n"
    )


def _text(sentences: tuple[Sentence, ...], places: tuple[int, int]) -> str:
    return " ".join(_cell(sentences[place].text) for place in range(*places))


def _cell(text: str) -> str:
    return _SPACE.sub(" ", text)


def _escaped(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
