"""A library of a few invented documents, for tests of pages: cited and citing, dated and undated, one hostile title."""

from vankien.citing.resolve import resolve
from vankien.library import Library
from vankien.model import Citation, Clause, Document, Fidelity, Metadata, Relation, Signer, SourceFile

HOSTILE = "về “<script>alert(1)</script>” & 'nháy'"


def cite(clause: Clause, words: str, type_: str, number: str | None = None, **more: object) -> Citation:
    """A numbered (or named) citation of `words` in `clause`."""
    start = clause.text.index(words)
    relation: Relation = more.pop("relation", "refers")  # type: ignore[assignment]
    return Citation(
        clause=clause.id,
        start=start,
        end=start + len(words),
        text=words,
        kind="numbered" if number else "named",
        type=type_,
        number=number,
        relation=relation,
        sentence=clause.text,
        **more,  # type: ignore[arg-type]
    )


def make(
    name: str, clauses: tuple[Clause, ...], citations: tuple[Citation, ...] = (), **attributes: object
) -> Document:
    """A document of `clauses`."""
    return Document(
        id=name,
        sources=(SourceFile(f"{name}.txt", "0" * 64),),
        metadata=Metadata(**attributes),  # type: ignore[arg-type]
        evidence={},
        lead=(),
        header=(),
        body="\n\n".join(c.text for c in clauses),
        closing=(),
        fidelity=Fidelity(100, 100),
        clauses=clauses,
        citations=citations,
    )


def clause(name: str, text: str, label: str = "", parent: str | None = None) -> Clause:
    """A clause."""
    return Clause(id=name, parent=parent, kind="khoan", number="1", label=label or name, text=text)


def small_library() -> Library:
    """Four documents: a resolution, two that cite it, one hostile and undated."""
    resolution = make(
        "nghi-quyet-11-nq-tu-2017",
        (
            clause("khoan-1", "Đẩy mạnh công tác dân vận ở cơ sở.", "khoản 1"),
            clause("khoan-2", "Giữ gìn đoàn kết.", "khoản 2"),
        ),
        type="Nghị quyết", number="11-NQ/TU", date="2017-03-05", issuer="Tỉnh ủy Lâm Hà", title="về công tác dân vận",
        level="tỉnh", province="Lâm Hà", term="khóa X", signers=(Signer("Trần Văn Nam"),),
    )  # fmt: skip
    first = clause(
        "khoan-1",
        "Thực hiện khoản 2 Nghị quyết số 11-NQ/TU ngày 05/3/2017 của Tỉnh ủy Lâm Hà "
        "và Chỉ thị số 88-CT/TW của Ban Bí thư.",
        "khoản 1",
    )
    plan = make(
        "ke-hoach-20-kh-hu-2018",
        (first,),
        (
            cite(first, "khoản 2 Nghị quyết số 11-NQ/TU ngày 05/3/2017 của Tỉnh ủy Lâm Hà", "Nghị quyết", "11-NQ/TU",
                 date="2017-03-05", issuer="Tỉnh ủy Lâm Hà", pinpoints=("khoan-2",), relation="implements"),
            cite(first, "Chỉ thị số 88-CT/TW của Ban Bí thư", "Chỉ thị", "88-CT/TW", issuer="Ban Bí thư"),
        ),
        type="Kế hoạch", number="20-KH/HU", date="2018-01-15", issuer="Huyện ủy Nam Ban", level="huyện",
        province="Lâm Hà", title="thực hiện Nghị quyết số 11-NQ/TU", signers=(Signer("Lê Thị Thu"),),
    )  # fmt: skip
    second = clause(
        "doan-1", "Căn cứ Chỉ thị số 88-CT/TW và Luật Quy hoạch năm 2017 để tổ chức thực hiện.", "đoạn thứ nhất"
    )
    notice = make(
        "thong-bao-cong-tac",
        (second,),
        (
            cite(second, "Chỉ thị số 88-CT/TW", "Chỉ thị", "88-CT/TW", relation="basis"),
            cite(second, "Luật Quy hoạch năm 2017", "Luật", title="Quy hoạch"),
        ),
        type="Thông báo", title=HOSTILE, issuer="Tỉnh ủy Lâm Hà", level="tỉnh",
    )  # fmt: skip
    documents = (plan, resolution, notice)
    return Library({d.id: d for d in documents}, resolve(documents))
