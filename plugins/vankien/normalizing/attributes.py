"""The attributes of a document, each with the printed words it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vankien.model import Evidence, Line, Metadata, Signer
from vankien.normalizing.endorsed import read_endorsed
from vankien.normalizing.foreign import signed_part, without_foreign
from vankien.normalizing.head import Head, read_head
from vankien.normalizing.issuer import read_bodies
from vankien.normalizing.issuing import collective_of, in_letters, of_title, organ_of, repeated_number, who_speaks
from vankien.normalizing.layout import Parts
from vankien.normalizing.letterhead import Letterhead
from vankien.normalizing.recipients import read_addressees, read_recipients, split_merged
from vankien.normalizing.scope import read_scope
from vankien.normalizing.signature import read_signers
from vankien.normalizing.strips import read_strips
from vankien.normalizing.title import annex_title
from vankien.normalizing.typeline import CONSOLIDATED

_CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương"  # stands above what Bộ Chính trị and Ban Bí thư sign as well


@dataclass(slots=True)
class _Reading:
    """What is being gathered: attributes of text by name, lists beside them, evidence for all."""

    values: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    endorsed: tuple[Letterhead, tuple[Line, ...]] = (Letterhead(), ())

    def add(self, name: str, value: str | None, text: str, rule: str, place: str) -> None:
        """Keeps a value and its evidence, unless there is no value or the attribute has one."""
        if value and name not in self.values:
            self.values[name] = value
            self.evidence[name] = Evidence(text, rule, place)


def read_attributes(parts: Parts) -> tuple[Metadata, dict[str, Evidence]]:
    """The attributes of the document and the evidence for each one found, under the names of `Metadata`.

    Values are as printed; what is not printed is None or (), never a guess. Only the header, the closing and, for a
    few, the sentences of the body that speak of the document itself are read: never lead, annexes or stamps.
    """
    reading = _Reading()
    text = " ".join(line.text.strip() for line in parts.body)
    head = parts.head or read_head(without_foreign(read_strips(parts.header, 0, len(parts.header))))
    _read_letterhead(head, parts, reading)
    _read_letter(parts, reading)
    _read_closing(parts, reading)
    _read_type(head, parts, reading)
    _read_issuer(head, parts, text, reading)
    for scope in read_scope(parts, dict(reading.values), dict(reading.evidence), head.letterhead.system):
        reading.add(scope.name, scope.value, scope.evidence.text, scope.evidence.rule, scope.evidence.place)
    found: dict[str, Any] = dict(reading.values)
    found |= {name: getattr(reading, name) for name in ("signers", "recipients", "addressees")}
    return Metadata(**found), reading.evidence


def _read_letterhead(head: Head, parts: Parts, reading: _Reading) -> None:
    """Number, date, place: from the letterhead, else from beside the signature."""
    _add_found(head.letterhead, parts.header, "letterhead", reading)
    if "number" not in reading.values or "date" not in reading.values:
        reading.endorsed = read_endorsed(parts)
        _add_found(*reading.endorsed, "closing", reading)


def _add_found(letterhead: Letterhead, lines: tuple[Line, ...], rule: str, reading: _Reading) -> None:
    for name in ("number", "date", "place"):
        found = getattr(letterhead, name)
        if found:
            reading.add(name, found.value, found.text, rule, lines[found.line].place)


def _read_letter(parts: Parts, reading: _Reading) -> None:
    """To whom a letter is written."""
    reading.addressees, greeting = read_addressees(parts.body)
    if greeting and reading.addressees:
        text = "; ".join(reading.addressees)
        reading.evidence["addressees"] = Evidence(text, "greeting", parts.body[greeting.line].place)


def _read_closing(parts: Parts, reading: _Reading) -> None:
    """Recipients and signers."""
    strips = split_merged(signed_part(read_strips(parts.closing, 0, len(parts.closing), foot=True)))
    reading.recipients, used = read_recipients(strips)
    if reading.recipients:
        place = _place(parts.closing, strips[used.start].line)
        reading.evidence["recipients"] = Evidence("; ".join(reading.recipients), "closing", place)
    reading.signers, names = read_signers([s for i, s in enumerate(strips) if i not in used], parts.closing)
    if reading.signers:
        text = "; ".join(" ".join(filter(None, (s.authority, s.position, s.name))) for s in reading.signers)
        reading.evidence["signers"] = Evidence(text, "closing", _place(parts.closing, names[0].line))


def _read_type(head: Head, parts: Parts, reading: _Reading) -> None:
    """Type and title. A letter with number or subject and without a type line is a Công văn; the number of a
    consolidated text tells that it is one, whatever it consolidates."""
    number = reading.evidence.get("number")
    if number and "/VBHN" in reading.values["number"].upper():
        reading.add("type", CONSOLIDATED, number.text, "number", number.place)
    elif head.type_line:
        line = parts.header[min(head.type_first_line, len(parts.header) - 1)]
        reading.add("type", head.type_line.name, head.type_line.printed, "type line", line.place)
    elif (number or reading.addressees) and (head.letterhead.about or (number and reading.addressees)):
        words = number or Evidence(" ".join(head.title), "", _place(parts.header, head.title_line))
        reading.add("type", "Công văn", words.text, "letter without type line", words.place)
    if head.title:
        title = " ".join(head.title)
        rule = "type line" if head.type_line else "subject"
        reading.add("title", title, title, rule, _place(parts.header, head.title_line))
    elif not parts.header:
        annex = annex_title(read_strips(parts.body, 0, min(len(parts.body), 20)))
        if annex:
            reading.add("title", annex, annex, "heading of an annex", _place(parts.body, 0))


def _read_issuer(head: Head, parts: Parts, text: str, reading: _Reading) -> None:
    """The issuer in ordinary letters and the collective that signs; the title loses the body it begins with."""
    head_title = title = reading.values.get("title")
    named = of_title(title) if title and head.type_line else None
    if title and head.type_line and (repeated := repeated_number(title)):
        place = reading.evidence["title"].place
        reading.add("number", repeated.number, title, "title", place)
        reading.add("date", repeated.date, title, "title", place)
        reading.values["title"] = title = repeated.rest
    bodies = read_bodies(head.letterhead.bodies, dated="number" in reading.values or "date" in reading.values)
    endorsed, lines = reading.endorsed
    if named and (named[1] != head_title or not bodies):
        reading.values["title"] = named[1] or title or ""
        place = reading.evidence["title"].place
        reading.add("issuer", in_letters(named[0], text), named[0], "title", place)
    elif bodies:
        if "liên tịch" in reading.values.get("type", ""):
            name = " - ".join(in_letters(body.name, text) for body in bodies)
        else:
            name = organ_of(bodies, reading.values.get("number"), text)
        printed = " / ".join(body.name for body in bodies)
        reading.add("issuer", name, printed, "letterhead", _place(parts.header, bodies[-1].line))
    elif above := read_bodies(endorsed.bodies):
        reading.add(
            "issuer", in_letters(above[-1].name, text), above[-1].name, "closing", _place(lines, above[-1].line)
        )
    collective = collective_of(reading.signers, text, reading.values.get("issuer"))
    if collective:
        words, place = reading.signers[0].authority or "", reading.evidence["signers"].place
        if reading.values.get("issuer") == _CENTRAL_COMMITTEE:
            del reading.values["issuer"]
        reading.add("collective", collective, words, "signed for", place)
        reading.add("issuer", collective, words, "signed for", place)
    spoken = None if "issuer" in reading.values else who_speaks(parts.body)
    if spoken:
        name, line, rule = spoken
        reading.add("issuer", in_letters(name, text), name, rule, line.place)


def _place(lines: tuple[Line, ...], line: int) -> str:
    """Where a line stands, in words for a person."""
    return lines[line].place if line < len(lines) else ""
