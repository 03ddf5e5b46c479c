"""A document's state of validity, as far as other documents of the archive say it, with their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vankien.citing.validity import Effect, Standing, standing_of
from vankien.library import Library
from vankien.portal.listing import document_name, document_url

UNKNOWN = "Chưa có thông tin hiệu lực"
_WORDS: Mapping[Standing, str] = {
    "expired": "Hết hiệu lực toàn bộ",
    "partly-expired": "Hết hiệu lực một phần",
    "amended": "Đã được sửa đổi, bổ sung",
    "suspended": "Ngưng hiệu lực",
    "corrected": "Đã đính chính",
}


@dataclass(frozen=True, slots=True)
class EffectView:
    """What another document does to this one: the words for it, that document, from when (ISO), its sentence."""

    words: str
    name: str
    url: str
    effective: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class StandingView:
    """The state as a word; `kind` is "unknown" where no document of the archive says anything. `clauses` are the ids
    of single clauses that something is said of."""

    kind: str
    words: str
    effects: tuple[EffectView, ...]
    clauses: tuple[str, ...]


def standing_view(effects: Iterable[Effect], library: Library) -> StandingView:
    """The state of a document under the effects on it; those on single clauses stand at the clauses."""
    these = tuple(effects)
    standing = standing_of(these)
    return StandingView(
        standing or "unknown",
        _WORDS[standing] if standing else UNKNOWN,
        effect_views((effect for effect in these if effect.clause is None), library),
        tuple(dict.fromkeys(effect.clause for effect in these if effect.clause)),
    )


def effect_views(effects: Iterable[Effect], library: Library) -> tuple[EffectView, ...]:
    """Effects as the page shows them."""
    return tuple(
        EffectView(
            "Hết hiệu lực" if effect.clause and effect.standing == "expired" else _WORDS[effect.standing],
            document_name(library.documents[effect.link.document].metadata),
            document_url(effect.link.document, effect.link.citation.clause),
            effect.effective,
            effect.link.citation.sentence or effect.link.citation.text,
        )
        for effect in effects
    )
