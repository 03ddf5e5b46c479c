"""Every document of the archive is found by its number, every clause by its place, in whatever form it is asked for."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from vankien.catalogue import Catalogue
from vankien.library import Library

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "bench" / "naming.py"


@pytest.fixture(scope="module")
def naming() -> ModuleType:
    spec = importlib.util.spec_from_file_location("naming", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules["naming"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("kind", "at_least"), [("number", 0.99), ("clause", 0.97)])
def test_what_is_named_comes_first(
    kind: str,
    at_least: float,
    naming: ModuleType,
    library: Library,
    catalogue: Catalogue,
    capsys: pytest.CaptureFixture,
) -> None:
    asked = [q for q in naming.questions(list(library.documents.values()), 20) if q.form.startswith(kind)]
    values = [naming.reciprocal_rank(catalogue.search(q.text)["hits"], q) for q in asked]
    with capsys.disabled():
        print(f"\nsearch by {kind}: MRR@10 {sum(values) / len(values):.3f} over {len(values)}", end="")
    assert sum(values) / len(values) >= at_least, [q.text for q, v in zip(asked, values, strict=True) if v < 1]
