"""The page of a rule, for `mtfix explain` and docs/rules/."""

import inspect
import sys
from collections.abc import Iterable
from pathlib import Path

from mtfix.report.text import show
from mtfix.rules import all_rules
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
        *(["- in preview: runs with `--preview`, or selected by its code"] if rule.preview else []),
        *(
            ["- some findings are in preview: they need `--preview`, or the code"]
            if rule.doubtful_below
            else []
        ),
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


def write_pages(folder: Path) -> None:
    """Writes a page per rule and an index into `folder`, and removes pages of rules that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    measured = _measured(folder.parent / "measured.tsv")
    for rule in all_rules():
        text = page(rule) + measured.get(rule.code, "")
        (folder / f"{rule.code}.md").write_text(text + "\n", encoding="utf-8")
    (folder / "README.md").write_text(index(all_rules()), encoding="utf-8")


def _measured(path: Path) -> dict[str, str]:
    """What to add to the page of every rule: its figures, if `path` holds them (see `make clean-corpus`)."""
    if not path.is_file():
        return {}
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    day = head.split("\t")[0].removeprefix("# ")
    return {code: _figures(day, *figures) for code, *figures in (line.split("\t") for line in lines)}


def _figures(day: str, alarms: str, right: str, total: str) -> str:
    precision = (
        f"{right} of its {total} findings lie on an annotated error" if total != "0" else "it finds nothing"
    )
    return (
        f"\n\nMeasured on {day}: {alarms} findings per 100,000 words of clean French; in annotated\n"
        f"machine translations {precision} (their annotations are not complete, so this is a lower bound)."
    )


def index(rules: Iterable[Rule]) -> str:
    """The table of all rules, by family."""
    lines = [
        "# Rules",
        "",
        "Made from the rules by `make docs`; `mtfix explain CODE` shows the same pages.",
        "",
    ]
    lines += ["| Code | Name | Finds | Severity | Fix |", "|---|---|---|---|---|"]
    for rule in rules:
        link = f"[{rule.code}]({rule.code}.md)"
        lines.append(
            f"| {link} | {rule.name} | {rule.title.en} | {rule.severity.label} | {rule.safety.value} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
