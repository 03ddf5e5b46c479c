"""Open a Word file: bounded in size, its parts parsed without entities, by python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.part import Part
from lxml import etree

from vankien.model import Picture
from vankien.reading.word.names import Element

MAX_UNPACKED = 256 * 1024 * 1024
MAX_PART = 96 * 1024 * 1024
_OLD_FONTS = re.compile(rb'"(?:\.Vn|VNI[- ]|VI (?:Times|Arial))', re.IGNORECASE)
_SHOWN = {"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/svg+xml"}


class BrokenPackageError(ValueError):
    """No Word file, or a damaged one."""


class TooLargeError(ValueError):
    """Unpacked it is larger than any document."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that hold text. `old_fonts`: fonts older than Unicode are named; `capitals`: some text
    is stored in small letters and printed in capitals."""

    body: Element
    part: Part
    styles: Element | None = None
    numbering: Element | None = None
    settings: Element | None = None
    footnotes: Part | None = None
    endnotes: Part | None = None
    headers: tuple[Part, ...] = ()
    footers: tuple[Part, ...] = ()
    old_fonts: bool = False
    capitals: bool = False


def open_package(data: bytes) -> Package:
    """The Word file `data`. Raises `BrokenPackageError`, `TooLargeError`."""
    old_fonts, capitals = _inspect(data)
    try:
        document = docx.Document(io.BytesIO(data))
        part = document.part
        related = list(part.rels.values())
    except Exception as error:
        raise BrokenPackageError(str(error)) from error

    def parts(kind: str) -> tuple[Part, ...]:
        return tuple(
            relation.target_part for relation in related if relation.reltype == kind and not relation.is_external
        )

    def one(kind: str) -> Part | None:
        return next(iter(parts(kind)), None)

    def root(kind: str) -> Element | None:
        found = one(kind)
        return None if found is None else root_of(found)

    return Package(
        document.element.body,
        part,
        root(RELATION.STYLES),
        root(RELATION.NUMBERING),
        root(RELATION.SETTINGS),
        one(RELATION.FOOTNOTES),
        one(RELATION.ENDNOTES),
        parts(RELATION.HEADER),
        parts(RELATION.FOOTER),
        old_fonts,
        capitals,
    )


def root_of(part: Part) -> Element:
    """The parsed XML of a part, as python-docx has it or parsed here the same way."""
    element = getattr(part, "element", None)
    if element is not None:
        return element
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def picture(part: Part, relation: str) -> Picture | None:
    """The picture that `relation` of `part` names; None when it lies outside the file or browsers cannot show it."""
    found = part.rels.get(relation)
    if found is None or found.is_external:
        return None
    target = found.target_part
    if target.content_type not in _SHOWN:
        return None
    return Picture(target.partname.filename, target.blob, target.content_type)


def _inspect(data: bytes) -> tuple[bool, bool]:
    """Whether fonts older than Unicode, and capitals, are named, after a look at what unpacking would give."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise TooLargeError
            if any(entry.file_size > MAX_PART for entry in entries if entry.filename.endswith((".xml", ".rels"))):
                raise TooLargeError
            names = {entry.filename for entry in entries}
            old_fonts = capitals = False
            for name in _with_fonts(names):
                xml = archive.read(name)
                old_fonts = old_fonts or _OLD_FONTS.search(xml) is not None
                capitals = capitals or b"<w:caps" in xml
            return old_fonts, capitals
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, TooLargeError):
            raise
        raise BrokenPackageError(str(error)) from error


def _with_fonts(names: set[str]) -> Iterator[str]:
    """The parts in which fonts are named."""
    for name in sorted(names):
        if re.fullmatch(r"word/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml", name):
            yield name
