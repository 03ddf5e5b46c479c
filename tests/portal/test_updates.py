"""What was published when."""

from elements import of_class, words
from small_library import small_library

from vankien.library import Library
from vankien.permalinks.ledger import Entry, Ledger
from vankien.portal.public_pages import public_pages
from vankien.portal.settings import Settings
from vankien.portal.updates import days_of, first_days, updates_page

RESOLUTION, PLAN = "nghi-quyet-11-nq-tu-2017", "ke-hoach-20-kh-hu-2018"
LEDGER = Ledger(
    (
        Entry(PLAN, "khoan-1", "a", "b", "2026-01-02"),
        Entry(RESOLUTION, "khoan-1", "c", "d", "2026-01-01", changed="2026-02-03"),
        Entry(RESOLUTION, "khoan-2", "e", "f", "2026-02-03"),
        Entry("da-go", "khoan-1", "", "", "2025-01-01", state="gone"),
    )
)


def test_days_stand_latest_first_and_say_what_happened() -> None:
    days = list(days_of(small_library(), LEDGER))
    told = [(d.day, [(u.kind, u.row.id if u.row else None, u.clauses) for u in d.updates]) for d in days]
    assert told == [
        ("2026-02-03", [("changed", RESOLUTION, 2)]),
        ("2026-01-02", [("new", PLAN, 1)]),
        ("2026-01-01", [("new", RESOLUTION, 2)]),
    ]


def test_of_a_withdrawn_document_nothing_is_said_but_that() -> None:
    library = small_library()
    library = Library(library.documents, library.links, withdrawn={"bi-mat-12": "2026-03-04"})
    page = updates_page(library, LEDGER)
    assert "bi-mat-12" not in page.body
    assert words(of_class(page, "vk-day", "/ul/li"))[0] == "Đã gỡ Văn bản đã gỡ khỏi cổng"


def test_the_home_page_shows_what_came_last_first() -> None:
    pages = {part.path: part for part in public_pages(small_library(), Settings("x", ""), LEDGER)}
    entries = words(of_class(pages["index.html"], "vk-entries", "//p[1]"))  # type: ignore[arg-type]
    assert [entry.split()[0] for entry in entries if "/2" in entry][:2] == ["Kế", "Nghị"]


def test_the_first_day_of_a_document_is_that_of_its_first_clause() -> None:
    assert first_days(LEDGER) == {PLAN: "2026-01-02", RESOLUTION: "2026-01-01", "da-go": "2025-01-01"}
