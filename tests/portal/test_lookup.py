"""Paste and go: what a typed citation says, and where it leads."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lookup_cases import CASES, NQ
from small_library import small_library

from vankien.portal.lookup.finder import find_places
from vankien.portal.lookup.grammar import lookup_grammar
from vankien.portal.lookup.reader import read_reference
from vankien.portal.lookup.table import Entry, Table, make_table, number_parts, table_files

MARKS = frozenset({"nq", "hu", "tu", "tw", "ct", "kl", "nd", "cp", "qh"})


@pytest.fixture(scope="module")
def table() -> Table:
    return make_table(small_library())


@pytest.mark.parametrize(("text", "places", "missing"), CASES)
def test_a_typed_citation_leads_to_its_place(
    table: Table, text: str, places: tuple[tuple[str, str | None, str], ...], missing: tuple[str, ...]
) -> None:
    found = find_places(text, table)
    assert tuple((p.document, p.clause, p.exactness) for p in found.places) == places
    assert tuple(number.printed for number in found.missing) == missing


@pytest.mark.parametrize(
    ("text", "path", "number"),
    [
        ("điểm a khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP", "dieu-5_khoan-2_diem-a", ("30", "2020", "nd", "cp")),
        ("Điều 5 khoản 2 điểm a", "dieu-5_khoan-2_diem-a", ()),
        ("muc II.2 nq 03 hu", "muc-ii_khoan-2", ("3", "nq", "hu")),
        ("mục II.2 (3)", "muc-ii_khoan-2_khoan-3", ()),
        ("2/II", "muc-ii_khoan-2", ()),
        ("II.2", "muc-ii_khoan-2", ()),
        ("ý 3 điểm 2", "khoan-2_khoan-3", ()),
        ("điểm đ khoản 1 Điều 12", "dieu-12_khoan-1_diem-dd", ()),
        ("khoản 1.1 mục I", "muc-i_khoan-1_khoan-1-1", ()),
        ("Điều 198a", "dieu-198a", ()),
        ("điểm đ1 khoản 2", "khoan-2_diem-dd1", ()),
        ("gạch đầu dòng thứ hai, khoản 1", "khoan-1_gach-2", ()),
        ("chú thích số 1", "chu-thich-1", ()),
        ("Phụ lục II", "phu-luc-ii", ()),
        ("Chương III Luật số 88/2019/QH14", "chuong-iii", ("88", "2019", "qh", "14")),
        ("kl 43", None, ("43", "kl")),
        ("43-KL/TW", None, ("43", "kl", "tw")),
    ],
)
def test_places_and_numbers_are_read(text: str, path: str | None, number: tuple[str, ...]) -> None:
    reference = read_reference(text, lookup_grammar(), MARKS)
    assert reference.paths[:1] == ((path,) if path else ())
    assert reference.number == number


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("điểm a, b khoản 2 Điều 5", ["dieu-5_khoan-2_diem-a", "dieu-5_khoan-2_diem-b"]),
        ("Điều 5, Điều 7 và Điều 9", ["dieu-5", "dieu-7", "dieu-9"]),
        ("Điều 5 đến Điều 7", ["dieu-5", "dieu-6", "dieu-7"]),
        ("từ khoản 2 đến 4 Mục I", ["muc-i_khoan-2", "muc-i_khoan-3", "muc-i_khoan-4"]),
        ("khoản 2, Mục I", ["muc-i_khoan-2"]),
        ("khoản 2, 3/7/2020", ["khoan-2"]),
        ("ý 3 điểm 2", ["khoan-2_khoan-3"]),
        ("khoản 1 đến 999", ["khoan-1", "khoan-999"]),
    ],
)
def test_a_list_names_each_of_its_places(text: str, paths: list[str]) -> None:
    reference = read_reference(text, lookup_grammar(), MARKS)
    assert [one[0] for one in (reference.paths, *reference.more)] == paths


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nghị quyết 03 ngày 18/12/2020", "2020-12-18"),
        ("ngày 5 tháng 3 năm 2020", "2020-03-05"),
        ("ngay 5 thang 3 nam 2020", "2020-03-05"),
        ("15.5.2016", "2016-05-15"),
        ("Nghị định 30/2020/NĐ-CP", None),
        ("66.7/2025/NQ-CP", None),
    ],
)
def test_dates_are_read(text: str, date: str | None) -> None:
    assert read_reference(text, lookup_grammar(), MARKS).date == date


def test_a_wrong_date_is_told_and_never_followed_silently(table: Table) -> None:
    found = find_places("Nghị quyết 11-NQ/TU ngày 06/3/2017", table)
    assert [place.dated for place in found.places] == [False]
    assert found.sure is None


def test_of_documents_with_one_number_the_body_named_tells_which() -> None:
    def entry(name: str, body: str) -> Entry:
        return Entry(name, "Chỉ thị số 44-CT/TU", "Chỉ thị", None, ("44", "ct", "tu"), tuple(body.split()))

    entries = (entry("binh-thuan", "chi thi tinh uy binh thuan"), entry("bac-kan", "chi thi tinh uy bac kan"))
    table = Table(lookup_grammar(), entries, ((), ()), (), MARKS)

    def found(text: str) -> list[str]:
        return [place.document for place in find_places(text, table).places]

    assert found("Chỉ thị 44-CT/TU của Tỉnh ủy Bắc Kạn") == ["bac-kan"]
    assert found("Chỉ thị 44-CT/TU của Tỉnh ủy Bắc Ninh") == ["bac-kan", "binh-thuan"]
    assert found("Chỉ thị 44-CT/TU của Tỉnh ủy") == ["binh-thuan", "bac-kan"]


def test_only_one_exact_place_is_sure(table: Table) -> None:
    sure = find_places("khoản 2 nq 11", table).sure
    assert sure is not None
    assert (sure.document, sure.clause) == (NQ, "khoan-2")
    assert find_places("khoản 1", table).sure is None
    assert find_places("khoản 9 nq 11", table).sure is None


@given(st.text(max_size=200) | st.text("khoản điều mục 12./-()IVXa,đ", max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    table = make_table(small_library())
    found = find_places(text, table)
    known = {
        entry.id: {clause for clause, _ in clauses} for entry, clauses in zip(table.entries, table.clauses, strict=True)
    }
    for place in found.places:
        assert place.clause is None or place.clause in known[place.document]


@pytest.mark.parametrize("text", ["1" * 100_000, "khoản 1, " * 10_000, "(" * 100_000, "II.2" * 20_000, "1/2/" * 30_000])
def test_hostile_text_costs_no_time(table: Table, text: str) -> None:
    find_places(text, table)


def test_number_parts() -> None:
    assert number_parts("01814/QĐ-UBND") == ("1814", "qd", "ubnd")
    assert number_parts("") == ()


def test_the_browser_gets_the_same_table(table: Table) -> None:
    files = {file.path: file.data for file in table_files(table)}
    assert set(files) == {"tra-cuu/bang.js", "tra-cuu/0.js"}
    script = bytes(files["tra-cuu/bang.js"]).decode()  # type: ignore[arg-type]
    start, content = script.rstrip(";\n").split("=", 1)
    assert start == "globalThis.vankien.lookup.table"
    assert json.loads(content)["grammar"] == lookup_grammar()
