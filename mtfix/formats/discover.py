"""Which files a path stands for."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from mtfix.errors import InputError

INCLUDED = ("*.txt", "*.text")
"""What is read in a folder unless `include` says otherwise."""


@dataclass(frozen=True)
class _Filter:
    """The include and exclude patterns, and the .gitignore files from the repository's root to a folder."""

    wanted: GitIgnoreSpec
    unwanted: GitIgnoreSpec
    ignores: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def entering(self, folder: str) -> "_Filter":
        """The same filter with the .gitignore of `folder`, if there is one."""
        try:
            lines = Path(folder, ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return self
        return replace(self, ignores=(*self.ignores, (folder, GitIgnoreSpec.from_lines(lines))))

    def ignored(self, path: str) -> bool:
        """Whether git would ignore the path (a folder's ends in a slash): the innermost pattern decides.

        Like the folders entered, `path` must be free of symbolic links to folders.
        """
        for folder, spec in reversed(self.ignores):
            decision = spec.check_file(os.path.relpath(path, folder) + ("/" if path.endswith("/") else ""))
            if decision.include is not None:
                return bool(decision.include)
        return False


def discover(
    paths: Sequence[str], include: Iterable[str] = (), exclude: Iterable[str] = ()
) -> Iterator[tuple[str, bool]]:
    """(path, whether it was named itself) of every file: named ones, and those in named folders.

    In folders, `include` (default *.txt and *.text) and `exclude` are gitignore patterns, hidden folders are
    left out, and every .gitignore on the way is respected.  Raises InputError for a path that is missing and
    for a folder without text.
    """
    base = _Filter(
        GitIgnoreSpec.from_lines(tuple(include) or INCLUDED), GitIgnoreSpec.from_lines(tuple(exclude))
    )
    for path in paths:
        if Path(path).is_dir():
            names = _walk(path, path, os.path.realpath(path), _inherited(base, path))
            first = next(names, None)
            if first is None:
                raise InputError(f"{path}: no text in this folder; --include names what to read in it.")
            yield first, False
            yield from ((name, False) for name in names)
        elif not os.path.lexists(path):
            raise InputError(f"{path}: no such file or folder.")
        elif not base.unwanted.match_file(path):
            yield path, True


def _inherited(base: _Filter, folder: str) -> _Filter:
    """The filter with the .gitignore files between the repository's root and `folder`, itself left out.

    A folder that git ignores was named on purpose: then what stands above it does not count.
    """
    inner = Path(folder).resolve()
    above: list[Path] = []
    if not (inner / ".git").exists():
        for parent in inner.parents:
            above.append(parent)
            if (parent / ".git").exists():
                break
        else:
            above = []
    inherited = base
    for parent in reversed(above):
        inherited = inherited.entering(str(parent))
    return base if inherited.ignored(f"{inner}/") else inherited


def _walk(top: str, folder: str, real: str, filtered: _Filter) -> Iterator[str]:
    """The wanted files of `folder`, whose path without symbolic links is `real`."""
    filtered = filtered.entering(real)
    for entry in _entries(folder):
        inner, behind = os.path.relpath(entry.path, top), f"{real}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            shut = entry.name.startswith(".") or filtered.unwanted.match_file(inner + "/")
            if not shut and not filtered.ignored(behind + "/"):
                yield from _walk(top, entry.path, behind, filtered)
        elif _chosen(inner, filtered) and _is_file(entry) and not filtered.ignored(behind):
            yield entry.path


def _chosen(path: str, filtered: _Filter) -> bool:
    return filtered.wanted.match_file(path) and not filtered.unwanted.match_file(path)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file or a link to one; a pipe would never end."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(f"{folder}: the folder cannot be read ({error.strerror or error}).") from error
