"""The rules of the house: wings do not know each other, and the core runs without MkDocs."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent / "plugins" / "vankien"
WINGS = ["writing", "reading", "normalizing", "structuring", "citing", "permalinks", "searching", "keeping", "grouping"]
OPEN_TO_ALL = {"model", "knowledge", "writing"}


def imports(path: Path) -> set[str]:
    """The first-level rooms of the house that a module imports."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        rooms |= {name.split(".")[1] for name in names if name.startswith("vankien.")}
        rooms |= {"mkdocs" for name in names if name.split(".")[0] == "mkdocs"}
    return rooms


@pytest.mark.parametrize("wing", WINGS)
def test_a_wing_knows_only_what_is_open_to_all_and_itself(wing: str) -> None:
    allowed = OPEN_TO_ALL | {wing}
    if wing == "writing":
        allowed = {"knowledge", "writing"}
    modules = list((HOUSE / wing).rglob("*.py"))
    assert modules
    for path in modules:
        rooms = {room for room in imports(path) if (HOUSE / room).is_dir() or (HOUSE / f"{room}.py").is_file()}
        assert rooms <= allowed, f"{path.relative_to(HOUSE)} imports {sorted(rooms - allowed)}"


def test_nothing_below_the_portal_imports_it() -> None:
    modules = [path for path in HOUSE.rglob("*.py") if "portal" not in path.relative_to(HOUSE).parts]
    assert [path.name for path in modules if "portal" in imports(path)] == []


def test_only_the_plugin_imports_mkdocs() -> None:
    users = {str(p.relative_to(HOUSE)) for p in HOUSE.rglob("*.py") if "mkdocs" in imports(p)}
    assert users <= {os.path.join("portal", "plugin.py")}  # noqa: PTH118


def test_the_core_imports_without_mkdocs() -> None:
    code = (
        "import sys; sys.modules['mkdocs'] = None\n"
        "import vankien.archive, vankien.library, vankien.catalogue, vankien.cli\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_test_modules_have_names_of_their_own() -> None:
    """Tests are no packages, so that two modules of one name could not be told apart."""
    names = [path.name for path in Path(__file__).parent.rglob("*.py") if path.name != "conftest.py"]
    assert sorted(set(names)) == sorted(names)
