"""The guides that come with every portal: for readers, for archivists, and about the portal."""

from __future__ import annotations

from collections.abc import Iterator

from vankien.library import Library
from vankien.portal.page import Page
from vankien.portal.settings import Settings
from vankien.portal.templating import render


def guide_pages(library: Library, settings: Settings) -> Iterator[Page]:
    """`huong-dan.html`, `van-thu.html`, `gioi-thieu.html`. An office adds to them by a page of its own with the same
    name in docs/."""
    readers, archivists, about = "Hướng dẫn sử dụng", "Dành cho văn thư", "Giới thiệu"
    yield Page(
        path="huong-dan.html",
        title=readers,
        body=render("pages/guide_readers.html", title=readers),
        description="Cách tìm, đọc và dẫn lại từng điều khoản của văn bản.",
        kind="help",
    )
    yield Page(
        path="van-thu.html",
        title=archivists,
        body=render("pages/guide_archivists.html", title=archivists, manual=settings.manual),
        description="Đưa văn bản vào kho, kiểm tra, sửa và đăng.",
        kind="help",
    )
    documents = library.documents.values()
    yield Page(
        path="gioi-thieu.html",
        title=about,
        body=render(
            "pages/about.html",
            title=about,
            settings=settings,
            documents=len(documents),
            clauses=sum(len(document.clauses) for document in documents),
            citations=sum(link.state != "self" for link in library.links),
        ),
        description="Cổng này là gì, do ai quản lý, theo nguyên tắc nào.",
        kind="help",
    )
