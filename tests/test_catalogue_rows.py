"""The contract of every row of the catalogue: the bad example is found and repaired, the good one left alone."""

import json
import re

import pytest

from mtfix.detect import find
from mtfix.formats.plain import line_segments
from mtfix.french.patterns import PatternIndex
from mtfix.french.tokens import tokenize
from mtfix.rules import all_rules
from mtfix.rules.catalogue.index import index_of, kept_keys
from mtfix.rules.catalogue.matches import Hit, find_rows
from mtfix.rules.catalogue.rows import Row, all_rows
from mtfix.text import Document, Span
from tests.conftest import PROJECT

ROWS = all_rows()
CODES = [rule.code for rule in all_rules() if rule.family == "catalogue"]
each_row = pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS if row.patterns])
each_general_row = pytest.mark.parametrize(
    "row", [pytest.param(row, id=row.id) for row in ROWS if row.general]
)


def hits(row: Row, text: str) -> list[tuple[Span, Hit]]:
    """What the row by itself finds in a text, and where."""
    tokens = tokenize(text)
    found = find_rows(tokens, index_of([row]))
    return [(Span(tokens.starts[hit.first], tokens.ends[hit.end - 1]), hit) for hit in found]


def test_ids_are_unique_and_name_the_english() -> None:
    ids = [row.id for row in ROWS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row_id) for row_id in ids)


def test_every_code_of_the_catalogue_has_rows() -> None:
    assert {row.code for row in ROWS} == set(CODES)


@each_row
def test_bad_example_is_found(row: Row) -> None:
    ((span, _),) = hits(row, row.bad.text)
    assert span == row.bad.span
    assert row.fix


@each_row
def test_suggestions_silence_the_row(row: Row) -> None:
    ((span, hit),) = hits(row, row.bad.text)
    for suggestion in hit.suggestions:
        repaired = row.bad.text[: span.start] + suggestion + row.bad.text[span.end :]
        assert hits(row, repaired) == []
        assert "  " not in repaired
        assert "{" not in suggestion


@each_row
def test_good_example_is_left_alone(row: Row) -> None:
    assert hits(row, row.good.text) == []


@each_general_row
def test_general_form_is_a_pattern_and_finds_what_has_no_other(row: Row) -> None:
    found = list(PatternIndex((text, text) for text in row.general).find(tokenize(row.bad.text)))
    assert found or row.patterns


@pytest.mark.parametrize("code", CODES)
def test_all_rows_together_find_the_bad_examples(code: str) -> None:
    text = "\n".join(row.bad.text for row in ROWS if row.code == code and row.patterns)
    document = Document("rows", text, line_segments(text))
    lines = {
        document.locate(f.span.start)[0] for f in find(document, all_rules()) if f.rule.family == "catalogue"
    }
    assert lines == set(range(1, document.line_count + 1))


def test_the_kept_keys_are_those_of_the_rows() -> None:
    kept = json.loads((PROJECT / "mtfix" / "rules" / "catalogue" / "keys.json").read_text(encoding="utf-8"))
    assert kept == kept_keys(), "run `make catalogue`"
