"""The places a document is looked for under, and what became of places and bodies: yesterday's names find today's."""

from __future__ import annotations

from vankien.model import Document
from vankien.writing.bodies import successor_of_body
from vankien.writing.dates import show_date
from vankien.writing.places import former_provinces, province_of_name, todays_province, was_redrawn


def places_of(document: Document) -> tuple[str, ...]:
    """The province the document speaks for as it was called and as it is called today; where the text says none, the
    place beside the date."""
    said = document.metadata.province or document.metadata.place
    if not said:
        return ()
    name = province_of_name(said) or said
    return tuple(dict.fromkeys((name, todays_province(name) or name)))


def place_note(name: str) -> str:
    """What there is to say of a place's name today.

    >>> place_note("Bình Thuận")
    'nay là Lâm Đồng'
    """
    today = todays_province(name)
    if today and today != name:
        return f"nay là {today}"
    former = ", ".join(former_provinces(name))
    redrawn = was_redrawn(name)
    if not former:
        return ""
    return f"từ {show_date(redrawn)} gồm cả {former}" if redrawn else f"gồm cả {former} trước đây"


def body_note(name: str) -> str:
    """What became of a body, as far as that is known."""
    successor = successor_of_body(name)
    if successor is None:
        return ""
    return f"nay là {successor.name}" if successor.name else f"đã kết thúc hoạt động từ {show_date(successor.since)}"
