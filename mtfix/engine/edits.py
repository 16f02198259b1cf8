"""The engine that needs no model: the suggestions of the rules."""

from collections.abc import Sequence

from mtfix.engine.base import Candidate, Edit
from mtfix.rules.base import Finding


class EditsEngine:
    """Turns every suggestion of a finding into a candidate, in the order of the suggestions."""

    name = "edits"

    def candidates(self, findings: Sequence[Finding]) -> list[Candidate]:
        """See `Engine.candidates`."""
        return [
            Candidate(finding, Edit(finding.span, suggestion, finding), self.name)
            for finding in findings
            for suggestion in finding.suggestions
        ]
