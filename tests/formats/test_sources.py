"""The English source beside a French text."""

from dataclasses import replace
from pathlib import Path

import pytest

from mtfix.errors import InputError
from mtfix.formats.files import parse
from mtfix.formats.sources import is_source, pair_lines, read_source, source_path


@pytest.mark.parametrize(
    ("target", "source"),
    [
        pytest.param("x.fr.txt", "x.en.txt", id="text"),
        pytest.param("x.fr.md", "x.en.md", id="markdown"),
        pytest.param("x.mt.fr.txt", "x.en.txt", id="machine-translation"),
        pytest.param("x.mt.fr.txt", "x.mt.en.txt", id="machine-translation-of-its-own-source"),
        pytest.param("x.fr", "x.en", id="no-extension"),
        pytest.param("été à Sète.fr.txt", "été à Sète.en.txt", id="accents-and-spaces"),
        pytest.param("x.fr.v2.fr.txt", "x.fr.v2.en.txt", id="mark-twice"),
    ],
)
def test_source_is_found_by_name(tmp_path: Path, target: str, source: str) -> None:
    (tmp_path / source).touch()
    assert source_path(str(tmp_path / target)) == str(tmp_path / source)


def test_nearest_name_wins(tmp_path: Path) -> None:
    for name in ("x.en.txt", "x.mt.en.txt"):
        (tmp_path / name).touch()
    assert source_path(str(tmp_path / "x.mt.fr.txt")) == str(tmp_path / "x.mt.en.txt")


@pytest.mark.parametrize("target", ["x.fr.txt", "x.txt", "x.french.txt", "fr.txt", ".fr.txt", "y.mt.fr.txt"])
def test_text_without_source(tmp_path: Path, target: str) -> None:
    for name in ("x.en.md", "y.en", "en.txt", ".en.txt"):
        (tmp_path / name).touch()
    assert source_path(str(tmp_path / target)) is None


def test_folder_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "x.en.txt").mkdir()
    assert source_path(str(tmp_path / "x.fr.txt")) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x.en.txt", True),
        ("sous.en.dossier/x.en.md", True),
        ("x.en", True),
        ("x.fr.txt", False),
        ("x.enquête.txt", False),
        ("travaux.en.cours.txt", False),
        (".en.txt", False),
        ("sous.en/x.txt", False),
    ],
)
def test_sources_are_told_by_their_names(name: str, expected: bool) -> None:
    assert is_source(name) is expected


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Where the English text goes."""
    return tmp_path / "x.en.txt"


def pairs(french: str, english: str, source: Path) -> list[tuple[str, str | None]]:
    """(target, source) of every segment."""
    source.write_bytes(english.encode())
    document = pair_lines(parse(french.encode(), "x.fr.txt"), read_source(str(source)))
    assert document is not None
    assert all(document.text[s.start : s.end] == s.target for s in document.segments)
    return [(s.target, s.source) for s in document.segments]


@pytest.mark.parametrize(
    ("french", "english"),
    [
        pytest.param("Oui.\nNon.\n", "Yes.\nNo.\n", id="same-form"),
        pytest.param("Oui.\r\nNon.\r\n", "Yes.\nNo.\n", id="other-newlines"),
        pytest.param("Oui.\nNon.", "Yes.\nNo.\n", id="no-final-newline-in-one"),
        pytest.param("  Oui.\nNon.\n", "Yes.  \n No.\n", id="white-space-around"),
        pytest.param("Oui.\nNon.\n", "\ufeffYes.\nNo.\n", id="byte-order-mark"),
    ],
)
def test_lines_are_paired(french: str, english: str, source: Path) -> None:
    assert pairs(french, english, source) == [("Oui.", "Yes."), ("Non.", "No.")]


def test_empty_lines_keep_their_place(source: Path) -> None:
    assert pairs("Oui.\n\nNon.\n", "Yes.\nMaybe.\nNo.\n", source) == [("Oui.", "Yes."), ("Non.", "No.")]


def test_line_without_counterpart_has_no_source(source: Path) -> None:
    assert pairs("Oui.\nPeut-être.\nNon.\n", "Yes.\n \nNo.\n", source)[1] == ("Peut-être.", None)


def test_wrapped_text_is_paired_line_by_line(source: Path) -> None:
    french = (
        "Le facteur passe désormais un jour sur deux dans le\n"
        "hameau, et les habitants ont pris l’habitude de lui\n"
        "confier leurs commissions.\n"
    )
    assert [english for _, english in pairs(french, "one\ntwo\nthree\n", source)] == ["one", "two", "three"]


def test_other_number_of_lines_is_not_paired_by_line(source: Path) -> None:
    source.write_text("Yes. No.\n", encoding="utf-8")
    assert pair_lines(parse(b"Oui.\nNon.\n", "x.fr.txt"), read_source(str(source))) is None


def test_missing_source_is_named(source: Path) -> None:
    with pytest.raises(InputError, match=r"x\.en\.txt: the file cannot be read"):
        read_source(str(source))


def test_pairing_changes_nothing_else_about_the_document(source: Path) -> None:
    source.write_text("Yes.\n", encoding="utf-8")
    document = replace(parse(b"\xef\xbb\xbfOui.\r\n", "<stdin>"), named=False, markup=True)
    paired = pair_lines(document, read_source(str(source)))
    assert paired is not None
    assert replace(paired, segments=document.segments) == document
