"""The quick way of folding letter for letter gives what the slow way gives."""

from __future__ import annotations

import pytest

from vankien.writing.aligned import aligned_fold


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Số 03–NQ/ĐU", "so 03-nq/du"),
        ("ĐẢNG BỘ HUYỆN “YÊN MINH”…", "dang bo huyen “yen minh”…"),
        ("một\u00a0dòng\tcó\nnhiều dấu •", "mot dong\tco\nnhieu dau •"),
    ],
)
def test_folds_common_text(printed: str, folded: str) -> None:
    assert aligned_fold(printed) == folded


@pytest.mark.parametrize("strange", ["中", "Ω", "ş", "\u2028", "😀", "\ufffe"])
def test_a_rare_character_changes_nothing_around_it(strange: str) -> None:
    before, after = aligned_fold("Ủy ban "), aligned_fold(" Tỉnh ủy")
    folded = aligned_fold(f"Ủy ban {strange} Tỉnh ủy")
    assert folded.startswith(before)
    assert folded.endswith(after)
    assert len(folded) == len(before) + len(strange) + len(after)
