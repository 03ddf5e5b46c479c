"""A mention as found in one text, before its relation, its container and its antecedent are known."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.model import CitationKind


@dataclass(slots=True)
class Mention:
    """`start` and `end` count in the text; `title` is the bare name of a document cited by name, `words`
    what is printed from the type word on, without pinpoints; `shares` is True for
    the second and later items of a list that shares its type word. The rest as in `Citation`."""

    start: int
    end: int
    kind: CitationKind
    type: str
    rule: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    term: str | None = None
    title: str | None = None
    pinpoints: tuple[str, ...] = ()
    antecedent: str | None = None
    shares: bool = False
    inside: str | None = None
    words: str = ""

    @property
    def inward(self) -> bool:
        """Whether it points into the document that it stands in."""
        return self.kind in ("self", "relative")
