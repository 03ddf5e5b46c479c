"""A portal built once: the four directives of the archive and three invented documents that cite each other."""

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from addresses import SITE_URL
from playwright.sync_api import Browser, Page

from vankien.archive import normalize_archive
from vankien.building import build_site
from vankien.project import open_project

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self' blob:; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src blob:"
)
"""The strictest policy under which the whole portal works."""
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; `mkdocs build --strict` was content."""
    folder = tmp_path_factory.mktemp("portal")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("van-ban"))
    shutil.copytree(ROOT / "archive", folder / "archive")
    for file in (HERE / "archive").iterdir():
        shutil.copy(file, folder / "archive" / file.name)
    shutil.copy(HERE / "permalinks.jsonl", folder)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["site_url"] = SITE_URL
    config["plugins"] = [
        {
            "vankien": {
                "office": "Tỉnh ủy Lâm Hà",
                "responsible": "Văn phòng Tỉnh ủy",
                "contact": "vanphong@lamha.example.vn",
                "report_to": "vanthu@lamha.example.vn",
            }
        }
    ]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    project = open_project(folder)
    assert not normalize_archive(project).failed
    assert build_site(project, strict=True)
    return project.site


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site below /cong/ under the strict policy, and says nothing."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/cong"))

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site over http, below a path of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/cong/"
    server.shutdown()


@pytest.fixture
def visit(browser: Browser, served: str, site: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site: `visit(path, phone=True, over="file", dark=True, clipboard=False)`. At the end no page
    may have complained (scripts, missing files, the policy)."""
    contexts, complaints = [], []

    def opened(
        path: str, *, phone: bool = False, over: str = "http", dark: bool = False, clipboard: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP,
            has_touch=phone,
            is_mobile=phone,
            color_scheme="dark" if dark else "light",
            locale="vi-VN",
            permissions=["clipboard-read", "clipboard-write"] if over == "http" else [],
        )
        if not clipboard:
            context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
        page.on("console", lambda said: complaints.append(f"{path}: {said.text}") if said.type == "error" else None)
        page.goto((served if over == "http" else site.as_uri() + "/") + path)
        contexts.append(context)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints
