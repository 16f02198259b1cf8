"""False alarms per rule and row on clean French, and precision per rule on annotated translations.

    python -m tests.bench.clean_corpus [--write]

Reads the measuring data beside the checkout (../shared); without it there is nothing to measure.  `--write` keeps the
figures in docs/measured.tsv, from which `make docs` puts them on the rule pages.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mtfix.detect import find
from mtfix.formats.plain import line_segments
from mtfix.french.profiles import PROFILES
from mtfix.glossary.read import shipped_glossary
from mtfix.rules import all_rules
from mtfix.rules.base import Finding
from mtfix.text import Document
from tests.conftest import PROJECT, SHARED

ANNOTATED = ("newsmt", "biomqm", "products")
PROFILE = PROFILES["press-fr"]
GLOSSARY = shipped_glossary().for_profile(PROFILE)


def main() -> None:
    """Prints both tables, and writes the figures when asked to."""
    if not SHARED.is_dir():
        raise SystemExit("There is no ../shared beside the checkout, so there is nothing to measure.")
    words, hits, rows = clean_hits()
    right, total = annotated_hits()
    print(f"{words:,} words of clean French")
    for code in sorted(set(hits) | set(total)):
        print(
            f"{code}  {100_000 * hits[code] / words:8.2f} per 100,000 words   right {right[code]} of {total[code]}"
        )
    for row, count in rows.most_common():
        print(f"row {row}: {count}")
    if "--write" in sys.argv:
        write(words, hits, right, total)


def clean_hits() -> tuple[int, Counter[str], Counter[str]]:
    """Words of clean French, and findings in them by rule and by row."""
    words, hits, rows = 0, Counter[str](), Counter[str]()
    for path in sorted((SHARED / "data" / "clean").glob("*.fr.txt*")):
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
        words += len(text.split())
        for finding in findings(text):
            hits[finding.code] += 1
            if finding.row:
                rows[finding.row] += 1
    return words, hits, rows


def annotated_hits() -> tuple[Counter[str], Counter[str]]:
    """Findings on annotated translations by rule: those that share a character with an annotated span, and all."""
    right, total = Counter[str](), Counter[str]()
    for text, spans in _annotated_texts():
        document = Document("annotated", text, line_segments(text))
        for finding in findings(text):
            line, column = document.locate(finding.span.start)
            end = column - 1 + max(1, len(finding.text))
            total[finding.code] += 1
            right[finding.code] += any(column - 1 < e and s < end for s, e in spans[line])
    return right, total


def _annotated_texts() -> Iterator[tuple[str, dict[int, list[tuple[int, int]]]]]:
    pairs = [(SHARED / "seed" / "article.fr.txt", SHARED / "seed" / "gold.jsonl")]
    folder = SHARED / "data" / "annotated"
    pairs += [(folder / f"{name}.fr.txt", folder / f"{name}.gold.jsonl") for name in ANNOTATED]
    for text, gold in pairs:
        yield text.read_text(encoding="utf-8"), _spans(gold)


def _spans(gold: Path) -> dict[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, line in enumerate(gold.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        for error in row.get("errors", [row]):
            spans[row.get("line", number)].append((error["start"], max(error["end"], error["start"] + 1)))
    return spans


def findings(text: str) -> list[Finding]:
    """What all rules find in a text of one segment per line."""
    return find(Document("text", text, line_segments(text)), all_rules(), PROFILE, GLOSSARY)


def write(words: int, hits: Counter[str], right: Counter[str], total: Counter[str]) -> None:
    """Keeps the figures for the rule pages."""
    lines = [
        f"# {date.today().isoformat()}\t{words} words of clean French; code, hits per 100,000, right, of"
    ]
    for rule in all_rules():
        code = rule.code
        lines.append(f"{code}\t{100_000 * hits[code] / words:.2f}\t{right[code]}\t{total[code]}")
    (PROJECT / "docs" / "measured.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
