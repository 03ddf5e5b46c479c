"""The portal's style sheets, scripts and fonts, as files of the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vankien.portal.page import RawFile

FOLDER = "assets/vankien"
_ASSETS = Path(__file__).parent / "assets"
_TEXT = frozenset({".md", ".py"})
_JOINED = frozenset({"css", "search/engine"})


def asset_files() -> Iterator[RawFile]:
    """All files of `portal/assets/`; the style sheets of `css/` joined into one, in the order of their names.

    The parts of the search engine are left out: they are published joined, in the pack.
    """
    sheets = sorted((_ASSETS / "css").glob("*.css"))
    yield RawFile(f"{FOLDER}/vankien.css", "\n".join(s.read_text(encoding="utf-8") for s in sheets).encode())
    for file in sorted(_ASSETS.rglob("*")):
        name = file.relative_to(_ASSETS)
        if file.is_file() and not _JOINED & {name.parts[0], name.parent.as_posix()} and file.suffix not in _TEXT:
            yield RawFile(f"{FOLDER}/{name.as_posix()}", file)
