"""All that is measured about one text, and how it is shown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mtfix.score.base import Score, Verdict
from mtfix.score.fold import fold
from mtfix.score.metrics import SCALES, corpus_scores
from mtfix.score.segments import Change, changes
from mtfix.score.significance import SAMPLES, Comparison, compare
from mtfix.score.terms import TermSuccess

RAW, FOLDED = "raw", "folded"


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric of the raw or the typography-folded text; with `comparison` when there is an original."""

    form: str
    score: Score
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What `mtfix score` tells.  `changes` and `terms_before` are None without an original."""

    path: str
    segments: int
    figures: tuple[Figure, ...]
    changes: tuple[Change, ...] | None = None
    terms: TermSuccess | None = None
    terms_before: TermSuccess | None = None


def figures(
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    original: Sequence[str] | None = None,
    samples: int = SAMPLES,
) -> tuple[Figure, ...]:
    """BLEU, chrF2 and TER (0–100), raw and then folded, compared with `original` where it is given.

    Raises InputError when the numbers of segments differ or are zero, MissingExtraError without sacreBLEU.
    """
    found: list[Figure] = []
    for form, prepare in ((RAW, str), (FOLDED, fold)):
        lines = [prepare(text) for text in hypotheses]
        expected = [[prepare(text) for text in reference] for reference in references]
        if original is None:
            found += [Figure(form, score) for score in corpus_scores(lines, expected)]
        else:
            before = [prepare(text) for text in original]
            compared = compare(before, lines, expected, samples)
            found += [Figure(form, each.after.score, each) for each in compared]
    return tuple(found)


def report(
    path: str,
    hypotheses: Sequence[str],
    references: Sequence[Sequence[str]],
    original: Sequence[str] | None = None,
    samples: int = SAMPLES,
) -> Report:
    """All figures of a text but its terms.  Raises as `figures` does."""
    moved = None if original is None else changes(original, hypotheses, references)
    return Report(path, len(hypotheses), figures(hypotheses, references, original, samples), moved)


def text(report: Report, show: int) -> str:
    """The report for people: figures, terms, the `show` changed segments that lost most, signatures."""
    compared = report.changes is not None
    blocks = [_comparisons(report) if compared else _table(report)]
    if report.terms is not None:
        blocks.append(_terms(report.terms, report.terms_before))
    if report.changes is not None:
        blocks.append(_summary(report.changes))
        blocks += [_change(change) for change in _moved(report.changes)[:show]]
    blocks.append(_signatures(report))
    return "\n\n".join(blocks)


def _table(report: Report) -> str:
    rows = [" " * 6 + "".join(f"{name:>9}" for name in SCALES)]
    for form in (RAW, FOLDED):
        values = (f"{figure.score.value:9.2f}" for figure in report.figures if figure.form == form)
        rows.append(f"{form:6}" + "".join(values))
    return "\n".join(rows)


def _comparisons(report: Report) -> str:
    rows = [f"{'':14}{'original':>14}  {'hypothesis':>14}  {'change':>7}  {'':6}  {'p':>6}"]
    for figure in report.figures:
        comparison = figure.comparison
        if comparison is not None:
            p_value = "-" if comparison.p_value is None else f"{comparison.p_value:.4f}"
            sides = (
                f"{e.score.value:6.2f} ± {e.half_width:5.2f}" for e in (comparison.before, comparison.after)
            )
            rows.append(
                f"{figure.form:7}{figure.score.name:7}{'  '.join(sides)}  {comparison.delta:+7.2f}"
                f"  {comparison.verdict.value:6}  {p_value:>6}"
            )
    return "\n".join([*rows, "±: half of the 95 % interval; p: paired bootstrap"])


def _terms(after: TermSuccess, before: TermSuccess | None) -> str:
    if after.score is None:
        return "terms   none of the glossary's terms occurs in the source"
    line = f"terms  {after.score.value:6.2f} % ({after.kept} of {after.occurrences})"
    if before is not None and before.score is not None:
        line += f", original {before.score.value:.2f} % ({before.kept}), "
        line += f"change {after.score.value - before.score.value:+.2f}"
    return line


def _counts(moved: Sequence[Change]) -> dict[str, int]:
    counts = Counter(change.verdict for change in moved)
    return {each.value: counts[each] for each in Verdict}


def _moved(moved: Sequence[Change]) -> list[Change]:
    return [change for change in moved if change.verdict is not Verdict.EQUAL]


def _summary(moved: Sequence[Change]) -> str:
    counts = _counts(moved)
    line = f"segments changed beyond typography: {len(moved)}"
    if moved:
        line += ", " + ", ".join(f"{name} {count}" for name, count in counts.items())
        line += f" ({counts[Verdict.WORSE.value] / len(moved):.1%} worse)"
    return line


def _change(change: Change) -> str:
    lines = [f"line {change.line}  {change.delta:+.2f} chrF2"]
    lines += [f"  original    {change.original}", f"  hypothesis  {change.hypothesis}"]
    lines += [f"  reference   {reference}" for reference in change.references]
    return "\n".join(lines)


def _signatures(report: Report) -> str:
    # Raw and folded text have the same ones: folding is done before sacreBLEU sees the text.
    return "\n".join(f"{f.score.name:6} {f.score.signature}" for f in report.figures if f.form == RAW)


def jsonl(report: Report) -> str:
    """The report as JSON lines, told apart by `kind`: score, terms, segments (their counts), segment."""
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records(report))


def records(report: Report) -> Iterator[dict[str, Any]]:
    """The objects of `jsonl`.  Values are unrounded; what was not asked for is null or left out."""
    for figure in report.figures:
        yield {"kind": "score", "path": report.path, "segments": report.segments, **_score_record(figure)}
    if report.terms is not None:
        yield {"kind": "terms", "path": report.path, **_terms_record(report.terms, report.terms_before)}
    if report.changes is not None:
        yield {
            "kind": "segments",
            "path": report.path,
            "changed": len(report.changes),
            **_counts(report.changes),
        }
        yield from (_segment_record(report.path, change) for change in _moved(report.changes))


def _score_record(figure: Figure) -> dict[str, Any]:
    comparison = figure.comparison
    return {
        "text": figure.form,
        "metric": figure.score.name,
        "value": figure.score.value,
        "scale": figure.score.scale.value,
        "signature": figure.score.signature,
        "interval": _interval(comparison.after.mean, comparison.after.half_width) if comparison else None,
        "baseline": comparison.before.score.value if comparison else None,
        "baseline_interval": _interval(comparison.before.mean, comparison.before.half_width)
        if comparison
        else None,
        "delta": comparison.delta if comparison else None,
        "verdict": comparison.verdict.value if comparison else None,
        "p_value": comparison.p_value if comparison else None,
    }


def _interval(mean: float, half_width: float) -> list[float]:
    return [mean - half_width, mean + half_width]


def _terms_record(after: TermSuccess, before: TermSuccess | None) -> dict[str, Any]:
    return {
        "value": after.score.value if after.score else None,
        "occurrences": after.occurrences,
        "kept": after.kept,
        "baseline": before.score.value if before and before.score else None,
        "missed": [{"line": m.line, "source": m.source, "accepted": list(m.accepted)} for m in after.missed],
    }


def _segment_record(path: str, change: Change) -> dict[str, Any]:
    return {
        "kind": "segment",
        "path": path,
        "line": change.line,
        "delta": change.delta,
        "verdict": change.verdict.value,
        "original": change.original,
        "hypothesis": change.hypothesis,
        "references": list(change.references),
    }
