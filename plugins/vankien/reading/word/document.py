"""A whole Word file: body, then notes, between the headers and footers of its pages."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.model import Dropped, Line, Picture
from vankien.reading.guessing import rescued
from vankien.reading.legacy import is_unicode
from vankien.reading.noting import link_notes
from vankien.reading.word.names import Element, P, R, T, w
from vankien.reading.word.notes import ENDNOTE, FOOTNOTE, Notes
from vankien.reading.word.numbering import Numbering
from vankien.reading.word.package import Package, open_package, root_of
from vankien.reading.word.runs import Looks
from vankien.reading.word.second_count import count
from vankien.reading.word.styles import Styles
from vankien.reading.word.walk import Walker, Within


@dataclass(frozen=True, slots=True)
class WordText:
    """What a Word file holds; `counted` is its text by the second route."""

    lines: tuple[Line, ...]
    counted: str
    dropped: tuple[Dropped, ...]
    pictures: tuple[Picture, ...]
    notices: tuple[str, ...]


def read_word(data: bytes) -> WordText:
    """The Word file `data`. Raises `BrokenPackageError`, `TooLargeError` (word/package.py)."""
    package = open_package(data)
    styles = Styles(package.styles)
    looks = Looks(styles, package.old_fonts and _speaks_true(package.body, styles))
    plain = not (package.old_fonts or package.capitals)
    counted = count(_roots(package), None if plain else looks)
    if old := rescued(counted):
        looks = Looks(styles, package.old_fonts, "tcvn3" if old[1] == "tcvn3" else "vni")
        counted = count(_roots(package), looks)
    walker = _walk(package, styles, looks)
    lines, left_out = link_notes(walker.lines, walker.marks)
    return WordText(
        tuple(lines),
        counted,
        (*walker.dropped, *left_out),
        tuple(walker.pictures.values()),
        _notices(walker),
    )


def _walk(package: Package, styles: Styles, looks: Looks) -> Walker:
    """Headers, body, notes, footers."""
    notes = Notes(package.settings)
    walker = Walker(styles, looks, Numbering(package.numbering), notes)
    for part in package.headers:
        walker.read(root_of(part), part, Within(box="header"))
    walker.read(package.body, package.part)
    met = {(kind, name): mark for kind, name, mark in notes.met}
    for kind, notes_part in ((FOOTNOTE, package.footnotes), (ENDNOTE, package.endnotes)):
        if notes_part is not None:
            for note in _notes(root_of(notes_part)):
                mark = met.get((kind, note.get(w("id"), "")))
                walker.read(note, notes_part, Within(note=mark) if mark else Within(box="footer"))
    for part in package.footers:
        walker.read(root_of(part), part, Within(box="footer"))
    return walker


def _roots(package: Package) -> list[Element]:
    """The trees of all parts that hold text."""
    notes = [part for part in (package.footnotes, package.endnotes) if part is not None]
    return [package.body, *(root_of(part) for part in (*notes, *package.headers, *package.footers))]


def _speaks_true(body: Element, styles: Styles) -> bool:
    """Whether fonts older than Unicode hold old text: in files that were converted the names stay behind."""
    looks = Looks(styles, legacy=True)
    old = new = 0
    for paragraph in body.iter(P):
        base = looks.paragraph(paragraph)
        for run in paragraph.iterchildren(R):
            if looks.encoding(looks.of(run, base)) is not None:
                text = "".join(element.text or "" for element in run.iterchildren(T))
                if not text.isascii():
                    new, old = (new + 1, old) if is_unicode(text) else (new, old + 1)
    return old >= new


def _notes(root: Element) -> list[Element]:
    """The notes of a notes part in its order; Word's own separator lines are left out."""
    return [note for note in root if note.tag in (w("footnote"), w("endnote"))]


def _notices(walker: Walker) -> tuple[str, ...]:
    if not walker.unshown_pictures:
        return ()
    return (f"{walker.unshown_pictures} hình không hiển thị được trên trang web (dạng WMF, EMF hoặc liên kết ngoài).",)
