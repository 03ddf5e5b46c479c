"""What an archivist should look at in a document's attributes."""

import pytest

from vankien.model import Metadata, Signer
from vankien.normalizing.doubts import doubts

TODAY = "2026-11-21"
KNOWN = Metadata(
    type="Kết luận",
    number="12-KL/TU",
    date="2021-03-05",
    issuer="Tỉnh ủy Hòa An",
    title="về công tác dân vận",
    signers=(Signer("Nguyễn Văn An"),),
)


def test_a_document_that_is_clear() -> None:
    assert doubts(KNOWN, TODAY) == ()


def test_unknown_attributes_stand_in_one_line() -> None:
    (doubt,) = doubts(Metadata(type="Kết luận", issuer="Tỉnh ủy", title="x", signers=(Signer("A"),)), TODAY)
    assert doubt.unknown
    assert doubt.vi == "Chưa rõ: số, ký hiệu, ngày ban hành. Nếu biết, ghi vào tệp .yml."


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"date": "2030-01-01"}, "tương lai"),
        ({"effective": "2020-01-01"}, "hiệu lực"),
        ({"number": "30/2019/NQ-HĐND", "type": "Nghị quyết"}, "Năm trong số"),
        ({"number": "12-CT/TU"}, "không phải của"),
        ({"number": "12-KL/HU", "date": "2025-08-01", "level": "Huyện"}, "cấp huyện"),
    ],
)
def test_contradictions(changes: dict[str, str], word: str) -> None:
    values = {name: getattr(KNOWN, name) for name in KNOWN.__dataclass_fields__} | changes
    found = doubts(Metadata(**values), TODAY)
    assert any(word in doubt.vi for doubt in found)
    assert not any(doubt.unknown for doubt in found)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("Công văn", "5485/CT-CS"),
        ("Quy định", "294-QĐ/TW"),
        ("Quyết định", "97/2025/QĐ-UBND"),
        ("Thông báo", "160 -TB/TW"),
        ("Luật", "88/2019/QH14"),
        ("Quyết định", "2015/QĐ-UBND"),
    ],
)
def test_numbers_that_fit_their_type(kind: str, number: str) -> None:
    found = doubts(Metadata(type=kind, number=number), TODAY)
    assert all(doubt.unknown for doubt in found)
