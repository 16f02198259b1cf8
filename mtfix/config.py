"""Configuration: `[mtfix]` in setup.cfg or mtfix.cfg, `[tool.mtfix]` in pyproject.toml, options on top."""

from __future__ import annotations

import configparser
import difflib
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from mtfix.errors import ConfigError
from mtfix.french.profiles import PROFILES
from mtfix.rules import all_rules
from mtfix.rules.base import Finding, Rule, Severity

LANGUAGES = ("fr", "en")
SEVERITIES = tuple(severity.label for severity in Severity)


@dataclass(frozen=True)
class Config:
    """What a run is to do.  Codes are whole (`DUP003`) or prefixes (`DUP`)."""

    select: tuple[str, ...] = ()
    """Only these rules; empty for all."""
    ignore: tuple[str, ...] = ()
    """Not these rules."""
    per_path_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(gitignore pattern, codes not to report in files that match it)."""
    min_severity: str = "minor"
    """The lowest severity to report; a rule selected by its whole code is reported whatever its severity."""
    profile: str = "press-fr"
    """The house style."""
    lang: str = ""
    """Language of the messages, `fr` or `en`; empty for that of the locale."""
    include: tuple[str, ...] = ()
    """What to read in folders, as gitignore patterns."""
    exclude: tuple[str, ...] = ()
    """What to leave out, as gitignore patterns."""
    glossaries: tuple[str, ...] = ()
    """Glossary files of the house, beside those that come with mtfix; they take precedence."""
    shipped_glossaries: bool = True
    """Whether the glossaries that come with mtfix are used."""
    quotes: bool = True
    """Whether to report what is wrong inside quotations."""
    preview: bool = False
    """Whether rules in preview run too."""
    encoding: str = ""
    """Encoding of the files; empty to detect it."""
    root: str = field(default=".", compare=False)
    """The folder that the patterns count from: that of the configuration file.  No key of its own."""

    @property
    def language(self) -> str:
        """`fr` or `en`: as configured, else French for French locales."""
        return self.lang or locale_language()

    def excludes(self, path: str) -> bool:
        """Whether `exclude` leaves out the file at `path`."""
        return bool(self.exclude) and self._matches(self.exclude, path)

    def _matches(self, patterns: Iterable[str], path: str) -> bool:
        """Whether a pattern matches the path as given, or as seen from the configuration's folder."""
        from pathspec import GitIgnoreSpec

        spec = GitIgnoreSpec.from_lines(tuple(patterns))
        seen = os.path.relpath(os.path.realpath(path), os.path.realpath(self.root))
        return any(spec.match_file(name) for name in (path, seen) if not name.startswith(".."))

    def rules_for(self, path: str) -> list[Rule]:
        """The rules that apply to the file at `path`."""
        ignored = list(self.ignore)
        for pattern, codes in self.per_path_ignores:
            if self._matches((pattern,), path):
                ignored += codes
        lowest = SEVERITIES.index(self.min_severity)
        return [
            rule
            for rule in all_rules()
            if (not self.select or rule.code.startswith(self.select))
            and not rule.code.startswith(tuple(ignored))
            and (rule.severity >= lowest or rule.code in self.select)
            and (self.preview or not rule.preview or rule.code in self.select)
        ]

    def reports(self, finding: Finding) -> bool:
        """Whether a finding is sure enough: those in preview ask for `--preview`, or the whole code of the rule."""
        sure = finding.confidence >= finding.rule.doubtful_below
        return self.preview or sure or finding.code in self.select


