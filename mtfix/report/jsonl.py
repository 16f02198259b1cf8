"""JSON lines, one finding each: the contract that other programs read (docs/output.md)."""

import json
from dataclasses import asdict
from typing import Any

from mtfix.rules.base import Finding
from mtfix.text import Document


def record(finding: Finding, document: Document, language: str) -> dict[str, Any]:
    """The finding as the JSON object of the contract."""
    line, column = document.locate(finding.span.start)
    end_line, end_column = document.locate(finding.span.end)
    return {
        "path": document.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "code": finding.code,
        "rule": finding.rule.name,
        "category": finding.rule.category.value,
        "severity": finding.severity.label,
        "confidence": finding.confidence,
        "quoted": finding.quoted,
        "message": finding.message(language),
        "safety": finding.safety.value,
        "suggestions": list(finding.suggestions),
        "source": asdict(finding.source) if finding.source else None,
    }


def line(finding: Finding, document: Document, language: str) -> str:
    """One line of the report, without its newline."""
    return json.dumps(record(finding, document, language), ensure_ascii=False)
