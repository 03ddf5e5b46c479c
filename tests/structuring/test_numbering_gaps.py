"""Gaps and repeats in numbering."""

from bodies import body

from vankien.structuring import structure
from vankien.structuring.numbering_gaps import numbering_faults


def faults(*paragraphs: str) -> list[tuple[str, str, str]]:
    return [(f.kind, f.clause, f.before) for f in numbering_faults(structure(body(*paragraphs)))]


def test_sound_numbering() -> None:
    assert faults(
        "Chương I", "TÊN", "Điều 1. A", "1. Một:", "a) A;", "b) B.", "1a. Chen.", "2. Hai.", "Chương II", "TÊN",
        "Điều 2. B", "***", "QUY CHẾ", "Điều 1. C", "1. Một.",
    ) == []  # fmt: skip


def test_gaps_repeats_and_late_beginnings() -> None:
    assert faults("Điều 1. A", "1. Một.", "3. Ba.", "Điều 3. C", "2. Hai.") == [
        ("gap", "dieu-1_khoan-3", "1."),
        ("gap", "dieu-3", "Điều 1."),
        ("start", "dieu-3_khoan-2", ""),
    ]
    assert faults("1. Một.", "2. Hai.", "2. Lại hai.") == [("repeat", "khoan-2-lan-2", "2.")]


def test_forms_in_annexes_number_anew() -> None:
    assert faults("1. Một.", "2. Hai.", "***", "PHỤ LỤC I", "1. Tên.", "3. Ba.", "1. Tên.") == []
