"""Persons, posts, and who signs for whom."""

import pytest

from vankien.model import Line, Signer, Source
from vankien.normalizing import normalize
from vankien.normalizing.persons import breaks_post, is_authority, is_position, read_name
from vankien.normalizing.signature import read_signers
from vankien.normalizing.strips import read_strips


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("PGS.TS. Nguyễn Văn An", "Nguyễn Văn An"),
        ("Thượng tướng Trần Quang", "Trần Quang"),
        ("Đại tá, TS. Lê Hồng Sơn", "Lê Hồng Sơn"),
        ("Y Thanh Hà Niê Kđăm", "Y Thanh Hà Niê Kđăm"),
        ("Giàng A Sáu", "Giàng A Sáu"),
        ("Trương Thị Mai", "Trương Thị Mai"),
        ("Ông Văn Tùng", "Ông Văn Tùng"),
        ("LÊ THỊ HỒNG", "LÊ THỊ HỒNG"),
        ("Trần Văn Ba (đã ký)", "Trần Văn Ba"),
        ("NHÂN DÂN", None),
        ("VĂN PHÒNG", None),
        ("PHÓ CHỦ TỊCH", None),
        ("Phó Chủ tịch", None),
        ("Hà Nội, ngày 5", None),
        ("và các đơn vị", None),
        ("Nguyễn", None),
    ],
)
def test_a_name(text: str, name: str | None) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "T/M BAN THƯỜNG VỤ",
        "TM. CHÍNH PHỦ",
        "KT. BỘ TRƯỞNG",
        "TL. CHỦ TỊCH",
        "TUQ. GIÁM ĐỐC",
        "Q. VỤ TRƯỞNG",
        "KT BỘ TRƯỞNG",
    ],
)
def test_an_authority(text: str) -> None:
    assert is_authority(text)


@pytest.mark.parametrize(
    "text", ["BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Chánh Văn phòng", "Q. CHỦ TỊCH", "QUYỀN CHỦ TỊCH", "THỨ TRƯỞNG"]
)
def test_a_position(text: str) -> None:
    assert is_position(text)
    assert not is_position("Trương Văn Bình")


@pytest.mark.parametrize(
    ("before", "after", "broken"),
    [
        ("KT.", "CHỦ TỊCH", True),
        ("PHÓ", "TRƯỞNG BAN", True),
        ("THỨ", "TRƯỞNG", True),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", False),
    ],
)
def test_a_post_broken_over_two_lines(before: str, after: str, broken: bool) -> None:
    assert breaks_post(before, after) is broken


LONG_AUTHORITY = "TL. CỤC TRƯỞNG\nKT. TRƯỞNG BAN CHÍNH SÁCH,\nTHUẾ QUỐC TẾ"


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        (
            f"{LONG_AUTHORITY}\nPHÓ TRƯỞNG BAN\nPhạm Thị Hiền",
            [Signer("Phạm Thị Hiền", "PHÓ TRƯỞNG BAN", LONG_AUTHORITY.replace("\n", " "))],
        ),
        (
            "KT. BỘ TRƯỞNG,\nCHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nTrịnh Văn Linh",
            [Signer("Trịnh Văn Linh", "PHÓ CHỦ NHIỆM", "KT. BỘ TRƯỞNG, CHỦ NHIỆM")],
        ),
        ("T/M BỘ CHÍNH TRỊ\n\nLê Văn Bình", [Signer("Lê Văn Bình", None, "T/M BỘ CHÍNH TRỊ")]),
        ("GIÁM ĐỐC\n(Đã ký)\nLò\nVăn Sáu", [Signer("Lò Văn Sáu", "GIÁM ĐỐC")]),
        ("CHỦ TỊCH", []),
        ("KT. BỘ TRƯỞNG THỨ TRƯỞNG\nLê Văn Bình", [Signer("Lê Văn Bình", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG")]),
    ],
)
def test_who_signs(text: str, signers: list[Signer]) -> None:
    lines = [Line(row) for row in text.split("\n")]
    assert list(read_signers(read_strips(lines, 0, len(lines), foot=True), lines)[0]) == signers


def test_posts_in_one_row_of_a_table_and_names_in_the_next() -> None:
    rows = [["KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG", "CHỦ TỊCH"], ["Nguyễn Văn An", "Trần Thị Bình"]]
    lines = [
        Line(part, cell=(0, r, c), ends=True)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        for part in cell.split("\n")
    ]
    signers, _ = read_signers(read_strips(lines, 0, len(lines), foot=True), lines)
    assert signers == (Signer("Nguyễn Văn An", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG"), Signer("Trần Thị Bình", "CHỦ TỊCH"))


def printed(*rows: tuple[str, tuple[int, int, int] | None]) -> list[Line]:
    return [Line(text, cell=cell) for text, cell in rows]


LEFT, RIGHT = (1, 0, 0), (1, 0, 1)


def test_a_list_of_recipients_that_is_longer_than_the_signature_beside_it() -> None:
    body = [Line("Điều 1. Nội dung."), Line("Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.")]
    foot = printed(
        ("Nơi nhận:", LEFT),
        ("- Như Điều 2;", LEFT),
        ("KT. CHỦ TỊCH", RIGHT),
        ("PHÓ CHỦ TỊCH", RIGHT),
        ("Nguyễn Văn An", RIGHT),
        ("- Các sở, ban, ngành,", None),
        ("đoàn thể tỉnh;", None),
        ("- Lưu: VT.", None),
    )
    metadata = normalize(Source("a.pdf", "", "pdf", None, (*body, *foot), "")).metadata
    assert metadata.recipients == ("Như Điều 2", "Các sở, ban, ngành, đoàn thể tỉnh", "Lưu: VT.")
    assert [(s.authority, s.position, s.name) for s in metadata.signers] == [
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An")
    ]


def test_a_page_that_ends_behind_the_first_line_of_the_foot() -> None:
    body = [Line("1. Nội dung."), Line("Đề nghị các đơn vị thực hiện./.")]
    foot = printed(
        ("Nơi nhận:          T/M BAN THƯỜNG VỤ", None),
        ("- Như trên,", LEFT),
        ("- Lưu Văn phòng.", LEFT),
        ("PHÓ BÍ THƯ", RIGHT),
        ("Nguyễn Văn An", RIGHT),
    )
    metadata = normalize(Source("a.pdf", "", "pdf", None, (*body, *foot), "")).metadata
    assert metadata.recipients == ("Như trên", "Lưu Văn phòng.")
    assert metadata.signers[0].name == "Nguyễn Văn An"
