"""mtfix fix."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from mtfix.cli import EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE
from mtfix.cli.check import findings_of
from mtfix.cli.options import STDIN, Documents, Job, input_options, job, rule_options
from mtfix.cli.style import colour_style, is_terminal
from mtfix.engine.base import Candidate
from mtfix.errors import MtfixError
from mtfix.formats.files import parse
from mtfix.formats.files import replace as replace_file
from mtfix.repair import Repaired, repair
from mtfix.report import text
from mtfix.report.diff import patch, unified
from mtfix.text import Document


@click.command(name="fix")
@input_options
@rule_options
@click.option(
    "--write", is_flag=True, help="Change the files; text from standard input goes to standard output."
)
@click.option(
    "--unsafe", is_flag=True, help="Take proposals too, not only repairs that cannot change the meaning."
)
@click.option("--interactive", is_flag=True, help="Ask about every repair.")
@click.option(
    "--engine", type=click.Choice(["edits"]), default="edits", help="Who proposes (edits: the rules)."
)
def command(write: bool, unsafe: bool, interactive: bool, engine: str, **options: Any) -> int:
    """Repair French texts: print the repairs as a unified diff, or make them with --write.

    Only safe repairs are made unless --unsafe takes proposals too.  Exits with 0 when there is nothing to
    repair, 1 when files were changed or would be.
    """
    work = job(**options)
    if interactive and STDIN in work.paths:
        raise click.UsageError("--interactive reads the answers from standard input: name the files.")
    documents = Documents(work)
    choose = _Asking(work.config.language) if interactive else None
    edits = files = 0
    for document, data in documents:
        repaired = repair(document, lambda d: findings_of(d, work), unsafe, choose=choose, reread=_reread)
        try:
            _deliver(repaired, data, write)
        except MtfixError as error:
            documents.fail(error)
            continue
        _tell_refusals(repaired, work)
        edits += len(repaired.edits)
        files += repaired.changed
    _tell_summary(edits, files, write)
    if documents.failed:
        return EXIT_USAGE
    return EXIT_FINDINGS if files else EXIT_CLEAN


def _reread(document: Document) -> Document:
    """The document as its file would be read; lines with a source stay the segments that they are."""
    if any(segment.source for segment in document.segments):
        return document
    fresh = parse(document.encode(document.text), document.path, document.encoding)
    return replace(fresh, markup=document.markup, named=document.named)


def _deliver(repaired: Repaired, data: bytes, write: bool) -> None:
    document = repaired.document
    if not write:
        if is_terminal():
            click.echo(unified(document.text, repaired.text, document.path, colour_style()), nl=False)
        else:
            click.echo(patch(document, repaired.text), nl=False)
    elif document.named:
        if repaired.changed:
            replace_file(document.path, document.encode(repaired.text))
    else:
        click.echo(document.encode(repaired.text) if repaired.changed else data, nl=False)


def _tell_refusals(repaired: Repaired, work: Job) -> None:
    for refusal in repaired.refusals:
        finding = refusal.finding
        place = f"{repaired.document.path}:{refusal.line}"
        click.echo(f"{place}: {finding.code} was left, because {refusal.reason}: {finding.text!r}", err=True)


def _tell_summary(edits: int, files: int, write: bool) -> None:
    did = "made" if write else "proposed"
    repairs = "repair" if edits == 1 else "repairs"
    click.echo(f"{edits} {repairs} {did} in {files} file{'' if files == 1 else 's'}", err=True)


class _Asking:
    """Asks about every candidate; `a` takes all that follow, `q` none."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._all: bool | None = None

    def __call__(self, candidate: Candidate, document: Document) -> bool:
        if self._all is not None:
            return self._all
        click.echo(text.describe(candidate.finding, document, self._language, colour_style()))
        answer = click.prompt("Repair?", type=click.Choice(["y", "n", "a", "q"]), default="y", err=True)
        if answer in "aq":
            self._all = answer == "a"
        return answer in "ya"
