"""A few documents with numbers, for tests of what mentions mean among them."""

from vankien.citing import find
from vankien.model import Clause, Document, Fidelity, Metadata, SourceFile


def document(
    name: str,
    kind: str,
    number: str | None,
    date: str | None,
    *texts: str,
    ids: tuple[str, ...] = (),
    corrections: dict[str, object] | None = None,
    **attributes: str,
) -> Document:
    """A document whose clauses are `texts`, called khoan-1, khoan-2 ... or by `ids`."""
    clauses = tuple(
        Clause(ids[k] if ids else f"khoan-{k + 1}", None, "khoan", str(k + 1), "", text) for k, text in enumerate(texts)
    )
    metadata = Metadata(type=kind, number=number, date=date, **attributes)
    return Document(
        id=name, sources=(SourceFile(f"{name}.txt", "0"),), metadata=metadata, evidence={}, lead=(), header=(), body="",
        closing=(), fidelity=Fidelity(0, 0), clauses=clauses, citations=find(clauses, metadata),
        corrections=corrections or {},
    )  # fmt: skip
