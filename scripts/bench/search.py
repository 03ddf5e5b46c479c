"""Measures the portal's search against Pagefind and Material's own, on the same documents in the same Chromium.

    python scripts/bench/search.py --documents 1000 [--queries 30] [--material] [--pagefind "python -m pagefind"]
    python scripts/bench/search.py --project DIR ...

Prints, for each engine: seconds, processor seconds and memory of indexing; files and bytes on disk; bytes and
milliseconds of a first and of a later query (medians), on http and, where it works, on file://; and how many queries
had a hit. Pagefind is not among the portal's dependencies: `pip install "pagefind[bin]"` where `--pagefind` runs it.
"""

from __future__ import annotations

import argparse
import functools
import html
import http.server
import json
import random
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from measuring import on_disk, timed
from playwright.sync_api import Browser, Page, sync_playwright

from vankien.library import Library, load_library
from vankien.project import open_project

HEAD = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>{}</title>'
HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent / "plugins" / "vankien"
CHROMIUM = "/usr/bin/chromium"
BUILD = """import sys; from pathlib import Path
sys.path.insert(0, {here!r}); import search; search.build(Path({project!r}), Path({site!r}))"""
VANKIEN = "async (q) => (await vankien.search(q, {limit: 10})).hits.length"
PAGEFIND = """async (q) => {
  globalThis.pf ??= await import("./pagefind/pagefind.js");
  const found = await pf.search(q);
  return (await Promise.all(found.results.slice(0, 10).map((r) => r.data()))).length;
}"""
MATERIAL = """async (q) => {
  globalThis.index ??= await (await fetch("search/search_index.json")).json();
  globalThis.lunrIndex ??= lunr(function () {
    this.ref("location"); this.field("title", {boost: 1000}); this.field("text");
    for (const doc of index.docs) this.add(doc);
  });
  return lunrIndex.search(q).slice(0, 10).length;
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--project", type=Path, help="a portal with docs/van-ban/ instead of made documents")
    parser.add_argument("--queries", type=int, default=30)
    parser.add_argument("--pagefind", default=f"{sys.executable} -m pagefind", help='"" leaves Pagefind out')
    parser.add_argument("--material", action="store_true", help="also Material's search, which takes minutes")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        project = arguments.project or made(work / "portal", arguments.documents)
        library = load_library(open_project(project))
        asked = queries(library, arguments.queries)
        with sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--allow-file-access-from-files"]
            )
            for name, report in engines(arguments, work, project, library, browser, asked):
                print(json.dumps({"engine": name, "documents": len(library.documents), **report}), flush=True)


def made(project: Path, documents: int) -> Path:
    """A new portal with this many made documents, normalised."""
    command = (
        [sys.executable, "-m", "vankien.cli"]
        if not Path(sys.executable).with_name("vankien").exists()
        else [str(Path(sys.executable).with_name("vankien"))]
    )
    subprocess.run([*command, "new", str(project)], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [
            sys.executable,
            str(HERE / "make_corpus.py"),
            "--documents",
            str(documents),
            "--into",
            str(project / "archive"),
        ],
        check=True,
    )
    subprocess.run(
        [*command, "normalize", "--project", str(project)],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return project


def queries(library: Library, count: int) -> list[str]:
    """Runs of two to four words out of the texts."""
    chance = random.Random(5)  # noqa: S311 - the same queries each time
    texts = [c.text for d in library.documents.values() for c in d.clauses if len(c.text.split()) > 8]
    found = []
    while len(found) < count:
        words = re.split(r"[,;:.]", chance.choice(texts))[0].split()
        length = chance.randint(2, 4)
        if len(words) >= length + 2:
            start = chance.randrange(len(words) - length)
            found.append(" ".join(words[start : start + length]))
    return found


def engines(
    arguments: argparse.Namespace, work: Path, project: Path, library: Library, browser: Browser, asked: list[str]
) -> Iterator[tuple[str, dict[str, object]]]:
    ours = work / "vankien"
    code = BUILD.format(here=str(HERE), project=str(project), site=str(ours))
    index = timed([sys.executable, "-c", code])
    yield "vankien", {**index, **on_disk(ours / "pack"), **in_browser(browser, ours, VANKIEN, asked, on_file=True)}
    if arguments.pagefind:
        pages = work / "pagefind"
        write_pages(library, pages)
        index = timed([*shlex.split(arguments.pagefind), "--site", str(pages)])
        yield "pagefind", {**index, **on_disk(pages / "pagefind"), **in_browser(browser, pages, PAGEFIND, asked)}
    if arguments.material:
        site = material(library, work / "material")
        yield (
            "material",
            {
                **site,
                **on_disk(work / "material/site/search"),
                **in_browser(browser, work / "material/site", MATERIAL, asked[:3]),
            },
        )


def build(project: Path, site: Path) -> None:
    """Builds index and pack alone; reading the documents is taken off by the caller's own measure of it."""
    from vankien.catalogue import build_catalogue

    library = load_library(open_project(project))
    start, processor = time.perf_counter(), time.process_time()
    build_catalogue(library, site / "pack", site / "index")
    print(json.dumps({"seconds": time.perf_counter() - start, "processor": time.process_time() - processor}))
    for name in ("search.js",):
        (site / name).write_bytes((PACKAGE / "portal/assets/search" / name).read_bytes())
    (site / "index.html").write_text('<!doctype html><meta charset="utf-8"><script src="search.js"></script>')


def write_pages(library: Library, folder: Path) -> None:
    """A plain page for each document, its clauses under anchors of their own."""
    folder.mkdir(parents=True)
    for document in library.documents.values():
        rows = "".join(
            f'<p id="{html.escape(c.id)}">{html.escape(f"{c.mark} {c.text}".strip())}</p>\n' for c in document.clauses
        )
        title = html.escape(document.metadata.title or document.id)
        page = f"{HEAD.format(title)}<main><h1>{title}</h1>\n{rows}</main></html>"
        (folder / f"{document.id}.html").write_text(page, encoding="utf-8")
    (folder / "index.html").write_text(HEAD.format("Tìm kiếm"), encoding="utf-8")


def material(library: Library, folder: Path) -> dict[str, object]:
    """The documents as pages of a Material site with its own search."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for document in library.documents.values():
        title = document.metadata.title or document.id
        (docs / f"{document.id}.md").write_text(f"# {title}\n\n{document.body}\n", encoding="utf-8")
    (docs / "index.md").write_text("# Tìm kiếm\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: bench\ntheme: {name: material, language: vi, font: false}\nplugins: [search]\nnav: [index.md]\n"
    )
    figures = timed([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")])
    worker = next((folder / "site/assets/javascripts/workers").glob("search.*.min.js")).relative_to(folder / "site")
    (folder / "site/index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><script src="{worker.as_posix()}"></script>'
    )
    return figures


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


if __name__ == "__main__":
    main()
