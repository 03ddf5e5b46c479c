"""What every test may use."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def archive() -> Path:
    """The portal's own archive: the four directives."""
    return ROOT / "archive"
