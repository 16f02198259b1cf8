"""mtfix score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import click

from mtfix.cli import complain
from mtfix.errors import InputError
from mtfix.formats.files import parse, read
from mtfix.formats.sources import source_path
from mtfix.glossary.entry import Glossary
from mtfix.glossary.read import read_glossary
from mtfix.score.report import Report, jsonl, report, text
from mtfix.score.significance import SAMPLES
from mtfix.score.terms import term_success

# Resampling holds samples × segments × statistics in memory at once.
_MOST_SAMPLES = 10_000


@dataclass(frozen=True)
class _File:
    path: str
    role: str
    lines: list[str]


@click.command(name="score")
@click.argument("hypothesis", metavar="HYP")
@click.option(
    "--reference",
    "references",
    multiple=True,
    required=True,
    metavar="FILE",
    help="A reference translation; give the option again for another one.",
)
@click.option("--source", metavar="FILE", help="English source (default: x.en.txt beside x.fr.txt).")
@click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    metavar="FILE",
    help="Glossary (CSV, TSV) whose terms are looked for: needs a source.",
)
@click.option("--baseline", metavar="FILE", help="The text before its repair, to compare with.")
@click.option(
    "--samples",
    type=click.IntRange(1, _MOST_SAMPLES),
    default=SAMPLES,
    show_default=True,
    help="Samples of the paired bootstrap.",
)
@click.option(
    "--show",
    type=click.IntRange(0),
    default=10,
    show_default=True,
    help="How many changed segments to list as text; JSON lines have all.",
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", help="Form of the report."
)
@click.option("--encoding", help="Encoding of the files (default: detected).")
def command(
    hypothesis: str,
    references: tuple[str, ...],
    source: str | None,
    glossaries: tuple[str, ...],
    baseline: str | None,
    samples: int,
    show: int,
    format_: str,
    encoding: str | None,
) -> None:
    """Score the French text HYP against references, one segment per line.

    BLEU, chrF2 and TER come from sacreBLEU, raw and with typography folded.  With --baseline they are
    compared with those of the text before its repair, and the segments are listed that got better and
    worse, the worst first.
    """
    scored = _file(hypothesis, "hypothesis", encoding)
    expected = [_parallel(path, "reference", scored, encoding) for path in references]
    original = _parallel(baseline, "baseline", scored, encoding) if baseline is not None else None
    english = _source(source, scored, bool(glossaries), encoding)
    glossary = sum((read_glossary(path) for path in glossaries), Glossary())
    before = original.lines if original else None
    result = report(scored.path, scored.lines, [file.lines for file in expected], before, samples)
    if english and glossaries:
        result = _with_terms(result, scored.lines, before, english.lines, glossary)
    click.echo(jsonl(result) if format_ == "jsonl" else text(result, show))


def _file(path: str, role: str, encoding: str | None) -> _File:
    document = parse(read(path), path, encoding, by_line=True)
    lines = [document.line(number) for number in range(1, document.line_count + 1)]
    if not any(line.strip() for line in lines):
        raise InputError(f"{path}: the {role} is empty; it needs one segment per line.")
    return _File(path, role, lines)


def _parallel(path: str, role: str, scored: _File, encoding: str | None) -> _File:
    file = _file(path, role, encoding)
    if len(file.lines) != len(scored.lines):
        raise InputError(
            f"{path}: the {role} has {len(file.lines)} lines and {scored.path} has {len(scored.lines)}; "
            "both need the same number, one segment per line."
        )
    return file


def _source(path: str | None, scored: _File, wanted: bool, encoding: str | None) -> _File | None:
    """The source: the named one, else for the terms the one beside the hypothesis, if it fits."""
    if path is not None:
        return _parallel(path, "source", scored, encoding)
    if not wanted:
        return None
    found = source_path(scored.path)
    if found is None:
        complain(f"{scored.path}: no source found for the terms; name it with --source. They are left out.")
        return None
    try:
        return _parallel(found, "source", scored, encoding)
    except InputError as error:
        complain(f"{error} It is left out.")
        return None


def _with_terms(
    result: Report,
    hypotheses: Sequence[str],
    original: Sequence[str] | None,
    english: Sequence[str],
    glossary: Glossary,
) -> Report:
    before = term_success(original, english, glossary) if original is not None else None
    return replace(result, terms=term_success(hypotheses, english, glossary), terms_before=before)
