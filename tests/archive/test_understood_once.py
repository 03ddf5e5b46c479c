"""Documents are understood once; many new ones by two processes."""

from pathlib import Path

import pytest
from clerk import LETTER, Portal

from vankien import documents, understanding
from vankien.documents import document_files, understand_from_the_end
from vankien.library import load_library
from vankien.model import Document


@pytest.fixture
def filled(portal: Portal) -> Portal:
    for number in range(1, 7):
        portal.put(f"{number}.txt", LETTER.replace("12-KL/TU", f"{number}-KL/TU"))
    portal.run()
    return portal


def kept(portal: Portal) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (portal.root / ".vankien" / "understood").iterdir()}


def read(portal: Portal) -> list[Document]:
    return [held.read() for held in document_files(portal.project).held]


def test_what_is_kept_is_what_is_understood(filled: Portal) -> None:
    first, again = read(filled), read(filled)
    assert first == again
    assert len(first) == len(kept(filled)) == 6
    assert [clause.id for clause in first[0].clauses][-2:] == ["khoan-1", "khoan-2"]


def test_nothing_is_understood_twice(filled: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    load_library(filled.project)
    asked = []
    monkeypatch.setattr(understanding, "read_document", asked.append)
    assert len(load_library(filled.project).documents) == 6
    assert asked == []


def test_a_second_process_leaves_what_it_understood(filled: Portal) -> None:
    read(filled)
    whole = kept(filled)
    for name in sorted(whole)[2:]:
        (filled.root / ".vankien" / "understood" / name).unlink()
    understand_from_the_end(str(filled.root))
    assert kept(filled) == whole


def test_two_processes_understand_the_same(filled: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, whole = read(filled), kept(filled)
    for name in whole:
        (filled.root / ".vankien" / "understood" / name).unlink()
    monkeypatch.setattr(documents, "_WORTH_A_PROCESS", 1)
    assert read(filled) == alone
    assert kept(filled) == whole


def test_a_folder_that_cannot_be_written_does_no_harm(filled: Portal, tmp_path: Path) -> None:
    alone = read(filled)
    folder = tmp_path / ".vankien" / "understood"
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("", encoding="utf-8")
    assert read(filled) == alone
