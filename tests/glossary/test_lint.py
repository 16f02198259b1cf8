"""What is wrong inside a glossary, and between glossaries."""

from pathlib import Path

import pytest

from mtfix.glossary.lint import lint
from tests.conftest import PROJECT

HEADER = "source,target,variants,forbidden,pos,dnt,note,profile\n"
SHIPPED = sorted((PROJECT / "glossaries").glob("*.csv"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the glossary goes."""
    return tmp_path / "termes.csv"


def problems(file: Path, *rows: str) -> list[str]:
    """The problems of a glossary with these rows, without the path."""
    file.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return [str(problem).removeprefix(f"{file}:") for problem in lint([file])]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("otter, loutre", "2: stray white space around the target 'loutre'", id="space-before"),
        pytest.param("otter,loutre,,loutron ", "2: stray white space around the forbidden", id="space-after"),
        pytest.param("sea otter,loutre  de mer", "2: two spaces in a row in the target", id="two-spaces"),
        pytest.param("otter,loutre,a||b", "2: an empty form between bars in the variants 'a||b'", id="bars"),
        pytest.param(
            "otter,lou\u200btre", "2: a control or replacement character in the target", id="control"
        ),
        pytest.param("otter,loutr\ufffd", "2: a control or replacement character", id="replacement"),
        pytest.param("summer,Ã©tÃ©", "2: the target 'Ã©tÃ©' was decoded wrongly", id="mojibake"),
        pytest.param("otter,lâ€™otter", "2: the target 'lâ€™otter' was decoded wrongly", id="mojibake-quote"),
        pytest.param("Otter Band,Loutre,,,,yes", "2: 'Otter Band' must not be translated", id="dnt"),
        pytest.param(
            "otter,loutre,,loutre", "2: 'loutre' is both wanted and forbidden", id="target-forbidden"
        ),
        pytest.param("otter,loutre,lou,lou", "2: 'lou' is both wanted and forbidden", id="variant-forbidden"),
        pytest.param("otter,", "2: the entry has no target", id="no-target"),
        pytest.param("otter,loutre,,,,,,libre", "2: unknown profile 'libre'", id="unknown-profile"),
    ],
)
def test_problem_within_an_entry(file: Path, row: str, expected: str) -> None:
    (problem,) = problems(file, row)
    assert problem.startswith(expected)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("otter,loutre", "Otter,loutre", "'Otter' stands already in {}:2", id="twice"),
        pytest.param(
            "otter,loutre", "otter,lutra", "'otter' is 'lutra' here and 'loutre' in {}:2", id="two-targets"
        ),
        pytest.param(
            "otter,loutre",
            "sea otter,enhydre,,loutre",
            "'loutre' is forbidden here and wanted in {}:2",
            id="wanted",
        ),
        pytest.param(
            "otter,loutre,,lutra",
            "mink,vison,,lutra",
            "'lutra' becomes 'vison' here and 'loutre' in {}:2",
            id="forbidden-twice",
        ),
    ],
)
def test_problem_between_entries(file: Path, first: str, second: str, expected: str) -> None:
    (problem,) = problems(file, first, second)
    assert problem.startswith("3: " + expected.format(file))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["otter,loutre,,,,,,afp", "otter,lutra,,,,,,lemonde"], id="other-house"),
        pytest.param(
            ["otter,loutre,,,,,,afp", "mink,vison,,loutre,,,,lemonde"], id="wanted-by-another-house"
        ),
        pytest.param(["fly,mouche,,,noun", "fly,voler,,,verb"], id="other-part-of-speech"),
        pytest.param(["otter,loutre,,lutra", "river otter,loutre,,lutra"], id="same-replacement"),
        pytest.param(["otter,loutre,a | b"], id="spaces-around-bars"),
        pytest.param(["BigBand,BigBand,,,,yes"], id="do-not-translate"),
    ],
)
def test_no_problem(file: Path, rows: list[str]) -> None:
    assert problems(file, *rows) == []


def test_conflict_is_found_behind_an_entry_of_another_house(file: Path) -> None:
    rows = ["otter,loutre,,,,,,afp", "otter,loutre,,,,,,lemonde", "mink,vison,,loutre,,,,lemonde"]
    (problem,) = problems(file, *rows)
    assert problem.startswith(f"4: 'loutre' is forbidden here and wanted in {file}:3")


def test_two_bans_are_compared_behind_one_of_another_house(file: Path) -> None:
    rows = ["a,un,,x,,,,afp", "b,deux,,x,,,,lemonde", "c,trois,,x,,,,lemonde"]
    (problem,) = problems(file, *rows)
    assert problem.startswith(f"4: 'x' becomes 'trois' here and 'deux' in {file}:3")


def test_files_are_one_glossary(tmp_path: Path) -> None:
    one, two = tmp_path / "un.csv", tmp_path / "deux.csv"
    one.write_text(HEADER + "otter,loutre\n", encoding="utf-8")
    two.write_text(HEADER + "otter,lutra\n", encoding="utf-8")
    assert lint([one]) == lint([two]) == []
    (problem,) = lint([one, two])
    assert (problem.path, problem.line) == (str(two), 2)


def test_unreadable_file_is_one_problem_beside_the_others(tmp_path: Path, file: Path) -> None:
    broken = tmp_path / "cassé.csv"
    broken.write_bytes(b"source,target\nsummer,\xe9t\xe9\n")
    file.write_text(HEADER + "otter, loutre\n", encoding="utf-8")
    first, second = lint([file, broken])
    assert str(first) == f"{broken}:2: the glossary is not UTF-8; save it as UTF-8."
    assert second.path == str(file)


def test_problems_come_by_file_and_line(file: Path) -> None:
    found = problems(file, "otter,loutre", "mink, vison", "otter,lutra", "a,b,,b")
    assert [line.split(":")[0] for line in found] == ["3", "4", "5"]


def test_shipped_glossaries_are_clean() -> None:
    assert SHIPPED
    assert [str(problem) for problem in lint(SHIPPED)] == []
