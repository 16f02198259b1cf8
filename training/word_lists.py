"""Compiles the lists of English words and of common French words that mtfix ships.

    python -m training.word_lists assemblee.fr.txt.gz common-voice.fr.txt.gz \
        --english /usr/share/dict/american-english /usr/share/dict/british-english

writes `english.marisa` and `common.marisa` into mtfix/french/data.  The English lists are Debian's packages
wamerican and wbritish (2020.12.07-2), made from SCOWL (licence: mtfix/french/data/english.LICENSE.txt); the French
texts are CC0 extractions of the Assemblée nationale and of Common Voice.  The same input gives the same bytes.

English words that French texts use are left out of the first list: the French press accepts them.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import marisa_trie

from mtfix.french.lexicon import lexicon

FOLDER = Path(__file__).parent.parent / "mtfix" / "french" / "data"
COMMON_FROM = 3
ACCEPTED_FROM = 4
SHORTEST_ACCEPTED = 4
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_ENGLISH = re.compile(r"[a-z]{2,}")


def count_words(paths: Iterable[Path]) -> Counter[str]:
    """How often each word in small letters stands in the texts, plain or gz."""
    counts: Counter[str] = Counter()
    for path in paths:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
        counts.update(word for word in _WORD.findall(text) if word.islower())
    return counts


def common_words(counts: Counter[str]) -> marisa_trie.BytesTrie:
    """The French words that are common enough to be what was meant, with the logarithm of their frequency."""
    known = lexicon()
    return marisa_trie.BytesTrie(
        (word, bytes((round(10 * math.log(count)),)))
        for word, count in sorted(counts.items())
        if count >= COMMON_FROM and known.analyses(word)
    )


def english_words(paths: Iterable[Path], counts: Counter[str]) -> marisa_trie.Trie:
    """English words in small letters, without those that French texts use though the lexicon lacks them."""
    words = {word for path in paths for word in path.read_text(encoding="utf-8").split()}
    known = lexicon()
    return marisa_trie.Trie(
        sorted(
            word
            for word in words
            if _ENGLISH.fullmatch(word)
            and (known.analyses(word) or len(word) < SHORTEST_ACCEPTED or counts[word] < ACCEPTED_FROM)
        )
    )


def main() -> None:
    cli = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    cli.add_argument("french", nargs="+", type=Path)
    cli.add_argument("--english", nargs="+", type=Path, required=True)
    arguments = cli.parse_args()
    counts = count_words(arguments.french)
    common_words(counts).save(str(FOLDER / "common.marisa"))
    english_words(arguments.english, counts).save(str(FOLDER / "english.marisa"))


if __name__ == "__main__":
    main()
