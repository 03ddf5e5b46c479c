"""The attributes of a document, each with the printed words it was read from."""

from __future__ import annotations

from vankien.model import Evidence, Line, Metadata
from vankien.normalizing.head import Head, read_head
from vankien.normalizing.issuer import read_bodies
from vankien.normalizing.issuing import collective_of, in_letters, of_title, organ_of, who_speaks
from vankien.normalizing.layout import Parts
from vankien.normalizing.recipients import read_addressees, read_recipients, split_merged
from vankien.normalizing.signature import read_signers
from vankien.normalizing.strips import read_strips


def read_attributes(parts: Parts) -> tuple[Metadata, dict[str, Evidence]]:
    """The attributes of the document and the evidence for each one found, under the names of `Metadata`.

    Values are as printed; what is not printed is None or (), never a guess. Only the header, the closing and, for a
    few, the sentences of the body that speak of the document itself are read: never lead, annexes or stamps.
    """
    evidence: dict[str, Evidence] = {}
    head = read_head(read_strips(parts.header, 0, len(parts.header)))
    letterhead = head.letterhead
    values: dict[str, str | None] = {}
    for name, found in (("number", letterhead.number), ("date", letterhead.date), ("place", letterhead.place)):
        if found:
            values[name] = found.value
            evidence[name] = Evidence(found.text, "letterhead", parts.header[found.line].place)
    values["type"] = _type(head, parts, evidence)
    if head.title:
        values["title"] = " ".join(head.title)
        rule = "type line" if head.type_line else "subject"
        evidence["title"] = Evidence(values["title"], rule, parts.header[head.title_line].place)
    addressees, greeting = read_addressees(parts.body)
    if greeting:
        evidence["addressees"] = Evidence("; ".join(addressees), "greeting", parts.body[greeting.line].place)
    strips = split_merged(read_strips(parts.closing, 0, len(parts.closing), foot=True))
    recipients, used = read_recipients(strips)
    signers, names = read_signers([s for i, s in enumerate(strips) if i not in used], parts.closing)
    if recipients:
        evidence["recipients"] = _closing_evidence(parts.closing, "; ".join(recipients), strips[used.start].line)
    if signers:
        text = "; ".join(" ".join(filter(None, (s.authority, s.position, s.name))) for s in signers)
        evidence["signers"] = _closing_evidence(parts.closing, text, names[0].line)
    text = " ".join(line.text.strip() for line in parts.body)
    issuer = _issuer(head, parts, values, text)
    collective = collective_of(signers, text, issuer[0] if issuer else None)
    if collective:
        values["collective"] = collective
        evidence["collective"] = _closing_evidence(parts.closing, signers[0].authority or "", names[0].line)
    if not issuer and collective:
        issuer = collective, evidence["collective"]
    if not issuer and (spoken := who_speaks(parts.body)):
        issuer = in_letters(spoken[0], text), Evidence(spoken[0], spoken[2], spoken[1].place)
    if issuer:
        values["issuer"], evidence["issuer"] = issuer
    return Metadata(**values, signers=signers, recipients=recipients, addressees=addressees), evidence


def _issuer(head: Head, parts: Parts, values: dict[str, str | None], text: str) -> tuple[str, Evidence] | None:
    """The issuer in ordinary letters with its evidence; `values["title"]` loses the body it begins with."""
    title = values.get("title")
    bodies = read_bodies(head.letterhead.bodies)
    named = of_title(title) if title and head.type_line else None
    if named and title and (named[1] != title or not bodies):
        values["title"] = named[1] or title
        place = parts.header[head.title_line].place
        return in_letters(named[0], text), Evidence(named[0], "title", place)
    if bodies:
        printed = " / ".join(body.name for body in bodies)
        name = in_letters(organ_of(bodies, values.get("number")), text)
        return name, Evidence(printed, "letterhead", parts.header[bodies[-1].line].place)
    return None


def _closing_evidence(closing: tuple[Line, ...], text: str, line: int) -> Evidence:
    return Evidence(text, "closing", closing[line].place)


def _type(head: Head, parts: Parts, evidence: dict[str, Evidence]) -> str | None:
    """The type that the title line names; a letter with number or subject and without a type line is a Công văn."""
    if head.type_line:
        evidence["type"] = Evidence(head.type_line.printed, "type line", parts.header[0].place)
        return head.type_line.name
    number = head.letterhead.number
    if number and (head.letterhead.about or read_addressees(parts.body)[0]):
        evidence["type"] = Evidence(number.text, "letter without type line", parts.header[number.line].place)
        return "Công văn"
    return None
