"""NAME.yml: what an archivist knows and the text does not say, read and checked.

number: 12-KL/TU              any attribute of `vankien inspect`; empty: the value read is wrong, none is right
id: ket-luan-12-kl-tu-2021    the document's address, before it is published
release: {by: Nguyễn Văn A, on: 2024-05-01}     a marked document may be published (also `release: true`)
approved: {by: ..., on: ...}                    who allowed publication
withdrawn: {on: ..., reason: ...}               taken off the portal
clauses: [{text: opening words, not_a_clause: true}, {id: khoan-2, kind: diem, number: a}]
citations: [{text: the mention, clause: khoan-2, target: document id | number: 25-NQ/TW | not_a_citation: true}]
notes: [{clause: khoan-2, note: "[nguyên văn]"}]
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vankien.model import Evidence, Metadata, Problem, Signer
from vankien.normalizing.clerk_yaml import ClerkYamlError, Value, parse
from vankien.normalizing.correction_entries import ATTRIBUTES, Decision, WrongEntryError, attribute, special


@dataclass(frozen=True, slots=True)
class Corrections:
    """A NAME.yml. `attributes` are values for `Metadata` (None: no value is right); `id` a wished address.
    `clauses`, `citations`, `notes` are checked entries as plain data. `unsure` is True where the file may hold a
    decision on publishing that could not be read: such a document is not published."""

    attributes: Mapping[str, Any] = field(default_factory=dict)
    id: str | None = None
    release: Decision | None = None
    approved: Decision | None = None
    withdrawn: Decision | None = None
    clauses: tuple[Mapping[str, Any], ...] = ()
    citations: tuple[Mapping[str, Any], ...] = ()
    notes: tuple[Mapping[str, Any], ...] = ()
    unsure: bool = False

    def apply(self, metadata: Metadata, evidence: Mapping[str, Evidence]) -> tuple[Metadata, dict[str, Evidence]]:
        """The attributes with a person's values put in; their evidence has the rule "person"."""
        known = dict(evidence)
        for name, value in self.attributes.items():
            known[name] = Evidence(_shown(value), "person")
        return replace(metadata, **self.attributes), known

    def as_data(self) -> dict[str, Any]:
        """What the front matter keeps for structure, citations and `vankien check`."""
        data: dict[str, Any] = {
            name: [dict(entry) for entry in getattr(self, name)]
            for name in ("clauses", "citations", "notes")
            if getattr(self, name)
        }
        for name in ("release", "approved"):
            decision = getattr(self, name)
            if decision is not None:
                data[name] = {key: getattr(decision, key) for key in ("by", "on") if getattr(decision, key)}
        return data


def read_corrections(data: bytes, file: str) -> tuple[Corrections, tuple[Problem, ...]]:
    """The corrections that a NAME.yml holds and what is wrong with it. `file` names it in the messages.

    A wrong entry is left out and reported; the rest holds.
    """
    try:
        root = parse(data, file)
    except ClerkYamlError as error:
        return Corrections(unsure=True), (error.problem,)
    reader = _Reader(file)
    found = reader.corrections(root)
    return found, tuple(reader.problems)


class _Reader:
    """Checks one file; problems gather in `problems`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def corrections(self, root: Value) -> Corrections:
        if not isinstance(root.plain, dict):
            self._report(
                WrongEntryError(root.line, "Cần các dòng “khóa: giá trị”.", "Lines of “key: value” expected."),
            )
            return Corrections(unsure=True)
        attributes: dict[str, Any] = {}
        others: dict[str, Any] = {}
        unsure = False
        for key, value in root.plain.items():
            try:
                if key in ATTRIBUTES:
                    attributes[key] = attribute(key, value)
                else:
                    others[key] = special(key)(value)
            except WrongEntryError as wrong:
                self._report(wrong, key)
                likely = difflib.get_close_matches(key, ("release", "withdrawn", "approved"), 1, 0.6)
                unsure = unsure or bool(likely)
        for name in ("clauses", "citations", "notes"):
            entries, wrongs = others.get(name, ((), ()))
            others[name] = entries
            for refused in wrongs:
                self._report(refused, name)
        return Corrections(attributes=attributes, unsure=unsure, **others)

    def _report(self, wrong: WrongEntryError, key: str = "") -> None:
        place = f"dòng {wrong.line}" + (f", khóa “{key}”" if key else "")
        self.problems.append(Problem(self.file, wrong.vi, wrong.en, place=place))


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(item.name if isinstance(item, Signer) else str(item) for item in value)
    return "" if value is None else str(value)
