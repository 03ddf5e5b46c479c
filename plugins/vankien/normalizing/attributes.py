"""The attributes of a document, each with the printed words it was read from."""

from __future__ import annotations

from vankien.model import Evidence, Metadata
from vankien.normalizing.layout import Parts


def read_attributes(parts: Parts) -> tuple[Metadata, dict[str, Evidence]]:
    """The attributes of the document and the evidence for each one found, under the names of `Metadata`.

    Values are as printed; what is not printed is None or (), never a guess. Only the header, the closing and, for a
    few, the sentences of the body that speak of the document itself are read: never lead, annexes or stamps.
    """
    return Metadata(), {}
