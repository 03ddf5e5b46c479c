"""The frozen examples of the archive's four directives."""

from pathlib import Path

import pytest

from vankien.normalizing import normalize
from vankien.reading import read
from vankien.structuring import structure


@pytest.mark.parametrize(
    ("file", "clause", "begins"),
    [
        ("ket-luan-dan-van-kheo", "khoan-1_gach-2", "Dân vận khéo trong thực hiện cải cách hành chính"),
        ("ket-luan-dan-van-kheo", "khoan-1_doan-1", "Các nội dung trọng tâm"),
        ("thong-bao-ket-luan-dan-van-kheo", "muc-i_khoan-1", "Công tác lãnh đạo"),
        ("thong-bao-ket-luan-dan-van-kheo", "muc-i_doan-2", "Tuy nhiên"),
        ("thong-bao-ket-luan-dan-van-kheo", "muc-i_khoan-1-lan-2", "Việc phát động"),
        ("thong-bao-ket-luan-dan-van-kheo", "ket", "Căn cứ Thông báo kết luận này"),
        ("chi-thi-dan-van-kheo", "khoan-6", "Hằng năm"),
        ("chi-thi-dan-van-kheo", "ket", "Chỉ thị này được phổ biến"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "muc-i_khoan-1_doan-1", "Trong những năm qua"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "muc-i_khoan-1_doan-2", "Tuy nhiên"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "muc-ii_khoan-1_doan-1", "Đổi mới, nâng cao"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "muc-ii_khoan-2_khoan-2_doan-1", "Quan tâm thực hiện"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "chu-thich-1", "Trọng tâm là"),
        ("nghi-quyet-cong-tac-dan-van-yen-minh", "ket", "Nghị quyết này được phổ biến"),
    ],
)
def test_frozen_ids(archive: Path, file: str, clause: str, begins: str) -> None:
    found = {c.id: c for c in structure(normalize(read(archive / f"{file}.txt")).body)}
    assert found[clause].text.startswith(begins)
