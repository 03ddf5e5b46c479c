"""Laws called by their names beside marks."""

import pytest

from vankien.catalogue import Catalogue
from vankien.searching.analysis import tokens
from vankien.searching.laws import law_names


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("luật Đất đai", ["luat dat", "dat dai"]),
        ("của Bộ luật Lao động 2019", ["luat lao", "lao dong"]),
        ("Hiến pháp 2013", []),
        ("luật", []),
        ("về luật đất đai", []),
        ("nghị quyết công tác dân vận", []),
        ("", []),
    ],
)
def test_the_name_of_a_law(text: str, pairs: list[str]) -> None:
    assert law_names([tokens(text)]) == pairs


def test_a_document_named_in_full_is_here_whatever_else_is_said(catalogue: Catalogue) -> None:
    name = "kết luận về tiếp tục triển khai thực hiện phong trào dân vận khéo"
    strange = " ".join(f"xyzzy{letter} wkrp{letter}" for letter in "abcdefghijklmnop")
    assert catalogue.search(f"{name} {strange}")["nearest"]
    assert not catalogue.search(f"khoản 1 {name} {strange}")["nearest"]
