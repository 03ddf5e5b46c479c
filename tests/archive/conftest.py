"""A portal in a folder."""

from pathlib import Path

import pytest
from clerk import Portal


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    return Portal(tmp_path)
