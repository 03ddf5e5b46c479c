"""Finding in one paragraph or a few, as clauses of a document of a given type."""

from collections.abc import Callable

import pytest

from vankien.citing import find
from vankien.model import Citation, Clause, Metadata

Finder = Callable[..., list[Citation]]


@pytest.fixture
def found() -> Finder:
    """The citations of paragraphs."""

    def finder(*paragraphs: str, own: str = "Kế hoạch", title: str | None = None) -> list[Citation]:
        clauses = [Clause(f"doan-{k}", None, "doan", None, "", text) for k, text in enumerate(paragraphs, 1)]
        return list(find(clauses, Metadata(type=own, title=title)))

    return finder
