"""The entries of NAME.yml one by one: each is checked and becomes a plain value, or is refused with a word why."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from vankien.model import Metadata, Signer
from vankien.normalizing.clerk_yaml import Value
from vankien.writing.dates import iso
from vankien.writing.slugs import safe_name

ATTRIBUTES = tuple(f.name for f in fields(Metadata))
"""The attributes that a person may set: those of `Metadata`."""

_DATES = ("date", "effective", "expires")
_LISTS = ("recipients", "addressees")
_KINDS = ("phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem", "tiet")
_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_LONGEST_ID = 100
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DMY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided and when, as far as written."""

    by: str | None = None
    on: str | None = None
    reason: str | None = None


class WrongEntryError(Exception):
    """An entry that is not as it should be: its line, and what to do, in both languages."""

    def __init__(self, line: int, vi: str, en: str) -> None:
        super().__init__(vi)
        self.line, self.vi, self.en = line, vi, en


def special(key: str) -> Callable[[Value], Any]:
    """The reader of a key that is no attribute; an unknown key's reader refuses with the likeliest key."""
    readers: dict[str, Callable[[Value], Any]] = {
        "id": _id,
        "release": _decision_or_none,
        "approved": _decision_or_none,
        "withdrawn": _decision_or_none,
        "clauses": lambda value: _entries(value, _clause),
        "citations": lambda value: _entries(value, _citation),
        "notes": lambda value: _entries(value, _note),
    }
    if key in readers:
        return readers[key]
    near = difflib.get_close_matches(key, (*ATTRIBUTES, *readers), 1, 0.5)
    vi = f"Không có khóa này; có phải “{near[0]}”?" if near else "Không có khóa này."
    en = f"No such key; do you mean “{near[0]}”?" if near else f"No such key; known: {', '.join(ATTRIBUTES)}."

    def refuse(value: Value) -> Any:
        raise WrongEntryError(value.line, vi, en)

    return refuse


def attribute(key: str, value: Value) -> Any:
    """The value of an attribute as `Metadata` holds it. Raises `WrongEntryError`."""
    if key == "signers":
        return tuple(_signer(item) for item in _list(value))
    if key in _LISTS:
        return tuple(_text(item) for item in _list(value))
    if value.plain is None:
        return None
    return _date(value) if key in _DATES else _text(value)


def _list(value: Value) -> list[Value]:
    if value.plain is None:
        return []
    return value.plain if isinstance(value.plain, list) else [value]


def _text(value: Value) -> str:
    if isinstance(value.plain, bool):
        return value.written
    if not isinstance(value.plain, str):
        raise WrongEntryError(
            value.line,
            "Cần một dòng chữ; nếu giá trị có dấu hai chấm, đặt trong dấu nháy kép.",
            "Plain text expected; put a value with a colon in double quotes.",
        )
    return " ".join(value.plain.split())


def _date(value: Value) -> str:
    text = _text(value)
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _DMY.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        day, month, year = 0, 0, 0
    date = iso(day, month, year)
    if date is None:
        raise WrongEntryError(
            value.line,
            f"“{text}” không phải là ngày; ghi như 18/12/2020 hoặc 2020-12-18.",
            f"“{text}” is no date; write 2020-12-18 or 18/12/2020.",
        )
    return date


def _signer(value: Value) -> Signer:
    if isinstance(value.plain, dict):
        found = {key: _text(item) for key, item in _known(value, ("name", "position", "authority")).items()}
        if "name" not in found:
            raise WrongEntryError(value.line, "Người ký thiếu `name`.", "The signer has no `name`.")
        return Signer(_person(value, found["name"]), found.get("position"), found.get("authority"))
    return Signer(_person(value, _text(value)))


def _person(value: Value, name: str) -> str:
    if not any(letter.isalpha() for letter in name):
        raise WrongEntryError(value.line, f"“{name}” không phải là họ tên.", f"“{name}” is no name of a person.")
    return name


def _id(value: Value) -> str:
    text = _text(value)
    if not _ID.fullmatch(text) or len(text) > _LONGEST_ID or safe_name(text) != text:
        raise WrongEntryError(
            value.line,
            f"“{text}” không làm địa chỉ được: chỉ dùng a-z, số, dấu gạch nối, tối đa {_LONGEST_ID} ký tự.",
            f"“{text}” cannot be an address: lower case a-z, figures, hyphens, at most {_LONGEST_ID} characters.",
        )
    return text


