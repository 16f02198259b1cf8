"""Document and rules to findings."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mtfix.french.profiles import Profile
from mtfix.glossary.entry import Glossary
from mtfix.rules.base import Context, Finding, Rule, Safety
from mtfix.text import Document, Span

# What a reader never reads as prose: only encoding rules look inside.
_PROTECTED = re.compile(
    r"\b(?:https?://|ftp://|www\.)[^\s<>«»“”\"]*[^\s<>«»“”\"'’.,;:!?)\]]"
    r"|\b[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|(?<!\w)[@#][^\W\d]\w+",
)
_QUOTATION = re.compile(r"«[^«»\n]*»|“[^“”\n]*”|(?<![\w])\"[^\"\n]*\"|&quot;(?:(?!&quot;)[^\n])*&quot;")


def find(
    document: Document,
    rules: Sequence[Rule],
    profile: Profile | None = None,
    glossary: Glossary | None = None,
    quotes: bool = True,
) -> list[Finding]:
    """All findings in text order.  With `quotes` false, quotations are left to typography alone."""
    context = Context(document, profile, glossary)
    found = [f for rule in rules if rule.in_markup or not document.markup for f in rule.check(context)]
    found = _mark_quoted(_without_protected(found, document.text), document.text, quotes)
    return sorted(found, key=lambda f: (f.span.start, f.span.end, f.code))


def _without_protected(findings: list[Finding], text: str) -> Iterable[Finding]:
    inside = _Ranges(_PROTECTED, text)
    return (f for f in findings if f.rule.reads_protected or not inside.touches(f.span))


def _mark_quoted(findings: Iterable[Finding], text: str, quotes: bool) -> list[Finding]:
    """Findings in quotations carry `quoted` and are proposals at most: reported speech is evidence."""
    inside = _Ranges(_QUOTATION, text)
    result = []
    for finding in findings:
        if finding.rule.reads_quotes or not inside.contains(finding.span):
            result.append(finding)
        elif quotes:
            safety = Safety.UNSAFE if finding.safety is Safety.SAFE else finding.safety
            result.append(replace(finding, quoted=True, safety=safety))
    return result


class _Ranges:
    """The matches of a pattern in a text, for look-ups by span."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._spans = [match.span() for match in pattern.finditer(text)]
        self._starts = [start for start, _ in self._spans]

    def _before(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset)
        return self._spans[index - 1] if index else (0, 0)

    def touches(self, span: Span) -> bool:
        """Whether the span shares a character with a match."""
        start, end = self._before(max(span.start, span.end - 1))
        return start < span.end and span.start < end

    def contains(self, span: Span) -> bool:
        """Whether a match holds the whole span."""
        start, end = self._before(span.start)
        return start <= span.start and span.end <= end
