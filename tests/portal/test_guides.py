"""What the guides tell people to type must be what the program reads."""

import re

from elements import tree
from small_library import small_library

from vankien.normalizing.corrections import read_corrections
from vankien.portal.guide_pages import guide_pages
from vankien.portal.settings import Settings


def examples(path: str) -> list[str]:
    pages = {page.path: page for page in guide_pages(small_library(), Settings(name="x", url=""))}
    return [e.text_content() for e in tree(pages[path]).iter("pre")]


def test_the_corrections_shown_to_archivists_are_understood() -> None:
    shown = [text for text in examples("van-thu.html") if re.match(r"(?:number|release|withdrawn):", text)]
    assert len(shown) == 3
    for text in shown:
        found, problems = read_corrections(text.encode(), "ket-luan.yml")
        assert problems == ()
        assert found.attributes or found.release or found.withdrawn


def test_the_commands_shown_to_archivists_exist() -> None:
    from vankien.cli import main

    commands = re.findall(r"vankien (\w+)", "\n".join(examples("van-thu.html")))
    assert commands
    assert set(commands) <= set(main.commands)


def test_the_archivists_guide_leads_to_the_offices_own_manual_where_there_is_one() -> None:
    def links(settings: Settings) -> list[str | None]:
        page = next(page for page in guide_pages(small_library(), settings) if page.path == "van-thu.html")
        return [e.get("href") for e in tree(page).iter("a")]

    assert "cai-dat.html" in links(Settings(name="x", url="", manual="cai-dat.html"))
    assert "cai-dat.html" not in links(Settings(name="x", url=""))
