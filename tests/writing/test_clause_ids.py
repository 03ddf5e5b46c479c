"""Ids, ordinals, roman numerals: how numbers are written in addresses and labels."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.writing.clause_ids import id_number, join_id, segment
from vankien.writing.ordinals import ordinal, ordinal_value
from vankien.writing.roman import roman_value, to_roman


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("phan", "I", "phan-i"), ("chuong", "II", "chuong-ii"), ("dieu", "198a", "dieu-198a"),
        ("khoan", "05", "khoan-5"),
        ("diem", "đ", "diem-dd"), ("diem", "Đ1", "diem-dd1"), ("diem", "b.1", "diem-b1"), ("khoan", "1.1", "khoan-1-1"),
        ("khoan", "2.10.3", "khoan-2-10-3"), ("khoan", "10", "khoan-10"), ("tiet", "iv", "tiet-iv"),
        ("diem", "ư", "diem-u"),
    ],
)  # fmt: skip
def test_a_level_of_an_id(kind: str, number: str, expected: str) -> None:
    assert segment(kind, number) == expected


def test_levels_are_joined() -> None:
    assert join_id("dieu-5", "khoan-2") == "dieu-5_khoan-2"
    assert join_id(None, "dieu-5") == "dieu-5"


@settings(deadline=None)
@given(st.text(max_size=20))
def test_an_id_is_ascii(number: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]*", id_number(number))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "thứ nhất"), (2, "thứ hai"), (4, "thứ tư"), (5, "thứ năm"), (10, "thứ mười"), (15, "thứ mười lăm"),
        (20, "thứ hai mươi"), (21, "thứ hai mươi mốt"), (24, "thứ hai mươi tư"), (35, "thứ ba mươi lăm"),
        (100, "thứ 100"),
    ],
)  # fmt: skip
def test_ordinals(value: int, words: str) -> None:
    assert ordinal(value) == words


@settings(deadline=None)
@given(st.integers(1, 99))
def test_ordinals_are_read_as_written(value: int) -> None:
    assert ordinal_value(ordinal(value).removeprefix("thứ ")) == value


@settings(deadline=None)
@given(st.integers(1, 399))
def test_roman_numerals_are_read_as_written(value: int) -> None:
    assert roman_value(to_roman(value)) == value
    assert roman_value(to_roman(value).lower()) == value
