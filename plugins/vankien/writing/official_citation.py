"""A clause's official citation, as it is copied: the first time with body and title, later with the number alone
(words.md, How a clause is called)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vankien.knowledge import load
from vankien.writing.body_case import body_case
from vankien.writing.casing import sentence_case
from vankien.writing.dates import show_date
from vankien.writing.folding import fold

_ABOUT = (("v/v ", "về việc "), ("về việc ", "về việc "), ("về ", "về "))


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """What a citation says of its document; `date` is ISO. What is not printed is None."""

    type: str | None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    system: str | None = None


@cache
def _laws() -> frozenset[str]:
    return frozenset(t["name"] for t in load("types") if t.get("law"))


def first_citation(label: str, document: CitedDocument, *, attached: bool = False) -> str:
    """ "Viện dẫn lần đầu": clause, type, number, date, body (where the title does not name it)
    and title; laws by name and year. What the copy held does
    not print is said. An empty `label` cites the whole document; `attached` is True for a clause of a regulation
    that is issued with the document."""
    law = _law(document)
    if law:
        return _put(label, law, attached=attached)
    party = document.system == "Đảng"
    words = document.type or "Văn bản"
    if document.number:
        words += f" số {document.number}"
    date = _date(document.date, party=party)
    if date:
        words += f"{',' if party and document.number else ''} ngày {date}"
    about = _about(document.title) if document.title else ""
    if document.issuer and fold(document.issuer) not in fold(about):
        words += f" của {body_case(document.issuer)}"
    if about:
        words += f" {about}"
    return _put(label, words + _unprinted(document), attached=attached)


def later_citation(label: str, document: CitedDocument, *, attached: bool = False) -> str:
    """ "Các lần sau": clause, type and number; the title where no number is printed."""
    law = _law(document)
    if law:
        return _put(label, law, attached=attached)
    words = document.type or "Văn bản"
    if document.number:
        words += f" số {document.number}"
    elif document.title:
        words += f" {_about(document.title)}"
    return _put(label, words, attached=attached)


def _put(label: str, document: str, *, attached: bool) -> str:
    if not label:
        return document
    return f"{label} ban hành kèm theo {document}" if attached else f"{label} {document}"


def _date(date: str | None, *, party: bool) -> str | None:
    """dd/mm/yyyy for the Party; day and month in words for the State, where a zero stands before days under 10 and
    the months 1 and 2 (Nghị định 30/2020/NĐ-CP)."""
    if not date:
        return None
    if party:
        return show_date(date)
    year, month, day = date.split("-")
    return f"{day} tháng {month if month in ('01', '02') else month.lstrip('0')} năm {year}"


def _law(document: CitedDocument) -> str | None:
    """Name and year of a law or ordinance: "Luật Quy hoạch năm 2017"; None for anything else and where the year is
    not known."""
    kind = document.type
    if kind not in _laws() or kind is None:
        return None
    year = document.date[:4] if document.date else _year_of(document.number)
    if not year:
        return None
    title = "" if kind == "Hiến pháp" else sentence_case((document.title or "").strip())
    if title.lower().startswith(kind.lower() + " "):
        title = title[len(kind) + 1 :]
    if title:
        begins = title[:1].lower() if title.lower().startswith(("sửa đổi", "về ")) else title[:1].upper()
        kind = f"{kind} {begins}{title[1:]}"
    return f"{kind} năm {year}"


def _year_of(number: str | None) -> str | None:
    """The year that stands in a number: 88/2019/QH14."""
    parts = (number or "").split("/")
    return next((part for part in parts[1:2] if len(part) == 4 and part.isdigit()), None)


def _about(title: str) -> str:
    """A title as it goes on in a sentence: "về ...", "quy định ...", with a small letter where the print begins anew.
    A name in quotation marks is put after "về"."""
    title = sentence_case(title.strip())
    small = title.lower()
    for printed, said in _ABOUT:
        if small.startswith(printed):
            return said + title[len(printed) :]
    if title[:1] in '“"':
        return f"về {title}"
    first = title.split(maxsplit=1)[0]
    if (first.isupper() and len(first) > 1) or title.startswith(_proper()):
        return title
    return title[:1].lower() + title[1:]


@cache
def _proper() -> tuple[str, ...]:
    return (*load("proper_names"), *(p["name"] for p in load("places")))


def _unprinted(document: CitedDocument) -> str:
    """What the copy that the archive holds does not say, in brackets."""
    missing = [word for word, value in (("số", document.number), ("ngày ban hành", document.date)) if not value]
    return f" (bản lưu không ghi {', '.join(missing)})" if missing else ""
