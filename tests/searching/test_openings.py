"""A second look at the best units: what their texts open with."""

import pytest

from vankien.searching.analysis import tokens
from vankien.searching.openings import opening_weight

WEIGHTS = {"vien chuc": 5, "chuc duoc": 7, "duoc ki": 3, "ki hop": 2, "hop dong": 4}


def weight(query: str, texts: list[str], headed: bool = False) -> int:
    record = [0, "dieu-1", "", int(headed), [["", 0, "", text] for text in texts]]
    return opening_weight(record, [tokens(query)], WEIGHTS)


@pytest.mark.parametrize(
    ("query", "texts", "headed", "expected"),
    [
        ("Viên chức được làm gì?", ["Viên chức được nghỉ."], False, 12),
        ("Hỏi viên chức được ký hợp đồng nào", ["Viên chức được ký hợp đồng vụ, việc."], False, 21),
        ("viên chức", ["Cơ quan quản lý viên chức."], False, 0),
        ("hợp đồng", ["Hợp đồng", "Hợp đồng là sự thoả thuận."], True, 12),
        ("hợp đồng", ["Hợp đồng lao động", "Là sự thoả thuận."], True, 4),
        ("hợp đồng của viên chức", ["Viên chức mới", "Hợp đồng mới"], False, 5),
        ("hợp đồng", [], False, 0),
    ],
)
def test_the_heaviest_opening_and_the_heading(query: str, texts: list[str], headed: bool, expected: int) -> None:
    assert weight(query, texts, headed) == expected
