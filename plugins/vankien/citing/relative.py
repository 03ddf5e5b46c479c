"""Pinpoints that point from where they stand: "khoản 2 Điều này", "các điểm a và b khoản này"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vankien.citing.mention import Mention
from vankien.citing.scan import LooseRun
from vankien.knowledge import load
from vankien.model import Clause
from vankien.writing.pinpoints import pinpoint_ids

_LEVELS = {word: level["id"] for level in load("pinpoints")["levels"] for word in level["words"]}
_THIS = re.compile(rf"(?P<level>{'|'.join(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in _LEVELS)}) này(?!\w)")
_UNIQUE = re.compile(r"(?:(?:kem-theo|phu-luc)-[\w-]+_)?")


def relative_mentions(
    text: str, loose: Mapping[int, LooseRun], clause: Clause, clauses: Mapping[str, Clause], own_type: str
) -> list[Mention]:
    """The mentions of the document's own clauses by place, in order; their pinpoints are whole clause ids.

    `loose` are the pinpoints of `text` that no document follows (`scan.scan`), `clauses` the document's by id.
    """
    found = []
    for end, run in loose.items():
        match = _THIS.match(text, end)
        level = match and _LEVELS.get(match["level"].lower())
        base = next((c for c in _upwards(clause, clauses) if c.kind == level), None) if level else None
        if match and base:
            places = tuple(_below(base.id, place) for place in pinpoint_ids(run.words))
            found.append(Mention(run.start, match.end(), "relative", own_type, "relative", pinpoints=places))
    return found


def _upwards(clause: Clause, clauses: Mapping[str, Clause]) -> Iterator[Clause]:
    at: Clause | None = clause
    while at is not None:
        yield at
        at = clauses.get(at.parent) if at.parent else None


def _below(base: str, place: str) -> str:
    """The id of `place` below `base`; a Điều has nothing before it but an annex."""
    if place.startswith("dieu-"):
        annex = _UNIQUE.match(base)
        return f"{annex[0] if annex else ''}{place}"
    return f"{base}_{place}"
