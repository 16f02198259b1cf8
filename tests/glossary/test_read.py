"""Reading glossaries, and telling what does not fit with file and line."""

from pathlib import Path

import pytest

from mtfix.errors import GlossaryError
from mtfix.french.profiles import PROFILES
from mtfix.french.tokens import tokenize
from mtfix.glossary.entry import Glossary, TermEntry
from mtfix.glossary.read import read_glossary, shipped_glossary

BEAVER = TermEntry(
    "beaver lodge",
    "hutte de castor",
    variants=("hutte", "terrier-hutte"),
    forbidden=("loge de castor",),
    part_of_speech="noun",
    note="faune",
    profiles=("afp",),
)
CSV = (
    "source,target,variants,forbidden,pos,dnt,note,profile\n"
    "beaver lodge,hutte de castor,hutte|terrier-hutte,loge de castor,noun,,faune,afp\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the glossary goes."""
    return tmp_path / "termes.csv"


def entries(file: Path, text: str) -> tuple[TermEntry, ...]:
    """The entries of a glossary with this text."""
    file.write_bytes(text.encode())
    return read_glossary(file).entries


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CSV, id="csv"),
        pytest.param(CSV.replace(",", "\t"), id="tsv"),
        pytest.param("\ufeff" + CSV, id="byte-order-mark"),
        pytest.param(CSV.replace("\n", "\r\n"), id="crlf"),
        pytest.param(CSV.replace("\n", "\r"), id="cr"),
        pytest.param(CSV.rstrip(), id="no-final-newline"),
        pytest.param(CSV.replace("beaver lodge", '"beaver lodge"'), id="quotes"),
        pytest.param(CSV.replace("hutte|terrier", " hutte | |terrier"), id="white-space-and-empty-forms"),
        pytest.param(CSV.replace("\n", "\n\n,,,\n", 1), id="empty-rows"),
        pytest.param(
            CSV.replace("source,", "Source ,").replace("pos", "Part of Speech"), id="column-aliases"
        ),
    ],
)
def test_form_of_the_file_does_not_matter(file: Path, text: str) -> None:
    assert entries(file, text) == (BEAVER,)


def test_two_columns_suffice_in_any_order(file: Path) -> None:
    assert entries(file, "target,source\ncastor,beaver\n") == (TermEntry("beaver", "castor"),)


def test_short_rows_are_filled_up(file: Path) -> None:
    (entry,) = entries(file, "source,target,variants,forbidden,pos,dnt,note,profile\nbeaver,castor\n")
    assert entry == TermEntry("beaver", "castor")


def test_quoted_fields_hold_separators_quotes_and_line_breaks(file: Path) -> None:
    text = 'source,target,note\n"so, so",comme ci comme ça,"dit ""familier""\nà éviter"\nyes,oui,\n'
    first, second = entries(file, text)
    assert first.source == "so, so"
    assert first.note == 'dit "familier"\nà éviter'
    assert (first.line, second.line) == (2, 4)


