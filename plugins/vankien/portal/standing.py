"""A document's state of validity, as far as other documents of the archive or its own dates say it.

The dates stand on the page as they are; what they mean on the day of reading is told by
assets/document/standing.js, since the page may be older."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vankien.citing.validity import Effect, standing_of
from vankien.grouping.standing import STANDINGS, UNKNOWN
from vankien.library import Library
from vankien.model import Metadata
from vankien.portal.listing import document_name, document_url
from vankien.writing.dates import show_date


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
    """The state as a word; `kind` is "dated" where only the document's own dates are known, "unknown" where nothing is.
    `clauses` are the ids of single clauses that something is said of."""

    kind: str
    words: str
    effects: tuple[EffectView, ...]
    clauses: tuple[str, ...]


def standing_view(effects: Iterable[Effect], library: Library, metadata: Metadata | None = None) -> StandingView:
    """The state of a document under the effects on it; those on single clauses stand at the clauses. Its
    own dates count where `metadata` is given."""
    these = tuple(effects)
    standing = standing_of(these)
    dated = _dated(metadata) if metadata else ""
    return StandingView(
        standing or ("dated" if dated else "unknown"),
        STANDINGS[standing] if standing else dated or UNKNOWN,
        effect_views((effect for effect in these if effect.clause is None), library),
        tuple(dict.fromkeys(effect.clause for effect in these if effect.clause)),
    )


def _dated(metadata: Metadata) -> str:
    parts = (("có hiệu lực từ", metadata.effective), ("hết hiệu lực từ", metadata.expires))
    told = ", ".join(f"{words} {show_date(date)}" for words, date in parts if date)
    return told[:1].upper() + told[1:]


def effect_views(effects: Iterable[Effect], library: Library) -> tuple[EffectView, ...]:
    """Effects as the page shows them."""
    return tuple(
        EffectView(
            "Hết hiệu lực" if effect.clause and effect.standing == "expired" else STANDINGS[effect.standing],
            document_name(library.documents[effect.link.document].metadata),
            document_url(effect.link.document, effect.link.citation.clause),
            effect.effective,
            effect.link.citation.sentence or effect.link.citation.text,
        )
        for effect in effects
    )
