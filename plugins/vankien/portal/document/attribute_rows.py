"""The card of a document's attributes: each with the printed words that it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vankien.model import Document, Evidence, Metadata, Signer
from vankien.writing.dates import show_date

PERSON = "person"
"""The rule of an attribute that an archivist entered."""

_ALWAYS: Mapping[str, str] = {
    "type": "Loại văn bản",
    "number": "Số, ký hiệu",
    "date": "Ngày ban hành",
    "place": "Địa danh",
    "issuer": "Cơ quan ban hành",
    "title": "Trích yếu",
    "signers": "Người ký",
    "recipients": "Nơi nhận",
}
_WHERE_KNOWN: Mapping[str, str] = {
    "addressees": "Kính gửi",
    "collective": "Thay mặt",
    "level": "Cấp ban hành",
    "system": "Hệ thống",
    "province": "Địa phương",
    "term": "Khóa, nhiệm kỳ",
    "effective": "Ngày có hiệu lực",
    "expires": "Ngày hết hiệu lực",
    "urgency": "Độ khẩn",
}
_DATES = frozenset({"date", "effective", "expires"})


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """One attribute. `values` is () where the document prints none; `evidence` are the words that it was read from
    where they are not the values themselves, `place` where they stand; `by_person` where an archivist entered it."""

    key: str
    label: str
    values: tuple[str, ...]
    evidence: str = ""
    place: str = ""
    by_person: bool = False


def attribute_rows(document: Document) -> tuple[AttributeRow, ...]:
    """The rows of the card: what every document should print, then what else is known of this one."""
    rows = [_row(key, label, document) for key, label in (*_ALWAYS.items(), *_WHERE_KNOWN.items())]
    return tuple(row for row in rows if row.values or row.key in _ALWAYS)


def _row(key: str, label: str, document: Document) -> AttributeRow:
    values = _values(key, document.metadata)
    evidence = document.evidence.get(key, Evidence("", ""))
    by_person = evidence.rule == PERSON
    words = "" if by_person or evidence.text in (*values, "; ".join(values)) else evidence.text
    return AttributeRow(key, label, values, words, "" if by_person else evidence.place, by_person)


def _values(key: str, metadata: Metadata) -> tuple[str, ...]:
    value = getattr(metadata, key)
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(_signer(item) if isinstance(item, Signer) else str(item) for item in value)
    return (show_date(value) or value,) if key in _DATES else (str(value),)


def _signer(signer: Signer) -> str:
    return " · ".join(part for part in (signer.name, signer.position, signer.authority) if part)
