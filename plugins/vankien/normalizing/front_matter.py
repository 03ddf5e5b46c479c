"""docs/van-ban/<id>.md: a normalised document as YAML front matter and Markdown, written and read back.

The front matter ends with a seal, the hash of all the rest as the program wrote it: a file whose seal is broken was
edited by a person.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import yaml

from vankien.model import Document, Dropped, Evidence, Fidelity, Metadata, Signer, SourceFile

_ALWAYS = ("type", "number", "date", "place", "issuer", "title", "signers", "recipients")
_LISTS = ("signers", "recipients", "addressees")
_SEAL = re.compile(r"^seal: (\w+)\n", re.MULTILINE)
_IDENTITY = re.compile(r"^(?:id|sources):.*\n(?:[ -].*\n)*", re.MULTILINE)
_LONGEST_DROP = 300
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class FrontMatterError(Exception):
    """A file of docs/van-ban/ whose front matter cannot be read; the message is for a person, in both languages."""


@dataclass(frozen=True, slots=True)
class NormalizedFile:
    """What a file of docs/van-ban/ holds. `withdrawn` is the date of withdrawal ("" where unknown) of a document
    that left the portal and of which only the id is kept. `notices` are remarks for the archivist."""

    id: str
    sources: tuple[SourceFile, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    lead: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    body: str = ""
    fidelity: Fidelity = field(default_factory=lambda: Fidelity(0, 0))
    notices: tuple[str, ...] = ()
    corrections: Mapping[str, Any] = field(default_factory=dict)
    withdrawn: str | None = None

    def as_document(self) -> Document:
        """The document, without clauses and citations, which are found anew."""
        return Document(
            id=self.id,
            sources=self.sources,
            metadata=self.metadata,
            evidence=self.evidence,
            lead=self.lead,
            header=self.header,
            body=self.body,
            closing=self.closing,
            fidelity=self.fidelity,
            notes=self.notices,
            corrections=self.corrections,
        )


def write_document(document: NormalizedFile) -> str:
    """The text of docs/van-ban/<id>.md, sealed. The same document always gives the same text."""
    head = yaml.dump(
        _front(document), Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=10_000
    )
    text = f"---\n{head}---\n" + (f"\n{document.body}" if document.body and document.withdrawn is None else "")
    return f"---\n{head}seal: {_hash(text)}\n{text[len(head) + 4 :]}"


def read_document(text: str) -> NormalizedFile:
    """What `write_document` wrote, also after a person edited it. Raises `FrontMatterError`."""
    head, body = _split(text)
    front = _parse(head)
    if not isinstance(front, dict) or not isinstance(front.get("id"), str):
        raise FrontMatterError("phần đầu (front matter) thiếu `id` / the front matter has no `id`")
    withdrawn = front.get("withdrawn")
    if withdrawn is not None:
        return NormalizedFile(
            id=front["id"], sources=_sources(front), withdrawn=_text(_mapping(withdrawn).get("on")) or ""
        )
    return NormalizedFile(
        id=front["id"],
        sources=_sources(front),
        metadata=_metadata(front),
        evidence={
            str(name): Evidence(*(_text(_mapping(found).get(key)) or "" for key in ("text", "rule", "place")))
            for name, found in _mapping(front.get("evidence")).items()
        },
        lead=_strings(front.get("lead")),
        header=_strings(front.get("header")),
        closing=_strings(front.get("closing")),
        body=body,
        fidelity=_fidelity(_mapping(front.get("fidelity"))),
        notices=_strings(front.get("notices")),
        corrections=_mapping(front.get("corrections")),
    )


def identify(text: str) -> tuple[str, tuple[SourceFile, ...]]:
    """Only the id and the sources of a file, without reading all of its front matter. Raises `FrontMatterError`."""
    head, _ = _split(text)
    block = "".join(match[0] for match in _IDENTITY.finditer(head))
    front = _parse(block)
    if not isinstance(front, dict) or not isinstance(front.get("id"), str):
        raise FrontMatterError("phần đầu (front matter) thiếu `id` / the front matter has no `id`")
    return front["id"], _sources(front)


def seal_of(text: str) -> str:
    """The seal of a file's text: the hash of everything but the seal, whatever the line ends."""
    return _hash(_SEAL.sub("", text.replace("\r\n", "\n"), count=1))


