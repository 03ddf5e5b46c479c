"""Some hundred queries of all kinds over the portal's archive, for holding the two sides of the search together."""

import itertools
import re

from vankien.library import Library
from vankien.writing.folding import fold

ODD = [
    "",
    " ",
    '"',
    '""',
    "-",
    '-"',
    "OR",
    "a OR b",
    "HOẶC",
    '"chưa đóng',
    "loai:",
    "loai:xyz dân",
    'loai:"chỉ thị" dân vận',
    "loai:nq",
    "coquan:huyện dân vận",
    "noi:hà giang",
    "nam:2020",
    "nam:2016..2021 khéo",
    "nam:..2019",
    "nam:abc",
    "so:03-NQ/HU",
    "so:99",
    "trong:03-nq/hu dân vận",
    "trong:khong-co",
    "x:y:z",
    "constructor: toString",
    "dân vận -khéo",
    'dân vận -"dân vận khéo"',
    "BTV",
    "btv tỉnh ủy",
    "MTTQ",
    "mặt trận tổ quốc",
    "QCDC",
    "UBND",
    "ủy ban nhân dân",
    "hoà",
    "hòa",
    "kĩ",
    "kỹ",
    "Đảng",
    "dang",
    "dảng",
    "03",
    "3",
    "nq",
    "điều 5",
    "khoản 1",
    "mục II",
    "mục ii.2",
    "điểm a khoản 2 mục I",
    "I.1",
    "phụ lục 1",
    "42/NQ-CP",
    "66.7/2025/NQ-CP",
    "không có từ này xyzzy",
    "xyzzy",
    "dân vân khéo",
    "dan vna kheo",
    "CHỈ THỊ",
    "😀 dân",
    "a" * 300,
    "dân " * 200,
    "ﬁ ½ № §",
    "\t\n dân\u00a0vận",
    "İstanbul",
    "Nguyễn Hoài Anh",
    "Nguyễn Hoài Anh ký",
    "văn bản của tỉnh Bình Thuận",
    "văn bản tỉnh lâm đồng",
    "tỉnh ủy bình thuận",
    "văn bản của huyện ủy",
    "chỉ thị của ban thường vụ tỉnh ủy",
    "nghị quyết BTV tỉnh ủy 2021",
    "quyết định Tuyên Quang",
    "huyện ủy yên minh ban hành năm 2020",
    "tỉnh",
    "của",
    "nguyen hoai anh",
    "29/3/2021",
    "ngày 07/8/2013",
    "232-CV/BDVTW",
    "49/CT/TW",
    "05 - CT/TW",
    "217 -QĐ/T",
    "nq03",
    "NQ03-NQ/HU",
    "03nq/hu mục2",
    "232cv",
    "nghị quyết 03 năm 2020",
    "nghị quyết 03 năm 1999",
    "kết luận 43 năm 2019",
    "khoản2 mục II nq03",
    "03-NQ/HU và 232-CV/BDVTW",
    "232-CV/BDVTW, 03-NQ/HU",
    "qh14",
    "111/2025ubtvqh15",
]
SORTED_BY_DATE = "dân vận"


def questions(library: Library) -> list[str]:
    """Runs of one to five words from all texts, some without accents, some as phrases, and the odd ones."""
    found = list(ODD)
    texts = [c.text for d in library.documents.values() for c in d.clauses]
    for number, text in enumerate(texts):
        words = re.sub(r"[\"“”]", " ", text).split()
        for start, length in itertools.product(range(0, max(1, len(words) - 5), 17), (1 + number % 5,)):
            run = " ".join(words[start : start + length])
            found.append([run, fold(run), f'"{run}"', run + "?"][(start + number) % 4])
    return list(dict.fromkeys(found))
