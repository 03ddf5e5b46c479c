"""The portal's own archive as a catalogue, built once for all tests of the search."""

from pathlib import Path

import pytest

from vankien.catalogue import Catalogue, build_catalogue
from vankien.library import Library, load_library
from vankien.project import open_project

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(open_project(ROOT))


@pytest.fixture(scope="session")
def built(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `index/` and `pack/`."""
    folder = tmp_path_factory.mktemp("search")
    build_catalogue(library, folder / "pack", folder / "index")
    return folder


@pytest.fixture(scope="session")
def catalogue(built: Path) -> Catalogue:
    return Catalogue(built / "index")
