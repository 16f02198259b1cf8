"""mtfix glossary."""

from pathlib import Path

import click

from mtfix.cli import EXIT_CLEAN, EXIT_FINDINGS
from mtfix.errors import InputError
from mtfix.glossary.lint import lint


@click.group(name="glossary")
def command() -> None:
    """Look after glossaries."""


@command.command(name="lint")
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
def lint_command(files: tuple[str, ...]) -> int:
    """Find duplicate and contradictory entries, stray white space and bad encoding in FILES (CSV, TSV).

    The files are read as one glossary.  Exits with 0 when nothing was found, 1 when something was.
    """
    for file in files:
        if not Path(file).is_file():
            raise InputError(f"{file}: no such file.")
    problems = lint(files)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'} in {len(files)} file(s)")
    return EXIT_FINDINGS if problems else EXIT_CLEAN
