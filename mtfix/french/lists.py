"""Reads the lists of words that lie as text beside what uses them."""

from importlib.resources import files


def listed(package: str, name: str) -> tuple[str, ...]:
    """The lines of the file `name` in a package, without those that are empty or begin with #."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
