"""YAML as a clerk writes it in Notepad: read with the line of every value, and with words that a clerk understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from vankien.model import Problem

Plain: TypeAlias = "str | bool | list[Value] | dict[str, Value] | None"
_NULLS = ("", "~", "null", "Null", "NULL")
_TRUE = ("true", "yes", "on", "đúng", "có")
_FALSE = ("false", "no", "off", "sai", "không")
_DEEPEST = 8
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the line (from 1) where it stands. Scalars are strings as written, but for null, true and false;
    so "03" stays "03" and a date stays as typed. `written` is a scalar as written, "no" also where it means false."""

    plain: Plain
    line: int
    written: str = ""


class _Loader(yaml.SafeLoader):
    """Refuses aliases: nobody needs them here, and a few lines of them can stand for gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "alias (*)", None)
        return super().compose_node(parent, index)


class ClerkYamlError(Exception):
    """A file that is no YAML; `problem` says so to a person."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.vi)
        self.problem = problem


def parse(data: bytes, file: str) -> Value:
    """The content of a YAML file: UTF-8 with or without BOM, or Notepad's UTF-16. Raises `ClerkYamlError`."""
    text = _decode(data, file)
    try:
        node = yaml.compose(text, Loader=_Loader)
        return Value({}, 1) if node is None else _value(node, file, 0)
    except RecursionError as error:
        raise ClerkYamlError(Problem(file, "Lồng quá nhiều tầng.", "Nested too deeply.")) from error
    except (yaml.YAMLError, ValueError) as error:
        raise ClerkYamlError(_explain(error, text, file)) from error


def _decode(data: bytes, file: str) -> str:
    if len(data) > _LARGEST:
        raise ClerkYamlError(
            Problem(file, "Tệp quá lớn so với tệp đính chính.", "Too large for a file of corrections.")
        )
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ClerkYamlError(
            Problem(
                file,
                "Tệp không ở bảng mã UTF-8; trong Notepad chọn Lưu thành (Save as), Mã hóa (Encoding): UTF-8.",
                "Not UTF-8; in Notepad choose Save as, Encoding: UTF-8.",
                place=f"dòng {line}",
            )
        ) from error


def _value(node: yaml.Node, file: str, depth: int) -> Value:
    line = node.start_mark.line + 1
    if depth > _DEEPEST:
        raise ClerkYamlError(Problem(file, "Lồng quá nhiều tầng.", "Nested too deeply.", place=f"dòng {line}"))
    if isinstance(node, yaml.ScalarNode):
        return Value(_scalar(node), line, str(node.value).strip())
    if isinstance(node, yaml.SequenceNode):
        return Value([_value(child, file, depth + 1) for child in node.value], line)
    entries: dict[str, Value] = {}
    for key, child in _pairs(node):
        name = str(key.value).strip()
        if name in entries:
            at = f"dòng {key.start_mark.line + 1}"
            raise ClerkYamlError(
                Problem(file, f"Khóa “{name}” ghi hai lần; giữ một.", f"Key “{name}” stands twice; keep one.", place=at)
            )
        entries[name] = _value(child, file, depth + 1)
    return Value(entries, line)


def _pairs(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    yield from node.value


def _scalar(node: yaml.ScalarNode) -> str | bool | None:
    text = str(node.value).strip()
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in _NULLS:
        return None
    if text.lower() in _TRUE:
        return True
    return False if text.lower() in _FALSE else text


def _explain(error: Exception, text: str, file: str) -> Problem:
    """What is wrong, in a clerk's words, with the line."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    problem = str(getattr(error, "problem", None) or error)
    lines = text.splitlines()
    printed = lines[line - 1] if 0 < line <= len(lines) else ""
    tab = next((n for n, content in enumerate(lines, 1) if re.match(r" *\t", content)), None)
    if tab is not None or "'\\t'" in problem:
        return Problem(
            file,
            "Dòng bắt đầu bằng phím Tab; hãy thay bằng dấu cách.",
            "The line begins with a Tab; use blanks instead.",
            place=f"dòng {tab or line}",
        )
    if "mapping values are not allowed" in problem or printed.count(": ") > 1:
        return Problem(
            file,
            'Giá trị có dấu hai chấm; hãy đặt cả giá trị trong dấu nháy kép, ví dụ title: "Kế hoạch: năm 2024".',
            'The value holds a colon; put it in double quotes, like title: "Kế hoạch: năm 2024".',
            place=f"dòng {line}",
        )
    if "found unexpected end of stream" in problem or "unexpected end" in problem or "block end" in problem:
        return Problem(
            file,
            "Dấu nháy kép trong giá trị chưa đúng cặp, hoặc dòng thụt vào không thẳng; nháy bên trong ghi bằng “ ”.",
            "A quotation mark is not closed, or the line is indented unevenly; write inner quotes as “ ”.",
            place=f"dòng {line}",
        )
    return Problem(
        file,
        f"Không đúng cách ghi YAML (mỗi dòng một “khóa: giá trị”): {problem}.",
        f"No valid YAML (a “key: value” a line): {problem}.",
        place=f"dòng {line}",
    )
