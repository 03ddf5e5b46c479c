"""What the tests of reading share."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from vankien.model import Source
from vankien.reading import read

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[str, bytes], Source]:
    """Reads bytes as a file of the given name, and holds that every character is placed or listed as dropped."""

    def read_bytes(name: str, data: bytes) -> Source:
        path = tmp_path / name
        path.write_bytes(data)
        source = read(path)
        assert not unplaced(source)
        return source

    return read_bytes


def unplaced(source: Source) -> dict[str, int]:
    """The characters that are counted and neither in a line nor dropped, or the other way round."""
    counted = Counter(sign for sign in source.counted if not sign.isspace())
    for text in (*(line.text for line in source.lines), *(drop.text for drop in source.dropped)):
        counted.subtract(sign for sign in text if not sign.isspace())
    return {sign: number for sign, number in counted.items() if number}
