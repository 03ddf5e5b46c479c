"""What of a question is asked for."""

import pytest

from vankien.searching.analysis import tokens
from vankien.searching.framing import asked_terms


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("dân vận khéo", {"dan", "van", "kheo", "dan van", "van kheo"}),
        ("Dân vận là gì?", {"dan", "van", "dan van"}),
        ("Hợp đồng nào sau đây vô hiệu?", {"hop", "dong", "hop dong", "vo", "hieu", "vo hieu"}),
        ("Được nghỉ phép, đúng hay sai?", {"duoc", "nghi", "phep", "duoc nghi", "nghi phep"}),
        ("là gì", set()),
        ("hàng không", {"hang", "khong", "hang khong"}),
        ("Phải báo cáo hay không?", {"phai", "bao", "cao", "phai bao", "bao cao"}),
    ],
)
def test_frames_are_not_asked_for(text: str, asked: set[str]) -> None:
    assert asked_terms([tokens(text)])[0] == asked


def test_a_word_that_is_asked_for_frames_nothing() -> None:
    asked, framing = asked_terms([tokens("mức độ nào là gì")])
    assert asked == {"muc", "do", "muc do"}
    assert framing == {"nao", "la", "gi", "do nao", "nao la", "la gi"}
