"""What the tests of files need."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder of one's own, and no more rights than anyone: the superuser may write to read-only files."""
    folder = Path(tempfile.mkdtemp(prefix="mtfix-test-"))
    superuser = os.geteuid() == 0
    if superuser:
        os.chown(folder, NOBODY, -1)
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield folder
    finally:
        if superuser:
            os.setresuid(0, 0, 0)
        shutil.rmtree(folder)
