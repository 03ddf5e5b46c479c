"""Where a document's parts begin and end; no line is lost, whatever comes."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.model import Line
from vankien.normalizing.attributes import read_attributes
from vankien.normalizing.layout import Parts, divide

SPECIMENS = yaml.safe_load(Path(__file__).with_name("heads.yml").read_text(encoding="utf-8"))
TYPICAL = sorted({row for specimen in SPECIMENS for row in specimen["text"].split("\n")})


def lines_of(text: str) -> list[Line]:
    return [Line(row, place=f"dòng {number}") for number, row in enumerate(text.split("\n"), 1)]


def all_lines(parts: Parts) -> list[Line]:
    following = [line for document in parts.further for line in document]
    return [*parts.lead, *parts.header, *parts.body, *parts.closing, *parts.annexes, *following]


def words(lines: tuple[Line, ...]) -> list[str]:
    return [line.text.strip() for line in lines if line.text.strip(" |-*")]


ANY_LINE = st.builds(
    lambda text, cell, ends: Line(text, cell=cell, ends=ends),
    st.one_of(st.sampled_from(TYPICAL), st.text(max_size=40)),
    st.one_of(st.none(), st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 1))),
    st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_LINE, max_size=40))
def test_every_line_stands_in_one_part_in_its_order(lines: list[Line]) -> None:
    parts = divide(lines)
    assert [id(line) for line in all_lines(parts)] == [id(line) for line in lines]
    metadata, evidence = read_attributes(parts)
    assert all(getattr(metadata, name) for name in evidence)


def test_a_news_lead_and_a_caption_are_no_part_of_the_document() -> None:
    text = next(s["text"] for s in SPECIMENS if "news" in s["name"])
    parts = divide(lines_of(text))
    assert words(parts.lead)[-1] == "- Người lớn: 40.000 đồng."
    assert words(parts.header)[0] == "ỦY BAN NHÂN"
    assert words(parts.header)[-1] == "TỈNH NINH BÌNH"
    assert words(parts.body)[0] == "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH"
    assert words(parts.body)[-1].endswith("năm 2026./.")
    assert words(parts.closing)[0] == "Nơi"
    assert words(parts.closing)[-1] == "Quang Thìn"
    assert words(parts.annexes)[0] == "QUY ĐỊNH"
    captioned = text[: text.index("QUY ĐỊNH\nVỀ")] + "Quyết định 112/2025/QĐ-UBND về quản lý phí do Ninh Bình ban hành"
    assert divide(lines_of(captioned)).annexes == ()


def test_the_greeting_belongs_to_the_text() -> None:
    text = next(s["text"] for s in SPECIMENS if s["name"].startswith("a letter"))
    parts = divide(lines_of(text))
    assert words(parts.body)[0].startswith("Kính gửi")
    assert words(parts.header)[0] == "BAN CHẤP HÀNH TRUNG ƯƠNG"


def test_a_second_document_of_the_file_stands_apart() -> None:
    one = next(s["text"] for s in SPECIMENS if s["name"].startswith("a digital"))
    other = one.replace("5678", "5679").split("\n", 4)[4]
    parts = divide(lines_of(one + other))
    assert len(parts.further) == 1
    assert words(parts.further[0])[0] == "BỘ Y TẾ"
    assert read_attributes(parts)[0].number == "5678/QĐ-BYT"
    assert read_attributes(divide(parts.further[0]))[0].number == "5679/QĐ-BYT"


@pytest.mark.parametrize(
    "row",
    ["Nơi nhận là cơ quan, tổ chức nhận văn bản.", "k) Nơi nhận.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
)
def test_words_about_a_signature_are_no_foot(row: str) -> None:
    text = (
        "QUY CHẾ\nVề công tác văn thư\nĐiều 1. Thể thức\nVăn bản gồm các thành phần sau\n"
        f"{row}\nđược trình bày theo quy định.\n"
    )
    parts = divide(lines_of(text))
    assert parts.closing == ()


@pytest.mark.parametrize(
    "row", [" " * 40000, "." * 40000, "- " * 20000, "Số: " * 10000, "A" * 40000, "ngày tháng năm " * 3000]
)
@pytest.mark.parametrize("count", [1, 40])
def test_hostile_lines_take_no_longer_than_their_size_asks(row: str, count: int) -> None:
    began = time.process_time()
    read_attributes(divide(lines_of("\n".join([row] * count))))
    assert time.process_time() - began < 5
