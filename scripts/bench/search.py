"""Measures the portal's search against Pagefind and Material's own, on the same documents in the same Chromium.

    python scripts/bench/search.py --documents 1000 [--queries 30] [--no-material] [--pagefind "python -m pagefind"]
    python scripts/bench/search.py --project DIR ...

Prints, for each engine: seconds, processor seconds and memory of indexing; files and bytes on disk; bytes and
milliseconds of a first and of a later query (medians), on http and, where it works, on file://; and how many queries
had a hit. For the portal also what indexing takes after one document has changed, and its share of each figure of
Pagefind's. Pagefind is not among the portal's dependencies: `pip install "pagefind[bin]"` where `--pagefind` runs it.
Reading the documents is not counted as indexing; memory is that of all processes together.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from browsing import in_browser
from measuring import on_disk, timed
from peers import MATERIAL, PAGEFIND, material, write_pages
from playwright.sync_api import Browser, sync_playwright

from vankien.library import Library, load_library
from vankien.project import open_project

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent / "plugins" / "vankien"
CHROMIUM = os.environ.get("VANKIEN_CHROMIUM", "/usr/bin/chromium")
BUILD = """import sys; from pathlib import Path
sys.path.insert(0, {here!r}); import search; search.build(Path({project!r}), Path({site!r}), {changed})"""
VANKIEN = "async (q) => (await vankien.search(q, {limit: 10})).hits.length"
Report = dict[str, object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--project", type=Path, help="a portal with docs/van-ban/ instead of made documents")
    parser.add_argument("--queries", type=int, default=30)
    parser.add_argument("--pagefind", default=f"{sys.executable} -m pagefind", help='"" leaves Pagefind out')
    parser.add_argument("--material", action=argparse.BooleanOptionalAction, default=True, help="Material's search too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        project = arguments.project or made(work / "portal", arguments.documents)
        library = load_library(open_project(project))
        asked = queries(library, arguments.queries)
        reports: dict[str, Report] = {}
        with sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--allow-file-access-from-files"]
            )
            for name, report in engines(arguments, work, project, library, browser, asked):
                reports[name] = report
                print(json.dumps({"engine": name, "documents": len(library.documents), **report}), flush=True)
        if "pagefind" in reports:
            print(json.dumps({"vankien / pagefind": shares(reports["vankien"], reports["pagefind"])}))


def made(project: Path, documents: int) -> Path:
    """A new portal with this many made documents, normalised."""
    vankien = [str(Path(sys.executable).with_name("vankien"))]
    make = [sys.executable, str(HERE / "make_corpus.py"), "--documents", str(documents)]
    subprocess.run([*vankien, "new", str(project)], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*make, "--into", str(project / "archive")], check=True)
    subprocess.run(
        [*vankien, "normalize", "--project", str(project)], check=False, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return project


def queries(library: Library, count: int) -> list[str]:
    """Runs of two to four words out of the texts."""
    chance = random.Random(5)  # noqa: S311 - the same queries each time
    texts = [c.text for d in library.documents.values() for c in d.clauses if len(c.text.split()) > 8]
    found: list[str] = []
    while len(found) < count:
        words = re.split(r"[,;:.]", chance.choice(texts))[0].split()
        length = chance.randint(2, 4)
        if len(words) >= length + 2:
            start = chance.randrange(len(words) - length)
            found.append(" ".join(words[start : start + length]))
    return found


def engines(
    arguments: argparse.Namespace, work: Path, project: Path, library: Library, browser: Browser, asked: list[str]
) -> Iterator[tuple[str, Report]]:
    site = work / "vankien"
    index, again = (indexed(project, site, changed) for changed in (False, True))
    index |= {f"again_{name}": figure for name, figure in again.items()}
    yield "vankien", {**index, **on_disk(site / "pack"), **in_browser(browser, site, VANKIEN, asked, on_file=True)}
    if arguments.pagefind:
        pages = work / "pagefind"
        write_pages(library, pages)
        index = timed([*shlex.split(arguments.pagefind), "--site", str(pages)])
        yield "pagefind", {**index, **on_disk(pages / "pagefind"), **in_browser(browser, pages, PAGEFIND, asked)}
    if arguments.material:
        pages = work / "material"
        index = material(library, pages)
        answers = in_browser(browser, pages / "site", MATERIAL, asked[:3])
        yield "material", {**index, **on_disk(pages / "site/search"), **answers}


def indexed(project: Path, site: Path, changed: bool) -> Report:
    code = BUILD.format(here=str(HERE), project=str(project), site=str(site), changed=changed)
    return timed([sys.executable, "-c", code])


def build(project: Path, site: Path, changed: bool) -> None:
    """Builds index and pack, `changed` with a word more in one document, and prints the seconds of that alone."""
    from vankien.catalogue import build_catalogue

    library = load_library(open_project(project))
    if changed:
        library = with_a_word_more(library)
    start, processor = time.perf_counter(), time.process_time()
    build_catalogue(library, site / "pack", site / "index")
    print(json.dumps({"seconds": time.perf_counter() - start, "processor": time.process_time() - processor}))
    (site / "search.js").write_bytes((PACKAGE / "portal/assets/search/search.js").read_bytes())
    (site / "index.html").write_text('<!doctype html><meta charset="utf-8"><script src="search.js"></script>')


def with_a_word_more(library: Library) -> Library:
    """The library with one clause of its middle document changed."""
    documents = dict(library.documents)
    name = list(documents)[len(documents) // 2]
    *others, last = documents[name].clauses
    documents[name] = replace(documents[name], clauses=(*others, replace(last, text=f"{last.text} (bổ sung)")))
    return replace(library, documents=documents)


def shares(ours: Report, theirs: Report) -> Report:
    """Our figures as parts of theirs."""
    pairs = {name: (ours[name], theirs[name]) for name in theirs if name in ours}
    pairs |= {"again_seconds": (ours["again_index_seconds"], theirs["index_seconds"])}
    return {
        name: round(our / their, 3)
        for name, (our, their) in pairs.items()
        if isinstance(our, (int, float)) and isinstance(their, (int, float)) and their
    }


if __name__ == "__main__":
    main()
