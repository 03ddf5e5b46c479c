"""Whether the body that a mention means is the one that issued a held document of a local number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vankien import knowledge
from vankien.citing.locality import LEVELS, at_any_level, is_city, named_level, named_localities
from vankien.writing.folding import folded_words

if TYPE_CHECKING:
    from vankien.citing.holdings import Holding
    from vankien.model import Citation


@dataclass(frozen=True, slots=True)
class Body:
    """The issuing body as a mention names it: its local level, its places; `named` where it is named at all."""

    level: str | None
    places: frozenset[str]
    named: bool


NOBODY = Body(None, frozenset(), named=False)
"""The body of a mention that names none."""


def read_body(citation: Citation, own: Holding) -> Body:
    """The body that `citation` of the document `own` names; "thành phố" alone is the city that speaks."""
    words = citation.issuer or ""
    level = named_level(words) or (own.level if own.city and is_city(words) else None)
    return Body(level, named_localities(words), named=bool(words))


def place_agrees(own: Holding, body: Body, holding: Holding, *, unique: bool) -> bool | None:
    """True where the place that the mention names (or, where it names none, the citing document's) is the held one's,
    False where they differ, None where nothing tells. `unique`: the number carries its year."""
    if body.level and holding.level in LEVELS and body.level != holding.level:
        return False
    if body.places:
        return _named_agrees(own, body.places, holding, unique=unique)
    return _own_agrees(own, body.level, holding)


def _named_agrees(own: Holding, named: frozenset[str], holding: Holding, *, unique: bool) -> bool | None:
    if not holding.seats:
        return None
    if not named & holding.seats:
        return False
    if holding.level in LEVELS[:2]:
        above = named & _provinces()
        if above and holding.province:
            return holding.province in above
        if own.province and holding.province and own.province != holding.province:
            return None
    if not unique and named & holding.seats & _enlarged() and _astride(own, holding):
        return None
    return True


def _own_agrees(own: Holding, level: str | None, holding: Holding) -> bool | None:
    """As `place_agrees`, for a mention that names no place: a body speaks of its own documents, or, where it says so,
    of those of the body above it."""
    if own.level not in LEVELS or holding.level not in LEVELS:
        return _loosely(own, holding)
    if _took_over(own, holding):
        return None
    if own.province and holding.province and own.province != holding.province:
        return False
    if own.level == holding.level:
        if own.seats & holding.seats:
            return None if _merged_between(own, holding) else True
        return False if own.seats and holding.seats else None
    if LEVELS.index(own.level) > LEVELS.index(holding.level):
        return None
    told = level is not None or not at_any_level(holding.mark)
    near = own.province is not None and own.province == holding.province
    return True if near and told and not _merged_between(own, holding) else None


def _took_over(own: Holding, holding: Holding) -> bool:
    """Whether the citing document's province took in the held one's: its number may stand for either."""
    before = _predecessors().get(own.province or "", frozenset())
    return holding.level == "Tỉnh" and bool(before & holding.seats) and _astride(own, holding)


def _loosely(own: Holding, holding: Holding) -> bool | None:
    if own.localities & holding.localities:
        return None if _merged_between(own, holding) else True
    if own.province and holding.province:
        return False
    same_kind = own.mark is not None and own.mark == holding.mark
    return False if same_kind and own.localities and holding.localities else None


def _merged_between(own: Holding, holding: Holding) -> bool:
    """Whether the citing document's province was merged after the held one was issued: the old province of that name
    and the new one number apart, and so do the others that went into it."""
    return own.province in _merged() and _astride(own, holding)


def _astride(own: Holding, holding: Holding) -> bool:
    return bool(own.date and holding.date and holding.date < _since() <= own.date)


@lru_cache(maxsize=1)
def _since() -> str:
    return str(knowledge.load("succession")["provinces_since"])


@lru_cache(maxsize=1)
def _merged() -> frozenset[str]:
    return frozenset(folded_words(name) for name in knowledge.load("succession")["merged_provinces"])


@lru_cache(maxsize=1)
def _predecessors() -> dict[str, frozenset[str]]:
    """Each province of today -> the others that went into it."""
    rows = knowledge.load("succession")["provinces"]
    return {folded_words(row["to"]): frozenset(folded_words(n) for n in row["from"] if n != row["to"]) for row in rows}


@lru_cache(maxsize=1)
def _enlarged() -> frozenset[str]:
    """The provinces whose name lives on over more land than before."""
    rows = knowledge.load("succession")["provinces"]
    return frozenset(folded_words(row["to"]) for row in rows if row["to"] in row["from"])


@lru_cache(maxsize=1)
def _provinces() -> frozenset[str]:
    return frozenset(folded_words(entry["name"]) for entry in knowledge.load("places"))
