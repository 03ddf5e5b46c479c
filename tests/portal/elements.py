"""Finding elements of a page in tests."""

from lxml import html

from vankien.portal.page import Page


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
