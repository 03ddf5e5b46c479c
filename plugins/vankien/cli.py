"""The `vankien` command. Each command composes the foremen and prints; what it prints is said in contracts' terms."""

from __future__ import annotations

import datetime
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from vankien import __version__

_PROJECT = click.option(
    "--project",
    "project_dir",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="the current folder",
    help="The portal's folder: mkdocs.yml, archive/, docs/.",
)
_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Dashed(click.Command):
    """A command whose argument may begin with a dash ("-đất" leaves out a word): its only short option is -h."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        dashed = [text for text in args if text[:1] == "-" and text[1:2] not in ("", "-") and text != "-h"]
        if dashed and "--" not in args:
            args = [*(text for text in args if text not in dashed), "--", *dashed]
        return super().parse_args(ctx, args)


@click.group(context_settings=_HELP)
@click.version_option(__version__, prog_name="vankien")
def main() -> None:
    """Turn a folder of official Vietnamese documents into a static portal.

    Start with `vankien new DIR`, copy documents into DIR/archive, then `vankien build --project DIR`.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def inspect(files: tuple[Path, ...]) -> None:
    """Say what is understood of each FILE, one JSON object a line. Nothing is written."""
    from vankien.inspecting import inspect_file

    failed = False
    for file in files:
        record = inspect_file(file)
        failed = failed or "error" in record
        _print_json(record)
    sys.exit(1 if failed else 0)


@main.command()
@_PROJECT
def normalize(project_dir: Path) -> None:
    """Read archive/ and write docs/van-ban/*.md; files that a person edited are left alone."""
    from vankien.archive import normalize_archive
    from vankien.reporting import Progress, print_report

    with Progress() as progress:
        report = normalize_archive(_open(project_dir), progress)
    print_report(report)
    sys.exit(1 if report.failed else 0)


@main.command()
@_PROJECT
@click.option("--strict", is_flag=True, help="Warnings of MkDocs are errors.")
def build(project_dir: Path, strict: bool) -> None:
    """Normalise what is new, then build the site."""
    sys.exit(_build(project_dir, strict=strict))


@main.command()
@_PROJECT
@click.option("--port", default=8000, show_default=True, help="0 takes a free port.")
@click.option("--no-build", is_flag=True, help="Serve the site as it is.")
def serve(project_dir: Path, port: int, no_build: bool) -> None:
    """Build the site and serve it on 127.0.0.1."""
    from vankien.serving import serve_folder

    if not no_build:
        _build(project_dir, strict=False)
    project = _open(project_dir)
    if not (project.site / "index.html").is_file():
        _fail(f"{project.site}: chưa có trang nào; hãy chạy `vankien build`. / no site yet; run `vankien build`.")
    try:
        serve_folder(project.site, port)
    except OSError as error:
        _fail(f"Cổng {port} không dùng được ({error.strerror}); thử --port 0. / Port {port} is taken; try --port 0.")


@main.command(cls=_Dashed)
@_PROJECT
@click.argument("query", required=False, default="")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000))
@click.option("--queries", type=click.Path(path_type=Path), help='A file of {"id", "text"} lines.')
def search(project_dir: Path, query: str, as_json: bool, limit: int, queries: Path | None) -> None:
    """Search the portal's clauses, as its search page does."""
    from vankien.catalogue import CatalogueError, open_catalogue
    from vankien.reporting import print_hits

    try:
        catalogue = open_catalogue(_open(project_dir))
    except CatalogueError as error:
        _fail(str(error))
    if queries is not None:
        for asked in _read_queries(queries):
            answer = catalogue.search(str(asked["text"]), limit=limit)
            _print_json({"id": asked["id"], "total": answer["total"], "hits": answer["hits"]})
        return
    if not query.strip():
        _fail("Thiếu nội dung cần tìm. / What shall be searched for? Example: vankien search 'dan van kheo'")
    answer = catalogue.search(_as_typed(query), limit=limit)
    if as_json:
        _print_json(answer)
    else:
        print_hits(answer)


