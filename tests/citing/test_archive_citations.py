"""The four directives of the archive: every numbered citation, as a careful reader lists them."""

from pathlib import Path

import pytest

from vankien.citing import find
from vankien.normalizing import normalize
from vankien.reading import read
from vankien.structuring import structure

EXPECTED = {
    "ket-luan-dan-van-kheo": [
        ("06-ĐA/TU", "2017-12-14", None, "implements"),
        ("06-ĐA/TU", None, None, "refers"),
        *[("06-ĐA/TU", None, None, "implements")] * 3,
        ("16/CT-TTg", "2016-05-16", None, "implements"),
        ("06-ĐA/TU", None, None, "implements"),
    ],
    "thong-bao-ket-luan-dan-van-kheo": [
        ("158-KH/TU", "2019-09-09", None, "implements"),
        ("43-KL/TW", "2019-01-07", "158-KH/TU", "refers"),
        ("25-NQ/TW", None, "43-KL/TW", "refers"),
        ("44-CT/TU", "2013-12-23", None, "implements"),
        ("42-CT/TU", "2019-07-05", None, "implements"),
    ],
    "chi-thi-dan-van-kheo": [
        ("232-CV/BDVTW", "2013-08-07", None, "implements"),
        ("173-CTr/TU", "2013-08-13", None, "implements"),
        ("25-NQ/TW", "2013-06-03", "173-CTr/TU", "refers"),
    ],
    "nghi-quyet-cong-tac-dan-van-yen-minh": [
        ("49/CT/TW", "2015-10-20", None, "implements"),
        ("24-NQ/TW", "2003-03-12", None, "implements"),
        ("45-CT/TW", "1994-09-23", None, "implements"),
        ("25-NQ/TW", "2013-06-03", None, "implements"),
        ("43-KL/TW", "2019-01-07", None, "implements"),
        ("25-NQ/TW", "2013-06-03", "43-KL/TW", "refers"),
        ("03-KL/TW", "2016-05-13", None, "implements"),
        ("290-QĐ/TW", "2010-02-25", "03-KL/TW", "refers"),
        ("217-QĐ/T", "2013-12-12", None, "implements"),
        ("218-QĐ/TW", "2013-12-12", None, "implements"),
        ("114-KL/TW", "2015-07-14", None, "implements"),
        ("49-CT/TW", "2015-10-20", None, "implements"),
        ("120-KL/TW", "2016-01-07", None, "implements"),
        ("160-TB/TW", "2020-01-15", None, "implements"),
        ("162-KL/TW", None, "160-TB/TW", "refers"),
        ("11-QĐ/TW", "2019-02-18", None, "implements"),
        ("16/CT-TTg", "2016-05-16", None, "implements"),
        ("12/NQ-CP", "2020-02-15", None, "implements"),
        ("88/2019/QH14", None, "12/NQ-CP", "refers"),
        ("05-CT/TW", "2016-05-15", None, "implements"),
    ],
}


@pytest.mark.parametrize("stem", EXPECTED)
def test_the_numbered_citations_of_the_archive(archive: Path, stem: str) -> None:
    normalized = normalize(read(archive / f"{stem}.txt"))
    citations = find(structure(normalized.body, system=normalized.metadata.system), normalized.metadata)
    numbered = [(c.number, c.date, c.inside, c.relation) for c in citations if c.kind == "numbered"]
    assert numbered == EXPECTED[stem]


def test_congresses_and_the_document_itself(archive: Path) -> None:
    normalized = normalize(read(archive / "nghi-quyet-cong-tac-dan-van-yen-minh.txt"))
    citations = find(structure(normalized.body, system=normalized.metadata.system), normalized.metadata)
    named = [c.title for c in citations if c.kind == "named"]
    assert named == ["Nghị quyết Đại hội Đảng bộ huyện lần thứ XVIII, nhiệm kỳ 2020 - 2025"] * 3
    assert [c.text for c in citations if c.kind == "self"] == ["Nghị quyết này"]
