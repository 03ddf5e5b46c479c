"""How the tests of this wing write a body and look at its clauses."""

from vankien.model import Clause
from vankien.structuring import structure


def body(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def clauses(*paragraphs: str, system: str | None = None) -> dict[str, Clause]:
    found = structure(body(*paragraphs), system=system)
    by_id = {clause.id: clause for clause in found}
    assert len(by_id) == len(found)
    return by_id


def ids(*paragraphs: str) -> list[str]:
    return list(clauses(*paragraphs))


def numbered(*paragraphs: str) -> list[str]:
    """The ids of the clauses with a printed number."""
    return [c.id for c in clauses(*paragraphs).values() if c.number is not None and c.kind != "chu-thich"]
