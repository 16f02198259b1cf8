"""What is one segment in plain text, and that its offsets are those of the file."""

import pytest

from mtfix.formats.files import parse
from mtfix.formats.plain import is_wrapped, line_segments, segments

PARAGRAPH = (
    "La fanfare du village a répété tout l’hiver dans la\n"
    "grange de la mairie, faute de salle chauffée, et les\n"
    "musiciens ont joué avec des gants dont les bouts de\n"
    "doigts étaient coupés."
)
OTHER_PARAGRAPH = (
    "Le concert de printemps aura lieu sur la place, sauf\n"
    "en cas de pluie, et la recette ira tout entière à la\n"
    "réparation du toit."
)
WRAPPED = f"{PARAGRAPH}\n\n{OTHER_PARAGRAPH}\n"


def targets(text: str) -> list[str]:
    """The segments' texts, after checking that they lie where they say."""
    found = segments(text)
    assert [s.index for s in found] == list(range(len(found)))
    for segment in found:
        assert text[segment.start : segment.end] == segment.target
    return [segment.target for segment in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Un.\nDeux.\n", ["Un.", "Deux."], id="lf"),
        pytest.param("Un.\r\nDeux.\r\n", ["Un.", "Deux."], id="crlf"),
        pytest.param("Un.\rDeux.\r", ["Un.", "Deux."], id="cr"),
        pytest.param("Un.\r\nDeux.\nTrois.\rQuatre.", ["Un.", "Deux.", "Trois.", "Quatre."], id="mixed"),
        pytest.param("Un.\nDeux.", ["Un.", "Deux."], id="no-final-newline"),
        pytest.param("\n\nUn.\n\n\nDeux.\n\n", ["Un.", "Deux."], id="empty-lines"),
        pytest.param("  Un. \n\t\n\u00a0\nDeux.\t\n", ["Un.", "Deux."], id="white-space-around"),
        pytest.param("Un\u2028deux\x0btrois.\n", ["Un\u2028deux\x0btrois."], id="other-separators-are-text"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\r\n", [], id="white-space-alone"),
    ],
)
def test_every_line_with_text_is_a_segment(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wrapped_paragraphs_are_segments(newline: str) -> None:
    text = WRAPPED.replace("\n", newline)
    assert is_wrapped(text)
    assert targets(text) == [part.replace("\n", newline) for part in (PARAGRAPH, OTHER_PARAGRAPH)]


def test_line_of_white_space_parts_paragraphs() -> None:
    assert targets(WRAPPED.replace("\n\n", "\n   \n")) == [PARAGRAPH, OTHER_PARAGRAPH]


def test_wrapped_text_can_still_be_read_by_line() -> None:
    assert [s.target for s in line_segments(WRAPPED)] == [line for line in WRAPPED.splitlines() if line]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- du pain\n- du beurre\n- de la confiture\n- du café\n", id="hyphens"),
        pytest.param("• du pain\n• du beurre\n• de la confiture\n", id="bullets"),
        pytest.param(
            "1. préparer la salle avant midi, chaises comprises\n"
            "2. accueillir les musiciens et leur montrer la scène\n"
            "3. ranger la salle et rendre la clef à la gardienne\n",
            id="numbers",
        ),
        pytest.param(
            "— Viendrez-vous dimanche à la fête de la moisson ?\n"
            "— Sans doute, si la pluie veut bien nous épargner\n"
            "— Alors gardez-nous une place près de la fontaine\n",
            id="dialogue",
        ),
    ],
)
def test_list_items_are_segments(text: str) -> None:
    assert targets(text) == text.splitlines()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Un titre\nUn chapô\nUn corps de texte\nUne signature\n", id="short-lines"),
        pytest.param(
            "La fanfare du village a répété tout l’hiver ici.\n"
            "Elle jouera dimanche devant la mairie du bourg.\n"
            "Le maire tiendra un discours avant la musique.\n",
            id="one-sentence-a-line",
        ),
        pytest.param(("Un paragraphe tient sur une seule ligne, " * 5 + "\n") * 4, id="very-long-lines"),
        pytest.param(PARAGRAPH.split("\n")[0] + "\n" + PARAGRAPH.split("\n")[1] + "\n", id="two-lines"),
    ],
)
def test_lines_stay_segments(text: str) -> None:
    assert not is_wrapped(text)
    assert targets(text) == [line.strip() for line in text.splitlines()]


def test_offsets_count_code_points_not_bytes_or_utf16_units() -> None:
    text = "🎺🎺 fanfare\nÉté\n"
    assert [(s.start, s.end) for s in segments(text)] == [(0, 10), (11, 14)]


def test_lines_and_columns_are_those_of_an_editor() -> None:
    document = parse(b"Un.\r\n\r\n  Deux.\rTrois.", "note.txt")
    assert [document.locate(s.start) for s in document.segments] == [(1, 1), (3, 3), (4, 1)]
    assert document.line(3) == "  Deux."
    assert document.line_count == 4


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\n\n", 2), ("\r\n", 1), ("a\rb\r", 2)]
)
def test_final_newline_opens_no_line(text: str, count: int) -> None:
    assert parse(text.encode(), "note.txt").line_count == count
