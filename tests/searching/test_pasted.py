"""Whole citations pasted as queries."""

import pytest

from vankien.catalogue import Catalogue
from vankien.searching.analysis import tokens
from vankien.searching.marks import asked_marks
from vankien.searching.pasted import said_again


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("khoản 2 kế hoạch 7 ngày 18/12/2020", "khoan 2 ke hoach 7"),
        ("ngày 8 tháng 3 năm 2021 kế hoạch", "ke hoach"),
        ("kế hoạch ngày 18/12/2020 của Huyện ủy về công tác hè, khoản 2 trồng cây", "ke hoach khoan 2 trong cay"),
        ("8/3/2021 trồng cây của huyện", "trong cay huyen"),
        ("ngày hội 12 2020 trồng cây", "ngay hoi 12 2020 trong cay"),
        ("", ""),
    ],
)
def test_what_is_said_again(text: str, left: str) -> None:
    words = tokens(text)
    places = said_again(words, asked_marks(words, text)[1])
    assert " ".join(word.folded for place, word in enumerate(words) if place not in places) == left


@pytest.mark.parametrize(
    "behind",
    [
        "",
        ", ngày 18/12/2020 của Ban Chấp hành Đảng bộ huyện Yên Minh",
        " ngày 18 tháng 12 năm 2020 của Huyện ủy về nâng cao chất lượng công tác dân vận",
        " về nâng cao chất lượng công tác Dân vận giai đoạn 2021 - 2025",
    ],
)
def test_the_clause_itself_comes_first(behind: str, catalogue: Catalogue) -> None:
    [hit] = catalogue.search(f"khoản 2, Mục II Nghị quyết số 03-NQ/HU{behind}", limit=1)["hits"]
    assert hit["clause"] == "muc-ii_khoan-2"


def test_words_beside_a_citation_still_tell_clauses_apart(catalogue: Catalogue) -> None:
    [hit] = catalogue.search("mục II nghị quyết 03-NQ/HU chủ quyền biên giới lực lượng vũ trang", limit=1)["hits"]
    assert hit["clause"].startswith("muc-ii_khoan-2_khoan-3")
