"""Any text is read, in time that grows with its length and not faster."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.citing import find
from vankien.model import Clause, Metadata

UNITS = [
    "1", "1 ", "(", "“(", "-A", "1-A", "1.1", "1/2020/", ". ", ".", "A", "”", "“", "theo ", "số ", "khóa ",
    "văn bản hướng dẫn ", "Điều 1, ", "Điều 1 và ", "điểm a, ", "khoản 1 Điều 1 ", "Điều 1 Quy chế ",
    "khoản 1 Điều này ", "Luật A, ", "Luật sửa đổi, bổ sung một số điều của ",
    "Luật sửa đổi, bổ sung một số điều của Luật Giá, ", "Kết luận số 1, ", "Đề án 06, ", "các Đề án 06, 07",
    "Quyết định số 1-A", "Quyết định của Bộ A ", "của Bộ A và Bộ B ", "Nghị quyết Đại hội Đảng bộ ",
    "Nghị định số 1/2020/NĐ-CP, ", "Nghị định số 1/2020/NĐ-CP về ", "Nghị định số 1/2020/NĐ-CP; ",
    "Quy chế a (ban hành kèm theo ", "Nghị định số 1/2020/NĐ-CP (gọi tắt là Nghị định 1) ",
    "Nghị định số 1/2020/NĐ-CP (gọi tắt là Nghị định) ", "Thông tư này ", "“Thông tư này ", '"Thông tư này',
    "Hiến pháp ", "Tờ trình của ",
]  # fmt: skip
SHORT, LONG = 10_000, 80_000


def seconds(text: str) -> float:
    clause = Clause("dieu-1", None, "dieu", "1", "", text)
    best = 60.0
    for _ in range(2 if len(text) == SHORT else 1):
        start = time.process_time()
        find([clause], Metadata(type="Thông tư"))
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length(unit):
    short = seconds((unit * SHORT)[:SHORT])
    long = seconds((unit * LONG)[:LONG])
    assert long < 3 * (LONG / SHORT) * short + 0.15


SENTENCE = (
    "Điều khoản điểm 1 2, a) và Luật Giá Nghị định số 1/2020/NĐ-CP 5-NQ/TW ngày 3/4/2020 của Chính phủ này “ ” ( ) . "
    "; : theo Căn cứ sửa đổi về quy định gọi tắt là Đề án 06 kèm \n \xa0 Đại hội lần thứ XX"
)
WORDS = st.sampled_from(sorted(set(SENTENCE.split(" "))))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from([None, "Luật", "Thông tư"]))
def test_whatever_is_found_stands_in_the_text_in_order(words, own):
    clauses = [
        Clause("dieu-1", None, "dieu", "1", "", " ".join(words)),
        Clause("dieu-2", None, "dieu", "2", "", "theo Đề án 06"),
    ]
    citations = find(clauses, Metadata(type=own))
    texts = {c.id: c.text for c in clauses}
    assert all(c.text == texts[c.clause][c.start : c.end] and c.text.strip() for c in citations)
    places = [(c.clause, c.start) for c in citations]
    assert places == sorted(places)
    first = [c for c in citations if c.clause == "dieu-1"]
    assert all(one.end <= other.start for one, other in pairwise(first))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text):
    find([Clause("doan-1", None, "doan", None, "", text)], Metadata())
