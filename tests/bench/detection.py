"""What `mtfix check` finds of the artifacts annotated in corpora/, and what it reports in the references.

    python -m tests.bench.detection

The machine translations of corpora/ were written by hand: these figures show that nothing got lost, not how well
mtfix does on the output of real systems.
"""

import json
from pathlib import Path

from mtfix.detect import find
from mtfix.formats.files import parse
from mtfix.french.profiles import PROFILES
from mtfix.glossary.read import shipped_glossary
from mtfix.rules import all_rules
from mtfix.rules.base import Finding, Severity
from mtfix.text import Document, Span
from tests.conftest import PROJECT


def main() -> None:
    """Prints a row per article."""
    for gold in sorted((PROJECT / "corpora").glob("*.gold.jsonl")):
        article = gold.name.removesuffix(".gold.jsonl")
        document, found = check(gold.with_name(f"{article}.mt.fr.txt"))
        spans = annotated(gold, document)
        recalled = sum(any(f.span.overlaps(span) for f in found) for span in spans)
        right = sum(any(f.span.overlaps(span) for span in spans) for f in found)
        _, alarms = check(gold.with_name(f"{article}.ref.fr.txt"))
        print(
            f"{article:18} recall {recalled / len(spans):.2f}  precision {right / max(1, len(found)):.2f}  "
            f"({len(spans)} artifacts, {len(found)} findings)  in the reference: {len(alarms)}"
        )


def check(path: Path) -> tuple[Document, list[Finding]]:
    """The document at a path and what the default rules find in it."""
    document = parse(path.read_bytes(), path.name, by_line=True)
    rules = [rule for rule in all_rules() if rule.severity > Severity.INFO]
    profile = PROFILES["press-fr"]
    return document, find(document, rules, profile, shipped_glossary().for_profile(profile))


def annotated(gold: Path, document: Document) -> list[Span]:
    """The annotated spans, in offsets of the document."""
    starts = {document.locate(s.start)[0]: s.start for s in document.segments}
    rows = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    return [Span(starts[r["line"]] + r["start"], starts[r["line"]] + r["end"]) for r in rows]


if __name__ == "__main__":
    main()
