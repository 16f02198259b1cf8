"""`mtfix score` as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sacrebleu

from mtfix.score.fold import fold

from .score.samples import ORIGINAL, REFERENCE, REPAIRED, SECOND_REFERENCE

PROJECT = Path(__file__).parent.parent
SOURCE = [
    "The city council passed the budget on Tuesday evening.",
    "Trains will run again from Monday morning.",
    "The minister answered “no” to all three questions.",
    "",
    "No one was hurt in the fire.",
]
GLOSSARY = "source,target,variants\ncity council,conseil municipal,\nfire,incendie,sinistre\n"


def score(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mtfix", "score", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(PROJECT)} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def records(result: subprocess.CompletedProcess[str], kind: str) -> list[dict[str, Any]]:
    assert result.returncode == 0, result.stderr
    return [r for line in result.stdout.splitlines() if (r := json.loads(line))["kind"] == kind]


def values(result: subprocess.CompletedProcess[str]) -> dict[tuple[str, str], float]:
    return {(r["text"], r["metric"]): r["value"] for r in records(result, "score")}


def save(
    path: Path, lines: list[str], encoding: str = "utf-8", newline: str = "\n", end: bool = True
) -> None:
    path.write_bytes((newline.join(lines) + newline * end).encode(encoding))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(tmp_path / "a.fr.txt", REPAIRED)
    save(tmp_path / "a.en.txt", SOURCE)
    save(tmp_path / "ref.txt", REFERENCE)
    save(tmp_path / "ref2.txt", SECOND_REFERENCE)
    save(tmp_path / "original.txt", ORIGINAL)
    (tmp_path / "g.csv").write_text(GLOSSARY, encoding="utf-8")
    return tmp_path


def expected(references: list[list[str]]) -> dict[tuple[str, str], float]:
    result = {}
    for form, prepare in (("raw", str), ("folded", fold)):
        lines = [prepare(line) for line in REPAIRED]
        prepared = [[prepare(line) for line in reference] for reference in references]
        result[form, "BLEU"] = sacrebleu.corpus_bleu(lines, prepared).score
        result[form, "chrF2"] = sacrebleu.corpus_chrf(lines, prepared).score
        result[form, "TER"] = sacrebleu.corpus_ter(lines, prepared).score
    return result


def test_values_as_json_lines(folder: Path) -> None:
    result = score(folder, "a.fr.txt", "--reference", "ref.txt", "--format", "jsonl")
    assert values(result) == expected([REFERENCE])
    assert result.stderr == ""
    first = records(result, "score")[0]
    assert (first["path"], first["segments"], first["baseline"]) == ("a.fr.txt", 5, None)


def test_two_references(folder: Path) -> None:
    result = score(
        folder, "a.fr.txt", "--reference", "ref.txt", "--reference", "ref2.txt", "--format", "jsonl"
    )
    assert values(result) == expected([REFERENCE, SECOND_REFERENCE])
    assert all("nrefs:2" in r["signature"] for r in records(result, "score"))


def test_text(folder: Path) -> None:
    result = score(folder, "ref.txt", "--reference", "ref.txt")
    assert result.returncode == 0
    assert result.stdout.splitlines() == [
        "           BLEU    chrF2      TER",
        "raw      100.00   100.00     0.00",
        "folded   100.00   100.00     0.00",
        "",
        f"BLEU   nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:{sacrebleu.__version__}",
        f"chrF2  nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:{sacrebleu.__version__}",
        f"TER    nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:{sacrebleu.__version__}",
    ]


def test_baseline_as_json_lines(folder: Path) -> None:
    arguments = ["a.fr.txt", "--reference", "ref.txt", "--baseline", "original.txt", "--format", "jsonl"]
    result = score(folder, *arguments, "--samples", "50", "--show", "0")
    assert values(result) == expected([REFERENCE])
    for record in records(result, "score"):
        assert record["delta"] == record["value"] - record["baseline"]
        assert 0 < record["p_value"] <= 1
        assert record["interval"][0] <= record["interval"][1]
        assert "bs:50|seed:12345" in record["signature"]
    assert records(result, "segments") == [
        {"kind": "segments", "path": "a.fr.txt", "changed": 3, "better": 2, "equal": 0, "worse": 1}
    ]
    segments = records(result, "segment")
    assert (segments[0]["line"], segments[0]["verdict"]) == (5, "worse")
    assert sorted(r["line"] for r in segments) == [1, 2, 5]
    assert segments[0]["original"] == ORIGINAL[4]
    assert segments[0]["hypothesis"] == REPAIRED[4]
    assert segments[0]["references"] == [REFERENCE[4]]


def test_baseline_as_text_shows_the_worst_first(folder: Path) -> None:
    arguments = ["a.fr.txt", "--reference", "ref.txt", "--baseline", "original.txt", "--samples", "20"]
    result = score(folder, *arguments, "--show", "1")
    assert result.returncode == 0
    assert "segments changed beyond typography: 3, better 2, equal 0, worse 1 (33.3% worse)" in result.stdout
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("line ")] == ["5"]
    assert f"  original    {ORIGINAL[4]}\n  hypothesis  {REPAIRED[4]}\n" in result.stdout
    rows = [line for line in result.stdout.splitlines() if line.startswith(("raw", "folded"))]
    assert len(rows) == 6
    assert len({row.index("±") for row in rows}) == 1


def test_baseline_that_is_the_same_text_differs_by_chance_alone(folder: Path) -> None:
    arguments = ["a.fr.txt", "--reference", "ref.txt", "--baseline", "a.fr.txt", "--format", "jsonl"]
    result = score(folder, *arguments, "--samples", "20")
    assert {(r["p_value"], r["verdict"]) for r in records(result, "score")} == {(1.0, "equal")}
    assert records(result, "segments")[0]["changed"] == 0


def test_terms_with_the_source_beside_the_hypothesis(folder: Path) -> None:
    arguments = ["a.fr.txt", "--reference", "ref.txt", "--glossary", "g.csv", "--samples", "5"]
    result = score(folder, *arguments, "--baseline", "original.txt", "--format", "jsonl")
    assert records(result, "terms") == [
        {
            "kind": "terms",
            "path": "a.fr.txt",
            "value": 50.0,
            "occurrences": 2,
            "kept": 1,
            "baseline": 50.0,
            "missed": [{"line": 5, "source": "fire", "accepted": ["incendie", "sinistre"]}],
        }
    ]


def test_terms_with_a_named_source(folder: Path) -> None:
    arguments = ["ref.txt", "--reference", "ref.txt", "--glossary", "g.csv", "--source", "a.en.txt"]
    assert "terms  100.00 % (2 of 2)" in score(folder, *arguments).stdout


def test_terms_of_which_none_occurs(folder: Path) -> None:
    (folder / "g.csv").write_text("source,target\nzebra,zèbre\n", encoding="utf-8")
    arguments = ["a.fr.txt", "--reference", "ref.txt", "--glossary", "g.csv"]
    assert "none of the glossary's terms occurs" in score(folder, *arguments).stdout


def test_terms_without_a_source_are_left_out_with_a_word(folder: Path) -> None:
    result = score(folder, "ref.txt", "--reference", "ref.txt", "--glossary", "g.csv")
    assert result.returncode == 0
    assert "terms" not in result.stdout
    assert "ref.txt: no source found" in result.stderr


def test_a_source_found_that_does_not_fit_is_left_out_with_a_word(folder: Path) -> None:
    save(folder / "a.en.txt", SOURCE[:2])
    result = score(folder, "a.fr.txt", "--reference", "ref.txt", "--glossary", "g.csv")
    assert result.returncode == 0
    assert "a.en.txt: the source has 2 lines and a.fr.txt has 5" in result.stderr


@pytest.mark.parametrize(
    ("encoding", "newline", "end"),
    [
        ("utf-8", "\n", False),
        ("utf-8-sig", "\n", True),
        ("utf-8", "\r\n", True),
        ("utf-16", "\r\n", False),
    ],
    ids=["no final newline", "byte-order mark", "carriage returns", "utf-16"],
)
def test_form_of_the_file_does_not_matter(folder: Path, encoding: str, newline: str, end: bool) -> None:
    save(folder / "a.fr.txt", REPAIRED, encoding, newline, end)
    result = score(folder, "a.fr.txt", "--reference", "ref.txt", "--format", "jsonl")
    assert values(result) == expected([REFERENCE])


def test_named_encoding(folder: Path) -> None:
    for name, lines in (("h.txt", REPAIRED), ("r.txt", REFERENCE)):
        save(folder / name, lines, "cp1252")
    result = score(folder, "h.txt", "--reference", "r.txt", "--encoding", "cp1252", "--format", "jsonl")
    assert values(result) == expected([REFERENCE])


FAILURES = {
    "reference too short": (
        ["a.fr.txt", "--reference", "short.txt"],
        "short.txt: the reference has 2 lines and a.fr.txt has 5",
    ),
    "second reference too short": (
        ["a.fr.txt", "--reference", "ref.txt", "--reference", "short.txt"],
        "short.txt: the reference has 2 lines and a.fr.txt has 5",
    ),
    "baseline too short": (
        ["a.fr.txt", "--reference", "ref.txt", "--baseline", "short.txt"],
        "short.txt: the baseline has 2 lines and a.fr.txt has 5",
    ),
    "source too short": (
        ["a.fr.txt", "--reference", "ref.txt", "--source", "short.txt"],
        "short.txt: the source has 2 lines and a.fr.txt has 5",
    ),
    "empty hypothesis": (["empty.txt", "--reference", "ref.txt"], "empty.txt: the hypothesis is empty"),
    "blank hypothesis": (["blank.txt", "--reference", "ref.txt"], "blank.txt: the hypothesis is empty"),
    "empty reference": (["a.fr.txt", "--reference", "empty.txt"], "empty.txt: the reference is empty"),
    "missing hypothesis": (["none.txt", "--reference", "ref.txt"], "none.txt: the file cannot be read"),
    "missing reference": (["a.fr.txt", "--reference", "none.txt"], "none.txt: the file cannot be read"),
    "missing baseline": (["a.fr.txt", "--reference", "ref.txt", "--baseline", "none.txt"], "none.txt"),
    "missing glossary": (["a.fr.txt", "--reference", "ref.txt", "--glossary", "none.csv"], "none.csv"),
    "folder": ([".", "--reference", "ref.txt"], "the file cannot be read"),
    "binary hypothesis": (["binary.txt", "--reference", "ref.txt"], "binary.txt: the file holds NUL"),
    "unknown encoding": (
        ["a.fr.txt", "--reference", "ref.txt", "--encoding", "klingon"],
        "Unknown encoding 'klingon'",
    ),
    "no reference": (["a.fr.txt"], "--reference"),
    "no hypothesis": (["--reference", "ref.txt"], "HYP"),
    "no samples": (["a.fr.txt", "--reference", "ref.txt", "--samples", "0"], "--samples"),
    "negative show": (["a.fr.txt", "--reference", "ref.txt", "--show", "-1"], "--show"),
    "unknown format": (["a.fr.txt", "--reference", "ref.txt", "--format", "xml"], "--format"),
}


@pytest.mark.parametrize(("arguments", "message"), FAILURES.values(), ids=FAILURES)
def test_failure(folder: Path, arguments: list[str], message: str) -> None:
    save(folder / "short.txt", REFERENCE[:2])
    save(folder / "blank.txt", ["", " ", "", "", ""])
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"a\0b\n")
    result = score(folder, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_failure_without_sacrebleu_names_the_install(folder: Path) -> None:
    absent = folder / "absent"
    absent.mkdir()
    (absent / "sacrebleu.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    path = os.pathsep.join([str(absent), str(PROJECT)])
    result = score(folder, "a.fr.txt", "--reference", "ref.txt", PYTHONPATH=path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == ("mtfix: Scoring needs an optional library: run `pip install 'mtfix[score]'`.\n")


def test_help_works_without_sacrebleu(folder: Path) -> None:
    (folder / "sacrebleu.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    result = score(folder, "--help")
    assert result.returncode == 0
    assert "--baseline" in result.stdout


def test_scores_do_not_need_click() -> None:
    code = (
        "import sys, mtfix.score.report, mtfix.score.terms; print({'click', 'sacrebleu'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"