def _decision_or_none(value: Value) -> Decision | None:
    if value.plain is None or value.plain is False:
        return None
    if value.plain is True:
        return Decision()
    if not isinstance(value.plain, dict):
        raise WrongEntryError(
            value.line, "Cần `true` hoặc `{by: tên, on: ngày}`.", "`true` or `{by: name, on: date}` expected."
        )
    known = _known(value, ("by", "on", "reason"))
    return Decision(
        by=_text(known["by"]) if "by" in known else None,
        on=_date(known["on"]) if "on" in known else None,
        reason=_text(known["reason"]) if "reason" in known else None,
    )


def _known(value: Value, keys: tuple[str, ...]) -> dict[str, Value]:
    """The entries of a mapping, all of known names; empty ones are left out."""
    if not isinstance(value.plain, dict):
        names = ", ".join(keys)
        raise WrongEntryError(value.line, f"Cần các khóa {names}.", f"The keys {names} expected.")
    for key, item in value.plain.items():
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1, 0.5)
            hint = near[0] if near else ", ".join(keys)
            raise WrongEntryError(
                item.line, f"Không có khóa “{key}”; có phải “{hint}”?", f"No key “{key}”; do you mean “{hint}”?"
            )
    return {key: item for key, item in value.plain.items() if item.plain is not None}


def _entries(
    value: Value, read: Callable[[Value], dict[str, Any]]
) -> tuple[tuple[dict[str, Any], ...], tuple[WrongEntryError, ...]]:
    entries: list[dict[str, Any]] = []
    wrongs: list[WrongEntryError] = []
    for item in _list(value):
        try:
            entries.append(read(item))
        except WrongEntryError as wrong:
            wrongs.append(wrong)
    return tuple(entries), tuple(wrongs)


def _flag(value: Value) -> bool:
    if not isinstance(value.plain, bool):
        raise WrongEntryError(value.line, "Cần `true` hoặc `false`.", "`true` or `false` expected.")
    return value.plain


def _clause(value: Value) -> dict[str, Any]:
    known = _known(value, ("id", "text", "kind", "number", "not_a_clause"))
    entry: dict[str, Any] = {key: _text(known[key]) for key in ("id", "text", "kind", "number") if key in known}
    if "not_a_clause" in known:
        entry["not_a_clause"] = _flag(known["not_a_clause"])
    if "id" not in entry and "text" not in entry:
        raise WrongEntryError(
            value.line,
            "Cần `text` (mấy chữ mở đầu) hoặc `id` để biết là điểm, khoản nào.",
            "`text` (the opening words) or `id` expected, to know the clause.",
        )
    if "kind" in entry and entry["kind"] not in _KINDS:
        raise WrongEntryError(
            known["kind"].line,
            f"Không có loại “{entry['kind']}”; có: {', '.join(_KINDS)}.",
            f"No kind “{entry['kind']}”; known: {', '.join(_KINDS)}.",
        )
    if not {"kind", "number", "not_a_clause"} & set(entry):
        raise WrongEntryError(
            value.line, "Cần `kind`, `number` hoặc `not_a_clause`.", "`kind`, `number` or `not_a_clause` expected."
        )
    return entry


def _citation(value: Value) -> dict[str, Any]:
    known = _known(value, ("text", "clause", "target", "number", "not_a_citation"))
    entry: dict[str, Any] = {key: _text(known[key]) for key in ("text", "clause", "target", "number") if key in known}
    if "not_a_citation" in known:
        entry["not_a_citation"] = _flag(known["not_a_citation"])
    if "text" not in entry:
        raise WrongEntryError(
            value.line, "Cần `text`: chữ của viện dẫn như in trong văn bản.", "`text` expected: the mention as printed."
        )
    if not {"target", "number", "not_a_citation"} & set(entry):
        raise WrongEntryError(
            value.line,
            "Cần `target` (mã văn bản), `number` (số, ký hiệu) hoặc `not_a_citation: true`.",
            "`target` (document id), `number` or `not_a_citation: true` expected.",
        )
    return entry


def _note(value: Value) -> dict[str, Any]:
    known = _known(value, ("clause", "text", "note"))
    if not {"clause", "note"} <= set(known):
        raise WrongEntryError(value.line, "Cần `clause` và `note`.", "`clause` and `note` expected.")
    return {key: _text(item) for key, item in known.items()}
