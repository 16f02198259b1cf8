"""The sample articles are what their annotations and their manifest say."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

CORPORA = Path(__file__).parent.parent / "corpora"
ARTICLES = sorted(path.name.removesuffix(".en.txt") for path in CORPORA.glob("*.en.txt"))
KEYS = ["line", "start", "end", "category", "severity", "text", "fix"]
SEVERITIES = {"minor", "major", "critical"}
CATEGORIES = {
    "acronym", "addition", "agreement", "calque", "casing", "currency", "date-order", "duplication",
    "elision", "encoding", "false-friend", "foreign-script", "gender", "glossary", "grammar",
    "headline-infinitive",
    "idiom", "inconsistency", "markup", "mistranslation", "name", "nonword", "number", "number-format",
    "omission", "preposition", "register", "run-on", "split-sentence", "typography", "unbalanced-quote",
    "units", "untranslated", "word-order",
}  # fmt: skip


def lines(article: str, kind: str) -> list[str]:
    return (CORPORA / f"{article}.{kind}.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")


def gold(article: str) -> list[dict[str, Any]]:
    text = (CORPORA / f"{article}.gold.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_there_are_articles() -> None:
    assert len(ARTICLES) >= 4


@pytest.mark.parametrize("article", ARTICLES)
class TestArticle:
    def test_source_translation_and_reference_have_the_same_lines(self, article: str) -> None:
        english, translation, reference = (lines(article, kind) for kind in ("en", "mt.fr", "ref.fr"))
        assert len(english) == len(translation) == len(reference)
        empty = [[not line.strip() for line in text] for text in (english, translation, reference)]
        assert empty[0] == empty[1] == empty[2]

    def test_every_annotation_has_the_same_keys_and_known_values(self, article: str) -> None:
        for row in gold(article):
            assert list(row) == KEYS
            assert row["category"] in CATEGORIES, row
            assert row["severity"] in SEVERITIES, row

    def test_every_annotation_marks_its_text(self, article: str) -> None:
        translation = lines(article, "mt.fr")
        for row in gold(article):
            assert row["text"] == translation[row["line"] - 1][row["start"] : row["end"]]
            assert row["text"], row
            assert row["fix"] != row["text"], row

    def test_annotations_stand_in_order(self, article: str) -> None:
        places = [(row["line"], row["start"]) for row in gold(article)]
        assert places == sorted(places)

    def test_annotations_stand_apart_or_inside_each_other(self, article: str) -> None:
        for one, other in pairwise(gold(article)):
            apart = (one["line"], one["end"]) <= (other["line"], other["start"])
            inside = one["start"] <= other["start"] and other["end"] <= one["end"]
            assert one["line"] < other["line"] or apart or inside, (one, other)
            assert one["line"] < other["line"] or (one["start"], one["end"]) != (other["start"], other["end"])

    def test_the_reference_differs_where_something_is_annotated(self, article: str) -> None:
        translation, reference = lines(article, "mt.fr"), lines(article, "ref.fr")
        for number in {row["line"] for row in gold(article)}:
            assert translation[number - 1] != reference[number - 1], number


class TestManifest:
    @pytest.fixture
    def manifest(self) -> list[str]:
        return (CORPORA / "MANIFEST").read_text(encoding="utf-8").splitlines()

    def test_names_licence_and_origin(self, manifest: list[str]) -> None:
        comments = " ".join(line for line in manifest if line.startswith("#"))
        assert "CC0-1.0" in comments
        assert "Origin:" in comments

    def test_lists_every_file_with_its_checksum(self, manifest: list[str]) -> None:
        rows = [line.split("  ", 1) for line in manifest if not line.startswith("#")]
        listed = {name: checksum for checksum, name in rows}
        files = [p for p in CORPORA.iterdir() if p.is_file() and p.name not in ("MANIFEST", "README.md")]
        assert listed == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
