"""Documents held twice are told from namesakes."""

import pytest

from vankien.model import Document, Fidelity, Metadata, SourceFile
from vankien.normalizing.duplicates import duplicates

SAID = {"type": "Chỉ thị", "number": "05-CT/TU", "date": "2021-03-05", "issuer": "Tỉnh ủy Hòa An"}


def held(name, **changes):
    metadata = Metadata(**{**SAID, **changes})
    return Document(name, (SourceFile(f"{name}.docx", ""),), metadata, {}, (), (), "", (), Fidelity(0, 0))


ALIKE = [{}, {"number": "5 -CT/TU"}, {"issuer": "Ban Thường vụ Tỉnh ủy Hòa An"}, {"issuer": None}]
APART = [
    {"number": "6-CT/TU"},
    {"date": "2021-03-06"},
    {"date": None},
    {"number": None},
    {"type": "Kết luận"},
    {"issuer": "Tỉnh ủy Bình Sơn"},
]


@pytest.mark.parametrize("changes", ALIKE)
def test_the_same_document_twice(changes):
    (problem,) = duplicates([held("b", **changes), held("a")])
    assert problem.file == "archive/b.docx"
    assert "“archive/a.docx”" in problem.vi
    assert "archive/a.docx" in problem.en


@pytest.mark.parametrize("changes", APART)
def test_namesakes(changes):
    assert duplicates([held("a"), held("b", **changes)]) == ()


def test_the_archives_own_provinces_tell_apart():
    assert duplicates([held("a", province="Hòa An"), held("b", issuer=None, province="Bình Sơn")]) == ()
