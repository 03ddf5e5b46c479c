import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.portal.page import relative, to_root

names = st.text("abcdefgh-.0123456789", min_size=1, max_size=12).filter(lambda name: name.strip(".") == name)
paths = st.lists(names, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("index.html", "van-ban/a.html", "van-ban/a.html"),
        ("van-ban/a.html", "index.html", "../index.html"),
        ("van-ban/a.html", "van-ban/b.html#khoan-1", "b.html#khoan-1"),
        ("van-ban/a.html", "van-ban/a.html#khoan-1", "#khoan-1"),
        ("van-ban/a.html", "tim-kiem.html?q=a/../b", "../tim-kiem.html?q=a/../b"),
        ("duyet/nam/2020.html", "van-ban/a.html", "../../van-ban/a.html"),
    ],
)
def test_a_link_leads_from_page_to_page(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link


@given(paths, paths)
def test_a_relative_link_comes_back_to_its_target(source: str, target: str) -> None:
    assert posixpath.normpath(posixpath.join(posixpath.dirname(source), relative(source, target))) == target


@given(paths)
def test_the_way_to_the_root_ends_there(source: str) -> None:
    assert posixpath.normpath(posixpath.join(posixpath.dirname(source) or ".", to_root(source) or ".")) == "."
