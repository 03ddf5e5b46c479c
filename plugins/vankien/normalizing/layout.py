"""A document's lines divided into its parts: what stands before it, its head, its text, its foot, what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vankien.model import Line


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a source by what they are.

    `lead` is a portal's news or table of contents before the document; `header` runs from the motto or the issuer to
    the last line of the title; `body` is the text; `closing` holds Nơi nhận, signatures and stamps; `annexes` all that
    follows. `further` holds other documents of the same file, each from its own header on. All lines together are the
    lines given, each once; only those of `closing` may stand among lines of the body.
    """

    lead: tuple[Line, ...] = ()
    header: tuple[Line, ...] = ()
    body: tuple[Line, ...] = ()
    closing: tuple[Line, ...] = ()
    annexes: tuple[Line, ...] = ()
    further: tuple[tuple[Line, ...], ...] = ()


def divide(lines: Sequence[Line]) -> Parts:
    """The parts of the document that `lines` hold; without any sign of a head or foot all is `body`."""
    return Parts(body=tuple(lines))
