"""Queries in Chromium: how long a page waits for its hits, and how many bytes that takes."""

from __future__ import annotations

import functools
import http.server
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page


def in_browser(browser: Browser, site: Path, call: str, asked: list[str], on_file: bool = False) -> dict[str, object]:
    """Bytes and milliseconds of first and later queries."""
    with served(site) as (address, sizes):
        figures = measured(browser, address, call, asked, sizes)
    if on_file:
        local = measured(browser, (site / "index.html").as_uri(), call, asked, [])
        figures |= {"file_first_ms": local["first_ms"], "file_later_ms": local["later_ms"]}
    return figures


def measured(browser: Browser, address: str, call: str, asked: list[str], sizes: list[int]) -> dict[str, object]:
    first, later, found = [], [], 0
    for query in asked[: max(3, len(asked) // 3)]:
        before = sum(sizes)
        with opened(browser, address) as page:
            elapsed, _ = ask(page, call, query)
        first.append((elapsed, sum(sizes) - before))
    with opened(browser, address) as page:
        ask(page, call, asked[0])
        for query in asked[1:]:
            before = sum(sizes)
            elapsed, hits = ask(page, call, query)
            page.wait_for_timeout(30)
            later.append((elapsed, sum(sizes) - before))
            found += bool(hits)
    return {
        "first_kilobytes": round(statistics.median(size for _, size in first) / 1000, 1),
        "later_kilobytes": round(statistics.median(size for _, size in later) / 1000, 1),
        "first_ms": round(statistics.median(elapsed for elapsed, _ in first), 1),
        "later_ms": round(statistics.median(elapsed for elapsed, _ in later), 1),
        "with_hits": f"{found}/{len(asked) - 1}",
    }


def ask(page: Page, call: str, query: str) -> tuple[float, int]:
    """Milliseconds, as the page counts them, and hits."""
    code = f"""async (q) => {{
      const start = performance.now();
      const hits = await ({call})(q);
      return [performance.now() - start, hits];
    }}"""
    elapsed, hits = page.evaluate(code, query)
    return elapsed, hits


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a browser without memory."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """The folder on http, and the sizes of all that was fetched, by workers too."""
    sizes: list[int] = []

    class Counting(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # As servers of files do: else the body of an answer waits 40 ms for the browser to have seen its head.
        disable_nagle_algorithm = True

        def copyfile(self, source: Any, outputfile: Any) -> None:
            data = source.read()
            sizes.append(len(data))
            outputfile.write(data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Counting, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html", sizes
    server.shutdown()
