"""Decodes bytes so that they can be written back without a byte of difference."""

import codecs
from dataclasses import dataclass

from mtfix.errors import InputError

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]
_SAMPLE = 1 << 18
# What French news text has beyond ASCII: text of these alone is Windows-1252, which the detector, made for
# pages rather than lines, does not always see.
_FRENCH = frozenset("ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸàâäæçèéêëîïôöœùûüÿ«»‹›“”„‘’–—…€°·•§²\u00a0áíóúñãåø")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what it takes to encode it again."""

    text: str
    encoding: str
    bom: bytes = b""


def decode(data: bytes, path: str, encoding: str | None = None) -> Decoded:
    """The text of a file: by byte-order mark, else `encoding`, else UTF-8, else as the detector says.

    Raises InputError for binary data, an unknown encoding name, and bytes that do not fit.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data, len(mark), name, path)
    if encoding is not None:
        return _checked(data, 0, _known(encoding), path)
    if b"\0" in data:
        raise InputError(f"{path}: the file holds NUL bytes, so it is no text; leave it out or convert it.")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _checked(data, 0, _detected(data, error.start, path), path)


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        # base64 and rot13 are known too, but encode no text.
        "".encode(name)
        return name
    except (LookupError, UnicodeError) as error:
        raise InputError(f"Unknown encoding {encoding!r}; try utf-8, windows-1252 or latin-1.") from error


def _checked(data: bytes, skip: int, encoding: str, path: str) -> Decoded:
    try:
        text = data[skip:].decode(encoding)
        back = text.encode(encoding)
    except UnicodeError as error:
        where = f" at byte {skip + error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(
            f"{path}: the file is not valid {encoding}{where}; name its encoding with --encoding."
        ) from error
    if back != data[skip:]:
        raise InputError(
            f"{path}: decoding as {encoding} would change bytes; name the encoding with --encoding."
        )
    if "\0" in text:
        raise InputError(
            f"{path}: the file holds NUL characters, so it is no text; leave it out or convert it."
        )
    return Decoded(text, encoding, data[:skip])


def _detected(data: bytes, invalid: int, path: str) -> str:
    """The encoding of bytes that are not UTF-8 from the offset `invalid` on."""
    if _is_french(data, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_WESTERN).best()
    if best is None or any(c < " " and c not in "\t\n\r\f" for c in str(best)[:_SAMPLE]):
        raise InputError(
            f"{path}: the file is neither UTF-8 (byte {invalid} does not fit) nor other text; "
            "name its encoding with --encoding."
        )
    return best.encoding


def _is_french(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return all(c in _FRENCH or " " <= c <= "~" or c in "\t\n\r\f" for c in set(text))
