"""Making pages and finding their elements in tests."""

from collections.abc import Iterable, Iterator

from lxml import html

from vankien.portal.page import Later, Page, RawFile


def made(parts: Iterable[Later | Page | RawFile]) -> Iterator[Page | RawFile]:
    """The parts of a site, all of them made."""
    return (part.make() if isinstance(part, Later) else part for part in parts)


def tree(page: Page) -> html.HtmlElement:
    """The body of a page."""
    return html.fragment_fromstring(str(page.body), create_parent="div")


def of_class(page: Page, name: str, inside: str = "") -> list[html.HtmlElement]:
    """The elements of class `name`, or those that the XPath `inside` finds in them."""
    own = f'.//*[contains(concat(" ", normalize-space(@class), " "), " {name} ")]'
    return tree(page).xpath(own + inside)


def words(elements: list[html.HtmlElement]) -> list[str]:
    """Their texts, blanks made single."""
    return [" ".join(element.text_content().split()) for element in elements]
