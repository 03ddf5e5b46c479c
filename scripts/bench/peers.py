"""The same documents for other engines: Pagefind and Material's own search."""

from __future__ import annotations

import html
import sys
from pathlib import Path

from measuring import timed

from vankien.library import Library

HEAD = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>{}</title>'
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
