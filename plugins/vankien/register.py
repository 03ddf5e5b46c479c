"""The register of documents (Danh mục văn bản) as a table: out for an office to look through, back with corrections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from vankien.model import Document, Metadata, Problem, Signer
from vankien.project import Project
from vankien.writing.dates import iso, show_date

_DATE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})|(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the register: its heading, the attribute it shows, how wide, and how a value is written."""

    heading: str
    name: str
    width: int
    write: Callable[[Document], str]


@dataclass(frozen=True, slots=True)
class Change:
    """A correction that a row of the register makes: the value in the document and the one in the table."""

    row: int
    document: str
    name: str
    before: str
    after: str


def _plain(name: str) -> Callable[[Document], str]:
    return lambda document: getattr(document.metadata, name) or ""


COLUMNS = (
    Column("Số, ký hiệu", "number", 18, _plain("number")),
    Column("Ngày ban hành", "date", 12, lambda d: show_date(d.metadata.date) or ""),
    Column("Loại văn bản", "type", 14, _plain("type")),
    Column("Cơ quan ban hành", "issuer", 30, _plain("issuer")),
    Column("Trích yếu", "title", 60, _plain("title")),
    Column("Người ký", "signers", 24, lambda d: "; ".join(s.name for s in d.metadata.signers)),
    Column("Địa danh", "place", 16, _plain("place")),
    Column("Nơi nhận", "recipients", 40, lambda d: "; ".join(d.metadata.recipients)),
)
_FIRST = "STT"
_ID = "Mã văn bản"
_FILE = "Tệp gốc"
_LISTS = ("signers", "recipients")


def register_rows(documents: Iterable[Document]) -> list[list[str]]:
    """The register with its headings, one row a document, in the order given."""
    rows = [[_FIRST, *(column.heading for column in COLUMNS), _ID, _FILE]]
    for number, document in enumerate(documents, 1):
        cells = [column.write(document) for column in COLUMNS]
        rows.append([str(number), *cells, document.id, "; ".join(source.file for source in document.sources)])
    return rows


def register_widths() -> list[int]:
    """Column widths in characters, for `register_rows`."""
    return [6, *(column.width for column in COLUMNS), 40, 40]


def read_changes(
    table: Sequence[Sequence[str]], documents: Mapping[str, Document], file: str
) -> tuple[list[Change], list[Problem]]:
    """What a register that came back changes, row by row (rows are counted as the spreadsheet shows them), and what
    could not be understood. An emptied cell changes nothing: a value is only taken back by hand, in the .yml."""
    if not table or _ID not in table[0]:
        vi = f"Thiếu cột “{_ID}”; hãy dùng bảng do `vankien register export` tạo ra."
        return [], [Problem(file, vi, f'The column "{_ID}" is missing; use a table made by `vankien register export`.')]
    headings = list(table[0])
    changes: list[Change] = []
    problems: list[Problem] = []
    for number, cells in enumerate(table[1:], 2):
        row = dict(zip(headings, cells, strict=False))
        document = documents.get(row.get(_ID, ""))
        if document is None:
            unknown = row.get(_ID, "")
            vi = f"Không có văn bản “{unknown}” trong kho; bỏ qua dòng này."
            en = f"No such document; the row is passed over: {unknown}"
            problems.append(Problem(file, vi, en, "warning", f"dòng {number}"))
            continue
        for column in COLUMNS:
            after, before = row.get(column.heading, "").strip(), column.write(document)
            if not after or after == before:
                continue
            if column.name == "date" and _iso(after) is None:
                place = f"dòng {number}, cột {column.heading}"
                vi, en = f"“{after}” không phải ngày dd/mm/yyyy.", f"{after} is no date dd/mm/yyyy."
                problems.append(Problem(file, vi, en, "error", place))
                continue
            changes.append(Change(number, document.id, column.name, before, after))
    return changes, problems


def apply_changes(project: Project, changes: Iterable[Change], documents: Mapping[str, Document]) -> list[Problem]:
    """Write each change into the .yml beside the document's first file; what else stands there, comments included,
    stays. Returns what could not be written."""
    problems = []
    by_document: dict[str, list[Change]] = {}
    for change in changes:
        by_document.setdefault(change.document, []).append(change)
    for name, these in by_document.items():
        document = documents[name]
        path = project.archive / PurePosixPath(document.sources[0].file).with_suffix(".yml")
        try:
            _write(path, {change.name: _value(change, document.metadata) for change in these})
        except (OSError, UnicodeDecodeError, YAMLError) as error:
            line = str(error).splitlines()[0]
            problems.append(Problem(path.name, f"Không ghi được: {line}", f"Cannot be written: {line}"))
    return problems


def _write(path: Path, values: Mapping[str, Any]) -> None:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    content = yaml.load(path.read_text(encoding="utf-8-sig")) if path.exists() else None
    content = {} if content is None else content
    content.update(values)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        yaml.dump(content, stream)


def _value(change: Change, metadata: Metadata) -> Any:
    if change.name == "date":
        return _iso(change.after)
    if change.name not in _LISTS:
        return change.after
    entries = [entry.strip() for entry in change.after.split(";") if entry.strip()]
    if change.name == "recipients":
        return entries
    known = {signer.name: signer for signer in metadata.signers}
    if len(entries) == len(metadata.signers):  # a name spelt anew keeps the post of the one that stood there
        known = dict(zip(entries, metadata.signers, strict=True)) | known
    return [_signer(known, name) for name in entries]


def _signer(known: Mapping[str, Signer], name: str) -> dict[str, str]:
    signer = known.get(name)
    details = {"position": signer.position, "authority": signer.authority} if signer else {}
    return {"name": name} | {key: value for key, value in details.items() if value}


def _iso(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    return iso(int(day), int(month), int(year))
