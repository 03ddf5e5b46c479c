"""How texts and queries are read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.searching.analysis import folded_words, forms, tokens
from vankien.searching.language import UNCLOSED, parse
from vankien.searching.marks import answers, asked_marks, clause_marks, roman
from vankien.searching.numbers import EXACT, LOOSE, PARTIAL, Bearer, asked_numbers, key_parts, matches


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cán bộ ở cơ sở, an ninh", "can bo o co so an ninh"),
        ("ĐẢNG CỘNG SẢN", "dang cong san"),
        ("Số 43-KL/TW", "so 43 kl tw"),
        ("kỹ thuật, kĩ thuật; quý, quí; Mỹ", "ki thuat ki thuat qui qui mi"),
        ("ngày 7.8.2013", "ngay 7 8 2013"),
        ("“Dân vận khéo” 😀 – 中文", "dan van kheo"),
    ],
)
def test_folded_words(text: str, words: str) -> None:
    assert folded_words(text) == words.split()


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("ủy", "uỷ"), ("Kỹ", "kĩ"), ("THUÝ", "thúy"), ("quí", "quý")]
)
def test_one_word_in_two_spellings(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(("one", "other"), [("đường", "dương"), ("vận", "vân"), ("bộ", "bò"), ("ma", "má")])
def test_two_words_that_fold_alike(one: str, other: str) -> None:
    assert forms(one)[0] == forms(other)[0]
    assert forms(one)[1] != forms(other)[1]


@settings(deadline=None)
@given(st.text())
def test_tokens_lie_in_the_text(text: str) -> None:
    found = tokens(text)
    assert all(text[t.start : t.end] and t.folded.isascii() and t.folded.isalnum() for t in found)
    assert [t.start for t in found] == sorted({t.start for t in found})


@settings(deadline=None)
@given(st.text())
def test_no_query_is_an_error(text: str) -> None:
    query = parse(text)
    words = [word for run in query.runs for word in run]
    asked_numbers(words, query.text)
    asked_marks(words, query.text)


def said(runs: tuple) -> list[str]:
    return [" ".join(word.folded for word in run) for run in runs]


@pytest.mark.parametrize(
    ("text", "runs", "phrases", "excluded"),
    [
        ("dân vận khéo", ["dan van kheo"], [], []),
        ('ở "nông thôn mới" nay', ["o", "nong thon moi", "nay"], ["nong thon moi"], []),
        ('dân -mới -"cũ kỹ"', ["dan"], [], ["moi", "cu ki"]),
        ("43 -KL/TW", ["43 kl tw"], [], []),
        ("dân OR quân HOẶC chính", ["dan", "quan", "chinh"], [], []),
        ("a-b", ["a b"], [], []),
        ("- -- x", ["x"], [], []),
        ('"" " "', [], [], []),
        ("tên:gì", ["ten gi"], [], []),
    ],
)
def test_the_query_language(text: str, runs: list[str], phrases: list[str], excluded: list[str]) -> None:
    query = parse(text)
    assert (said(query.runs), said(query.phrases), said(query.excluded)) == (runs, phrases, excluded)


@pytest.mark.parametrize(
    ("text", "filters", "years"),
    [
        ('loai:"chỉ thị" coquan:huyện', {"type": ("chỉ thị",), "issuer": ("huyện",)}, None),
        ("Loại:CT loai:KL", {"type": ("CT", "KL")}, None),
        ("nam:2016..2021", {}, (2016, 2021)),
        ("nam:2016", {}, (2016, 2016)),
        ("nam:..2016", {}, (None, 2016)),
        ("so:43-KL/TW trong:x", {"number": ("43-KL/TW",), "document": ("x",)}, None),
    ],
)
def test_filters_typed(text: str, filters: dict, years: tuple | None) -> None:
    query = parse(text)
    assert (query.filters, query.years, query.runs) == (filters, years, ())


def test_what_is_no_filter_is_read_as_words() -> None:
    assert said(parse("nam:hai nghìn loai:").runs) == ["nam hai nghin loai"]


def test_an_open_quotation_is_told() -> None:
    query = parse('"dân vận')
    assert (said(query.runs), query.phrases, query.notices) == (["dan van"], (), (UNCLOSED,))


@pytest.mark.parametrize(
    ("text", "numeral", "parts", "types"),
    [
        ("43-KL/TW", "43", {"kl", "tw"}, set()),
        ("43 kl tw", "43", {"kl", "tw"}, set()),
        ("43 -KL/TW", "43", {"kl", "tw"}, set()),
        ("kl 43", "43", set(), {"kl"}),
        ("nghị quyết 25", "25", set(), {"nq"}),
        ("chỉ thị số 05", "5", set(), {"ct"}),
        ("217 qd tw", "217", {"qd", "tw"}, set()),
        ("nđ 30/2020", "30", {"2020"}, {"nd"}),
        ("30/2020/NĐ-CP", "30", {"2020", "nd", "cp"}, set()),
        ("66.7/2025/NQ-CP", "66.7", {"2025", "nq", "cp"}, set()),
        ("luật 88/2019/QH14", "88", {"2019", "qh14"}, {""}),
        ("1234/ABC-XYZ", "1234", {"abc", "xyz"}, set()),
        ("217", "217", set(), set()),
        ("kl43", "43", set(), {"kl"}),
        ("số 3", "3", set(), set()),
        ("văn bản số 43-KL/TW", "43", {"kl", "tw"}, set()),
        ("NĐ30/2020", "30", {"2020"}, {"nd"}),
        ("30/2020nđ-cp", "30", {"2020", "nd", "cp"}, set()),
        ("nghị định 30 năm 2020", "30", {"2020"}, {"nd"}),
        ("nq 111/2025ubtvqh15", "111", {"2025", "ubtvqh15"}, {"nq"}),
    ],
)
def test_numbers_asked_for(text: str, numeral: str, parts: set, types: set) -> None:
    [asked] = asked_numbers(tokens(text), text)
    assert (asked.numeral, set(asked.parts), set(asked.types)) == (numeral, parts, types)


@pytest.mark.parametrize(
    "text", ["sinh ngày 03/10/2003", "đủ 16 tuổi", "Luật Tố tụng hành chính 2015", "khoản 2 Điều 5", "4 không"]
)
def test_what_is_no_number(text: str) -> None:
    assert not any(asked.clear for asked in asked_numbers(tokens(text), text))


@pytest.mark.parametrize(
    ("text", "key", "level"),
    [
        ("43-KL/TW", "43-KL-TW", EXACT),
        ("43 tw", "43-KL-TW", PARTIAL),
        ("nghị quyết 25", "25-NQ-TW", LOOSE),
        ("quy định 377", "377-QĐ-TW", LOOSE),
        ("nghị quyết 25-NQ/TW", "25-NQ-TW", EXACT),
        ("công văn số 5489/CT-CS", "5489-CT-CS", EXACT),
        ("38273 chq gsql", "38273-CHQ-GSQL", EXACT),
        ("38273 chq", "38273-CHQ-GSQL", 0),
        ("nghị quyết số 111/2025/UBTVQH15", "111-2025-UBTVQH15", EXACT),
        ("43-KL/TU", "43-KL-TW", 0),
        ("chỉ thị 25", "25-NQ-TW", 0),
    ],
)
def test_how_well_a_number_fits(text: str, key: str, level: int) -> None:
    [asked] = asked_numbers(tokens(text), text)
    assert matches(asked, key_parts(key)[1]) == level


@pytest.mark.parametrize(
    ("text", "key", "bearer", "level"),
    [
        ("công văn 5470", "5470-CT-CS", Bearer(frozenset(["cv"]), frozenset(["2025"])), LOOSE),
        ("công văn 5470 năm 2025", "5470-CT-CS", Bearer(frozenset(["cv"]), frozenset(["2025"])), LOOSE),
        ("công văn 5470 năm 2024", "5470-CT-CS", Bearer(frozenset(["cv"]), frozenset(["2025"])), 0),
        ("nghị quyết 5470", "5470-CT-CS", Bearer(frozenset(["cv"]), frozenset(["2025"])), 0),
        ("5470 cv", "5470-CT-CS", Bearer(frozenset(["cv"]), frozenset()), PARTIAL),
        ("nq 111/2025", "111-2025-UBTVQH15", Bearer(frozenset(["nq"]), frozenset(["2025"])), LOOSE),
        ("luật 111/2025", "111-2025-UBTVQH15", Bearer(frozenset(["nq"]), frozenset(["2025"])), 0),
        ("luật 45/2019", "45-2019-QH14", Bearer(frozenset([""]), frozenset(["2019"])), LOOSE),
        ("luật 45/2019", "45-2019-QH14", None, LOOSE),
        ("luật 45/2019", "45-2019-NĐ-CP", None, 0),
        ("kết luận 43 năm 2019", "43-KL-TW", None, LOOSE),
        ("nghị định 30 năm 2021", "30-2020-NĐ-CP", None, 0),
    ],
)
def test_what_a_number_does_not_print_is_said_by_its_document(
    text: str, key: str, bearer: Bearer | None, level: int
) -> None:
    [asked] = asked_numbers(tokens(text), text)
    assert matches(asked, key_parts(key)[1], bearer) == level


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("khoản 2 Điều 5", ["dieu 5", "khoan 2"]),
        ("điểm đ khoản 1 điều 12a", ["dieu 12a", "khoan 1", "diem dd"]),
        ("muc ii.2", ["muc 2", "khoan 2"]),
        ("Phụ lục III", ["phu-luc 3"]),
        ("điểm (1) khoản 2 mục II", ["muc 2", "khoan 1", "khoan 2"]),
        ("tiết (3) điểm b", ["khoan 3", "diem b"]),
        ("tiểu mục 2 mục IV", ["tieu-muc 2", "muc 4"]),
        ("khoản2 điều5", ["dieu 5", "khoan 2"]),
        ("II.2 nghị quyết 03", ["muc 2", "khoan 2"]),
        ("iv.1.3", ["muc 4", "khoan 1", "khoan 3"]),
        ("V.I, 66.7", []),
        ("điều 5 khoản 2 điểm a", ["dieu 5", "khoan 2", "diem a"]),
        ("mục tiêu, điều kiện, phần việc", []),
    ],
)
def test_marks_asked_for(text: str, marks: list[str]) -> None:
    assert asked_marks(tokens(text), text)[0] == marks


@pytest.mark.parametrize(
    ("clause", "marks"),
    [
        ("dieu-5_khoan-2_diem-dd", ["dieu 5", "khoan 2", "diem dd"]),
        ("muc-ii_khoan-2_khoan-2-1", ["muc 2", "khoan 2", "khoan 2.1"]),
        ("muc-i_khoan-1-lan-2", ["muc 1"]),
        ("phu-luc-1_muc-iv_gach-3", ["phu-luc 1", "muc 4"]),
        ("mo-dau_doan-1", []),
    ],
)
def test_marks_of_a_clause(clause: str, marks: list[str]) -> None:
    assert clause_marks(clause) == marks


def test_the_clause_itself_answers_better_than_what_lies_below_it() -> None:
    asked = ["dieu 5", "khoan 2"]
    assert answers("dieu-5_khoan-2", asked) > answers("dieu-5_khoan-2_diem-a", asked) > answers("dieu-5", asked) > 0
    assert answers("dieu-6", asked) == 0


@pytest.mark.parametrize(("text", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40)])
def test_roman_numbers(text: str, value: int) -> None:
    assert roman(text) == value
