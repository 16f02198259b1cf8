"""The page of a rule, for `mtfix explain` and docs/rules/."""

import inspect

from mtfix.report.text import show
from mtfix.rules.base import Rule

_SAFETY = {
    "safe": "safe: `fix --write` applies it",
    "unsafe": "unsafe: a proposal, applied with `--unsafe`",
    "display": "display only: the editor decides",
    "retranslate": "needs a new translation of the span",
}


def page(rule: Rule, language: str = "en") -> str:
    """The rule's page in Markdown; the description is English, titles and messages follow `language`."""
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        rule.title.text(language),
        "",
        inspect.getdoc(type(rule)) or "",
        "",
        f"- severity: {rule.severity.label}",
        f"- maps to MQM: {rule.category.value}",
        f"- fix: {_SAFETY[rule.safety.value]}",
        f"- family: {rule.family}",
        "",
        "Found:",
        "",
    ]
    for bad in rule.bad:
        fix = " → " + " / ".join(show(s) or "(deleted)" for s in bad.suggestions) if bad.suggestions else ""
        lines.append(f"- {show(bad.marked)}{fix}")
    lines += ["", "Left alone:", ""]
    lines += [f"- {show(good.text)}" for good in rule.good]
    return "\n".join(lines)
