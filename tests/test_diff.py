"""The diff that `mtfix fix` prints does what `mtfix fix --write` does."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from mtfix.report.diff import unified

from .processes import COMMAND, environment, mtfix

FAULT = "Les secours ont ont évacué la vallée."
PLAIN = "Le port rouvre lundi."
WRAPPED = (
    "Les secours ont évacué les habitants de la vallée de la\n"
    "vallée de la Marne après une nuit de pluie qui a noyé les\n"
    "routes et les champs au nord du chef-lieu du département."
)
CASES = {
    "one line": f"{FAULT}\n".encode(),
    "no final newline": f"{PLAIN}\n{FAULT}".encode(),
    "no final newline on an untouched line": f"{FAULT}\n{PLAIN}".encode(),
    "CRLF": f"{PLAIN}\r\n{FAULT}\r\n{PLAIN}\r\n".encode(),
    "mixed newlines": f"{PLAIN}\r\n{FAULT}\n{PLAIN}\r{FAULT}\n\r\n{FAULT}".encode(),
    "byte-order mark": b"\xef\xbb\xbf" + f"{FAULT}\n{PLAIN}\n".encode(),
    "windows-1252": f"{FAULT} L’été vient.\nL’été a été sec.\n".encode("cp1252"),
    "two hunks": "\n".join([FAULT, *[PLAIN] * 12, FAULT, ""]).encode(),
    "hunks that touch": "\n".join([FAULT, *[PLAIN] * 6, FAULT, *[PLAIN] * 4, ""]).encode(),
    "neighbouring lines": "\n".join([PLAIN, FAULT, FAULT, PLAIN, FAULT, ""]).encode(),
    "wrapped paragraph": WRAPPED.encode(),
    "line separators": f"{PLAIN}\u2028{FAULT}\x0c{PLAIN}\x85{PLAIN}\n{FAULT}\n".encode(),
}


def tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def run(command: list[str], folder: Path, stdin: bytes) -> None:
    done = subprocess.run(command, cwd=folder, input=stdin, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("case", CASES)
def test_applied_it_gives_the_written_file(tmp_path: Path, case: str) -> None:
    folders = [tmp_path / name for name in ("written", "patched", "applied")]
    for folder in folders:
        folder.mkdir()
        (folder / "a.txt").write_bytes(CASES[case])
    written, patched, applied = folders
    diff = mtfix("fix", "--select", "DUP001,DUP002", "a.txt", cwd=written).output
    mtfix("fix", "--write", "--select", "DUP001,DUP002", "a.txt", cwd=written)
    expected = (written / "a.txt").read_bytes()
    assert expected != CASES[case]
    run([tool("patch"), "--binary", "--fuzz=0", "-p1"], patched, diff)
    assert (patched / "a.txt").read_bytes() == expected
    run([tool("git"), "apply", "--whitespace=nowarn", "-"], applied, diff)
    assert (applied / "a.txt").read_bytes() == expected


@pytest.mark.parametrize("name", ["n° 1 – l’eau.txt", "./a.txt", "dépêches d’été/a b.txt"])
def test_names_with_spaces_and_accents_are_found_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{FAULT}\n", encoding="utf-8")
    diff = mtfix("fix", "--select", "DUP001", name, cwd=tmp_path).output
    run([tool("git"), "apply", "-"], tmp_path, diff)
    assert "ont ont" not in path.read_text(encoding="utf-8")
    run([tool("patch"), "--reverse", "-p1"], tmp_path, diff)
    assert "ont ont" in path.read_text(encoding="utf-8")


def test_an_absolute_path_is_named_below_a_and_b(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{FAULT}\n", encoding="utf-8")
    lines = mtfix("fix", "--select", "DUP001", path).text.splitlines()
    assert lines[:2] == [f"--- a{path}", f"+++ b{path}"]


def test_a_text_without_repairs_has_no_diff(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PLAIN, encoding="utf-8")
    assert mtfix("fix", "--select", "DUP001", path).output == b""


def test_several_files_make_one_patch(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(PLAIN if name == "b.txt" else FAULT, encoding="utf-8")
    diff = mtfix("fix", "--select", "DUP001", ".", cwd=tmp_path).output
    run([tool("patch"), "-p1"], tmp_path, diff)
    contents = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert contents == {"a.txt": FAULT.replace("ont ont", "ont"), "b.txt": PLAIN, "c.txt": contents["a.txt"]}


@pytest.mark.parametrize(
    ("before", "after", "hunk"),
    [
        pytest.param("a\nb\nc\n", "a\nc\n", "@@ -1,3 +1,2 @@\n a\n-b\n c\n", id="a line fewer"),
        pytest.param("a\nc\n", "a\nb\nc\n", "@@ -1,2 +1,3 @@\n a\n+b\n c\n", id="a line more"),
        pytest.param("a\n", "", "@@ -1,1 +0,0 @@\n-a\n", id="nothing left"),
        pytest.param("a", "b", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n"
                     "+b\n\\ No newline at end of file\n", id="no newlines"),
    ],
)  # fmt: skip
def test_hunks(before: str, after: str, hunk: str) -> None:
    assert unified(before, after, "x.txt") == f"--- a/x.txt\n+++ b/x.txt\n{hunk}"


def test_a_terminal_shows_the_words_that_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"{FAULT}\r\n\x1b[2J{FAULT}".encode())
    ours, theirs = pty.openpty()
    command = [*COMMAND, "fix", "--select", "DUP001", str(path)]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment()):
        os.close(theirs)
        output = b""
        try:
            while part := os.read(ours, 1 << 16):
                output += part
        except OSError:  # Linux says so when the other end is closed.
            pass
    os.close(ours)
    text = output.decode()
    assert re.search(r"\x1b\[7m *ont *\x1b\[0m", text), "the repeated word is not marked"
    assert "\x1b[2J" not in text, "the file steers the terminal"
    without_looks = re.sub(r"\x1b\[[\d;]*m", "", text).replace("\r\n", "\n").splitlines()
    assert without_looks[3:] == [
        f"-{FAULT}",
        f"-␛[2J{FAULT}",
        "\\ No newline at end of file",
        "+Les secours ont évacué la vallée.",
        "+␛[2JLes secours ont évacué la vallée.",
        "\\ No newline at end of file",
    ]
