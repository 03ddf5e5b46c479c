"""Every character of a source has its place."""

import pytest

from vankien.model import Dropped
from vankien.normalizing.fidelity import account


def test_all_placed() -> None:
    found = account("Điều 1. Phạm vi\n\n3\n", ["Điều 1. Phạm vi"], [Dropped("3", "số trang")])
    assert (found.characters, found.placed, found.unplaced, found.extra) == (13, 12, 0, 0)
    assert found.dropped == (Dropped("3", "số trang"),)


def test_a_lost_paragraph_is_counted() -> None:
    assert account("một hai ba", ["một ba"], []).unplaced == 3


def test_a_paragraph_twice_does_not_make_good_for_a_lost_one() -> None:
    found = account("Sở Nội vụ chủ trì thực hiện", ["Sở Nội vụ", "Sở Nội vụ"], [])
    assert found.unplaced == 14


@pytest.mark.parametrize("placed", ["số 25-NQ/TW", "số 25- NQ/TW", "s ố 25-NQ/TW"])
def test_a_word_cut_in_two_is_no_loss(placed: str) -> None:
    assert account("số 25-\nNQ/TW", [placed], []).unplaced == 0


def test_generated_numbers_are_no_surplus() -> None:
    found = account("Sở Nội vụ", ["1. Sở Nội vụ"], [], ["1."])
    assert (found.unplaced, found.extra) == (0, 0)


def test_invisible_characters_do_not_count() -> None:
    assert account("a\u200bb\u00ad c", ["ab c"], []).characters == 3
