"""What the page carries and the document does not say."""

import pytest

from vankien.model import Line
from vankien.normalizing.furniture import take_furniture, take_rules

PAGE = ["Các cấp ủy, tổ chức đảng lãnh đạo, chỉ đạo thực hiện nghiêm túc chủ trương"] * 25


def dropped(lines: list[Line], *, wrapped: bool = True) -> list[tuple[str, str]]:
    kept, drops = take_furniture(lines, wrapped=wrapped)
    assert len(kept) + len(drops) == len(lines)
    return [(drop.text, drop.reason) for drop in drops]


def pages(*numbers: str) -> list[Line]:
    texts = [*PAGE]
    for number in numbers:
        texts += [number, *PAGE]
    return [Line(text) for text in texts]


def test_page_numbers_count_up_a_page_apart() -> None:
    assert dropped(pages("2", "  - 3 -", "Trang 4")) == [
        ("2", "số trang"),
        ("- 3 -", "số trang"),
        ("Trang 4", "số trang"),
    ]


def test_some_may_be_unreadable() -> None:
    numbers = [str(n) if n % 4 else "l2" for n in range(2, 22)]
    assert len(dropped(pages(*numbers))) == 15


def test_a_page_number_is_known_by_the_edge_of_its_page() -> None:
    lines = [Line("Điều 1. Một", page=1), Line("1", page=1), Line("", page=2), Line("Lưu: VT", page=2)]
    assert dropped([*lines, Line("2", page=2)], wrapped=False) == [("1", "số trang"), ("2", "số trang")]


def test_other_figures_on_the_edge_of_a_page_stay() -> None:
    lines = [Line("Số xã", page=1), Line("7", page=1), Line("Điều 2", page=2), Line("2", page=2), Line("xã", page=2)]
    assert dropped(lines, wrapped=False) == []


@pytest.mark.parametrize("numbers", [("2020", "2021"), ("7", "5", "3"), ("400",)])
def test_other_figures_stay(numbers: tuple[str, ...]) -> None:
    assert dropped(pages(*numbers)) == []


def test_the_numbers_of_a_list_stay() -> None:
    lines = [Line(text) for n in range(1, 40) for text in (str(n), "Sở Nội vụ", "Chủ trì")]
    assert dropped(lines) == []


def test_whole_paragraphs_have_no_page_numbers() -> None:
    assert dropped(pages("2", "3", "4"), wrapped=False) == []


@pytest.mark.parametrize(
    "path", ["D:\\thang3\\2014\\Hoanh", "C:\\Users\\vt\\Desktop\\KL 12.doc", "file:///D:/vanban/a.doc"]
)
def test_a_printers_path(path: str) -> None:
    assert dropped([Line("Lưu VPTU."), Line(path)]) == [(path, "đường dẫn tệp trên máy in")]


def test_heads_and_feet_of_pages() -> None:
    lines = [Line("CÔNG BÁO/Số 12", box="header"), Line("Điều 1."), Line("", box="footer")]
    assert dropped([lines[0], lines[1]]) == [("CÔNG BÁO/Số 12", "đầu trang, chân trang")]


def test_drawn_lines_are_no_text() -> None:
    kept, drops = take_rules(
        [Line("Điều 1."), Line("  ________"), Line("-----"), Line("- a"), Line("....."), Line("--")]
    )
    assert [line.text for line in kept] == ["Điều 1.", "- a", ".....", "--"]
    assert [drop.reason for drop in drops] == ["đường kẻ", "đường kẻ"]