def seal_in(text: str) -> str | None:
    """The seal that stands in a file's text."""
    match = _SEAL.search(text.replace("\r\n", "\n"))
    return match[1] if match else None


def is_untouched(text: str) -> bool:
    """Whether a file is as the program wrote it."""
    return seal_in(text) == seal_of(text)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]


def _front(document: NormalizedFile) -> dict[str, Any]:
    if document.withdrawn is not None:
        sources = [{"sha256": source.sha256} for source in document.sources]
        return {"id": document.id, "withdrawn": {"on": document.withdrawn or None}, "sources": sources}
    front: dict[str, Any] = {"id": document.id}
    for name in (f.name for f in fields(Metadata)):
        value = getattr(document.metadata, name)
        if value or name in _ALWAYS:
            front[name] = _plain_value(value)
    front["sources"] = [{"file": source.file, "sha256": source.sha256} for source in document.sources]
    front["evidence"] = {
        name: _without_empty(found, "text", "rule", "place")
        for name, found in sorted(document.evidence.items(), key=_order)
    }
    for name in ("lead", "header", "closing"):
        front[name] = list(getattr(document, name))
    fidelity = document.fidelity
    front["fidelity"] = {name: getattr(fidelity, name) for name in ("characters", "placed", "unplaced", "extra")} | {
        "dropped": [{"text": _shortened(drop.text), "reason": drop.reason} for drop in fidelity.dropped]
    }
    if document.notices:
        front["notices"] = list(document.notices)
    if document.corrections:
        front["corrections"] = dict(document.corrections)
    return front


def _order(entry: tuple[str, Evidence]) -> tuple[int, str]:
    """Evidence stands in the order of the attributes."""
    names = [f.name for f in fields(Metadata)]
    return (names.index(entry[0]) if entry[0] in names else len(names), entry[0])


def _plain_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_without_empty(v, "name", "position", "authority") if isinstance(v, Signer) else v for v in value]
    return value


def _without_empty(value: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names if getattr(value, name)}


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_DROP else text[: _LONGEST_DROP - 1] + "…"


def _split(text: str) -> tuple[str, str]:
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    if not text.startswith("---\n"):
        raise FrontMatterError("dòng 1: tệp phải bắt đầu bằng `---` / line 1: the file must begin with `---`")
    end = text.find("\n---\n", 3)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - 4
    if end < 0:
        raise FrontMatterError("thiếu dòng `---` kết thúc phần đầu / the `---` that ends the front matter is missing")
    return text[4 : end + 1], text[end + 5 :].removeprefix("\n")


def _parse(head: str) -> Any:
    try:
        return yaml.load(head, Loader=_Loader)  # noqa: S506 - a safe loader, the C one where there is one
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or str(error)
        raise FrontMatterError(
            f"dòng {line}: phần đầu không phải YAML / line {line}: no valid YAML ({problem})"
        ) from error


def _sources(front: Mapping[str, Any]) -> tuple[SourceFile, ...]:
    return tuple(
        SourceFile(_text(_mapping(source).get("file")) or "", _text(_mapping(source).get("sha256")) or "")
        for source in front.get("sources") or []
    )


def _metadata(front: Mapping[str, Any]) -> Metadata:
    values: dict[str, Any] = {}
    for name in (f.name for f in fields(Metadata)):
        if name in _LISTS:
            values[name] = _signers(front.get(name)) if name == "signers" else _strings(front.get(name))
        else:
            values[name] = _text(front.get(name))
    return Metadata(**values)


def _signers(value: Any) -> tuple[Signer, ...]:
    found = [_mapping(signer) or {"name": signer} for signer in value or []]
    return tuple(
        Signer(_text(signer.get("name")) or "", _text(signer.get("position")), _text(signer.get("authority")))
        for signer in found
    )


def _fidelity(value: Mapping[str, Any]) -> Fidelity:
    counts = {name: int(value.get(name) or 0) for name in ("characters", "placed", "unplaced", "extra")}
    dropped = [_mapping(drop) for drop in value.get("dropped") or []]
    return Fidelity(
        **counts, dropped=tuple(Dropped(_text(d.get("text")) or "", _text(d.get("reason")) or "") for d in dropped)
    )


def _strings(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, Sequence) and not isinstance(value, str) else [] if value is None else [value]
    return tuple(_text(v) or "" for v in values)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    """A scalar as text; a date that YAML read becomes ISO again."""
    if value is None or value == "":
        return None
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
