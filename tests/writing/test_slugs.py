"""Slugs of numbers in addresses."""

import pytest

from vankien.writing.slugs import number_slug


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("49/CT/TW", "49-ct-tw"),
        ("06-ĐA/TU", "06-dda-tu"),
        ("66.7/2025/NQ-CP", "66.7-2025-nq-cp"),
        ("0125/KH-UBND", "125-kh-ubnd"),
        ("con", "con-x"),
    ],
)
def test_the_slug_of_a_number(printed: str, slug: str) -> None:
    assert number_slug(printed) == slug


def test_a_long_number_stays_short_and_is_told_from_others() -> None:
    beginning = "12/QĐ-" + "UBND-" * 60
    one, other = number_slug(beginning + "A"), number_slug(beginning + "B")
    assert one != other
    assert one == number_slug(beginning + "a")
    assert max(len(one), len(other)) <= 80
    assert one.startswith("12-qdd-ubnd-ubnd")
