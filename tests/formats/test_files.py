"""Files are replaced as a whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from mtfix.errors import InputError
from mtfix.formats.files import read, replace

OLD, NEW = b"Le vieux texte.\n", b"Le texte neuf.\r\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with the old text, alone in its folder."""
    path = tmp_path / "article.txt"
    path.write_bytes(OLD)
    return path


def neighbours(path: Path) -> list[str]:
    """The names in the file's folder."""
    return sorted(entry.name for entry in path.parent.iterdir())


def test_content_is_replaced_and_nothing_is_left_beside_it(article: Path) -> None:
    replace(str(article), NEW)
    assert article.read_bytes() == NEW
    assert neighbours(article) == ["article.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_mode_is_kept(article: Path, mode: int) -> None:
    article.chmod(mode)
    replace(str(article), NEW)
    assert stat.S_IMODE(article.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser may give files away")
def test_owner_is_kept(article: Path) -> None:
    os.chown(article, 1234, 4321)
    replace(str(article), NEW)
    assert (article.stat().st_uid, article.stat().st_gid) == (1234, 4321)


def test_symbolic_link_stays_one(article: Path) -> None:
    folder = article.parent / "liens"
    folder.mkdir()
    link = folder / "lien.txt"
    link.symlink_to("../article.txt")
    replace(str(link), NEW)
    assert link.readlink() == Path("../article.txt")
    assert article.read_bytes() == NEW
    assert neighbours(link) == ["lien.txt"]


def test_reader_keeps_the_old_text_until_the_new_one_is_whole(article: Path) -> None:
    with article.open("rb") as reader:
        replace(str(article), NEW)
        assert reader.read() == OLD


def test_failure_leaves_the_old_text_and_no_temporary(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match=r"article\.txt: the file cannot be written \(No space left"):
        replace(str(article), NEW)
    assert article.read_bytes() == OLD
    assert neighbours(article) == ["article.txt"]


def test_interruption_leaves_the_old_text_and_no_temporary(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(str(article), NEW)
    assert article.read_bytes() == OLD
    assert neighbours(article) == ["article.txt"]


def test_read_only_file_is_refused(as_nobody: Path) -> None:
    article = as_nobody / "article.txt"
    article.write_bytes(OLD)
    article.chmod(0o444)
    with pytest.raises(InputError, match=r"article\.txt: the file cannot be written \(it is read-only\)"):
        replace(str(article), NEW)
    assert article.read_bytes() == OLD
    assert neighbours(article) == ["article.txt"]


def test_read_only_folder_is_refused(as_nobody: Path) -> None:
    article = as_nobody / "article.txt"
    article.write_bytes(OLD)
    as_nobody.chmod(0o555)
    try:
        with pytest.raises(InputError, match=r"cannot be written \(Permission denied\)"):
            replace(str(article), NEW)
        assert article.read_bytes() == OLD
    finally:
        as_nobody.chmod(0o755)


def test_missing_file_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        replace(str(tmp_path / "absent.txt"), NEW)
    assert not any(tmp_path.iterdir())


def test_longest_possible_name(tmp_path: Path) -> None:
    article = tmp_path / ("é" * 125 + ".txt")
    article.write_bytes(OLD)
    replace(str(article), NEW)
    assert article.read_bytes() == NEW


def test_missing_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.txt: the file cannot be read \(No such file"):
        read(str(tmp_path / "absent.txt"))


def test_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Is a directory"):
        read(str(tmp_path))