@pytest.mark.parametrize(
    ("value", "flag"), [("yes", True), ("OUI", True), ("1", True), ("x", True), ("", False), ("no", False)]
)
def test_do_not_translate(file: Path, value: str, flag: bool) -> None:
    (entry,) = entries(file, f"source,target,dnt\nBigBand,BigBand,{value}\n")
    assert entry.do_not_translate is flag


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        pytest.param("", 1, "the column 'source' is missing", id="empty-file"),
        pytest.param("source,note\n", 1, "the column 'target' is missing", id="missing-column"),
        pytest.param("source;target\nyes;oui\n", 1, "the column 'source' is missing", id="semicolons"),
        pytest.param("source,target,cible\n", 1, "unknown column 'cible'", id="unknown-column"),
        pytest.param("source,target,target\n", 1, "the column 'target' stands twice", id="column-twice"),
        pytest.param("source,target\nyes,oui\nno,\n", 3, "the entry has no target", id="no-target"),
        pytest.param("source,target\n\n ,oui\n", 3, "the entry has no source", id="no-source"),
        pytest.param("source,target\nso, so,bof\n", 2, "3 fields where the header has 2", id="separator"),
        pytest.param("source,target,dnt\nyes,oui,peut-être\n", 2, "dnt is 'peut-être'", id="flag"),
        pytest.param("source,target,profile\nyes,oui,libre\n", 2, "unknown profile 'libre'", id="profile"),
        pytest.param('source,target\n"yes"s,oui\n', 2, "check the quotation marks", id="quote-in-the-middle"),
        pytest.param('source,target\nyes,oui\nno,"non\n', 3, "check the quotation marks", id="open-quote"),
        pytest.param(
            'source,target,note\na,b,"deux\nlignes"\nc,,\n',
            4,
            "the entry has no target",
            id="after-two-lines",
        ),
    ],
)
def test_errors_name_file_and_line(file: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(GlossaryError) as error:
        entries(file, text)
    assert str(error.value).startswith(f"{file}:{line}: ")
    assert reason in str(error.value)


def test_other_encoding_is_refused_with_its_line(file: Path) -> None:
    file.write_bytes("source,target\nyes,oui\nsummer,été\n".encode("latin-1"))
    with pytest.raises(GlossaryError, match=r"termes\.csv:3: the glossary is not UTF-8"):
        read_glossary(file)


def test_missing_file_is_named(file: Path) -> None:
    with pytest.raises(GlossaryError, match=r"termes\.csv: the glossary cannot be read \(No such file"):
        read_glossary(file)


def forbidden(glossary: Glossary, profile: str, text: str) -> list[tuple[str, str]]:
    """(form, what to write) of the forbidden forms that a house style finds in a text."""
    tokens = tokenize(text)
    found = glossary.for_profile(PROFILES[profile]).forbidden_forms.find(tokens)
    return [(tokens.between(first, last), entry.target) for first, last, entry in found]


class TestProfiles:
    """Which entries hold for a house style."""

    GLOSSARY = Glossary(
        (
            TermEntry("otter", "loutre", forbidden=("loutron",)),
            TermEntry("badger", "blaireau", forbidden=("tesson",), profiles=("afp",)),
            TermEntry("badger", "tesson", forbidden=("blaireau",), profiles=("lemonde", "ca")),
            TermEntry("mole", "taupe", forbidden=("talpe",), profiles=("press-fr",)),
        )
    )

    @pytest.mark.parametrize(
        ("profile", "expected"),
        [
            pytest.param("press-fr", [("loutron", "loutre"), ("talpe", "taupe")], id="general-and-own"),
            pytest.param(
                "afp", [("tesson", "blaireau"), ("loutron", "loutre"), ("talpe", "taupe")], id="parent"
            ),
            pytest.param("ca", [("blaireau", "tesson"), ("loutron", "loutre")], id="one-of-several"),
            pytest.param("ch", [("loutron", "loutre")], id="general-only"),
        ],
    )
    def test_entries_of_the_style_and_its_parent(self, profile: str, expected: list[tuple[str, str]]) -> None:
        found = forbidden(self.GLOSSARY, profile, "un loutron, un tesson, un blaireau, une talpe")
        assert sorted(found) == sorted(expected)

    def test_own_entry_lifts_a_general_ban(self) -> None:
        general = TermEntry("stoat", "hermine", forbidden=("roselet", "ermine"))
        own = TermEntry("stoat", "roselet", profiles=("ch",))
        glossary = Glossary((general, own))
        assert forbidden(glossary, "ch", "roselet, ermine") == [("ermine", "hermine")]
        assert len(forbidden(glossary, "ca", "roselet, ermine")) == 2


class TestRank:
    """The glossaries of the house come before those that come with mtfix."""

    SHIPPED = Glossary((TermEntry("Zed City", "Zedville", forbidden=("Zed-City", "Zed Ville")),))

    def test_house_decides_what_a_form_becomes(self) -> None:
        house = Glossary((TermEntry("Zed City", "Ville-Zed", forbidden=("Zed-City",)),))
        assert forbidden(house + self.SHIPPED, "press-fr", "à Zed-City") == [("Zed-City", "Ville-Zed")]

    @pytest.mark.parametrize("profiles", [(), ("afp",)])
    def test_what_the_house_wants_is_not_forbidden(self, profiles: tuple[str, ...]) -> None:
        shipped = Glossary(
            tuple(
                TermEntry(e.source, e.target, e.variants, e.forbidden, profiles=profiles)
                for e in self.SHIPPED.entries
            )
        )
        house = Glossary((TermEntry("Zed City", "Zed-City"),))
        assert forbidden(house + shipped, "afp", "à Zed-City") == []
        assert forbidden(house + shipped, "afp", "à Zed Ville") == [("Zed Ville", "Zedville")]

    def test_ban_of_the_house_stands_whatever_is_shipped(self) -> None:
        house = Glossary((TermEntry("Zed City", "Cité Zed", forbidden=("Zedville",)),))
        assert forbidden(house + self.SHIPPED, "afp", "à Zedville") == [("Zedville", "Cité Zed")]


def test_shipped_glossaries_are_found_in_the_checkout() -> None:
    glossary = shipped_glossary()
    assert {entry.path for entry in glossary.entries} >= {"persons.csv", "places.csv", "acronyms.csv"}
    assert all(entry.source and entry.target for entry in glossary.entries)