@main.command()
@_PROJECT
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def citations(project_dir: Path, as_json: bool) -> None:
    """List every citation of the archive with what it resolves to."""
    from vankien.library import load_library
    from vankien.records import link_record
    from vankien.reporting import print_links

    library = load_library(_open(project_dir))
    if as_json:
        for link in library.links:
            _print_json(link_record(link))
    else:
        print_links(library.links)


@main.command()
@_PROJECT
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def check(project_dir: Path, as_json: bool) -> None:
    """List what an archivist should look at, the most important first."""
    from vankien.checking import check_project
    from vankien.records import problem_record
    from vankien.reporting import print_problems

    problems = check_project(_open(project_dir))
    if as_json:
        for problem in problems:
            _print_json(problem_record(problem))
    else:
        print_problems(problems)
    sys.exit(1 if any(p.severity == "error" for p in problems) else 0)


@main.group()
def register() -> None:
    """The register of documents (Danh mục văn bản) as a table for the office."""


@register.command("export")
@_PROJECT
@click.argument("file", type=click.Path(path_type=Path))
def register_export(project_dir: Path, file: Path) -> None:
    """Write the register to FILE (.xlsx or .csv)."""
    from vankien.library import load_library
    from vankien.register import register_rows, register_widths
    from vankien.spreadsheet import SpreadsheetError, write_table

    documents = load_library(_open(project_dir)).documents.values()
    try:
        write_table(file, register_rows(documents), register_widths())
    except (SpreadsheetError, OSError) as error:
        _fail(str(error))
    click.echo(f"{file}: {len(documents)} văn bản / documents")


@register.command("import")
@_PROJECT
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
def register_import(project_dir: Path, file: Path, dry_run: bool) -> None:
    """Take the register back from FILE; corrections go into the .yml beside each document."""
    from vankien.library import load_library
    from vankien.register import apply_changes, read_changes
    from vankien.reporting import print_changes, print_problem_lines
    from vankien.spreadsheet import SpreadsheetError, read_table

    project = _open(project_dir)
    documents = load_library(project).documents
    try:
        changes, problems = read_changes(read_table(file), documents, file.name)
    except SpreadsheetError as error:
        _fail(str(error))
    if not dry_run:
        problems += apply_changes(project, changes, documents)
    print_changes(changes, written=not dry_run)
    print_problem_lines(problems)
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Lay out an empty portal in FOLDER that builds at once."""
    from vankien.laying_out import FolderInUseError, lay_out

    try:
        lay_out(folder)
    except FolderInUseError as error:
        _fail(str(error))
    click.echo(f"{folder}: đã tạo cổng mới. Chép văn bản vào {folder / 'archive'}, rồi chạy:")
    click.echo(f'  vankien build --project "{folder}"')


def _build(project_dir: Path, *, strict: bool) -> int:
    """Normalise, then let MkDocs build; the exit status to end with."""
    from vankien.building import site_builder

    project = _open(project_dir)
    with site_builder(project, strict=strict) as build:
        from vankien.archive import normalize_archive
        from vankien.documents import document_files
        from vankien.ledger import keep_ledger
        from vankien.reporting import Progress, print_built, print_problem_lines, print_report

        with Progress() as progress:
            report = normalize_archive(project, progress)
        print_report(report)
        problem = keep_ledger(project, document_files(project), datetime.date.today().isoformat())
        print_problem_lines([problem] if problem else [])
        built = build()
    print_built(project, built)
    return 1 if report.failed or problem or not built else 0


def _open(project_dir: Path) -> Any:
    from vankien.project import ProjectError, open_project

    try:
        return open_project(project_dir)
    except ProjectError as error:
        _fail(str(error))


def _as_typed(argument: str) -> str:
    """`argument` with the letters that a console without UTF-8 hands over as bytes."""
    return os.fsencode(argument).decode("utf-8", "replace")


def _read_queries(file: Path) -> Iterable[dict[str, Any]]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        _fail(f"{file}: không đọc được / cannot be read: {error}")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            yield {"id": asked["id"], "text": asked["text"]}
        except (ValueError, KeyError, TypeError):
            _fail(f'{file}, dòng {number}: cần {{"id", "text"}}. / line {number}: {{"id", "text"}} expected.')


def _print_json(record: object) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)


if __name__ == "__main__":
    main()
