"""mtfix check."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import click

from mtfix.cli import EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, utf8_output
from mtfix.cli.options import Documents, Job, input_options, job, rule_options
from mtfix.cli.style import colour_style
from mtfix.detect import find
from mtfix.report import jsonl, text
from mtfix.report.baseline import Baseline
from mtfix.rules.base import Finding
from mtfix.text import Document


@click.command(name="check")
@input_options
@rule_options
@click.option(
    "--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", help="Form of the report."
)
@click.option(
    "--baseline", metavar="FILE", help="Findings already known: an earlier report of --format jsonl."
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of listing them.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
def command(format_: str, baseline: str | None, statistics: bool, exit_zero: bool, **options: Any) -> int:
    """Report what machine translation left in French texts.

    PATHS are files and folders; without any, text is read from standard input.  A file x.en.txt beside
    x.fr.txt is its English source.  Exits with 0 when nothing was found, 1 when something was.
    """
    work = job(**options)
    if format_ == "jsonl":
        utf8_output()
    known = Baseline.read(baseline) if baseline else Baseline()
    documents = Documents(work)
    counts: Counter[str] = Counter()
    files = 0
    for document, _ in documents:
        files += 1
        findings = known.unknown(findings_of(document, work), document.path)
        counts.update(finding.code for finding in findings)
        if not statistics:
            _print(findings, document, format_, work.config.language)
    if statistics:
        _print_statistics(counts, format_)
    if format_ == "text":
        click.echo(_summary(sum(counts.values()), files, work.config.language))
    if documents.failed:
        return EXIT_USAGE
    return EXIT_FINDINGS if counts and not exit_zero else EXIT_CLEAN


def findings_of(document: Document, work: Job) -> list[Finding]:
    """The findings of a job's rules in one document."""
    config = work.config
    found = find(document, config.rules_for(document.path), work.profile, work.glossary, config.quotes)
    return [finding for finding in found if config.reports(finding)]


def _print(findings: list[Finding], document: Document, format_: str, language: str) -> None:
    if format_ == "jsonl":
        lines = [jsonl.line(finding, document, language) for finding in findings]
    else:
        style = colour_style()
        lines = [text.describe(finding, document, language, style) + "\n" for finding in findings]
    if lines:
        click.echo("\n".join(lines))


def _print_statistics(counts: Counter[str], format_: str) -> None:
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        as_json = json.dumps({"code": code, "count": count})
        click.echo(as_json if format_ == "jsonl" else f"{count:7} {code}")


def _summary(findings: int, files: int, language: str) -> str:
    if language == "fr":
        found = "rien à signaler" if not findings else f"{findings} signalement{'s' if findings > 1 else ''}"
        return f"{found} dans {files} fichier{'s' if files > 1 else ''}"
    found = "nothing found" if not findings else f"{findings} finding{'s' if findings > 1 else ''}"
    return f"{found} in {files} file{'' if files == 1 else 's'}"
