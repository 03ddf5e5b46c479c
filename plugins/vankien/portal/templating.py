"""The one place where text becomes HTML: Jinja2 templates of this folder, everything escaped by default."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from vankien.portal.facet_addresses import facet_url, value_url
from vankien.portal.page import Later, Page, one_word, relative, to_root
from vankien.writing.dates import show_date
from vankien.writing.titles import readable

_TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **context: Any) -> Markup:
    """The template's HTML. A name that the template uses and `context` lacks raises `jinja2.UndefinedError`."""
    return Markup(_environment().get_template(template).render(**context))  # noqa: S704 - escaped by the environment


def later_page(path: str, template: str, context: Mapping[str, Any], **about: Any) -> Later:
    """The page at `path`, whose main part is the template's HTML and `about` its other attributes; made only where
    anything of this is not as before, so `context` holds what `one_word` takes."""
    made_from = one_word(template, *context.items(), *about.items())
    return Later(path, made_from, lambda: Page(path=path, body=render(template, **context), **about))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(date=show_date, readable=readable)
    environment.globals.update(relative=relative, to_root=to_root, facet_url=facet_url, value_url=value_url)
    return environment
