"""What the commands print for a person: progress, reports, tables. Vietnamese first, English beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn
from rich.progress import Progress as Bars
from rich.table import Table

from vankien.archive import Report
from vankien.model import Link, Problem
from vankien.project import Project
from vankien.register import COLUMNS, Change

SEVERITIES = {
    "error": "Lỗi",
    "warning": "Cần kiểm tra",
    "held": "Tạm giữ, chưa đăng",
    "skipped": "Chưa đọc được",
    "info": "Ghi chú",
}
"""What a problem is called."""
_HEADINGS = {column.name: column.heading for column in COLUMNS}


def _console(*, stderr: bool = False) -> Console:
    return Console(stderr=stderr, soft_wrap=True, highlight=False)


class Progress:
    """A progress bar on standard error, shown only on a terminal; call it with what, done, of how many."""

    def __init__(self) -> None:
        console = _console(stderr=True)
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Progress:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def __call__(self, what: str, done: int, of: int) -> None:
        """Show that `done` of `of` are done."""
        if what not in self._tasks:
            self._tasks[what] = self._bars.add_task(what, total=of)
        self._bars.update(self._tasks[what], completed=done, total=of)


def print_report(report: Report) -> None:
    """What normalising did: counts, then each problem in a line or two."""
    console = _console()
    console.print(
        f"Văn bản: {report.written} mới hoặc thay đổi, {report.unchanged} giữ nguyên, {len(report.held)} tạm giữ, "
        f"{len(report.skipped)} chưa đọc được. / documents: {report.written} written, {report.unchanged} unchanged, "
        f"{len(report.held)} held back, {len(report.skipped)} skipped."
    )
    print_problem_lines(report.problems)


def print_problem_lines(problems: Sequence[Problem]) -> None:
    """Problems one by one, on standard error."""
    console = _console(stderr=True)
    for problem in problems:
        console.print(f"{SEVERITIES[problem.severity]}: {_told(problem)}")
        if problem.en and problem.en != problem.vi:
            console.print(f"    {escape(problem.en)}")


def _told(problem: Problem) -> str:
    """A problem with its file and place; how grave it is stands before it and is not said twice."""
    place = f", {problem.place}" if problem.place else ""
    return escape(f"{problem.file}{place}: {problem.vi.removeprefix(SEVERITIES[problem.severity] + ': ')}")


def print_problems(problems: Sequence[Problem]) -> None:
    """The list of `vankien check`, the most important first: one line each, so that no name is broken in two."""
    console = _console()
    if not problems:
        console.print("Không có gì cần kiểm tra. / Nothing to look at.")
        return
    for severity, name in SEVERITIES.items():
        these = [problem for problem in problems if problem.severity == severity]
        if these:
            console.print(f"[bold]{name}[/bold] ({len(these)})")
        for problem in these:
            console.print(f"  {_told(problem)}")


def print_changes(changes: Sequence[Change], *, written: bool) -> None:
    """What a register that came back changes, row by row."""
    console = _console()
    for change in changes:
        values = f"“{escape(change.before)}” -> “{escape(change.after)}”"
        console.print(f"dòng {change.row}, {escape(change.document)}, {_HEADINGS[change.name]}: {values}")
    done = "đã ghi; chạy `vankien build` để đăng" if written else "chưa ghi"
    console.print(f"{len(changes)} thay đổi ({done}). / changes ({'written' if written else 'not written'}).")


def print_built(project: Project, built: bool) -> None:
    """Where the site is."""
    if built:
        pages = sum(1 for _ in project.site.rglob("*.html"))
        _console().print(f"Cổng tĩnh: {escape(str(project.site / 'index.html'))} ({pages} trang / pages)")
    else:
        _console(stderr=True).print("Chưa dựng được cổng; xem ở trên. / The site could not be built; see above.")


def print_hits(answer: Mapping[str, Any]) -> None:
    """Search hits as a plain list, with what the search page says above them."""
    console = _console()
    if answer["nearest"] and answer["hits"]:
        console.print("Không tìm thấy; kết quả gần nhất: / not found; the nearest:")
    if answer["suggestion"]:
        console.print(f"Bạn có tìm “{escape(answer['suggestion']['text'])}”? / did you mean this?")
    for notice in answer["notices"]:
        console.print(escape(notice))
    for hit in answer["hits"]:
        called = [hit["label"], hit["title"]] if hit["label"] else [hit["title"]]
        console.print(" · ".join([f"[bold]{escape(called[0])}[/bold]", *map(escape, called[1:])]))
        if hit["snippet"]:
            console.print(f"  {escape(hit['snippet'])}")
        console.print(f"  [dim]{escape(hit['url'])}[/dim]")
    console.print(f"{answer['total']} kết quả / hits")


def print_links(links: Sequence[Link]) -> None:
    """Citations as a table."""
    table = Table(pad_edge=False, box=None, header_style="bold")
    for heading in ("Văn bản", "Điều, khoản", "Viện dẫn", "Trạng thái", "Đến"):
        table.add_column(heading, overflow="fold")
    words = {"linked": "Có trong kho", "ambiguous": "Chưa xác định duy nhất", "missing": "Chưa có trong kho",
             "self": "Chính văn bản này"}  # fmt: skip
    for link in links:
        target = " ".join(filter(None, [link.target, *link.clauses])) or ", ".join(link.candidates)
        table.add_row(
            *map(escape, (link.document, link.citation.clause, link.citation.text, words[link.state], target))
        )
    Console(highlight=False).print(table)
