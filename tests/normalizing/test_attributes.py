"""What heads and feet say, for all kinds of documents, and what they must never say."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vankien.model import Line, Metadata
from vankien.normalizing.attributes import read_attributes
from vankien.normalizing.layout import divide

SPECIMENS = yaml.safe_load(Path(__file__).with_name("heads.yml").read_text(encoding="utf-8"))


def lines_of(text: str) -> list[Line]:
    return [Line(row, place=f"dòng {number}") for number, row in enumerate(text.split("\n"), 1)]


def shown(value: object) -> object:
    """A value as heads.yml writes it."""
    if not isinstance(value, tuple):
        return value
    return [[item.name, item.position, item.authority] if hasattr(item, "authority") else item for item in value]


@pytest.mark.parametrize("specimen", SPECIMENS, ids=[specimen["name"] for specimen in SPECIMENS])
def test_a_document_says(specimen: dict) -> None:
    metadata, evidence = read_attributes(divide(lines_of(specimen["text"])))
    assert {name: shown(getattr(metadata, name)) for name in specimen["expected"]} == specimen["expected"]
    for name in Metadata.__dataclass_fields__:
        assert bool(getattr(metadata, name)) == (name in evidence), f"evidence of {name}"


@pytest.mark.parametrize("specimen", SPECIMENS, ids=[specimen["name"] for specimen in SPECIMENS])
def test_the_evidence_is_printed(specimen: dict) -> None:
    _, evidence = read_attributes(divide(lines_of(specimen["text"])))
    printed = "".join(c for c in specimen["text"] if c.isalnum())
    for name in ("number", "date", "place", "type", "title"):
        if name in evidence:
            assert "".join(c for c in evidence[name].text if c.isalnum()) in printed, name
            assert evidence[name].place.startswith("dòng ")


TABLED = [specimen for specimen in SPECIMENS if specimen["text"].startswith("|")]


@pytest.mark.parametrize("specimen", TABLED, ids=[specimen["name"] for specimen in TABLED])
def test_a_table_and_its_cells_one_after_the_other_say_the_same(specimen: dict) -> None:
    rows = specimen["text"].split("\n")
    cells, cell = [], -1
    for row in rows:
        cell += row == "|"
        cells.append(Line(row, cell=(0, cell // 2, cell % 2) if cell >= 0 else None, ends=True))
    bare = [Line(row) for row in rows if row != "|"]
    said = [
        read_attributes(divide(lines))[0]
        for lines in (lines_of(specimen["text"]), [line for line in cells if line.text != "|"], bare)
    ]
    for name in ("type", "number", "date", "place", "issuer", "title"):
        assert len({getattr(metadata, name) for metadata in said}) == 1, name


SEEDS = {
    "ket-luan-dan-van-kheo.txt": {
        "type": "Kết luận",
        "number": None,
        "date": None,
        "place": None,
        "issuer": "Ban Thường vụ Tỉnh ủy",
        "title": "về tiếp tục triển khai thực hiện phong trào “Dân vận khéo”",
        "signers": [["Hoàng Duy Chinh", "BÍ THƯ", "T/M BAN THƯỜNG VỤ"]],
        "collective": "Ban Thường vụ Tỉnh ủy",
        "level": "Tỉnh",
        "system": "Đảng",
        "province": None,
    },
    "thong-bao-ket-luan-dan-van-kheo.txt": {
        "type": "Thông báo",
        "number": None,
        "date": None,
        "place": None,
        "issuer": "Thường trực Tỉnh ủy",
        "signers": [["Trần Tới", "CHÁNH VĂN PHÒNG", None]],
        "level": "Tỉnh",
        "system": "Đảng",
        "province": "Bình Thuận",
    },
    "chi-thi-dan-van-kheo.txt": {
        "type": "Chỉ thị",
        "number": None,
        "date": None,
        "place": None,
        "issuer": "Ban Thường vụ Tỉnh ủy",
        "title": "Về việc tiếp tục lãnh đạo, chỉ đạo đẩy mạnh phong trào thi đua “Dân vận khéo”",
        "signers": [["Đinh Văn Chung", "PHÓ BÍ THƯ", "T/M BAN THƯỜNG VỤ"]],
        "province": None,
    },
    "nghi-quyet-cong-tac-dan-van-yen-minh.txt": {
        "type": "Nghị quyết",
        "number": "03-NQ/HU",
        "date": "2020-12-18",
        "place": "Yên Minh",
        "issuer": "Ban Chấp hành Đảng bộ huyện khóa XVIII",
        "title": "về “Nâng cao chất lượng công tác Dân vận giai đoạn 2021 - 2025”",
        "signers": [["Ngô Xuân Nam", "BÍ THƯ", "T/M HUYỆN ỦY"]],
        "level": "Huyện",
        "system": "Đảng",
        "province": None,
        "term": "khóa XVIII, nhiệm kỳ 2020 - 2025",
    },
}


@pytest.mark.parametrize("name", SEEDS)
def test_the_four_directives_of_the_archive(archive: Path, name: str) -> None:
    text = (archive / name).read_text(encoding="utf-8").replace("**", "").replace("\\", "").replace("*Yên", "Yên")
    metadata, _ = read_attributes(divide(lines_of(text)))
    assert {field: shown(getattr(metadata, field)) for field in SEEDS[name]} == SEEDS[name]


def test_a_word_file_keeps_its_lists_in_numbers_and_its_head_in_text_boxes() -> None:
    head = ["SỞ NỘI VỤ", "S6: 12/SNV-CCHC", "V/v gửi báo cáo", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    lines = [Line(row, box="textbox", ends=True) for row in [*head, "Sơn La, ngày 5 tháng 3 năm 2024"]]
    lines += [Line("Kính gửi:", ends=True)]
    lines += [Line(row, number="-", ends=True) for row in ("Các sở, ban, ngành;", "UBND các xã, phường.")]
    lines += [Line("Sở Nội vụ đề nghị các đơn vị gửi báo cáo trước ngày 20/3/2024./.", ends=True)]
    lines += [Line("Nơi nhận:", ends=True, cell=(0, 0, 0))]
    lines += [Line(row, number="-", ends=True, cell=(0, 0, 0)) for row in ("Như trên;", "Lưu: VT.")]
    lines += [Line(row, ends=True, cell=(0, 0, 1)) for row in ("GIÁM ĐỐC", "", "Lò Văn Sáu")]
    metadata, _ = read_attributes(divide(lines))
    assert (metadata.type, metadata.number, metadata.date) == ("Công văn", "12/SNV-CCHC", "2024-03-05")
    assert (metadata.issuer, metadata.title) == ("Sở Nội vụ", "V/v gửi báo cáo")
    assert metadata.addressees == ("Các sở, ban, ngành", "UBND các xã, phường")
    assert metadata.recipients == ("Như trên", "Lưu: VT.")
    assert [signer.name for signer in metadata.signers] == ["Lò Văn Sáu"]


def test_stamps_give_no_attribute() -> None:
    stamp = [Line(row, box="stamp") for row in ("Số: 99/QĐ-ABC", "Hà Nội, ngày 1 tháng 1 năm 2020")]
    text = "QUYẾT ĐỊNH\nVề việc giao đất\nCăn cứ Luật Đất đai;\nĐiều 1. Giao đất."
    metadata, _ = read_attributes(divide([*stamp, *lines_of(text)]))
    assert (metadata.number, metadata.date, metadata.place) == (None, None, None)


NUMBERS = st.builds(
    lambda n, year, kind, body, gap: (f"{n}/{year}/{kind}-{body}", gap),
    st.integers(1, 99999),
    st.integers(1990, 2060),
    st.sampled_from(["QĐ", "NQ", "TT", "NĐ", "KH", "CTr"]),
    st.sampled_from(["UBND", "HĐND", "TTg", "BNNMT", "CP"]),
    st.lists(st.sampled_from(["", " ", "\n"]), min_size=3, max_size=3),
)


@given(NUMBERS)
def test_a_number_survives_blanks_and_line_breaks_around_its_marks(case: tuple[str, list[str]]) -> None:
    number, gaps = case
    printed = number
    for mark, gap in zip("//-", gaps, strict=True):
        head, _, tail = printed.partition(mark)
        printed = f"{head}\0{gap}{tail}" if mark == "-" else f"{head}\1{gap}{tail}"
    printed = printed.replace("\0", "-").replace("\1", "/")
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG\nSố: {printed}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nCao Bằng, ngày 05 tháng 3 năm 2020\n"
        "QUYẾT ĐỊNH\nVề việc giao đất\nCăn cứ Luật Đất đai;\n"
    )
    metadata, _ = read_attributes(divide(lines_of(text)))
    assert metadata.number == number
    assert (metadata.date, metadata.place) == ("2020-03-05", "Cao Bằng")
