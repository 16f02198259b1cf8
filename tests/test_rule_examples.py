"""The contract of every rule: its bad examples are found as marked, its good ones left alone."""

import re

import pytest

from mtfix.detect import find
from mtfix.formats.plain import line_segments
from mtfix.french.profiles import PROFILES
from mtfix.glossary.read import shipped_glossary
from mtfix.rules import all_rules
from mtfix.rules.base import Bad, Finding, Good, Rule, Safety
from mtfix.text import Document

RULES = all_rules()
BAD = [pytest.param(rule, bad, id=f"{rule.code}-{bad.text[:40]}") for rule in RULES for bad in rule.bad]
GOOD = [pytest.param(rule, good, id=f"{rule.code}-{good.text[:40]}") for rule in RULES for good in rule.good]


def findings(rule: Rule, text: str, example: Bad | Good) -> list[Finding]:
    """What the rule finds in a text, each line of the example's source beside the line it belongs to."""
    document = Document("example", text, line_segments(text))
    if example.source:
        lines = example.source.split("\n")
        document = document.with_sources({s.index: lines[s.index] for s in document.segments})
    profile = PROFILES[example.profile]
    return find(document, [rule], profile, shipped_glossary().for_profile(profile))


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES])
def test_rule_is_described(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert type(rule).__doc__
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert 0 < rule.confidence <= 1


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_bad_example_is_found(rule: Rule, bad: Bad) -> None:
    (finding,) = findings(rule, bad.text, bad)
    assert finding.span == bad.span
    assert finding.suggestions == bad.suggestions
    for language in ("fr", "en"):
        assert "{" not in finding.message(language)


@pytest.mark.parametrize(("rule", "bad"), [p for p in BAD if p.values[1].suggestions])  # type: ignore[union-attr]
def test_suggestion_silences_the_rule(rule: Rule, bad: Bad) -> None:
    assert rule.safety is not Safety.DISPLAY
    for suggestion in bad.suggestions:
        repaired = bad.text[: bad.span.start] + suggestion + bad.text[bad.span.end :]
        assert findings(rule, repaired, bad) == []


@pytest.mark.parametrize(("rule", "good"), GOOD)
def test_good_example_is_left_alone(rule: Rule, good: Good) -> None:
    assert findings(rule, good.text, good) == []
