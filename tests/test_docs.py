"""The documentation says what the program does."""

import re
from pathlib import Path

import pytest

from mtfix.cli import cli
from mtfix.config import Config
from mtfix.french.profiles import PROFILES
from mtfix.report.rule_page import write_pages
from mtfix.rules import all_rules
from tests.conftest import PROJECT
from tests.processes import mtfix

README = (PROJECT / "README.md").read_text(encoding="utf-8")
CONFIGURATION = (PROJECT / "docs" / "configuration.md").read_text(encoding="utf-8")


def test_rule_pages_are_those_of_the_rules(tmp_path: Path) -> None:
    measured = PROJECT / "docs" / "measured.tsv"
    if measured.is_file():
        (tmp_path / "measured.tsv").write_bytes(measured.read_bytes())
    write_pages(tmp_path / "rules")
    made = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "rules").iterdir()}
    kept = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / "docs" / "rules").iterdir()}
    assert kept == made, "run `make docs`"


@pytest.mark.parametrize("verb", cli.list_commands(None))  # type: ignore[arg-type]
def test_every_command_is_in_the_readme(verb: str) -> None:
    assert f"mtfix {verb}" in README


def test_every_configuration_key_is_documented() -> None:
    for key in Config.__dataclass_fields__.keys() - {"root"}:
        assert f"`{key.replace('_', '-')}`" in CONFIGURATION


def test_every_profile_is_documented() -> None:
    for name in PROFILES:
        assert f"`{name}`" in CONFIGURATION


def test_every_rule_can_be_explained() -> None:
    for rule in all_rules():
        assert rule.code in mtfix("explain", rule.code).text


def test_the_readme_shows_what_the_program_prints(tmp_path: Path) -> None:
    """The first console block: its article, checked and repaired, gives the printed lines."""
    block = re.search(r"```console\n(\$ mtfix check article\.fr\.txt.*?)```", README, re.DOTALL)
    assert block
    lines = block[1].split("\n")
    article = "\n".join(
        line[1:] for line in lines[lines.index("@@ -1,3 +1,3 @@") + 1 :] if line[:1] in (" ", "-")
    )
    (tmp_path / "article.fr.txt").write_text(article + "\n", encoding="utf-8")
    printed = mtfix("check", "--select", "DUP003,TER602", "article.fr.txt", cwd=tmp_path).text
    for line in block[1].split("$ mtfix fix")[0].splitlines()[1:]:
        assert line in printed
    diff = mtfix("fix", "article.fr.txt", cwd=tmp_path).text
    assert diff.replace("\u00a0", " ") == block[1].split("$ mtfix fix article.fr.txt\n")[1]
