"""The value types that the wings hand to each other. Nothing here does any work.

The way of a document: `Source` (reading) -> `Normalized` (normalizing) -> `Clause` (structuring) -> `Citation`
(citing) -> `Document` and `Link` (library). All texts are NFC. Offsets count code points in the text that the
type names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Format = Literal["text", "docx", "doc", "pdf", "html", "image"]
Style = Literal["strong", "em"]
ClauseKind = Literal[
    "phan", "chuong", "muc", "tieu-muc", "dieu", "khoan", "diem", "tiet", "gach", "cong", "doan",
    "mo-dau", "ket", "chu-thich", "kem-theo", "phu-luc",
]  # fmt: skip
CitationKind = Literal["numbered", "named", "short", "self", "relative"]
"""How a document is mentioned; "relative" points inside the citing document ("khoản 2 Điều này")."""
Relation = Literal[
    "basis", "implements", "amends", "repeals", "replaces", "guides", "refers",
    "corrects", "consolidates", "suspends", "issues",
]  # fmt: skip
State = Literal["linked", "ambiguous", "missing", "self"]


@dataclass(frozen=True, slots=True)
class Span:
    """Emphasis over `text[start:end]` of the text that holds it."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A footnote's mark, standing before `text[at]`; `mark` is what is printed ("1", "*")."""

    at: int
    mark: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of a source, in reading order, free of the file format's own markup.

    `ends` is True where the format itself says that a paragraph ends here (a Word paragraph, an HTML block);
    a physical line of a text file or PDF may be a wrap, so `ends` is False there. Blank lines of text files and
    PDFs are kept with an empty text: they are a hint. `cell` is (table, row, column), counted from 0, for a line
    inside a table. `note` is the mark of the footnote that the line belongs to, where the format tells.
    `box` is set for text boxes, stamps, headers and footers of a page: "header", "footer", "textbox", "stamp".
    `number` is the list number that a word processor generates and the text does not hold ("1.", "a)", "-").
    `place` says to a person where the line stands: "dòng 12", "trang 3", "bảng 1, hàng 2, cột 1".
    """

    text: str
    place: str = ""
    page: int | None = None
    ends: bool = False
    spans: tuple[Span, ...] = ()
    refs: tuple[NoteRef, ...] = ()
    cell: tuple[int, int, int] | None = None
    note: str | None = None
    box: str | None = None
    number: str | None = None
    centered: bool = False
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text of the source that is not shown, and why (a page number, markup, a printer's path)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the source: `name` is what `Line.image` refers to."""

    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read. `counted` is its text by a second, simpler route (NFC), against which fidelity is counted;
    `dropped` is what reading itself took out (markup, running heads)."""

    path: str
    sha256: str
    format: Format
    encoding: str | None
    lines: tuple[Line, ...]
    counted: str
    dropped: tuple[Dropped, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The printed words a value was read from, and the rule that read them. `rule` "person" marks a value that an
    archivist entered; `place` as in `Line`."""

    text: str
    rule: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: name without degree, the position and authority line as printed."""

    name: str
    position: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's attributes as printed; None or () where nothing is printed, never a guess. Dates are ISO."""

    type: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None
    issuer: str | None = None
    title: str | None = None
    signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    collective: str | None = None
    level: str | None = None
    system: str | None = None
    province: str | None = None
    term: str | None = None
    effective: str | None = None
    expires: str | None = None
    urgency: str | None = None


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Where every character of the source went (blanks apart). `unplaced` counts those that went nowhere;
    `extra` those that stand in the result and not in the source."""

    characters: int
    placed: int
    dropped: tuple[Dropped, ...] = ()
    unplaced: int = 0
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Normalized:
    """A document taken apart. `body` is Markdown (normalizing/markdown.py says which); `header`, `closing` and
    `lead` are the printed paragraphs around it; `marks` are secrecy or circulation marks that hold it back."""

    metadata: Metadata
    evidence: Mapping[str, Evidence]
    lead: tuple[str, ...]
    header: tuple[str, ...]
    body: str
    closing: tuple[str, ...]
    marks: tuple[Evidence, ...]
    fidelity: Fidelity
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One addressable piece of a document. `text` is its own words, without the printed mark and without its
    children. `mark` is the number as printed ("II-", "1.", "đ)", "-"), `number` its bare value ("II", "1", "đ").
    `rows` holds a table (of which `text` is the plain words), `image` a picture's name. `quoted` is True for new
    wording that an amending document quotes."""

    id: str
    parent: str | None
    kind: ClauseKind
    number: str | None
    label: str
    text: str
    mark: str = ""
    spans: tuple[Span, ...] = ()
    refs: tuple[NoteRef, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    image: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a document, as found in one text, before anything is resolved. `start` and `end` count in the
    text of `clause`. `sentence` is the evidence for `relation`. `rule` names the form that found it. `quoted` is
    the document an enclosing quotation speaks for (amending documents), where that is known."""

    clause: str
    start: int
    end: int
    text: str
    kind: CitationKind
    type: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    term: str | None = None
    title: str | None = None
    pinpoints: tuple[str, ...] = ()
    relation: Relation = "refers"
    antecedent: str | None = None
    inside: str | None = None
    sentence: str = ""
    rule: str = ""
    quoted: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """An original kept in archive/: its name below archive/ and its SHA-256."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the portal: what docs/van-ban/<id>.md holds, structured, with its citations found.
    `corrections` is what a person wrote about clauses and citations (normalizing/corrections.py)."""

    id: str
    sources: tuple[SourceFile, ...]
    metadata: Metadata
    evidence: Mapping[str, Evidence]
    lead: tuple[str, ...]
    header: tuple[str, ...]
    body: str
    closing: tuple[str, ...]
    fidelity: Fidelity
    clauses: tuple[Clause, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    corrections: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """A citation resolved against the archive. `target` is a document id. `clauses` are the clause ids it lands on,
    one for each pinpoint; `exact` is False where the pinpoint does not exist and the deepest existing part is
    given. `candidates` are document ids (ambiguous). `rule` says why; `doubt` says what disagrees (a date)."""

    document: str
    citation: Citation
    state: State
    target: str | None = None
    clauses: tuple[str, ...] = ()
    exact: bool = True
    candidates: tuple[str, ...] = ()
    rule: str = ""
    doubt: str | None = None
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file and what to do, for a person, in Vietnamese and English."""

    file: str
    vi: str
    en: str
    severity: Literal["error", "warning", "held", "skipped", "info"] = "error"
    place: str = ""
