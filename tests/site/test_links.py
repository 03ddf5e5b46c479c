"""No link of the built site leads nowhere: every page, file and fragment is there."""

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

pytestmark = pytest.mark.browser
TAKES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    return {
        file.relative_to(site).as_posix(): html.fromstring(file.read_text(encoding="utf-8"))
        for file in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def ids(pages: dict[str, html.HtmlElement]) -> dict[str, set[str]]:
    return {path: set(page.xpath("//@id")) for path, page in pages.items()}


def addresses(page: html.HtmlElement) -> list[str]:
    found = [element.get(TAKES[element.tag]) for element in page.iter(*TAKES) if element.get(TAKES[element.tag])]
    return [address for address in found if not urlsplit(address).scheme]


def test_every_address_leads_to_a_file_and_a_place_in_it(
    site: Path, pages: dict[str, html.HtmlElement], ids: dict[str, set[str]]
) -> None:
    broken = []
    for path, page in pages.items():
        for address in addresses(page):
            parts = urlsplit(address)
            beside = posixpath.join(posixpath.dirname(path), unquote(parts.path))
            target = posixpath.normpath(beside) if parts.path else path
            place = unquote(parts.fragment)
            if not (site / target).is_file() or (place and target in ids and place not in ids[target]):
                broken.append(f"{path}: {address}")
    assert not broken


def test_every_address_is_relative(pages: dict[str, html.HtmlElement]) -> None:
    assert not [f"{path}: {a}" for path, page in pages.items() for a in addresses(page) if a.startswith("/")]


def test_nothing_comes_from_elsewhere(pages: dict[str, html.HtmlElement]) -> None:
    foreign = [
        f"{path}: {element.get(TAKES[element.tag])}"
        for path, page in pages.items()
        for element in page.iter("script", "img", "link")
        if urlsplit(element.get(TAKES[element.tag]) or "").scheme and element.get("rel") not in ("canonical",)
    ]
    assert not foreign


def test_every_page_is_well_made(pages: dict[str, html.HtmlElement], ids: dict[str, set[str]]) -> None:
    for path, page in pages.items():
        assert page.get("lang") == "vi", path
        assert len(page.xpath("//h1")) == 1, path
        assert page.xpath("string(//title)").strip(), path
        assert len(page.xpath("//@id")) == len(ids[path]), path
        assert not page.xpath("//style | //*[@style] | //script[not(@src)][not(contains(@type, 'json'))]"), path
        assert not page.xpath("//img[not(@alt)] | //table[not(.//th)]"), path
        assert not page.xpath("//button[not(@type)][not(ancestor::form)]"), path
        for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            assert (
                field.get("aria-label")
                or page.xpath(f"//label[@for='{field.get('id')}']")
                or field.xpath("ancestor::label")
            ), path


def test_no_name_is_one_that_windows_refuses(site: Path) -> None:
    forbidden = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(10)}
    for file in site.rglob("*"):
        relative = file.relative_to(site)
        assert not {part.split(".")[0].lower() for part in relative.parts} & forbidden
        assert len(str(relative)) < 150
