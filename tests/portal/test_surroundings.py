"""A page is made from a library that holds only what its word covers, and is the same page."""

from dataclasses import replace
from pathlib import Path

import pytest
from small_library import small_library

from vankien.citing.resolve import resolve
from vankien.library import Library, load_library
from vankien.model import Document
from vankien.portal.digests import Digests
from vankien.portal.document.document_json import document_json
from vankien.portal.document.document_page import document_page
from vankien.portal.document.surroundings import Surroundings, Surveyor
from vankien.portal.mentions import MentionReader
from vankien.portal.page import Page
from vankien.portal.settings import Settings
from vankien.project import Project, open_project

ROOT = Path(__file__).resolve().parents[2]
RESOLUTION, PLAN = "nghi-quyet-11-nq-tu-2017", "ke-hoach-20-kh-hu-2018"


def page(document: Document, library: Library) -> Page:
    return document_page(document, library, Project(Path(), {}, {}), Settings("x", ""), MentionReader(library))


def around(name: str, library: Library) -> Surroundings:
    return Surveyor(library, Digests(library)).survey(library.documents[name])


def changed(name: str, **attributes: object) -> Library:
    """The small library with one document changed."""
    documents = small_library().documents
    one = documents[name]
    metadata = attributes.pop("metadata", {})
    documents = {**documents, name: replace(one, metadata=replace(one.metadata, **metadata), **attributes)}
    return Library(documents, resolve(tuple(documents.values())))


@pytest.mark.parametrize("library", [small_library(), load_library(open_project(ROOT))], ids=["small", "archive"])
def test_a_page_needs_no_more_than_its_surroundings(library: Library) -> None:
    for name, document in library.documents.items():
        near = around(name, library).library()
        assert page(document, near) == page(document, library)
        assert document_json(document, near) == document_json(document, library)


def test_the_word_is_the_same_for_the_same() -> None:
    assert around(PLAN, small_library()).word == around(PLAN, small_library()).word


def test_the_word_changes_with_a_neighbour_that_is_shown() -> None:
    before = around(PLAN, small_library()).word
    assert around(PLAN, changed(RESOLUTION, metadata={"title": "về việc khác"})).word != before
    clauses = small_library().documents[RESOLUTION].clauses
    cited = tuple(replace(c, text="Khác.") if c.id == "khoan-2" else c for c in clauses)
    assert around(PLAN, changed(RESOLUTION, clauses=cited)).word != before


def test_the_word_stays_where_a_neighbour_changes_in_what_is_not_shown() -> None:
    before = around(PLAN, small_library()).word
    resolution = small_library().documents[RESOLUTION]
    more = (*resolution.clauses, replace(resolution.clauses[-1], id="khoan-3", text="Thêm."))
    assert around(PLAN, changed(RESOLUTION, clauses=more, body="khác")).word == before
