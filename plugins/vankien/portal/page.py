"""What the portal is made of: pages and files, each with its address below the site's root."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """A page before its frame is put around it. `path` is its address ("van-ban/x.html"), `body` the ready HTML of its
    main part (one h1). `scripts` and `styles` are addresses below the root, in loading order, beside those that every
    page has. `head` is further HTML for the head. `section` is the address of the menu entry it belongs to.
    `kind` names the page for style sheets ("document", "home"); `description` is plain text."""

    path: str
    title: str
    body: Markup
    description: str = ""
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    head: Markup = Markup("")  # noqa: RUF009 - immutable
    section: str = ""
    kind: str = "page"


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file that is published as it is: its bytes, or the place where they lie."""

    path: str
    data: bytes | Path


@dataclass(frozen=True, slots=True)
class Later:
    """A page or file that is made only where that must be. `made_from` says in one word all that decides its content,
    apart from the program and the frame: while that is the same, so is what `make` makes."""

    path: str
    made_from: str
    make: Callable[[], Page | RawFile]


def one_word(*parts: object) -> str:
    """A digest of `parts`, of which `repr` tells everything (strings, numbers, tuples, the model's values)."""
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def relative(source: str, target: str) -> str:
    """The link from the page at `source` to `target`, both below the site's root; a fragment or query stays.

    >>> relative("van-ban/a.html", "so-hieu/b.html#x"), relative("index.html", "van-ban/a.html")
    ('../so-hieu/b.html#x', 'van-ban/a.html')
    """
    cut = min((at for at in (target.find("#"), target.find("?")) if at >= 0), default=len(target))
    path, rest = target[:cut], target[cut:]
    if path == source and rest.startswith("#"):
        return rest
    here, there = source.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) + rest


def to_root(source: str) -> str:
    """What leads from the page at `source` to the site's root, with a slash at its end, or "".

    >>> to_root("van-ban/a.html"), to_root("index.html")
    ('../', '')
    """
    return "../" * source.count("/")
