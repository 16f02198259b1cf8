"""What several test modules need."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
SHARED = PROJECT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The measuring data beside the checkout; tests that use it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the checkout")
    return SHARED
