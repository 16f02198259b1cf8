"""Files on disk: reading them, replacing them without loss."""

import os
import stat
import tempfile
from pathlib import Path

from mtfix.errors import InputError
from mtfix.formats.encodings import decode
from mtfix.formats.plain import line_segments, segments
from mtfix.text import Document


def parse(data: bytes, path: str, encoding: str | None = None, by_line: bool = False) -> Document:
    """The document in some bytes; `by_line` makes every line a segment.  Raises InputError."""
    decoded = decode(data, path, encoding)
    cut = line_segments if by_line else segments
    return Document(path, decoded.text, cut(decoded.text), decoded.encoding, decoded.bom)


def read(path: str) -> bytes:
    """The bytes of a file.  Raises InputError when it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: the file cannot be read ({error.strerror or error}).") from error


def replace(path: str, data: bytes) -> None:
    """Writes a file in one step: it holds either the old bytes or the new ones, never a part.

    Mode and owner are kept, and a symbolic link stays one: the file it names is replaced.
    Raises InputError when the file or its folder cannot be written.
    """
    target = Path(os.path.realpath(path))
    temporary = None
    try:
        status = target.stat()
        if not os.access(target, os.W_OK):
            raise PermissionError(None, "it is read-only")
        handle, temporary = tempfile.mkstemp(prefix=".mtfix-", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(stat.S_IMODE(status.st_mode))
        _keep_owner(temporary, status)
        Path(temporary).replace(target)
        temporary = None
    except OSError as error:
        raise InputError(f"{path}: the file cannot be written ({error.strerror or error}).") from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _keep_owner(path: str, status: os.stat_result) -> None:
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.getuid(), os.getgid()):
        try:
            os.chown(path, status.st_uid, status.st_gid)
        except PermissionError:
            # Only the superuser may give files away; the new file then belongs to who runs mtfix.
            return
