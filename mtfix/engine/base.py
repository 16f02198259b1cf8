"""The types of the engines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mtfix.rules.base import Finding
from mtfix.text import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of one span of the document's text, and the finding it answers."""

    span: Span
    replacement: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to answer a finding."""

    finding: Finding
    edit: Edit
    engine: str


class Engine(Protocol):
    """Proposes; `mtfix.repair` decides."""

    name: str

    def candidates(self, findings: Sequence[Finding]) -> list[Candidate]:
        """Candidates for the findings of one document, the preferred one of a finding first."""
