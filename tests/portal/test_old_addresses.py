import pytest
from small_library import clause, make

from vankien.permalinks.ledger import Entry, Ledger
from vankien.portal.document.old_addresses import old_addresses

DOCUMENT = make("quy-che", (clause("khoan-1", "Một."), clause("khoan-3", "Ba.")))


def entry(name: str, to: str | None = None) -> Entry:
    return Entry("quy-che", name, "", "", "2026-01-01", "alias" if to else "gone", to)


@pytest.mark.parametrize(
    ("entries", "moved", "gone"),
    [
        ((), {}, ()),
        ((entry("khoan-2", "khoan-3"),), {"khoan-3": ("khoan-2",)}, ()),
        ((entry("khoan-2", "khoan-5"), entry("khoan-5", "khoan-3")), {"khoan-3": ("khoan-2", "khoan-5")}, ()),
        ((entry("khoan-2"),), {}, ("khoan-2",)),
        ((entry("khoan-2", "khoan-9"),), {}, ("khoan-2",)),
        ((entry("khoan-2", "khoan-5"), entry("khoan-5", "khoan-2")), {}, ("khoan-2", "khoan-5")),
        ((entry("khoan-1", "khoan-3"),), {}, ()),
    ],
    ids=["none", "moved", "moved twice", "gone", "moved to nowhere", "moved in a circle", "still there"],
)
def test_an_old_address_leads_to_where_its_clause_stands_now(
    entries: tuple[Entry, ...], moved: dict[str, tuple[str, ...]], gone: tuple[str, ...]
) -> None:
    old = old_addresses(DOCUMENT, Ledger(entries))
    assert (old.moved, old.gone) == (moved, gone)
