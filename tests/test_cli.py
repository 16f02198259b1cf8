"""`mtfix check`, `fix`, `rules`, `explain` and `glossary lint` as their users meet them."""

from __future__ import annotations

import ctypes
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .processes import (
    CLEAN,
    COMMAND,
    PROJECT,
    REPEATED_WORD,
    REPEATED_WORD_REPAIRED,
    Result,
    environment,
    mtfix,
)

KEYS = [
    "path", "line", "column", "end_line", "end_column", "start", "end", "text", "code", "rule", "category",
    "severity", "confidence", "quoted", "message", "safety", "suggestions", "source",
]  # fmt: skip
UNSAFE = "La séance est levée. La séance est levée. Le vote attendra."
INFO = "Qui a tiré ?"
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def write(path: Path, text: str = REPEATED_WORD, encoding: str = "utf-8", end: str = "\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((text + end).encode(encoding))
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A French file with one repeated word in its second line."""
    return write(tmp_path / "article.txt", f"{CLEAN}\n{REPEATED_WORD}")


def names(folder: Path) -> list[str]:
    """What a folder holds, left-overs included."""
    return sorted(path.name for path in folder.iterdir())


def check(*arguments: str | Path, **options: str | bytes) -> Result:
    return mtfix("check", "--format", "jsonl", *arguments, **options)  # type: ignore[arg-type]


class TestExitCodes:
    def test_clean_text_gives_0(self, tmp_path: Path) -> None:
        assert mtfix("check", "--select", "DUP", write(tmp_path / "a.txt", CLEAN)).code == 0

    def test_findings_give_1(self, article: Path) -> None:
        assert mtfix("check", "--select", "DUP", article).code == 1

    def test_findings_give_0_with_exit_zero(self, article: Path) -> None:
        result = mtfix("check", "--select", "DUP", "--exit-zero", article)
        assert result.code == 0
        assert "DUP001" in result.text

    def test_exit_zero_hides_no_unreadable_file(self, article: Path) -> None:
        assert mtfix("check", "--exit-zero", article, "nowhere.txt").code == 2

    def test_nothing_to_repair_gives_0(self, tmp_path: Path) -> None:
        assert mtfix("fix", "--select", "DUP", write(tmp_path / "a.txt", CLEAN)).code == 0

    def test_a_proposed_repair_gives_1(self, article: Path) -> None:
        assert mtfix("fix", "--select", "DUP", article).code == 1

    def test_a_written_repair_gives_1_and_then_0(self, article: Path) -> None:
        assert mtfix("fix", "--write", "--select", "DUP", article).code == 1
        assert mtfix("fix", "--write", "--select", "DUP", article).code == 0

    def test_an_unknown_option_gives_2(self) -> None:
        assert mtfix("check", "--no-such-option").code == 2

    def test_an_unknown_verb_gives_2_and_names_the_verbs(self) -> None:
        result = mtfix("chekc")
        assert result.code == 2
        assert "check, fix" in result.errors

    def test_a_bug_gives_3_and_the_path_of_a_log(self, article: Path, tmp_path: Path) -> None:
        broken = "import mtfix.cli.check as c\ndef boom(*_): raise KeyError('boom')\nc.findings_of = boom"
        result = mtfix("check", article, prelude=broken, TMPDIR=str(tmp_path))
        assert result.code == 3
        assert "bug" in result.errors
        assert "KeyError" in result.errors
        (log,) = re.findall(r"with (\S+\.log)", result.errors)
        content = Path(log).read_text(encoding="utf-8")
        assert "Traceback" in content
        assert str(article) in content

    def test_a_bug_is_told_even_where_no_log_can_be_written(self, article: Path) -> None:
        broken = (
            "import tempfile, mtfix.cli.check as c\n"
            "def boom(*_): raise KeyError('boom')\n"
            "def full(*_, **__): raise OSError(28, 'No space left on device')\n"
            "c.findings_of, tempfile.NamedTemporaryFile = boom, full"
        )
        result = mtfix("check", article, prelude=broken)
        assert result.code == 3
        assert "KeyError" in result.errors

    def test_help_and_version_give_0(self) -> None:
        assert re.fullmatch(r"mtfix \d+\.\d+\.\d+\n", mtfix("--version").text)
        assert "--unsafe" in mtfix("fix", "--help").text


class TestJsonLines:
    def test_every_key_of_the_contract_in_its_order(self, article: Path) -> None:
        (record,) = check("--select", "DUP001", "--lang", "en", article).records
        assert list(record) == KEYS
        assert record == {
            "path": str(article),
            "line": 2, "column": 13, "end_line": 2, "end_column": 20, "start": 34, "end": 41,
            "text": "ont ont", "code": "DUP001", "rule": "repeated-word",
            "category": "linguistic-conventions", "severity": "minor", "confidence": record["confidence"],
            "quoted": False, "message": "“ont ont”: the word stands twice.", "safety": "safe",
            "suggestions": ["ont"], "source": None,
        }  # fmt: skip
        assert 0 <= record["confidence"] <= 1

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(f"🚒🚑 {REPEATED_WORD}\n", id="emoji beyond the basic plane"),
            pytest.param(f"👩🏽‍🚒 e\u0301 {REPEATED_WORD}\n", id="joined emoji and combining accent"),
            pytest.param(f"{CLEAN}\r\n\r\n{REPEATED_WORD}\r\n", id="CRLF"),
            pytest.param(f"{CLEAN}\r{CLEAN}\n{CLEAN}\r\n{REPEATED_WORD}", id="mixed newlines, no final one"),
            pytest.param(f"\t {REPEATED_WORD}", id="indented"),
            pytest.param(f"{CLEAN}\u2028{REPEATED_WORD}\n", id="line separator that opens no line"),
        ],
    )
    def test_offsets_count_code_points(self, tmp_path: Path, text: str) -> None:
        path = write(tmp_path / "a.txt", text, end="")
        (record,) = check("--select", "DUP001", path).records
        assert text[record["start"] : record["end"]] == record["text"] == "ont ont"
        line = re.split(r"\r\n|\r|\n", text)[record["line"] - 1]
        assert line[record["column"] - 1 : record["end_column"] - 1] == "ont ont"
        assert record["end_line"] == record["line"]

    def test_the_byte_order_mark_does_not_count(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", REPEATED_WORD, encoding="utf-8-sig")
        (record,) = check("--select", "DUP001", path).records
        assert (record["start"], record["column"]) == (12, 13)

    @pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
    def test_the_encoding_is_found(self, tmp_path: Path, encoding: str) -> None:
        text = f"{REPEATED_WORD} L’été a été très sec, d’où la pénurie d’eau."
        (record,) = check("--select", "DUP001", write(tmp_path / "a.txt", text, encoding)).records
        assert (record["start"], record["end"]) == (12, 19)

    def test_findings_come_in_file_and_text_order(self, tmp_path: Path) -> None:
        one = write(tmp_path / "b.txt", f"{REPEATED_WORD} Il vient du du nord.\n{REPEATED_WORD}")
        other = write(tmp_path / "a.txt")
        records = check("--select", "DUP001", one, other).records
        places = [(Path(r["path"]).name, r["line"], r["column"]) for r in records]
        assert places == [("b.txt", 1, 13), ("b.txt", 1, 48), ("b.txt", 2, 13), ("a.txt", 1, 13)]

    def test_clean_text_prints_nothing_at_all(self, tmp_path: Path) -> None:
        assert check("--select", "DUP", write(tmp_path / "a.txt", CLEAN)).output == b""

    def test_statistics_are_json_too(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", f"{REPEATED_WORD}\n{REPEATED_WORD}")
        assert check("--select", "DUP", "--statistics", path).records == [{"code": "DUP001", "count": 2}]

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
    def test_the_report_is_utf_8_whatever_the_terminal_is(self, article: Path, encoding: str) -> None:
        (record,) = check("--select", "DUP", "--lang", "fr", article, PYTHONIOENCODING=encoding).records
        assert record["message"].endswith("le mot est répété.")


class TestTextReport:
    def test_shows_place_rule_mark_and_proposal(self, article: Path) -> None:
        lines = mtfix("check", "--select", "DUP", article).text.splitlines()
        assert lines[0].startswith(f"{article}:2:13: DUP001 repeated-word [minor]")
        assert "⟦ont ont⟧" in lines[1]
        assert lines[2].strip() == "proposed: ont"
        assert lines[-1] == "1 finding in 1 file"

    def test_a_file_cannot_steer_the_terminal(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", f"\x1b[2J\x07 {REPEATED_WORD}")
        result = mtfix("check", "--select", "DUP", path)
        assert b"\x1b" not in result.output
        assert "␛[2J" in result.text

    def test_a_narrow_terminal_encoding_loses_no_finding(self, article: Path) -> None:
        result = mtfix("check", "--select", "DUP", article, PYTHONIOENCODING="ascii")
        assert result.code == 1
        assert b"DUP001" in result.output

    def test_statistics_count_by_rule(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", f"{REPEATED_WORD}\n{REPEATED_WORD}\nAu 3ème tour.")
        lines = mtfix("check", "--select", "DUP,TYP909", "--statistics", path).text.splitlines()
        assert [line.split() for line in lines[:2]] == [["2", "DUP001"], ["1", "TYP909"]]
        assert "⟦" not in "".join(lines)


class TestLanguage:
    @pytest.mark.parametrize(
        ("locale", "options", "language"),
        [
            pytest.param("fr_FR.UTF-8", [], "fr", id="French locale"),
            pytest.param("fr_CA", [], "fr", id="Canadian French locale"),
            pytest.param("de_DE.UTF-8", [], "en", id="any other locale"),
            pytest.param("fr_FR.UTF-8", ["--lang", "en"], "en", id="option over locale"),
            pytest.param("C.UTF-8", ["--lang", "fr"], "fr", id="French asked for"),
        ],
    )
    def test_messages(self, article: Path, locale: str, options: list[str], language: str) -> None:
        output = mtfix("check", "--select", "DUP", *options, article, LC_ALL=locale).text
        assert ("1 signalement dans 1 fichier" in output) == (language == "fr")
        assert ("1 finding in 1 file" in output) == (language == "en")

    def test_an_unknown_language_is_refused(self, article: Path) -> None:
        result = mtfix("check", "--lang", "de", article)
        assert result.code == 2
        assert "fr" in result.errors


class TestRulesToApply:
    MIXED = f"{REPEATED_WORD}\n{UNSAFE}\nAu 3ème tour.\n{INFO}"

    @pytest.fixture
    def mixed(self, tmp_path: Path) -> Path:
        return write(tmp_path / "mixed.txt", self.MIXED)

    @pytest.mark.parametrize(
        ("options", "codes"),
        [
            pytest.param(["--select", "DUP"], {"DUP001", "DUP006"}, id="a family by its prefix"),
            pytest.param(["--select", "DUP001"], {"DUP001"}, id="a whole code"),
            pytest.param(["--select", "dup001,typ909"], {"DUP001", "TYP909"}, id="small letters, comma"),
            pytest.param(["--select", "DUP001", "--select", "TYP909"], {"DUP001", "TYP909"}, id="twice"),
            pytest.param(["--select", "DUP", "--ignore", "DUP006"], {"DUP001"}, id="a family but one rule"),
            pytest.param(["--select", "DUP,TYP9", "--ignore", "TYP"], {"DUP001", "DUP006"}, id="by prefix"),
            pytest.param(["--select", "DUP", "--min-severity", "major"], {"DUP006"}, id="major and above"),
            pytest.param(["--select", "DUP", "--min-severity", "critical"], set(), id="critical only"),
            pytest.param(["--select", "TYP907"], {"TYP907"}, id="a rule of low severity named in full"),
            pytest.param(["--select", "TYP90"], {"TYP909"}, id="below the severity and not named in full"),
            pytest.param(["--select", "TYP90", "--min-severity", "info"], {"TYP907", "TYP909"}, id="all"),
        ],
    )  # fmt: skip
    def test_selection(self, mixed: Path, options: list[str], codes: set[str]) -> None:
        assert set(check(*options, mixed).codes) == codes

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_an_unknown_code_is_refused_with_the_nearest(self, mixed: Path, option: str) -> None:
        result = check(option, "DUP0001", mixed)
        assert result.code == 2
        assert "DUP0001" in result.errors
        assert "did you mean 'DUP001'?" in result.errors

    @pytest.mark.parametrize(
        ("profile", "proposal"),
        [("press-fr", "\u202f?"), ("eu", "\u00a0?"), ("ca", None)],
    )
    def test_the_house_style_decides(self, tmp_path: Path, profile: str, proposal: str | None) -> None:
        path = write(tmp_path / "a.txt", "Qui a tiré?")
        records = check("--select", "TYP902", "--profile", profile, path).records
        assert [r["suggestions"] for r in records] == ([[proposal]] if proposal else [])

    def test_an_unknown_profile_is_refused(self, mixed: Path) -> None:
        result = check("--profile", "figaro", mixed)
        assert result.code == 2
        assert "press-fr" in result.errors

    def test_quotations_are_marked_and_can_be_left_out(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", "«\u00a0Ils ont ont tout perdu\u00a0», dit-elle.")
        (record,) = check("--select", "DUP001", path).records
        assert record["quoted"] is True
        assert record["safety"] == "unsafe"
        assert check("--select", "DUP001", "--no-quotes", path).records == []

    def test_a_glossary_of_the_house(self, tmp_path: Path) -> None:
        glossary = write(tmp_path / "house.csv", "source,target,forbidden\nZorblax,Zorblax,Zorblaques")
        path = write(tmp_path / "a.txt", "Le groupe Zorblaques recrute.")
        (record,) = check("--select", "TER602", "--glossary", glossary, path).records
        assert record["suggestions"] == ["Zorblax"]
        assert check("--select", "TER602", path).records == []

    def test_a_configuration_file_and_options_over_it(self, tmp_path: Path, mixed: Path) -> None:
        write(tmp_path / "mtfix.cfg", "[mtfix]\nselect = DUP\nignore = DUP006")
        assert set(check(mixed.name, cwd=tmp_path).codes) == {"DUP001"}  # type: ignore[arg-type]
        assert set(check("--select", "TYP909", mixed.name, cwd=tmp_path).codes) == {"TYP909"}  # type: ignore[arg-type]


class TestBaseline:
    def test_known_findings_are_not_reported_again(self, article: Path, tmp_path: Path) -> None:
        known = tmp_path / "known.jsonl"
        known.write_bytes(check("--select", "DUP", article).output)
        result = check("--select", "DUP", "--baseline", known, article)
        assert (result.code, result.output) == (0, b"")

    def test_a_new_finding_is_reported_also_where_lines_moved(self, article: Path, tmp_path: Path) -> None:
        known = tmp_path / "known.jsonl"
        known.write_bytes(check("--select", "DUP", article).output)
        text = article.read_text(encoding="utf-8")
        write(article, f"{CLEAN}\n{text}Il vient du du nord.")
        assert [r["text"] for r in check("--select", "DUP", "--baseline", known, article).records] == [
            "du du"
        ]

    def test_a_second_fault_of_the_same_wording_is_new(self, article: Path, tmp_path: Path) -> None:
        known = tmp_path / "known.jsonl"
        known.write_bytes(check("--select", "DUP", article).output)
        write(article, f"{REPEATED_WORD}\n{REPEATED_WORD}")
        assert len(check("--select", "DUP", "--baseline", known, article).records) == 1

    @pytest.mark.parametrize("content", ['{"path": "a"}\n', "no JSON\n", "[]\n", None])
    def test_an_unusable_baseline_is_refused(
        self, article: Path, tmp_path: Path, content: str | None
    ) -> None:
        if content is not None:
            write(tmp_path / "known.jsonl", content, end="")
        result = check("--baseline", tmp_path / "known.jsonl", article)
        assert result.code == 2
        assert "known.jsonl" in result.errors


class TestStandardInput:
    @pytest.mark.parametrize("arguments", [[], ["-"]])
    def test_is_read_without_paths_or_for_a_hyphen(self, arguments: list[str]) -> None:
        (record,) = check("--select", "DUP", *arguments, stdin=REPEATED_WORD).records
        assert record["path"] == "<stdin>"

    def test_takes_the_name_it_is_given(self) -> None:
        (record,) = check("--select", "DUP", "--stdin-filename", "x.fr.txt", stdin=REPEATED_WORD).records
        assert record["path"] == "x.fr.txt"

    def test_written_repairs_go_to_standard_output(self) -> None:
        text = f"\ufeff{REPEATED_WORD}\r\nFin".encode()
        result = mtfix("fix", "--write", "--select", "DUP", stdin=text)
        assert result.code == 1
        assert result.output == text.replace(b"ont ont", b"ont")

    def test_text_without_faults_comes_out_as_it_went_in(self) -> None:
        text = f"{CLEAN}\r\n\n\t{CLEAN}".encode("cp1252")
        result = mtfix("fix", "--write", "--select", "DUP", stdin=text)
        assert (result.code, result.output) == (0, text)

    def test_with_a_name_and_a_source_writes_no_file(self, tmp_path: Path) -> None:
        victim = write(tmp_path / "article.fr.txt", "Autre texte.")
        source = write(tmp_path / "article.en.txt", "The rescuers evacuated the valley.")
        for options in ([], ["--source", str(source)]):
            result = mtfix(
                "fix", "--write", "--select", "DUP", "--stdin-filename", victim, *options, stdin=REPEATED_WORD
            )
            assert result.text == REPEATED_WORD_REPAIRED
            assert victim.read_text(encoding="utf-8") == "Autre texte.\n"

    def test_closed_standard_input_is_told(self) -> None:
        result = mtfix("check", before=lambda: os.close(0))
        assert result.code == 2
        assert "tandard input" in result.errors

    def test_interactive_mode_needs_files(self) -> None:
        assert mtfix("fix", "--interactive", stdin=REPEATED_WORD).code == 2


class TestSource:
    """TER604 speaks only where it sees the English source, and so shows whether there was one."""

    FRENCH = "Le Temps de New York l’a écrit lundi."
    ENGLISH = "The New York Times wrote so on Monday."

    def codes(self, *arguments: str | Path, **options: str | bytes) -> list[str]:
        return check("--select", "TER604", *arguments, **options).codes

    def test_named(self, tmp_path: Path) -> None:
        french = write(tmp_path / "b.txt", self.FRENCH)
        assert self.codes(french) == []
        assert self.codes("--source", write(tmp_path / "a.txt", self.ENGLISH), french) == ["TER604"]

    @pytest.mark.parametrize(
        ("french", "english"),
        [("x.fr.txt", "x.en.txt"), ("x.mt.fr.txt", "x.en.txt"), ("x.fr.text", "x.en.text")],
    )
    def test_found_beside_the_file(self, tmp_path: Path, french: str, english: str) -> None:
        write(tmp_path / english, self.ENGLISH)
        assert self.codes(write(tmp_path / french, self.FRENCH)) == ["TER604"]

    def test_found_beside_the_name_of_standard_input(self, tmp_path: Path) -> None:
        write(tmp_path / "x.en.txt", self.ENGLISH)
        assert self.codes("--stdin-filename", tmp_path / "x.fr.txt", stdin=self.FRENCH) == ["TER604"]

    def test_lines_are_paired_with_lines(self, tmp_path: Path) -> None:
        write(tmp_path / "x.en.txt", f"It rained.\n\n{self.ENGLISH}")
        french = write(tmp_path / "x.fr.txt", f"Il a plu.\n\n{self.FRENCH}\r")
        (record,) = check("--select", "TER604", french).records
        assert record["line"] == 3

    @pytest.mark.parametrize("named", [False, True])
    def test_with_another_number_of_lines_sentences_are_paired(self, tmp_path: Path, named: bool) -> None:
        source = write(
            tmp_path / "x.en.txt", f"The bridge over the Danube fell down at noon.\n{self.ENGLISH}"
        )
        french = "Le pont sur le Danube est tombé à midi. Le Temps de New York l’a écrit lundi."
        option = ["--source", str(source)] if named else []
        result = check("--select", "TER604", *option, write(tmp_path / "x.fr.txt", french))
        assert result.codes == ["TER604"]

    def test_a_source_that_does_not_fit_is_not_used(self, tmp_path: Path) -> None:
        write(
            tmp_path / "x.en.txt",
            "A man who reads The New York Times kept forty cats in Vermont.\nThey sleep.",
        )
        french = write(tmp_path / "x.fr.txt", self.FRENCH)
        assert check("--select", "TER604", french).codes == []

    def test_a_missing_source_is_refused(self, article: Path) -> None:
        result = check("--source", "nowhere.en.txt", article)
        assert result.code == 2
        assert "nowhere.en.txt" in result.errors

    def test_one_source_for_several_files_is_refused(self, article: Path, tmp_path: Path) -> None:
        for paths in ([article, article], [tmp_path]):
            result = check("--source", article, *paths)
            assert result.code == 2
            assert "one file" in result.errors


class TestFilesAndFolders:
    def test_a_folder_is_read_to_its_depth_without_sources(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/deep/c.text", "a/x.fr.txt", "a/x.en.txt", "notes.md", ".hidden/h.txt"):
            write(tmp_path / name)
        names = [r["path"] for r in check("--select", "DUP", ".", cwd=tmp_path).records]  # type: ignore[arg-type]
        assert sorted(os.path.normpath(name) for name in names) == ["a/deep/c.text", "a/x.fr.txt", "b.txt"]

    def test_include_and_exclude(self, tmp_path: Path) -> None:
        for name in ("a.txt", "b.news", "old/c.news"):
            write(tmp_path / name)
        options = ["--select", "DUP", "--include", "*.news", "--exclude", "old"]
        assert [Path(r["path"]).name for r in check(*options, tmp_path).records] == ["b.news"]

    def test_one_unreadable_file_does_not_stop_the_others(self, article: Path, tmp_path: Path) -> None:
        (tmp_path / "binary.txt").write_bytes(b"\0\1\2")
        result = check("--select", "DUP", tmp_path / "binary.txt", tmp_path / "nowhere.txt", article)
        assert result.code == 2
        assert result.codes == ["DUP001"]
        assert "binary.txt" in result.errors
        assert "nowhere.txt" in result.errors

    def test_one_unreadable_file_does_not_stop_repairs(self, article: Path, tmp_path: Path) -> None:
        assert mtfix("fix", "--write", "--select", "DUP", tmp_path / "nowhere.txt", article).code == 2
        assert article.read_text(encoding="utf-8") == f"{CLEAN}\n{REPEATED_WORD_REPAIRED}\n"

    def test_spaces_and_accents_in_the_path(self, tmp_path: Path) -> None:
        path = write(tmp_path / "dépêches d’été" / "n° 1 – l’eau.txt")
        (record,) = check("--select", "DUP", path).records
        assert record["path"] == str(path)
        assert mtfix("fix", "--write", "--select", "DUP", path).code == 1
        assert path.read_text(encoding="utf-8") == f"{REPEATED_WORD_REPAIRED}\n"

    def test_a_file_name_that_is_no_utf_8(self, tmp_path: Path) -> None:
        name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
        Path(name).write_text(REPEATED_WORD, encoding="utf-8")
        for options in (["check"], ["check", "--format", "jsonl"], ["fix", "--write"]):
            assert mtfix(*options, "--select", "DUP", name).code == 1

    def test_a_symbolic_link_stays_one(self, article: Path, tmp_path: Path) -> None:
        link = tmp_path / "link.txt"
        link.symlink_to(article.name)
        assert mtfix("fix", "--write", "--select", "DUP", link).code == 1
        assert link.is_symlink()
        assert REPEATED_WORD_REPAIRED in article.read_text(encoding="utf-8")

    def test_a_repaired_file_keeps_its_mode(self, article: Path) -> None:
        article.chmod(0o640)
        mtfix("fix", "--write", "--select", "DUP", article)
        assert article.stat().st_mode & 0o7777 == 0o640

    def test_a_file_without_repairs_is_not_written(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", CLEAN)
        before = path.stat()
        mtfix("fix", "--write", "--select", "DUP", path)
        after = path.stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_without_write_no_file_is_changed(self, article: Path) -> None:
        before = article.read_bytes()
        mtfix("fix", "--unsafe", article)
        assert article.read_bytes() == before

    def test_empty_files_are_clean(self, tmp_path: Path) -> None:
        contents = (b"", b"\n", b"\xef\xbb\xbf", b" \r\n\t")
        paths = [tmp_path / f"{number}.txt" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        assert check(*paths).code == 0
        assert mtfix("fix", "--write", *paths).code == 0
        assert tuple(path.read_bytes() for path in paths) == contents


def missing(_: Path) -> list[str]:
    return ["check", "nowhere.txt"]


def folder_without_text(folder: Path) -> list[str]:
    (folder / "empty").mkdir()
    return ["check", "empty"]


def binary_file(folder: Path) -> list[str]:
    (folder / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)))
    return ["check", "photo.txt"]


def nul_bytes(folder: Path) -> list[str]:
    (folder / "nul.txt").write_bytes(b"Le port\0 rouvre.\n")
    return ["check", "nul.txt"]


def wrong_encoding(folder: Path) -> list[str]:
    write(folder / "latin.txt", "L'été a été très sec.", "latin-1")
    return ["check", "--encoding", "utf-8", "latin.txt"]


def unknown_encoding(folder: Path) -> list[str]:
    write(folder / "a.txt")
    return ["check", "--encoding", "klingon", "a.txt"]


def cut_utf_16(folder: Path) -> list[str]:
    (folder / "cut.txt").write_bytes("Le port rouvre.".encode("utf-16")[:-1])
    return ["check", "cut.txt"]


def glossary_without_target(folder: Path) -> list[str]:
    write(folder / "terms.csv", "source,note\nflood,eau")
    write(folder / "a.txt")
    return ["check", "--glossary", "terms.csv", "a.txt"]


def missing_glossary(folder: Path) -> list[str]:
    write(folder / "a.txt")
    return ["check", "--glossary", "nowhere.csv", "a.txt"]


def configuration_typo(folder: Path) -> list[str]:
    write(folder / "mtfix.cfg", "[mtfix]\nprofil = afp")
    write(folder / "a.txt")
    return ["check", "a.txt"]


def configuration_with_unknown_code(folder: Path) -> list[str]:
    write(folder / "pyproject.toml", '[tool.mtfix]\nselect = ["DUB"]')
    write(folder / "a.txt")
    return ["check", "a.txt"]


def missing_configuration(folder: Path) -> list[str]:
    write(folder / "a.txt")
    return ["check", "--config", "nowhere.cfg", "a.txt"]


def dangling_link(folder: Path) -> list[str]:
    (folder / "link.txt").symlink_to("gone.txt")
    return ["fix", "--write", "link.txt"]


def endless_name(_: Path) -> list[str]:
    return ["check", "x" * 300]


def missing_glossary_to_lint(_: Path) -> list[str]:
    return ["glossary", "lint", "nowhere.csv"]


def unknown_rule_to_explain(_: Path) -> list[str]:
    return ["explain", "DUP01"]


class TestBadInput:
    @pytest.mark.parametrize(
        ("prepare", "told"),
        [
            (missing, "nowhere.txt"),
            (folder_without_text, "empty"),
            (binary_file, "photo.txt"),
            (nul_bytes, "nul.txt"),
            (wrong_encoding, "latin.txt"),
            (unknown_encoding, "klingon"),
            (cut_utf_16, "cut.txt"),
            (glossary_without_target, "'target'"),
            (missing_glossary, "nowhere.csv"),
            (configuration_typo, "'profile'"),
            (configuration_with_unknown_code, "'DUB'"),
            (missing_configuration, "nowhere.cfg"),
            (dangling_link, "link.txt"),
            (endless_name, "xxx"),
            (missing_glossary_to_lint, "nowhere.csv"),
            (unknown_rule_to_explain, "DUP001"),
        ],
        ids=lambda value: value.__name__.replace("_", " ") if callable(value) else "",
    )
    def test_is_told_in_a_sentence(
        self, tmp_path: Path, prepare: Callable[[Path], list[str]], told: str
    ) -> None:
        result = mtfix(*prepare(tmp_path), cwd=tmp_path)
        assert result.code == 2
        assert told in result.errors

    def test_a_full_disk_is_no_bug(self, article: Path) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("no /dev/full here")
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*COMMAND, "check", "--select", "DUP", article],
                stdout=full, stderr=subprocess.PIPE, env=environment(), check=False,
            )  # fmt: skip
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert b"space" in done.stderr

    def test_closed_standard_output_is_no_bug(self, article: Path) -> None:
        for verb in ("check", "fix"):
            assert mtfix(verb, "--select", "DUP", article, before=lambda: os.close(1)).code == 1


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder whose locks bind the process that is tested, and open again afterwards."""
    lock = write(tmp_path / "lock")
    lock.chmod(0)
    reading = subprocess.run(["cat", lock], preexec_fn=without_privileges, capture_output=True, check=False)
    if reading.returncode == 0:
        pytest.skip("this user reads and writes everything, and the privilege cannot be given up")
    lock.unlink()
    yield tmp_path
    for path in tmp_path.rglob("*"):
        path.chmod(0o700)


def without_privileges() -> None:
    """Gives up what lets the superuser read and write everything; files of its own it keeps."""
    if os.getuid() == 0 and sys.platform == "linux":
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


class TestPermissions:
    def test_a_read_only_file_is_left_as_it_is(self, folder: Path) -> None:
        path = write(folder / "a.txt")
        path.chmod(0o444)
        before = path.read_bytes()
        result = mtfix("fix", "--write", "--select", "DUP", path, cwd=folder, before=without_privileges)
        assert result.code == 2
        assert "a.txt" in result.errors
        assert path.read_bytes() == before
        assert names(folder) == ["a.txt"]

    def test_a_file_in_a_read_only_folder_is_left_as_it_is(self, folder: Path) -> None:
        path = write(folder / "locked" / "a.txt")
        path.parent.chmod(0o555)
        before = path.read_bytes()
        result = mtfix("fix", "--write", "--select", "DUP", path, cwd=folder, before=without_privileges)
        assert result.code == 2
        assert "a.txt" in result.errors
        assert path.read_bytes() == before
        assert names(path.parent) == ["a.txt"]

    def test_the_files_after_a_read_only_one_are_repaired(self, folder: Path) -> None:
        locked, free = write(folder / "a.txt"), write(folder / "b.txt")
        locked.chmod(0o444)
        result = mtfix(
            "fix", "--write", "--select", "DUP", locked, free, cwd=folder, before=without_privileges
        )
        assert result.code == 2
        assert free.read_text(encoding="utf-8") == f"{REPEATED_WORD_REPAIRED}\n"

    @pytest.mark.parametrize("kind", ["file", "folder", "configuration"])
    def test_what_may_not_be_read_is_told(self, folder: Path, kind: str) -> None:
        path = write(folder / "inner" / "a.txt")
        config = write(folder / "other.cfg", "[mtfix]\nselect = DUP")
        locked = {"file": path, "folder": path.parent, "configuration": config}[kind]
        locked.chmod(0)
        arguments = ["--config", str(config)] if kind == "configuration" else []
        for target in (path, path.parent):
            result = mtfix("check", *arguments, target, cwd=folder, before=without_privileges)
            assert result.code == 2
            assert locked.name in result.errors


class TestColours:
    def on_a_terminal(self, *arguments: str | Path, **variables: str) -> bytes:
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdout=theirs,
            stderr=subprocess.DEVNULL,
            env=environment(**variables),
        ):
            os.close(theirs)
            parts = []
            try:
                while part := os.read(ours, 1 << 16):
                    parts.append(part)
            except OSError:  # Linux says so when the other end is closed.
                pass
        os.close(ours)
        return b"".join(parts)

    @pytest.mark.parametrize("verb", ["check", "fix"])
    def test_on_a_terminal_only(self, article: Path, verb: str) -> None:
        assert b"\x1b[" in self.on_a_terminal(verb, "--select", "DUP", article)
        assert b"\x1b[" not in mtfix(verb, "--select", "DUP", article).output

    @pytest.mark.parametrize("verb", ["check", "fix"])
    def test_none_where_no_color_is_set(self, article: Path, verb: str) -> None:
        output = self.on_a_terminal(verb, "--select", "DUP", article, NO_COLOR="1")
        assert b"ont ont" in output
        assert b"\x1b" not in output

    def test_json_lines_have_none(self, article: Path) -> None:
        output = self.on_a_terminal("check", "--format", "jsonl", "--select", "DUP", article)
        assert json.loads(output)["code"] == "DUP001"


