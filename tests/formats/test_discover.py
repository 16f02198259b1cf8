"""Which files a path stands for."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from mtfix.errors import InputError
from mtfix.formats.discover import discover


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository as the working folder."""
    root = tmp_path / "projet"
    (root / ".git").mkdir(parents=True)
    monkeypatch.chdir(root)
    return root


def write(*names: str, text: str = "Oui.\n") -> None:
    """Makes files with their folders, below the working folder."""
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def found(*paths: str, include: Iterable[str] = (), exclude: Iterable[str] = ()) -> list[str]:
    """The files, as normal paths."""
    return [os.path.normpath(name) for name, _ in discover(paths, include, exclude)]


def test_folder_gives_its_text_files_in_order(project: Path) -> None:
    write("b.txt", "a.text", "c.md", "sous/d.txt", "image.png")
    assert found(".") == ["a.text", "b.txt", "sous/d.txt"]


def test_named_file_is_read_whatever_its_name(project: Path) -> None:
    write("notes.md", ".cachée.txt")
    assert list(discover(["notes.md", ".cachée.txt"])) == [("notes.md", True), (".cachée.txt", True)]


def test_named_files_are_told_from_those_of_folders(project: Path) -> None:
    write("a.txt", "sous/b.txt")
    assert list(discover(["a.txt", "sous"])) == [("a.txt", True), ("sous/b.txt", False)]


def test_include_replaces_the_usual_names(project: Path) -> None:
    write("a.txt", "b.md", "sous/c.md", "sous/d.md.bak")
    assert found(".", include=["*.md"]) == ["b.md", "sous/c.md"]


def test_include_can_name_a_folder(project: Path) -> None:
    write("a.txt", "articles/b", "articles/c.txt")
    assert found(".", include=["/articles/"]) == ["articles/b", "articles/c.txt"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        pytest.param("*.ref.txt", ["a.txt", "archives/c.txt", "archives/vieux/d.txt"], id="by-name"),
        pytest.param("archives/", ["a.txt", "b.ref.txt"], id="folder"),
        pytest.param("vieux", ["a.txt", "archives/c.txt", "b.ref.txt"], id="inner-folder"),
        pytest.param("/archives/*.txt", ["a.txt", "archives/vieux/d.txt", "b.ref.txt"], id="anchored"),
    ],
)
def test_exclude_leaves_out(project: Path, pattern: str, left: list[str]) -> None:
    write("a.txt", "b.ref.txt", "archives/c.txt", "archives/vieux/d.txt")
    assert sorted(found(".", exclude=[pattern])) == sorted(left)


def test_exclude_holds_for_named_files_too(project: Path) -> None:
    # pre-commit names every changed file.
    write("a.txt", "archives/b.txt")
    assert found("a.txt", "archives/b.txt", exclude=["archives/"]) == ["a.txt"]


def test_exclude_can_be_taken_back(project: Path) -> None:
    write("a.txt", "b.txt")
    assert found(".", exclude=["*.txt", "!b.txt"]) == ["b.txt"]


def test_hidden_folders_are_left_out(project: Path) -> None:
    write("a.txt", ".venv/b.txt", "sous/.cache/c.txt", ".git/d.txt")
    assert found(".") == ["a.txt"]


def test_hidden_folder_can_be_named(project: Path) -> None:
    write(".brouillons/a.txt")
    assert found(".brouillons") == [".brouillons/a.txt"]


def test_gitignore_is_respected(project: Path) -> None:
    write("a.txt", "tmp.txt", "build/b.txt", "sous/tmp.txt", "sous/c.txt")
    write(".gitignore", text="tmp.txt\n/build/\n# commentaire\n")
    assert found(".") == ["a.txt", "sous/c.txt"]


def test_nested_gitignore_holds_for_its_folder_only(project: Path) -> None:
    write("brut.txt", "sous/brut.txt", "sous/a.txt")
    write("sous/.gitignore", text="brut.txt\n")
    assert found(".") == ["brut.txt", "sous/a.txt"]


