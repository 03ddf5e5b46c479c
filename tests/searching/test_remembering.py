"""What a build keeps for the next: given back as it was, dropped when it is not asked for, never wrong."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.searching.remembering import Memory

NAMES = st.tuples(st.sampled_from(["a", "b", "tài liệu"]), st.sampled_from(["texts", "words"]))


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=40)))
def test_what_is_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, entries: dict) -> None:
    file = tmp_path_factory.mktemp("memory") / "kept.bin"
    memory = Memory(file, "1")
    for name, data in entries.items():
        memory.keep(*name, data)
    memory.save()
    again = Memory(file, "1")
    assert {name: again.kept(*name) for name in entries} == entries
    assert again.kept("a", "other") is None


def test_only_what_is_asked_for_stays(tmp_path: Path) -> None:
    file = tmp_path / "kept.bin"
    memory = Memory(file, "1")
    for key in "abc":
        memory.keep(key, "texts", key.encode() * 5)
    memory.save()
    second = Memory(file, "1")
    assert second.kept("b", "texts") == b"bbbbb"
    second.keep("c", "texts", b"new")
    second.save()
    third = Memory(file, "1")
    assert [third.kept(key, "texts") for key in "abc"] == [None, b"bbbbb", b"new"]


def test_another_program_begins_anew(tmp_path: Path) -> None:
    file = tmp_path / "kept.bin"
    memory = Memory(file, "1")
    memory.keep("a", "texts", b"data")
    memory.save()
    assert Memory(file, "2").kept("a", "texts") is None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 200), st.integers(0, 255), st.booleans())
def test_a_damaged_file_gives_nothing_wrong(
    tmp_path_factory: pytest.TempPathFactory, place: int, value: int, cut: bool
) -> None:
    file = tmp_path_factory.mktemp("memory") / "kept.bin"
    memory = Memory(file, "1")
    memory.keep("a", "texts", b"some text" * 4)
    memory.save()
    data = bytearray(file.read_bytes())
    data[place % len(data)] = value
    file.write_bytes(data[: place % len(data)] if cut else data)
    assert Memory(file, "1").kept("a", "texts") in (None, b"some text" * 4)
