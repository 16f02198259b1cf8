"""Runs mtfix as its users do: as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "mtfix"]
# A spare line of French without any fault, and lines that hold exactly one each.
CLEAN = "Le port rouvre lundi."
REPEATED_WORD = "Les secours ont ont évacué la vallée."
REPEATED_WORD_REPAIRED = "Les secours ont évacué la vallée."


def environment(**changes: str) -> dict[str, str]:
    """The environment of a run: this checkout, UTF-8, English, nothing of who runs the tests."""
    unset = {"NO_COLOR", "FORCE_COLOR", "LANG", "LC_MESSAGES", "LANGUAGE"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in unset and not name.startswith(("PYTHON", "COV_"))
    }
    ours = {
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "PYTHONPATH": str(PROJECT),
        # Compiled once for all runs, and not into the checkout.
        "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), f"mtfix-test-bytecode-{os.getuid()}")),
    }
    return kept | ours | changes


@dataclass(frozen=True)
class Result:
    """How a run ended."""

    code: int
    output: bytes
    errors: str

    @property
    def text(self) -> str:
        return self.output.decode("utf-8")

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON lines of the output."""
        return [json.loads(line) for line in self.text.splitlines()]

    @property
    def codes(self) -> list[str]:
        return [record["code"] for record in self.records]


def mtfix(
    *arguments: str | Path,
    cwd: Path | None = None,
    stdin: str | bytes = b"",
    prelude: str | None = None,
    before: Callable[[], None] | None = None,
    **variables: str,
) -> Result:
    """Runs `mtfix ARGUMENTS` and checks what holds for every run: no traceback, a known exit code.

    `prelude` is Python code that the process runs first, `before` a function that it calls before Python.
    """
    command: list[str] = COMMAND
    if prelude is not None:
        command = [sys.executable, "-c", f"{prelude}\nfrom mtfix.__main__ import main\nmain()"]
    done = subprocess.run(
        [*command, *(str(argument) for argument in arguments)],
        cwd=cwd,
        env=environment(**variables),
        input=stdin.encode("utf-8") if isinstance(stdin, str) else stdin,
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=before,
    )
    errors = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in errors
    assert done.returncode in (0, 1, 2, 3, 130), (done.returncode, errors)
    return Result(done.returncode, done.stdout, errors)