def until(done: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "the process made no progress"
        time.sleep(0.005)


def heeding_ctrl_c() -> None:
    """A process started in the background may inherit that it ignores Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class TestInterruption:
    LINES = 400
    FILES = 80

    @pytest.fixture
    def many(self, tmp_path: Path) -> list[Path]:
        text = "\n".join(f"{REPEATED_WORD} N° {number}." for number in range(self.LINES))
        return [write(tmp_path / f"{number:03}.txt", text) for number in range(self.FILES)]

    def start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), preexec_fn=heeding_ctrl_c,
        )  # fmt: skip

    def test_of_a_long_check(self, many: list[Path]) -> None:
        with self.start("check", "--select", "DUP001", *many) as process:
            assert process.stdout
            assert process.stderr
            assert process.stdout.readline().startswith(bytes(many[0]))
            process.send_signal(signal.SIGINT)
            process.stdout.read()
            errors = process.stderr.read()
        assert process.returncode == 130
        assert b"Interrupted" in errors
        assert b"Traceback" not in errors

    @pytest.mark.parametrize("delay", [0.0, 0.017, 0.06])
    def test_of_repairs_leaves_every_file_old_or_new(self, many: list[Path], delay: float) -> None:
        old = many[0].read_bytes()
        new = old.replace(b"ont ont", b"ont")
        with self.start("fix", "--write", "--select", "DUP001", *many) as process:
            assert process.stderr
            until(lambda: many[1].read_bytes() == new)
            time.sleep(delay)
            process.send_signal(signal.SIGINT)
            errors = process.stderr.read()
        assert process.returncode == 130
        assert b"Traceback" not in errors
        contents = [path.read_bytes() for path in many]
        assert set(contents) == {old, new}
        assert contents == sorted(contents, key=lambda content: content == old)
        assert names(many[0].parent) == [path.name for path in many]

    def test_of_questions(self, article: Path) -> None:
        before = article.read_bytes()
        result = mtfix("fix", "--write", "--interactive", "--select", "DUP", article)
        assert result.code == 130
        assert article.read_bytes() == before

    @pytest.mark.parametrize("options", [["check"], ["check", "--format", "jsonl"], ["fix"]])
    def test_by_a_reader_who_has_seen_enough(self, many: list[Path], options: list[str]) -> None:
        with self.start(*options, "--select", "DUP001", *many[:30]) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.readline()
            process.stdout.close()
            errors = process.stderr.read()
        assert process.returncode in (0, 1)
        assert errors == b""


class TestInteractive:
    TEXT = f"{REPEATED_WORD}\nIl vient du du nord. Elle vient du du sud.\nFin"

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            pytest.param("y\ny\ny\n", TEXT.replace("ont ont", "ont").replace("du du", "du"), id="all by one"),
            pytest.param("n\nn\nn\n", TEXT, id="none"),
            pytest.param("n\ny\nn\n", TEXT.replace("du du", "du", 1), id="one of two alike in one line"),
            pytest.param("n\na\n", TEXT.replace("du du", "du"), id="not this one, but all that follow"),
            pytest.param("y\nq\n", TEXT.replace("ont ont", "ont"), id="enough"),
        ],
    )
    def test_asks_about_every_repair_once(self, tmp_path: Path, answers: str, expected: str) -> None:
        path = write(tmp_path / "a.txt", self.TEXT, end="")
        result = mtfix("fix", "--write", "--interactive", "--select", "DUP001", path, stdin=answers)
        assert path.read_text(encoding="utf-8") == expected
        assert result.errors.count("Repair?") == answers.count("\n")
        assert result.code == (1 if expected != self.TEXT else 0)


class TestCatalogue:
    def test_rules_lists_every_code_once_in_order(self) -> None:
        codes = [line.split()[0] for line in mtfix("rules").text.splitlines()]
        assert {"DUP001", "TYP901", "UNT102"} <= set(codes)
        assert codes == sorted(set(codes))

    def test_rules_speaks_french(self) -> None:
        assert mtfix("rules", "--lang", "fr").text != mtfix("rules", "--lang", "en").text

    @pytest.mark.parametrize("code", ["DUP001", "dup001"])
    def test_explain_shows_name_severity_and_examples(self, code: str) -> None:
        page = mtfix("explain", code).text
        assert page.startswith("# DUP001 repeated-word\n")
        assert "severity: minor" in page
        assert "⟦" in page

    def test_explain_refuses_a_prefix(self) -> None:
        result = mtfix("explain", "DUP")
        assert result.code == 2
        assert "mtfix rules" in result.errors


class TestGlossaryLint:
    def test_a_sound_glossary(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", "source,target\nflood,crue\nstrike,grève")
        assert mtfix("glossary", "lint", path).code == 0

    @pytest.mark.parametrize(
        ("content", "line", "told"),
        [
            pytest.param("source,target\nflood,crue\nflood,inondation", 3, "inondation", id="contradiction"),
            pytest.param("source,target\nflood,crue\nflood,crue", 3, "already", id="duplicate"),
            pytest.param("source\ttarget\nflood\tcrue ", 2, "white space", id="stray space in TSV"),
            pytest.param("source,note\nflood,eau", 1, "'target'", id="missing column"),
            pytest.param("source,target,forbidden\nflood,crue,crue", 2, "forbidden", id="forbidden"),
        ],
    )  # fmt: skip
    def test_a_fault_is_told_with_its_line(self, tmp_path: Path, content: str, line: int, told: str) -> None:
        path = write(tmp_path / "a.csv", content)
        result = mtfix("glossary", "lint", path)
        assert result.code == 1
        assert f"{path}:{line}: " in result.text
        assert told in result.text

    def test_files_are_read_as_one_glossary(self, tmp_path: Path) -> None:
        one = write(tmp_path / "a.csv", "source,target\nflood,crue")
        other = write(tmp_path / "b.csv", "source,target\nflood,inondation")
        assert mtfix("glossary", "lint", one).code == mtfix("glossary", "lint", other).code == 0
        assert mtfix("glossary", "lint", one, other).code == 1

    def test_the_shipped_glossaries_are_sound(self) -> None:
        result = mtfix("glossary", "lint", *sorted((PROJECT / "glossaries").glob("*.csv")))
        assert result.code == 0, result.text


def test_patterns_of_a_configuration_count_from_its_folder(tmp_path: Path) -> None:
    """`check articles` from above and an absolute path are under the same rules as `check .` at the root."""
    (tmp_path / "articles" / "old").mkdir(parents=True)
    (tmp_path / "mtfix.cfg").write_text(
        "[mtfix]\nexclude = articles/old/**\nper-path-ignores =\n    articles/*.txt: DUP\n", encoding="utf-8"
    )
    for name in ("articles/a.txt", "articles/old/b.txt"):
        (tmp_path / name).write_text(REPEATED_WORD + "\n", encoding="utf-8")
    for path in ("articles", str(tmp_path / "articles"), str(tmp_path / "articles" / "old" / "b.txt")):
        assert mtfix("check", path, cwd=tmp_path).code == 0


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPEATED_WORD + "\n", encoding="utf-8")
    assert len(mtfix("check", "--format", "jsonl", "a.txt", "a.txt", cwd=tmp_path).records) == 1


class TestAlign:
    ENGLISH = "The mayor opened the bridge on Monday.\nIt cost 14 million euros.\n"
    FRENCH = "Le maire a inauguré le pont lundi. Il a coûté 14 millions d’euros.\n"

    def files(self, folder: Path) -> tuple[Path, Path]:
        return write(folder / "a.en.txt", self.ENGLISH), write(folder / "a.fr.txt", self.FRENCH)

    def test_tsv(self, tmp_path: Path) -> None:
        result = mtfix("align", *self.files(tmp_path))
        head, *rows = [line.split("\t") for line in result.text.splitlines()]
        assert head == ["english", "french", "score", "sure"]
        assert [row[:2] for row in rows] == [
            ["The mayor opened the bridge on Monday.", "Le maire a inauguré le pont lundi."],
            ["It cost 14 million euros.", "Il a coûté 14 millions d’euros."],
        ]

    def test_tmx_is_well_formed_and_holds_the_pairs(self, tmp_path: Path) -> None:
        result = mtfix("align", "--format", "tmx", *self.files(tmp_path))
        root = ElementTree.fromstring(result.text.encode())
        segments = [segment.text for segment in root.iter("seg")]
        assert segments[:2] == [
            "The mayor opened the bridge on Monday.",
            "Le maire a inauguré le pont lundi.",
        ]

    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        english, _ = self.files(tmp_path)
        result = mtfix("align", english, tmp_path / "none.txt")
        assert result.code == 2
        assert "none.txt" in result.errors
