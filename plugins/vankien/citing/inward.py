"""When "Thông tư này" is the document that it stands in, and where in it the places lie that it names."""

from __future__ import annotations

import re

from vankien.citing.heads import FORMS
from vankien.citing.mention import Mention
from vankien.model import Clause

_ATTACHED = frozenset(FORMS["attached_types"])
_SPEAKS_FOR_ANY = frozenset([None, *FORMS["speaks_for_any"]])
_ANNEX = re.compile(r"(?:phu-luc|kem-theo)-[a-z0-9]+")


def points_inward(mention: Mention, clause: Clause, own_type: str | None, *, quoted: bool) -> bool:
    """Whether "Thông tư này" is this document (or, quoted, the amended one) and not one named just before; whether
    "khoản 2 Điều này" lies in this document and is not quoted. `own_type` is None where it is not known."""
    if mention.kind == "relative":
        return not quoted
    if quoted or own_type in _SPEAKS_FOR_ANY or _ANNEX.match(clause.id):
        return True
    if mention.rule == "self-small":
        return mention.type == own_type
    also = FORMS["also_called"].get(own_type, ())
    return mention.type in (own_type, "Văn bản", *also) or mention.type in _ATTACHED


def in_annex(clause: Clause, pinpoints: tuple[str, ...]) -> tuple[str, ...]:
    """The places of a regulation that speaks of itself in an annex ("khoản 1 Điều 8 Quy chế này") lie in the annex."""
    annex = _ANNEX.match(clause.id)
    return tuple(f"{annex[0]}_{place}" for place in pinpoints) if annex else pinpoints
