"""What an archivist says about misread clauses."""

import pytest

from vankien.structuring import structure

BODY = """\
1\\. Các huyện ủy tổ chức thực hiện Kết luận này từ năm

2\\. Qua tổng kết, Ban Thường vụ đánh giá kết quả.

3\\. Văn phòng theo dõi, đôn đốc.

Ban Dân vận báo cáo định kỳ.
"""


def ids(*corrections: dict[str, object]) -> list[str]:
    return [clause.id for clause in structure(BODY, corrections=corrections)]


def test_without_corrections() -> None:
    assert ids() == ["khoan-1", "khoan-2", "khoan-3", "khoan-3_doan-1"]


@pytest.mark.parametrize("where", [{"text": "2. Qua tổng kết"}, {"id": "khoan-2"}])
def test_a_paragraph_that_is_no_clause(where: dict[str, object]) -> None:
    found = ids({**where, "not_a_clause": True})
    assert "khoan-2" not in found
    assert "khoan-3" in found


def test_a_misread_number() -> None:
    assert ids({"text": "3. Văn phòng", "number": "5"}) == ["khoan-1", "khoan-2", "khoan-5", "khoan-5_doan-1"]


def test_a_paragraph_that_is_a_clause() -> None:
    assert "khoan-4" in ids({"text": "Ban Dân vận báo cáo", "kind": "khoan", "number": "4"})


def test_an_entry_that_fits_nothing_changes_nothing() -> None:
    assert ids({"text": "Không có đoạn này", "not_a_clause": True}, {"id": "dieu-9", "number": "1"}) == ids()


def test_no_word_is_lost() -> None:
    plain = "".join(c.mark + c.text for c in structure(BODY))
    corrected = "".join(c.mark + c.text for c in structure(BODY, corrections=[{"id": "khoan-2", "not_a_clause": True}]))
    assert sorted(plain.replace(" ", "")) == sorted(corrected.replace(" ", ""))