def locale_language(environment: Mapping[str, str] = os.environ) -> str:
    """`fr` when the locale of the messages is French, else `en`."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def load_config(path: str | None = None, folder: str = ".") -> Config:
    """The configuration in `path`, or in the nearest file of `folder` or above that has a section for mtfix.

    Raises ConfigError with file and key for what does not fit.
    """
    if path is not None:
        if not Path(path).is_file():
            raise ConfigError(f"{path}: no such configuration file.")
        return _read(Path(path)) or Config()
    start = Path(folder).resolve()
    for parent in (start, *start.parents):
        for name in ("mtfix.cfg", "setup.cfg", "pyproject.toml"):
            found = _read(parent / name) if (parent / name).is_file() else None
            if found is not None:
                return found
        if (parent / ".git").exists():
            break
    return Config()


def with_options(config: Config, **options: Any) -> Config:
    """The configuration with every option that was given (is not None or empty) put over it."""
    given = {name: value for name, value in options.items() if value not in (None, ())}
    return checked(replace(config, **given), "the command line")


def _read(path: Path) -> Config | None:
    section = _toml_section(path) if path.suffix == ".toml" else _ini_section(path)
    if section is None:
        return None
    known = {known.name for known in fields(Config)} - {"root"}
    values: dict[str, Any] = {}
    for raw_key, value in section.items():
        key = raw_key.replace("-", "_")
        if key not in known:
            raise ConfigError(f"{path}: unknown key {raw_key!r}{_nearest(key, known)}")
        reader: Callable[[Any, str], Any] = _READERS.get(key, _text)
        values[key] = reader(value, f"{path}: {raw_key}")
    folder = path.parent
    values["glossaries"] = tuple(str(folder / name) for name in values.get("glossaries", ()))
    return checked(Config(**values, root=str(folder)), str(path))


def _ini_section(path: Path) -> Mapping[str, Any] | None:
    parser = configparser.ConfigParser(interpolation=None)
    data = _bytes(path)
    try:
        parser.read_string(data.decode("utf-8-sig"), source=str(path))
    except (configparser.Error, UnicodeDecodeError) as error:
        if path.name == "setup.cfg" and b"[mtfix]" not in data:
            return None
        reason = str(error).splitlines()[0]
        raise ConfigError(f"{path}: the configuration cannot be parsed ({reason}).") from error
    return dict(parser["mtfix"]) if parser.has_section("mtfix") else None


def _toml_section(path: Path) -> Mapping[str, Any] | None:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        table = tomllib.loads(_bytes(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: the configuration cannot be parsed ({error}).") from error
    tools = table.get("tool")
    section = tools.get("mtfix") if isinstance(tools, dict) else None
    if section is not None and not isinstance(section, dict):
        raise ConfigError(f"{path}: tool.mtfix must be a table.")
    return section


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path}: the configuration cannot be read ({error.strerror or error}).") from error


def _text(value: Any, place: str) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{place} must be a text, not {value!r}.")
    return value.strip()


def _several(value: Any, place: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part for part in value.replace(",", " ").split() if part)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    raise ConfigError(f"{place} must be a list of texts, not {value!r}.")


def _truth(value: Any, place: str) -> bool:
    if isinstance(value, bool):
        return value
    state = configparser.ConfigParser.BOOLEAN_STATES.get(str(value).strip().lower())
    if state is None:
        raise ConfigError(f"{place} must be true or false, not {value!r}.")
    return state


def _by_path(value: Any, place: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if isinstance(value, dict):
        return tuple((pattern, _several(codes, place)) for pattern, codes in value.items())
    pairs = []
    for line in filter(None, map(str.strip, _text(value, place).splitlines())):
        pattern, separator, codes = line.rpartition(":")
        if not separator:
            raise ConfigError(f"{place}: {line!r} must read `pattern: CODE, CODE`.")
        pairs.append((pattern.strip(), _several(codes, place)))
    return tuple(pairs)


_READERS: dict[str, Callable[[Any, str], Any]] = {
    "select": _several,
    "ignore": _several,
    "include": _several,
    "exclude": _several,
    "glossaries": _several,
    "shipped_glossaries": _truth,
    "quotes": _truth,
    "preview": _truth,
    "per_path_ignores": _by_path,
}


def checked(config: Config, place: str) -> Config:
    """The configuration, if all its values are known.  Raises ConfigError naming the nearest valid value."""
    _one_of("min-severity", config.min_severity, SEVERITIES, place)
    _one_of("profile", config.profile, PROFILES, place)
    if config.lang:
        _one_of("lang", config.lang, LANGUAGES, place)
    codes = [rule.code for rule in all_rules()]
    for code in (*config.select, *config.ignore, *(c for _, cs in config.per_path_ignores for c in cs)):
        if not code or not any(known.startswith(code) for known in codes):
            raise ConfigError(f"{place}: unknown rule code {code!r}{_nearest(code.upper(), codes)}")
    return config


def _one_of(key: str, value: str, known: Iterable[str], place: str) -> None:
    if value not in known:
        raise ConfigError(f"{place}: unknown {key} {value!r}{_nearest(value, known)}")


def _nearest(value: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = difflib.get_close_matches(value, names, n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(names)}."
