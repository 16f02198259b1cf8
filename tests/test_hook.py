"""The hooks as pre-commit runs them, from a clone of this checkout in an environment of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from .processes import CLEAN, PROJECT, REPEATED_WORD, REPEATED_WORD_REPAIRED, mtfix

pytestmark = pytest.mark.network
CONFIGURATION = """\
repos:
  - repo: {repository}
    rev: {commit}
    hooks:
      - id: {hook}
        args: [--select, "DUP,TYP909"]
"""
AUTHOR = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
          for what, value in (("NAME", "Test"), ("EMAIL", "test@example.org"))}  # fmt: skip


@dataclass(frozen=True)
class Hooks:
    """A clone of this checkout to install hooks from, and where pre-commit keeps what it installs."""

    repository: Path
    commit: str
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
        ours = {"PRE_COMMIT_HOME": str(self.home), "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8"}
        scripts = str(Path(sys.executable).parent)
        return kept | ours | AUTHOR | {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}

    def run(self, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=folder, env=self.environment, capture_output=True, encoding="utf-8", check=False
        )

    def python(self) -> Path:
        """The interpreter of the environment that pre-commit has made."""
        (found,) = self.home.glob("repo*/py_env-*/bin/python")
        return found


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout


def snapshot(folder: Path) -> str:
    """Commits a copy of the work tree, files not yet committed included, and returns the commit."""
    for name in git(PROJECT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "snapshot")
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    """The clone to install from; skips where pip finds no packages."""
    folder = tmp_path_factory.mktemp("hook")
    probe = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir", "setuptools"]
    reached = subprocess.run(
        [*probe, "--dest", folder / "probe"], capture_output=True, text=True, check=False
    )
    if reached.returncode != 0:
        pytest.skip(f"the package registry cannot be reached: {reached.stderr.strip()[-200:]}")
    (folder / "clone").mkdir()
    return Hooks(folder / "clone", snapshot(folder / "clone"), folder / "home")


def newsroom(hooks: Hooks, folder: Path, hook: str) -> Path:
    """A repository of articles with one of the hooks installed."""
    git(folder, "init", "--quiet")
    text = CONFIGURATION.format(repository=hooks.repository, commit=hooks.commit, hook=hook)
    (folder / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    done = hooks.run(folder, "pre-commit", "install", "--install-hooks")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def commit(hooks: Hooks, folder: Path, **files: str) -> subprocess.CompletedProcess[str]:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    hooks.run(folder, "git", "add", "--all")
    return hooks.run(folder, "git", "commit", "--message", "articles")


def test_a_good_article_passes_and_a_faulty_one_is_stopped(hooks: Hooks, tmp_path: Path) -> None:
    folder = newsroom(hooks, tmp_path, "mtfix")
    good = commit(hooks, folder, good=CLEAN)
    assert good.returncode == 0, good.stdout + good.stderr
    bad = commit(hooks, folder, bad=REPEATED_WORD)
    assert bad.returncode != 0
    shown = bad.stdout + bad.stderr
    assert "bad.txt:1:13: DUP001" in shown
    assert "⟦ont ont⟧" in shown
    assert git(folder, "log", "--format=%s").split() == ["articles"]


def test_the_repairing_hook_repairs_and_lets_the_second_commit_pass(hooks: Hooks, tmp_path: Path) -> None:
    folder = newsroom(hooks, tmp_path, "mtfix-fix")
    first = commit(hooks, folder, bad=REPEATED_WORD)
    assert first.returncode != 0
    assert "files were modified by this hook" in first.stdout + first.stderr
    assert (folder / "bad.txt").read_text(encoding="utf-8") == f"{REPEATED_WORD_REPAIRED}\n"
    second = commit(hooks, folder)
    assert second.returncode == 0, second.stdout + second.stderr
    assert git(folder, "show", "HEAD:bad.txt") == f"{REPEATED_WORD_REPAIRED}\n"


def test_the_hook_environment_holds_the_core_and_all_rules(hooks: Hooks, tmp_path: Path) -> None:
    newsroom(hooks, tmp_path, "mtfix")
    python = str(hooks.python())
    listing = (
        "import importlib.metadata as m, json; print(json.dumps([d.name.lower() for d in m.distributions()]))"
    )
    installed = set(json.loads(hooks.run(tmp_path, python, "-c", listing).stdout))
    assert "mtfix" in installed
    assert not installed & {"sacrebleu", "ctranslate2", "sentencepiece", "numpy", "translate-toolkit"}
    assert hooks.run(tmp_path, python, "-m", "mtfix", "rules").stdout == mtfix("rules").text
    article = PROJECT / "corpora" / "flood.mt.fr.txt"
    options = ["check", "--format", "jsonl", str(article)]
    assert hooks.run(tmp_path, python, "-m", "mtfix", *options).stdout == mtfix(*options).text
