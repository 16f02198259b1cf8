"""Every file comes back byte for byte, and what is no text is refused with the reason."""

import codecs

import pytest

from mtfix.errors import InputError
from mtfix.formats.encodings import Decoded, decode
from mtfix.formats.files import parse

NOTE = "Le préfet a signé l’arrêté.\nLa digue tiendra jusqu’à l’été.\n"
BUDGET = (
    "Le conseil municipal a adopté lundi soir le budget de la rentrée, malgré l'abstention des élus verts. "
    "La cantine coûtera désormais trois euros par élève. "
    "Où trouver l'argent ? « Là où il est », répond l'adjointe.\n"
)
TYPOGRAPHIC = (
    "L’œuvre du sculpteur – un bœuf de bronze – a coûté 40 000 €… et le maire s’en félicite : "
    "« C’est le cœur du village ! »\n"
)


def encoded(decoded: Decoded) -> bytes:
    """What a document with this text would be written as."""
    return decoded.bom + decoded.text.encode(decoded.encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        pytest.param(codecs.BOM_UTF8, "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF16_LE, "utf-16-le", id="utf-16-little-endian"),
        pytest.param(codecs.BOM_UTF16_BE, "utf-16-be", id="utf-16-big-endian"),
        pytest.param(codecs.BOM_UTF32_LE, "utf-32-le", id="utf-32-little-endian"),
        pytest.param(codecs.BOM_UTF32_BE, "utf-32-be", id="utf-32-big-endian"),
    ],
)
@pytest.mark.parametrize("text", [pytest.param(NOTE, id="text"), pytest.param("", id="nothing-else")])
def test_byte_order_mark_names_the_encoding_and_is_kept(mark: bytes, encoding: str, text: str) -> None:
    data = mark + text.encode(encoding)
    decoded = decode(data, "note.txt")
    assert decoded == Decoded(text, encoding, mark)
    assert encoded(decoded) == data


def test_byte_order_mark_beats_the_encoding_option() -> None:
    data = codecs.BOM_UTF16_LE + NOTE.encode("utf-16-le")
    assert decode(data, "note.txt", "latin-1").text == NOTE


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    document = parse(codecs.BOM_UTF8 + b"Oui.\n", "note.txt")
    assert document.text == "Oui.\n"
    assert document.segments[0].start == 0
    assert document.encode("Non.\n") == codecs.BOM_UTF8 + b"Non.\n"


def test_utf8_without_mark_gets_none() -> None:
    assert decode(NOTE.encode(), "note.txt") == Decoded(NOTE, "utf-8")


def test_empty_file_is_text() -> None:
    assert decode(b"", "note.txt") == Decoded("", "utf-8")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(BUDGET, "latin-1", id="latin-1-article"),
        pytest.param(BUDGET, "cp1252", id="windows-1252-article"),
        pytest.param(TYPOGRAPHIC, "cp1252", id="windows-1252-typography"),
        pytest.param("Il a été élu.", "latin-1", id="one-short-sentence"),
        pytest.param("Besançon\n", "latin-1", id="one-word"),
        pytest.param("« Oui »\n", "latin-1", id="guillemets-alone"),
        pytest.param("À SÈTE, L’ÉTÉ FUT PLUVIEUX\n", "cp1252", id="headline-in-capitals"),
        pytest.param("Ce fut long. " * 200 + "Le café ferme.\n", "latin-1", id="one-accent-in-much-ascii"),
        pytest.param("Núñez et Jørgen sont à São Paulo.\n", "latin-1", id="foreign-names"),
        pytest.param(BUDGET, "mac_roman", id="mac-roman-article"),
        pytest.param(BUDGET.replace("«", '"').replace("»", '"'), "cp850", id="dos-article"),
    ],
)
def test_western_encodings_are_detected(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    decoded = decode(data, "note.txt")
    assert decoded.text == text
    assert encoded(decoded) == data


@pytest.mark.parametrize("name", ["latin-1", "Latin 1", "ISO-8859-1", "windows-1252", "CP1252", "iso8859-15"])
def test_encoding_is_taken_by_any_of_its_names(name: str) -> None:
    data = BUDGET.encode(name)
    decoded = decode(data, "note.txt", name)
    assert decoded.text == BUDGET
    assert encoded(decoded) == data


def test_named_encoding_beats_detection() -> None:
    data = "Кот".encode("cp1251")
    assert decode(data, "note.txt", "cp1251").text == "Кот"


def test_utf16_without_mark_needs_its_name() -> None:
    data = NOTE.encode("utf-16-le")
    with pytest.raises(InputError, match="NUL"):
        decode(data, "note.txt")
    assert decode(data, "note.txt", "utf-16-le").text == NOTE


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="png"),
        pytest.param(b"\x7fELF\x02\x01\x01\0", id="program"),
        pytest.param(b"Une ligne\0et la suite\n", id="nul-in-ascii"),
        pytest.param(bytes(range(1, 256)), id="every-byte-but-nul"),
        pytest.param(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n\x01\x02\x03\x04\x05\x06\x80\x81", id="pdf"),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^scan\.txt: the file "):
        decode(data, "scan.txt")


@pytest.mark.parametrize("encoding", [None, "utf-8", "latin-1"])
def test_nul_bytes_are_refused_in_every_encoding(encoding: str | None) -> None:
    with pytest.raises(InputError, match="NUL"):
        decode(b"a\0b", "note.txt", encoding)


@pytest.mark.parametrize("name", ["utf-9", "", "français", "rot13", "base64", "undefined"])
def test_unknown_encoding_is_named(name: str) -> None:
    with pytest.raises(InputError, match=f"Unknown encoding '{name}'; try utf-8"):
        decode(b"abc", "note.txt", name)


def test_invalid_bytes_are_located() -> None:
    with pytest.raises(InputError, match=r"note\.txt: .* not valid utf-8 at byte 4;"):
        decode(b"Il y\xff a", "note.txt", "utf-8")


def test_offset_of_invalid_bytes_counts_the_mark() -> None:
    with pytest.raises(InputError, match="not valid utf-8 at byte 5;"):
        decode(codecs.BOM_UTF8 + b"ab\xff", "note.txt")


def test_half_a_utf16_unit_at_the_end_is_refused() -> None:
    with pytest.raises(InputError, match="not valid utf-16-le"):
        decode(codecs.BOM_UTF16_LE + "fin".encode("utf-16-le") + b"x", "note.txt")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(NOTE.encode() * 5 + b"\xe9\n", id="latin-1-at-the-end"),
        pytest.param(b"\xff" + NOTE.encode(), id="stray-byte-at-the-start"),
        pytest.param((NOTE * 5).encode() + "é".encode()[:1], id="cut-in-a-character"),
    ],
)
def test_damaged_utf8_is_not_taken_for_another_encoding(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError) as invalid:
        data.decode()
    with pytest.raises(InputError, match=rf"neither UTF-8 \(byte {invalid.value.start} does not fit\)"):
        decode(data, "note.txt")


@pytest.mark.parametrize("encoding", ["utf-7", "utf-8-sig", "utf-16", "iso2022_jp"])
def test_encoding_that_would_change_bytes_is_refused(encoding: str) -> None:
    data = b"+AOk-t+AOk- A\x1b(B"
    with pytest.raises(InputError, match=r"would change bytes|not valid"):
        decode(data, "note.txt", encoding)


def test_character_that_the_encoding_lacks_cannot_be_written_unseen() -> None:
    document = parse("Il a été élu.".encode("latin-1"), "note.txt", "latin-1")
    with pytest.raises(UnicodeEncodeError):
        document.encode("L’élu.")
