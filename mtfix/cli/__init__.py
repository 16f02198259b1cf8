"""The command line: one module per verb, loaded when it is called."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from mtfix import __version__
from mtfix.errors import InputError, MtfixError

EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, EXIT_BUG, EXIT_INTERRUPTED = 0, 1, 2, 3, 130
_VERBS = ("check", "fix", "score", "align", "glossary", "rules", "explain")


class _Verbs(click.Group):
    """Imports the module of a verb when it is needed: `--version` must not pay for the rules."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        command: click.Command = importlib.import_module(f"mtfix.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(f"{error.format_message()} Commands: {', '.join(_VERBS)}.", ctx) from None


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mtfix", message="%(prog)s %(version)s")
def cli() -> None:
    """Finds and repairs what machine translation leaves in French editorial text."""


def run(arguments: Sequence[str]) -> int:
    """Runs the command line and returns its exit code; every failure becomes one sentence on stderr."""
    _never_fail_to_print()
    try:
        result: Any = cli.main(args=list(arguments), prog_name="mtfix", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return result if isinstance(result, int) else EXIT_CLEAN
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except MtfixError as error:
        complain(str(error))
        return EXIT_USAGE
    except (KeyboardInterrupt, click.Abort):
        complain("Interrupted; no file was left half-written.")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return EXIT_CLEAN
    except OSError as error:
        return _failed_system(error, arguments)
    except Exception as error:
        complain(_log_bug(error, arguments))
        return EXIT_BUG


def _never_fail_to_print() -> None:
    """Lets names and texts that the terminal's encoding lacks come out as escapes, not as an error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def utf8_output() -> None:
    """Makes standard output UTF-8 whatever the locale says, as JSON is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(sentence: str) -> None:
    """Tells the user what is wrong, on stderr."""
    click.echo(f"mtfix: {sentence}", err=True)


def _discard_output() -> None:
    """Lets the interpreter flush into nothing after the reader of a pipe has gone (`mtfix … | head`)."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unusable(error: OSError) -> InputError:
    """What the system would not do, as a sentence."""
    what = error.filename if error.filename is not None else "The output"
    return InputError(f"{os.fsdecode(what) if isinstance(what, bytes) else what}: {error.strerror or error}.")


def _failed_system(error: OSError, arguments: Sequence[str]) -> int:
    """A full disk or a forbidden folder is for the user to mend; a failure without a number is a bug."""
    if error.errno is None:
        complain(_log_bug(error, arguments))
        return EXIT_BUG
    complain(str(unusable(error)))
    if error.filename is None:
        _discard_output()
    return EXIT_USAGE


def _log_bug(error: Exception, arguments: Sequence[str]) -> str:
    import tempfile
    import traceback

    bug = f"This is a bug in mtfix ({type(error).__name__}: {error}); please report it"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="mtfix-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as log:
            log.write(f"mtfix {__version__} {list(arguments)!r}\n\n")
            traceback.print_exception(error, file=log)
    except OSError as unwritable:
        return f"{bug}. No log could be written ({unwritable.strerror})."
    return f"{bug} with {log.name}."
