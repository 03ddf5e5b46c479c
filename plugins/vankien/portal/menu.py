"""The portal's menu: the pages that every portal has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its words, the address of its page, and whether the bar on a wide screen has it, or the list only."""

    label: str
    path: str
    bar: bool = False


MENU = (
    Entry("Trang chủ", "index.html"),
    Entry("Văn bản", "van-ban/index.html", bar=True),
    Entry("Tìm kiếm", "tim-kiem.html"),
    Entry("Tra cứu viện dẫn", "tra-cuu.html", bar=True),
    Entry("Số, ký hiệu được viện dẫn", "so-hieu/index.html"),
    Entry("Sơ đồ viện dẫn", "so-do.html", bar=True),
    Entry("Hướng dẫn sử dụng", "huong-dan.html", bar=True),
    Entry("Dành cho văn thư", "van-thu.html"),
    Entry("Cần kiểm tra", "can-kiem-tra.html"),
    Entry("Giới thiệu", "gioi-thieu.html"),
    Entry("Nhật ký cập nhật", "nhat-ky.html"),
)
