"""Pinpoints as clause ids: levels, lists, ranges; relative places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.citing import find
from vankien.model import Clause, Metadata
from vankien.writing.pinpoints import RUN, pinpoint_ids, spelt_out

RUNS = [
    ("điểm a khoản 2 Điều 5", ["dieu-5_khoan-2_diem-a"]),
    ("điểm đ, khoản 2, Điều 5", ["dieu-5_khoan-2_diem-dd"]),
    ("Điều 5, khoản 2", ["dieu-5_khoan-2"]),
    ("khoản 1 Điều 4, điểm d khoản 4 Điều 9", ["dieu-4_khoan-1", "dieu-9_khoan-4_diem-d"]),
    ("khoản 3, khoản 10 Điều 1", ["dieu-1_khoan-3", "dieu-1_khoan-10"]),
    ("khoản 1, 2 và 3 Điều 5 và Điều 6", ["dieu-5_khoan-1", "dieu-5_khoan-2", "dieu-5_khoan-3", "dieu-6"]),
    ("các điểm a và b khoản 1, khoản 3 Điều 4", ["dieu-4_khoan-1_diem-a", "dieu-4_khoan-1_diem-b", "dieu-4_khoan-3"]),
    ("điểm a khoản 1 và điểm b khoản 2 Điều 5", ["dieu-5_khoan-1_diem-a", "dieu-5_khoan-2_diem-b"]),
    ("Điều 5 đến Điều 7", ["dieu-5", "dieu-6", "dieu-7"]),
    ("điểm c đến điểm e khoản 1", ["khoan-1_diem-c", "khoan-1_diem-d", "khoan-1_diem-dd", "khoan-1_diem-e"]),
    ("Khoản 1, 2, Điều 21 và Phụ lục 2", ["dieu-21_khoan-1", "dieu-21_khoan-2", "phu-luc-2"]),
    ("Phụ lục 01", ["phu-luc-1"]),
    ("mục 3 Phụ lục II", ["phu-luc-ii_muc-3"]),
    ("Mục II.2", ["muc-ii_khoan-2"]),
    ("Mục II.2.a", ["muc-ii_khoan-2_diem-a"]),
    ("điểm II.2.đ", ["muc-ii_khoan-2_diem-dd"]),
    ("điểm 1.a Mục II", ["muc-ii_khoan-1_diem-a"]),
    ("điểm 2 Mục II", ["muc-ii_khoan-2"]),
    ("điểm 1.1, khoản 1, Mục II", ["muc-ii_khoan-1_khoan-1-1"]),
    ("điểm b1 khoản 1a Điều 198a", ["dieu-198a_khoan-1a_diem-b1"]),
    ("gạch đầu dòng thứ nhất điểm a khoản 2 Điều 2", ["dieu-2_khoan-2_diem-a_gach-1"]),
    ("khoản 2 Mục 1 Chương II", ["chuong-ii_muc-1_khoan-2"]),
]


@pytest.mark.parametrize(("run", "ids"), RUNS)
def test_a_run_of_pinpoints(run, ids):
    assert RUN.fullmatch(run)
    assert list(pinpoint_ids(run)) == ids


@given(st.integers(1, 200), st.integers(0, 60))
def test_a_range_is_spelt_out_whole(first, steps):
    numbers = spelt_out(str(first), str(first + steps))
    assert sorted(set(map(int, numbers))) == list(range(first, first + steps + 1))


@given(st.lists(st.integers(1, 300), min_size=1, max_size=8, unique=True))
def test_a_list_gives_every_item(numbers):
    run = f"khoản {', '.join(map(str, numbers))} Điều 7"
    assert list(pinpoint_ids(run)) == [f"dieu-7_khoan-{n}" for n in numbers]


WITH_DOCUMENT = [
    ("tại khoản 2 Điều 33 Nghị định số 10/2024/NĐ-CP", ["dieu-33_khoan-2"]),
    ("từ Điều 5 đến Điều 6 của Nghị định số 10/2024/NĐ-CP", ["dieu-5", "dieu-6"]),
    ("nêu tại Phụ lục 4, Nghị định số 10/2024/NĐ-CP", ["phu-luc-4"]),
    ("mục 3 Phụ lục II ban hành kèm theo Thông tư số 10/2024/TT-BYT", ["phu-luc-ii_muc-3"]),
    ("điểm đ khoản 2 Điều 5 Quy chế làm việc ban hành kèm theo Quyết định số 10/QĐ-UBND", ["dieu-5_khoan-2_diem-dd"]),
    ("theo Nghị định số 10/2024/NĐ-CP (Điều 9, 10)", ["dieu-9", "dieu-10"]),
    ("tại Điều 5. Nghị định số 10/2024/NĐ-CP", []),
]


@pytest.mark.parametrize(("text", "ids"), WITH_DOCUMENT)
def test_pinpoints_belong_to_the_document_behind_them(found, text, ids):
    (citation,) = found(text)
    assert list(citation.pinpoints) == ids


def test_relative_places_are_clauses_of_this_document():
    clauses = [
        Clause("dieu-5", None, "dieu", "5", "", "Điều kiện"),
        Clause("dieu-5_khoan-1", "dieu-5", "khoan", "1", "", "Hồ sơ gồm:"),
        Clause("dieu-5_khoan-1_diem-a", "dieu-5_khoan-1", "diem", "a", "", "Đơn theo điểm b khoản này;"),
        Clause("dieu-5_khoan-2", "dieu-5", "khoan", "2", "", "Thời hạn tại khoản 1 Điều này và Điều 7 Chương này."),
    ]
    citations = find(clauses, Metadata(type="Thông tư"))
    assert [(c.kind, c.clause, c.pinpoints) for c in citations] == [
        ("relative", "dieu-5_khoan-1_diem-a", ("dieu-5_khoan-1_diem-b",)),
        ("relative", "dieu-5_khoan-2", ("dieu-5_khoan-1",)),
    ]