def test_inner_gitignore_takes_back_what_an_outer_one_ignores(project: Path) -> None:
    write("a.txt", "sous/a.txt", "sous/b.txt")
    write(".gitignore", text="*.txt\n")
    write("sous/.gitignore", text="!b.txt\n")
    assert found(".") == ["sous/b.txt"]


def test_file_in_an_ignored_folder_cannot_be_taken_back(project: Path) -> None:
    write("a.txt", "build/b.txt")
    write(".gitignore", text="build/\n!build/b.txt\n")
    assert found(".") == ["a.txt"]


def test_gitignore_of_parent_folders_holds(project: Path) -> None:
    write("sous/articles/a.txt", "sous/articles/brut.txt", "sous/articles/gardé.txt")
    write(".gitignore", text="brut.txt\ngardé.txt\n")
    write("sous/.gitignore", text="!gardé.txt\n")
    assert found("sous/articles") == ["sous/articles/a.txt", "sous/articles/gardé.txt"]


def test_gitignore_of_parents_holds_through_a_symbolic_link(project: Path) -> None:
    write("articles/a.txt", "articles/brut.txt")
    write(".gitignore", text="/articles/brut.txt\n")
    (project.parent / "raccourci").symlink_to(project / "articles")
    assert found("../raccourci") == ["../raccourci/a.txt"]


def test_gitignore_above_the_repository_does_not_hold(project: Path) -> None:
    write("../.gitignore", text="*.txt\n")
    write("a.txt")
    assert found(".") == ["a.txt"]


def test_ignored_folder_is_read_when_named(project: Path) -> None:
    write("build/a.txt", "build/sous/b.txt", "build/brut.txt")
    write(".gitignore", text="build/\n")
    write("build/.gitignore", text="brut.txt\n")
    assert found("build") == ["build/a.txt", "build/sous/b.txt"]


def test_ignored_file_is_read_when_named(project: Path) -> None:
    write("brut.txt")
    write(".gitignore", text="*.txt\n")
    assert found("brut.txt") == ["brut.txt"]


def test_spaces_and_accents_in_paths(project: Path) -> None:
    write("Été à Sète/L’article du jour.txt", "Été à Sète/brouillon n° 2.txt")
    assert found("Été à Sète", exclude=["brouillon n° 2.txt"]) == ["Été à Sète/L’article du jour.txt"]


def test_missing_path_is_named(project: Path) -> None:
    with pytest.raises(InputError, match=r"^absent\.txt: no such file or folder\.$"):
        found("absent.txt")


@pytest.mark.parametrize(
    "names", [pytest.param((), id="empty"), pytest.param(("a.md", ".git/b.txt"), id="without-text")]
)
def test_folder_without_text_is_named(project: Path, names: tuple[str, ...]) -> None:
    write(*names)
    with pytest.raises(InputError, match="no text in this folder; --include names"):
        found(".")


def test_links_to_folders_are_not_followed(project: Path) -> None:
    write("a.txt", "sous/b.txt")
    Path("sous/boucle").symlink_to("..")
    Path("autre.txt").symlink_to("sous")
    Path("moi").symlink_to("moi")
    assert found(".", include=["*"]) == ["a.txt", "sous/b.txt"]


def test_links_to_files_are_read_and_broken_ones_are_not(project: Path) -> None:
    write("a.txt")
    Path("lien.txt").symlink_to("a.txt")
    Path("cassé.txt").symlink_to("absent.txt")
    assert found(".") == ["a.txt", "lien.txt"]


def test_pipes_in_folders_are_left_alone(project: Path) -> None:
    write("a.txt")
    os.mkfifo("tube.txt")
    assert found(".") == ["a.txt"]


def test_unreadable_folder_is_named(project: Path, as_nobody: Path) -> None:
    shut = as_nobody / "fermé"
    (shut / "sous").mkdir(parents=True)
    (shut / "sous").chmod(0)
    try:
        with pytest.raises(InputError, match=r"sous: the folder cannot be read \(Permission denied\)"):
            found(str(shut))
    finally:
        (shut / "sous").chmod(0o700)
