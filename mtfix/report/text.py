"""Findings as an editor reads them: the place, the line with its mark, the rule, the proposed wording."""

from collections.abc import Callable

from mtfix.rules.base import Finding
from mtfix.text import Document

_CONTEXT = 45
Style = Callable[[str, str], str]
"""Gives a text the look of a role: `place`, `code`, `severity` names, `mark`, `fix`."""

_OR = {"fr": " ou ", "en": " or "}
_DELETE = {"fr": "à supprimer", "en": "delete it"}
_VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", "\u200b": "␣", "\n": "↵", "\r": ""})
_CONTROLS = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\r\n"}
_CONTROLS |= {0x7F: "␡"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")


def plain(_role: str, text: str) -> str:
    """The style without colours."""
    return text


def describe(finding: Finding, document: Document, language: str, style: Style = plain) -> str:
    """The finding in three to four lines, without a newline at the end."""
    line, column = document.locate(finding.span.start)
    place = style("place", f"{document.path}:{line}:{column}")
    code = style("code", f"{finding.code} {finding.rule.name}")
    severity = style(finding.severity.label, finding.severity.label)
    message = visible_controls(finding.message(language))
    parts = [f"{place}: {code} [{severity}] {message}", _excerpt(finding, document, style)]
    if finding.source:
        label = "anglais :" if language == "fr" else "English:"
        parts.append(f"    {label} {show(finding.source.text)}")
    if proposal := _proposal(finding, language, style):
        parts.append(f"    proposé : {proposal}" if language == "fr" else f"    proposed: {proposal}")
    return "\n".join(parts)


def _proposal(finding: Finding, language: str, style: Style) -> str:
    shown = (show(suggestion) or _DELETE[language] for suggestion in finding.suggestions[:3])
    return _OR[language].join(style("fix", text) for text in shown)


def show(text: str) -> str:
    """A text with its no-break spaces and control characters made visible."""
    return visible_controls(text.translate(_VISIBLE))


def visible_controls(text: str) -> str:
    """A text without the control characters by which a file could steer the reader's terminal."""
    return text.translate(_CONTROLS)


def _excerpt(finding: Finding, document: Document, style: Style) -> str:
    start, end = finding.span.start, finding.span.end
    line, column = document.locate(start)
    line_start = start - column + 1
    line_end = line_start + len(document.line(line))
    left = max(line_start, start - _CONTEXT)
    right = min(max(line_end, end), end + _CONTEXT)
    before = ("…" if left > line_start else "") + document.text[left:start]
    after = document.text[end:right] + ("…" if right < line_end else "")
    marked = style("mark", show(document.text[start:end]) or "‸")
    return f"    {show(before)}⟦{marked}⟧{show(after)}"
