"""Findings that are already known and not to be reported again."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from mtfix.errors import InputError
from mtfix.rules.base import Finding

_Key = tuple[str, str, str]


class Baseline:
    """Known findings by file, rule and text; lines may move, so places do not count."""

    def __init__(self, known: Iterable[_Key] = ()) -> None:
        self._known = Counter(known)

    @classmethod
    def read(cls, path: str) -> "Baseline":
        """The baseline in a report of `mtfix check --format jsonl`.  Raises InputError."""
        try:
            lines = Path(path).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path}: the baseline cannot be read ({error}).") from error
        keys = []
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                keys.append((row["path"], row["code"], row["text"]))
            except (ValueError, KeyError, TypeError) as error:
                raise InputError(
                    f"{path}:{number}: no finding in the form of `mtfix check --format jsonl`."
                ) from error
        return cls(keys)

    def unknown(self, findings: Iterable[Finding], path: str) -> list[Finding]:
        """The findings that the baseline does not hold; each known one hides one finding."""
        left = self._known.copy()
        new = []
        for finding in findings:
            key = (path, finding.code, finding.text)
            if left[key]:
                left[key] -= 1
            else:
                new.append(finding)
        return new
