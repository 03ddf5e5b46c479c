"""What is offered while one types."""

import pytest

from vankien.searching.pack.completing import recurring


@pytest.mark.parametrize(
    ("runs", "offered"),
    [
        ({"tác dân vận": 9, "công tác dân vận": 9, "công tác": 30}, ["công tác", "công tác dân vận"]),
        ({"dân vận": 30, "công tác dân vận": 9, "tác dân vận": 9}, ["dân vận", "công tác dân vận"]),
        ({"thủ tục": 10, "và thủ tục": 9, "thủ tục 5": 9}, ["thủ tục"]),
        ({"trận tổ": 9, "mặt trận tổ": 9, "mặt trận tổ quốc": 9, "trận tổ quốc": 10}, ["mặt trận tổ quốc"]),
        ({"có quan hệ": 9, "tài sản": 8, "tại xã": 7, "cơ quan": 6, "Các bên": 5}, ["tài sản", "cơ quan"]),
        ({}, []),
    ],
)
def test_phrases_that_can_stand_by_themselves(runs: dict[str, int], offered: list[str]) -> None:
    assert list(recurring(runs)) == offered
