"""The states of a document's validity in words."""

from __future__ import annotations

from collections.abc import Mapping

UNKNOWN = "Chưa có thông tin hiệu lực"
STANDINGS: Mapping[str, str] = {
    "expired": "Hết hiệu lực toàn bộ",
    "partly-expired": "Hết hiệu lực một phần",
    "amended": "Đã được sửa đổi, bổ sung",
    "suspended": "Ngưng hiệu lực",
    "corrected": "Đã đính chính",
}
"""What other documents make of a document (citing/validity.py) -> the words for it."""


def standing_words(standing: str | None) -> str:
    """The words for a standing; None is what nothing is known of."""
    return STANDINGS[standing] if standing else UNKNOWN
