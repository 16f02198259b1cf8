"""Whether the source says twice what the translation says twice."""

from __future__ import annotations

from mtfix.alignment.words import WordAlignment
from mtfix.rules.base import Context
from mtfix.rules.duplication.repeats import Repeat
from mtfix.text import Segment


def is_repeated_in_source(segment: Segment, context: Context, repeat: Repeat) -> bool:
    """Whether each of two copies renders words of its own, the same ones: then the author repeats, not the machine."""
    alignment = context.alignment(segment)
    if alignment is None:
        return False
    one = _origins(alignment, repeat.first, repeat.first_end)
    other = _origins(alignment, repeat.second, repeat.second_end)
    shared = one.keys() & other.keys()
    return bool(shared) and 2 * len(shared) >= max(len(one), len(other))


def _origins(alignment: WordAlignment, first: int, end: int) -> dict[str, int]:
    """The lemmas of the English words that French tokens render; each word renders one token at most."""
    links = (link for j in range(first, end) if (link := alignment.origin(j)))
    return {alignment.source_lemmas[link.source]: link.source for link in links}
