"""The fidelity report in words: how many characters of the original the page holds."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.model import Dropped, Fidelity


@dataclass(frozen=True, slots=True)
class FidelityView:
    """Counts as they are printed in Vietnamese ("5.909", "99,8 %")."""

    percent: str
    placed: str
    characters: str
    unplaced: int
    dropped: tuple[Dropped, ...]


def fidelity_view(fidelity: Fidelity) -> FidelityView:
    """The report of one document. The percentage is cut, not rounded: 100 % means every character."""
    share = fidelity.placed * 1000 // fidelity.characters if fidelity.characters else 1000
    percent = f"{share // 10},{share % 10} %" if share < 1000 else "100 %"
    return FidelityView(
        percent, _count(fidelity.placed), _count(fidelity.characters), fidelity.unplaced, fidelity.dropped
    )


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
