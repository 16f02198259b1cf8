"""Speed of `mtfix check` as a whole process, on a text of 150,000 words made from corpora/.

    python -m tests.bench.speed [RUNS]

Prints words per second of the median run, start included, and the time of `mtfix --version`.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import PROJECT

WORDS = 150_000


def main() -> None:
    """Prints both figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.txt")
        words = write_text(path)
        seconds = median_seconds(["check", "--exit-zero", "--format", "jsonl", str(path)], runs)
    print(f"check    {words} words in {seconds:.2f} s, {words / seconds:,.0f} words/s with the start")
    print(f"start    {1000 * median_seconds(['--version'], 2 * runs + 1):.0f} ms for mtfix --version")


def write_text(path: Path) -> int:
    """Writes the references of corpora/, which are good French, until there are enough words; says how many."""
    articles = [p.read_text(encoding="utf-8") for p in sorted((PROJECT / "corpora").glob("*.ref.fr.txt"))]
    words, parts = 0, []
    while words < WORDS:
        for article in articles:
            parts.append(article)
            words += len(article.split())
    path.write_text("".join(parts), encoding="utf-8")
    return words


def median_seconds(arguments: list[str], runs: int) -> float:
    """Wall time of `mtfix ARGUMENTS`, median of some runs after a first one that is not counted."""
    times = []
    for _ in range(runs + 1):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "mtfix", *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
