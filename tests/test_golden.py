"""Whole reports and diffs to read: golden/<case>/input.txt with options → expected.{jsonl,txt,diff}.

`MTFIX_UPDATE_GOLDEN=1 pytest tests/test_golden.py` writes the expected files anew; `git diff` then shows
what a change means to users.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from .processes import mtfix

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
COMMANDS = {
    "expected.jsonl": ["check", "--format", "jsonl"],
    "expected.txt": ["check"],
    "expected.diff": ["fix"],
}


@pytest.mark.parametrize("expected", COMMANDS)
@pytest.mark.parametrize("case", CASES)
def test_output_is_as_expected(tmp_path: Path, case: str, expected: str) -> None:
    folder = tmp_path / case
    shutil.copytree(GOLDEN / case, folder)
    command = COMMANDS[expected]
    options = (folder / "options").read_text(encoding="utf-8").split()
    if command[0] == "check":
        options = [option for option in options if option != "--unsafe"]
    result = mtfix(*command, *options, "input.txt", cwd=folder)
    assert result.code == 1
    if os.environ.get("MTFIX_UPDATE_GOLDEN"):
        (GOLDEN / case / expected).write_bytes(result.output)
    assert result.output == (GOLDEN / case / expected).read_bytes()
