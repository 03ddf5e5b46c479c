"""Which program made something: what another one made is made again."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

_HOUSE = Path(__file__).parent.parent
_DECIDES = frozenset({".py", ".yml", ".html", ".svg", ".js", ".css"})
_LIBRARIES = ("jinja2", "markupsafe", "pyyaml")
"""Those that decide what is understood and how a page is written."""


@cache
def fingerprint(*rooms: str) -> str:
    """A hash of the program's `rooms` ("citing", "library.py"), without any of the whole house; of Python, and of the
    libraries that pages are made with."""
    digest = hashlib.blake2b(repr((sys.version_info[:3], [version(name) for name in _LIBRARIES])).encode())
    for room in rooms or (".",):
        place = _HOUSE / room
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.suffix in _DECIDES:
                digest.update(f"{path.relative_to(_HOUSE).as_posix()}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:32]
