"""What a document said before gives a bare mention its meaning, unless it said two things."""

import pytest
from small_archive import document

from vankien.citing.resolve import resolve
from vankien.model import Document


def central(name: str, kind: str, number: str, date: str, title: str = "") -> Document:
    return document(name, kind, number, date, "Một.", ids=("dieu-5",), title=title, level="Trung ương")


ARCHIVE = (
    central("dd13", "Luật", "45/2013/QH13", "2013-11-29", "ĐẤT ĐAI"),
    central("dd24", "Luật", "31/2024/QH15", "2024-01-18", "ĐẤT ĐAI"),
    central("pctn", "Luật", "36/2018/QH14", "2018-11-20", "PHÒNG, CHỐNG THAM NHŨNG"),
    central("q17", "Nghị quyết", "18-NQ/TW", "2017-10-25"),
    central("q22", "Nghị quyết", "18-NQ/TW", "2022-06-16"),
)
AMBIGUOUS = "?"


def meant(*texts: str) -> list[str | None]:
    """The target of each mention of a report with these clauses, "?" for an ambiguous one."""
    citing = document("c", "Báo cáo", "9/BC-BTP", "2025-05-05", *texts)
    links = [link for link in resolve((*ARCHIVE, citing)) if link.document == "c"]
    return [AMBIGUOUS if link.state == "ambiguous" else link.target for link in links]


@pytest.mark.parametrize(
    ("texts", "targets"),
    [
        (["Theo Luật Đất đai."], [AMBIGUOUS]),
        (["Theo Luật Đất đai năm 2013.", "Theo Điều 5 Luật Đất đai."], ["dd13", "dd13"]),
        (["Theo Luật Đất đai số 45/2013/QH13.", "Theo Luật Đất đai."], ["dd13", "dd13"]),
        (
            ["Luật Đất đai ngày 18 tháng 01 năm 2024;", "Luật Đất đai năm 2013.", "Luật Đất đai."],
            ["dd24", "dd13", AMBIGUOUS],
        ),
        (
            ["Luật Đất đai số 45/2013/QH13 và Luật Đất đai số 31/2024/QH15;", "Theo Luật Đất đai."],
            ["dd13", "dd24", AMBIGUOUS],
        ),
        (["Theo Luật Phòng, chống tham nhũng."], ["pctn"]),
        (["Theo Nghị quyết số 18."], [AMBIGUOUS]),
        (["Nghị quyết số 18-NQ/TW ngày 25/10/2017.", "Theo Nghị quyết số 18, Nghị quyết 18."], ["q17", "q17", "q17"]),
        (
            ["Nghị quyết số 18-NQ/TW khóa XII; Nghị quyết số 18-NQ/TW khóa XIII.", "Nghị quyết số 18-NQ/TW."],
            ["q17", "q22", AMBIGUOUS],
        ),
        (["Nghị quyết số 18-NQ/TW Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XIII."], ["q22"]),
        (
            [
                "Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết số 18-NQ/TW ngày 16/6/2022 "
                "(sau đây gọi tắt là Nghị quyết 18).",
                "Theo Nghị quyết 18.",
            ],
            ["q17", "q22", "q22", "q22"],
        ),
    ],
)
def test_bare_mentions(texts: list[str], targets: list[str | None]) -> None:
    assert meant(*texts) == targets


def test_a_law_in_its_own_words_is_itself() -> None:
    law = document("dd24", "Luật", "31/2024/QH15", "2024-01-18", "Quốc hội ban hành Luật Đất đai.", title="ĐẤT ĐAI")
    (link,) = [x for x in resolve((ARCHIVE[0], law)) if x.document == "dd24"]
    assert (link.state, link.target) == ("self", "dd24")


def test_a_laws_own_name_beside_an_older_version_is_not_guessed() -> None:
    texts = ("Luật Đất đai số 45/2013/QH13 hết hiệu lực.", "Trường hợp theo quy định của Luật Đất đai.")
    law = document("dd24", "Luật", "31/2024/QH15", "2024-01-18", *texts, title="ĐẤT ĐAI")
    old, own = (x for x in resolve((ARCHIVE[0], law)) if x.document == "dd24")
    assert (old.state, old.target) == ("linked", "dd13")
    assert (own.state, own.candidates) == ("ambiguous", ("dd13",))


def test_one_number_over_and_over_stays_linear() -> None:
    text = " ".join(f"Nghị quyết số 18-NQ/TW ngày {1 + k % 28}/{1 + k % 12}/{1900 + k % 150}." for k in range(3000))
    citing = document("c", "Báo cáo", "9/BC-BTP", "2025-05-05", text)
    assert len(resolve((*ARCHIVE, citing))) == 3000
