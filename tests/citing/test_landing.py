"""Where pinpoints land."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.citing.landing import land, land_all, landing_places, loose_key
from vankien.model import Clause

IDS = [
    "chuong-ii",
    "dieu-5",
    "dieu-5_khoan-2",
    "dieu-5_khoan-2_diem-a",
    "muc-ii",
    "muc-ii_khoan-2",
    "muc-ii_khoan-2_khoan-1",
    "khoan-9",
    "khoan-9_diem-i",
    "phu-luc-1_muc-i",
]
PLACES = landing_places(Clause(i, None, "khoan", None, "", "") for i in IDS)


@pytest.mark.parametrize(
    ("pinpoint", "clause", "exact"),
    [
        ("dieu-5_khoan-2_diem-a", "dieu-5_khoan-2_diem-a", True),
        ("dieu-5_khoan-2_diem-c", "dieu-5_khoan-2", False),
        ("dieu-5_khoan-7_diem-a", "dieu-5", False),
        ("chuong-ii_dieu-5", "dieu-5", True),
        ("muc-2_diem-2", "muc-ii_khoan-2", True),
        ("muc-ii_diem-2_diem-1", "muc-ii_khoan-2_khoan-1", True),
        ("khoan-9_diem-i", "khoan-9_diem-i", True),
        ("khoan-9_diem-1", "khoan-9", False),
        ("phu-luc-1_muc-1", "phu-luc-1_muc-i", True),
        ("dieu-99", None, False),
        ("khoan-2", None, False),
    ],
)
def test_land(pinpoint: str, clause: str | None, exact: bool) -> None:
    assert land(pinpoint, PLACES) == (clause, exact)


def test_land_all_says_when_one_is_not_exact() -> None:
    assert land_all(["dieu-5", "dieu-5_khoan-2_diem-c", "dieu-5_khoan-2"], PLACES) == (
        ("dieu-5", "dieu-5_khoan-2"),
        False,
    )
    assert land_all([], PLACES) == ((), True)


ONE = ["dieu-3", "kem-theo-1", "kem-theo-1_dieu-3", "kem-theo-1_dieu-3_khoan-2", "phu-luc-1_muc-i"]
TWO = [*ONE, "kem-theo-2", "kem-theo-2_dieu-3", "kem-theo-2_dieu-9"]


@pytest.mark.parametrize(
    ("ids", "pinpoint", "clauses", "exact"),
    [
        (ONE, "dieu-3_khoan-2", ("kem-theo-1_dieu-3_khoan-2",), True),
        (ONE, "dieu-3_khoan-7", ("kem-theo-1_dieu-3",), False),
        (ONE, "dieu-9", ("kem-theo-1",), False),
        (ONE, "phu-luc-1_muc-1", ("phu-luc-1_muc-i",), True),
        (TWO, "dieu-9", ("kem-theo-2_dieu-9",), True),
        (TWO, "dieu-3", (), False),
        (["dieu-3"], "dieu-3", (), False),
    ],
)
def test_land_in_what_is_attached(ids: list[str], pinpoint: str, clauses: tuple[str, ...], exact: bool) -> None:
    places = landing_places(Clause(i, None, "khoan", None, "", "") for i in ids)
    assert land_all([pinpoint], places, attached=True) == (clauses, exact)


@given(st.lists(st.sampled_from(IDS), min_size=1))
def test_every_clause_lands_on_itself(ids: list[str]) -> None:
    assert all(land(i, PLACES) == (i, True) for i in ids)


@given(st.text(alphabet="abcdeghiklmnpx-_0123456789", max_size=30))
def test_loose_keys_never_raise_and_are_stable(text: str) -> None:
    assert loose_key(text) == loose_key(text)
