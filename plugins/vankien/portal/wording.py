"""The words of the interface for values of the model."""

from __future__ import annotations

from collections.abc import Mapping

from vankien.model import Relation, State

RELATIONS: Mapping[Relation, str] = {
    "basis": "Căn cứ",
    "implements": "Thực hiện",
    "amends": "Sửa đổi, bổ sung",
    "repeals": "Bãi bỏ",
    "replaces": "Thay thế",
    "guides": "Hướng dẫn",
    "refers": "Dẫn chiếu",
    "corrects": "Đính chính",
    "consolidates": "Hợp nhất",
    "suspends": "Ngưng hiệu lực",
    "issues": "Ban hành kèm theo",
}
STATES: Mapping[State, str] = {
    "linked": "Có trong kho",
    "ambiguous": "Chưa xác định duy nhất",
    "missing": "Chưa có trong kho",
    "self": "Chính văn bản này",
}
