"""Counts how often French words and lemmas occur, so that patterns are indexed by their rarest token.

    python -m training.frequencies TEXT... > mtfix/french/data/frequencies.tsv

TEXT are plain or gzipped files with one sentence a line; what ships was counted in the parliamentary and spoken
French of Common Voice (CC0).  A line of the result is a folded word or a lemma and how often it occurs in a million
tokens, the most frequent first; what occurs less than fifteen times is left out.
"""

import gzip
import sys
from collections import Counter
from pathlib import Path

from mtfix.french.patterns import lemmas
from mtfix.french.tokens import tokenize

LEAST = 15


def main() -> None:
    """Prints the table."""
    counts: Counter[str] = Counter()
    tokens = 0
    for name in sys.argv[1:]:
        data = Path(name).read_bytes()
        for line in (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8").splitlines():
            words = tokenize(line).words
            tokens += len(words)
            for word in words:
                counts.update(lemmas(word))
    for word, count in counts.most_common():
        share = round(1_000_000 * count / tokens)
        if share < LEAST:
            break
        print(f"{word}\t{share}")


if __name__ == "__main__":
    main()
