"""Options that several verbs share, and what they come to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from mtfix.alignment.documents import with_source
from mtfix.cli import complain, unusable
from mtfix.config import LANGUAGES, SEVERITIES, Config, load_config, with_options
from mtfix.errors import InputError, MtfixError
from mtfix.formats.discover import discover
from mtfix.formats.files import parse, read
from mtfix.formats.sources import is_source, pair_lines, read_source, source_path
from mtfix.french.profiles import PROFILES, Profile
from mtfix.glossary.entry import Glossary
from mtfix.glossary.read import read_glossary, shipped_glossary
from mtfix.text import Document

Command = TypeVar("Command", bound=Callable[..., Any])
STDIN = "-"


class Codes(click.ParamType):  # type: ignore[type-arg]
    """Rule codes or prefixes, separated by commas."""

    name = "CODES"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(code.strip().upper() for code in value.split(",") if code.strip())


def _together(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    return lambda command: reduce(lambda inner, decorate: decorate(inner), reversed(decorators), command)


language_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the messages (default: that of the locale)."
)
config_option = click.option(
    "--config",
    "config_path",
    metavar="FILE",
    help="Configuration file (default: the nearest that has [mtfix]).",
)
rule_options = _together(
    click.option(
        "--select", type=Codes(), multiple=True, help="Only these rules: codes or prefixes (DUP,TYP901)."
    ),
    click.option("--ignore", type=Codes(), multiple=True, help="Not these rules: codes or prefixes."),
    click.option(
        "--min-severity", type=click.Choice(SEVERITIES), help="Lowest severity to report (default: minor)."
    ),
    click.option("--profile", type=click.Choice(list(PROFILES)), help="House style (default: press-fr)."),
    click.option(
        "--glossary", "glossaries", multiple=True, metavar="FILE", help="A glossary of the house (CSV, TSV)."
    ),
    click.option("--quotes/--no-quotes", default=None, help="Report inside quotations too (default: yes)."),
    click.option("--preview/--no-preview", default=None, help="Run rules in preview too (default: no)."),
    language_option,
    config_option,
)
input_options = _together(
    click.argument("paths", nargs=-1, metavar="[PATHS]..."),
    click.option("--source", metavar="FILE", help="English source of the one file to read."),
    click.option(
        "--include",
        multiple=True,
        metavar="PATTERN",
        help="What to read in folders (default: *.txt, *.text).",
    ),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="What to leave out."),
    click.option("--encoding", help="Encoding of the files (default: detected)."),
    click.option(
        "--stdin-filename", default="<stdin>", metavar="NAME", help="Name for text from standard input."
    ),
)


@dataclass(frozen=True)
class Job:
    """What the options come to: the configuration, and the files to read."""

    config: Config
    paths: tuple[str, ...]
    source: str | None
    stdin_filename: str
    glossary: Glossary

    @property
    def profile(self) -> Profile:
        """The house style of the run."""
        return PROFILES[self.config.profile]


def job(
    paths: tuple[str, ...], source: str | None, stdin_filename: str, config_path: str | None, **options: Any
) -> Job:
    """The job that the shared options describe.  Raises MtfixError for what does not fit."""
    if source and (len(paths) > 1 or any(Path(path).is_dir() for path in paths)):
        raise click.UsageError("--source is the source of one file: name that file alone.")
    for name in ("select", "ignore"):
        options[name] = tuple(code for codes in options[name] for code in codes)
    config = load_config(config_path)
    house = (*config.glossaries, *options.pop("glossaries"))
    config = with_options(config, **options)
    glossary = sum((read_glossary(path) for path in house), Glossary())
    if config.shipped_glossaries:
        glossary += shipped_glossary()
    return Job(
        config, paths or (STDIN,), source, stdin_filename, glossary.for_profile(PROFILES[config.profile])
    )


class Documents:
    """The documents of a job, one at a time, so that memory does not grow with their number.

    What cannot be read is told on stderr; `failed` says that it happened.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self.failed = False

    def __iter__(self) -> Iterator[tuple[Document, bytes]]:
        """(document, its bytes) of every file that can be read."""
        for path in self._paths():
            try:
                yield self._load(path)
            except MtfixError as error:
                self.fail(error)
            except OSError as error:
                self.fail(unusable(error))

    def fail(self, error: MtfixError) -> None:
        """Tells an error and remembers it."""
        complain(str(error))
        self.failed = True

    def _paths(self) -> Iterator[str]:
        config = self._job.config
        named = [path for path in self._job.paths if path == STDIN]
        yield from named[:1]
        seen: set[str] = set()
        for path in (p for p in self._job.paths if p != STDIN):
            try:
                for name, is_named in discover([path], config.include, config.exclude):
                    unwanted = config.excludes(name) or (not is_named and is_source(name))
                    if name not in seen and not unwanted:
                        seen.add(name)
                        yield name
            except MtfixError as error:
                self.fail(error)
            except OSError as error:
                self.fail(unusable(error))

    def _load(self, path: str) -> tuple[Document, bytes]:
        job, encoding = self._job, self._job.config.encoding or None
        if path == STDIN:
            data = _standard_input()
            document = parse(data, job.stdin_filename, encoding)
        else:
            data = read(path)
            document = parse(data, path, encoding)
        # Pairing makes a new document; what it is must be said last, or `--write` would look for a file.
        return replace(self._paired(document), named=path != STDIN), data

    def _paired(self, document: Document) -> Document:
        source, encoding = self._job.source, self._job.config.encoding or None
        if source:
            return _pair(document, read_source(source, encoding))
        if found := source_path(document.path):
            try:
                return _pair(document, read_source(found, encoding))
            except InputError as error:
                complain(f"{error} It is left out.")
        return document


def _pair(document: Document, english: Document) -> Document:
    """The document with its source: by line where both have as many, else sentence by sentence."""
    return pair_lines(document, english) or with_source(document, english)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError("Standard input is closed: name the files to read.")
    return sys.stdin.buffer.read()
