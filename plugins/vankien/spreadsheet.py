"""Tables as offices exchange them: .xlsx, or .csv that Excel opens with its accents."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class SpreadsheetError(Exception):
    """A file that is no table; the message is for a person."""


def write_table(path: Path, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """Write `rows` (the first holds the headings) as .xlsx or .csv, by the ending of `path`."""
    if path.suffix.lower() == ".csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows([[_harmless(cell) for cell in row] for row in rows])
        path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        return
    if path.suffix.lower() != ".xlsx":
        raise SpreadsheetError(f"{path}: cần tên tệp .xlsx hoặc .csv. / a name ending in .xlsx or .csv is needed.")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh mục văn bản"
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, value)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    book.save(path)


def read_table(path: Path) -> list[list[str]]:
    """The cells of a .xlsx (first sheet) or .csv as texts, blank rows left out. Raises `SpreadsheetError`."""
    try:
        rows = _read_csv(path) if path.suffix.lower() == ".csv" else _read_xlsx(path)
    except (OSError, UnicodeDecodeError) as error:
        raise SpreadsheetError(f"{path}: không đọc được. / cannot be read: {error}") from error
    return [row for row in rows if any(row)]


def _read_csv(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return [[_plain(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]


def _read_xlsx(path: Path) -> list[list[str]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises many kinds for a file that is no workbook
        if isinstance(error, OSError):
            raise
        raise SpreadsheetError(f"{path}: không phải tệp Excel .xlsx. / is no .xlsx file.") from error
    try:
        sheet = book.worksheets[0]
        return [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    finally:
        book.close()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    return str(value).strip()


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is kept text by an apostrophe, as its users write it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
