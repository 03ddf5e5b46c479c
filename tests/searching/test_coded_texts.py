"""Texts of the pack: what is coded word by word comes back, whatever a document holds."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.catalogue import build_catalogue
from vankien.library import Library
from vankien.searching.pack.text_files import group_units
from vankien.searching.pack.texts import TextCoder, document_text, text_file, texts_in, unit_text
from vankien.searching.pack.vocabulary import CLOSE, END, OPEN, RAW, Vocabulary, choose_words, words_in

SENTENCES = [
    "Ủy ban nhân dân tỉnh có trách nhiệm tổ chức thực hiện Nghị quyết này.",
    "Ủy ban nhân dân huyện có trách nhiệm báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2021;",
    "Công tác dân vận của Đảng, chính quyền và Mặt trận Tổ quốc.",
]
VOCABULARY = choose_words(f"{text}{END}" for text in SENTENCES * 9)
CODER = TextCoder(VOCABULARY)


def read(coded: bytes, vocabulary: Vocabulary) -> str:
    """What the browser reads, bit by bit."""
    codes: dict[str, str] = {}
    code, place = 0, 0
    for bits, many in enumerate(vocabulary.lengths, 1):
        for word in vocabulary.words[place : place + many]:
            codes[f"{code:0{bits}b}"] = word
            code += 1
        place += many
        code <<= 1
    stream = "".join(f"{unit - 0x100:015b}" for unit in np.frombuffer(coded, "<u2").tolist())
    found, start, end = b"", 0, 1
    while True:
        word = codes.get(stream[start:end])
        if word is None:
            assert end <= len(stream), "no end"
            end += 1
            continue
        start = end
        if word == END:
            return found.decode("utf-16-le", "surrogatepass")
        if word == RAW:
            found += int(stream[start : start + 16], 2).to_bytes(2, "little")
            start += 16
        else:
            found += word.replace(OPEN, "").encode("utf-16-le", "surrogatepass")
        end = start + 1


@pytest.mark.parametrize(
    "text", [*SENTENCES, "", "Krông Pắc 中国 😀", "  hai  dấu cách\tvà\nxuống dòng ", "đ" * 70_000]
)
def test_a_text_comes_back(text: str) -> None:
    assert read(CODER.encode([text])[0], VOCABULARY) == text


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_characters=[OPEN, CLOSE, END, RAW, "\ufdd4"]), max_size=40), max_size=4))
def test_any_texts_come_back(texts: list[str]) -> None:
    assert [read(coded, VOCABULARY) for coded in CODER.encode(texts)] == texts


def test_what_recurs_is_one_word() -> None:
    assert any(len(words_in(word)) > 3 for word in VOCABULARY.words)
    assert VOCABULARY.runs["có trách nhiệm"] == 18
    length = len(CODER.encode(SENTENCES[:1])[0])
    assert length < len(SENTENCES[0].encode()) / 3


def test_letters_without_a_code_come_back_too() -> None:
    letters = "".join(map(chr, range(0x3400, 0x9F00)))
    vocabulary = choose_words([letters + END])
    assert len(vocabulary.words) < 3000
    assert read(TextCoder(vocabulary).encode([letters])[0], vocabulary) == letters


def test_the_vocabulary_depends_on_the_texts_alone() -> None:
    assert choose_words(f"{text}{END}" for text in SENTENCES * 9) == VOCABULARY


@pytest.mark.parametrize("lengths", [[], [0], [3, 0, 5], [32766, 32767, 32768, 70000], [1] * 40])
def test_a_file_gives_its_texts(lengths: list[int]) -> None:
    texts = [bytes([1, number % 200]) * length for number, length in enumerate(lengths)]
    assert texts_in(text_file(texts), len(texts)) == texts


def test_units_are_grouped_in_order() -> None:
    assert group_units([5, 5, 5, 20, 1], 10) == [0, 2, 4]
    assert group_units([], 10) == []


def test_characters_that_mean_something_here_are_left_out() -> None:
    record = ["dieu-1", f"Chương{CLOSE} I", 0, [["dieu-1", 0, "Điều 1", f"Phạm{END} vi{RAW}"]]]
    assert unit_text(record) == unit_text(["dieu-1", "Chương I", 0, [["dieu-1", 0, "Điều 1", "Phạm vi"]]])


def test_what_a_document_has_not_is_empty() -> None:
    assert document_text(["a", "a.txt", "Tên", "Luật", None, None, "Quốc hội"]).split(CLOSE)[4:6] == ["", ""]


def test_a_changed_document_leaves_the_texts_of_others_as_they_were(library: Library, tmp_path: Path) -> None:
    build_catalogue(library, tmp_path / "pack", tmp_path / "index")
    name, document = next(iter(library.documents.items()))
    first, *rest = document.clauses
    changed = dataclasses.replace(document, clauses=(dataclasses.replace(first, text="Lời mở đầu viết lại"), *rest))
    after = Library({**library.documents, name: changed}, library.links)
    build_catalogue(after, tmp_path / "pack", tmp_path / "index")
    build_catalogue(after, tmp_path / "fresh", tmp_path / "fresh-index")
    files, fresh = ({f.name: f.read_bytes() for f in (tmp_path / place).iterdir()} for place in ("pack", "fresh"))
    assert files == fresh


def test_what_is_shown_of_a_document_keeps_its_fields() -> None:
    row = ["a", "a.txt", f"Tên{CLOSE}{RAW}", "Luật", None, None, "Quốc hội"]
    assert document_text(row).split(CLOSE) == ["a", "a.txt", "Tên", "Luật", "", "", "Quốc hội"]
