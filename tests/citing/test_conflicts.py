"""What citations say against each other."""

from vankien.citing.conflicts import conflicts
from vankien.model import Citation, Link


def link(number: str | None, document: str = "a", *, date: str | None = None, title: str | None = None) -> Link:
    kind = "numbered" if number else "short"
    text = number or "Đề án 06"
    citation = Citation("khoan-1", 0, len(text), text, kind, "Quyết định", number, date, title=title)
    return Link(document, citation, "missing")


def told(*links: Link) -> list[str]:
    return [problem.vi for problem in conflicts((), links)]


def test_a_number_one_letter_away_from_one_cited_more_often() -> None:
    found = told(link("217-QĐ/T"), link("217-QĐ/TW"), link("217-QĐ/TW", "b"))
    assert found == ["“217-QĐ/T” chỉ khác một ký tự với “217-QĐ/TW”; cần đối chiếu."]
    assert told(link("155/2020/ND-CP"), link("155/2020/NĐ-CP"), link("155/2020/NĐ-CP"))


def test_neighbouring_numbers_are_no_conflict() -> None:
    assert told(link("24-NQ/TW"), link("25-NQ/TW"), link("12/QĐ-UBND"), link("13/QĐ-UBND"), link("12/QĐ-TTg")) == []


def test_two_days_in_one_year() -> None:
    found = told(
        link("43-KL/TW", date="2019-01-07"),
        link("43-KL/TW", "b", date="2019-01-07"),
        link("43-KL/TW", date="2019-07-01"),
    )
    assert found == ["“43-KL/TW” ghi ngày 01/07/2019; nơi khác ghi ngày 07/01/2019."]
    assert told(link("05-CT/TW", date="2016-05-15"), link("05-CT/TW", date="2021-08-10")) == []


def test_two_titles_of_a_number_that_carries_its_year() -> None:
    one, other = "Luật Đất đai", "Luật Phòng, chống tác hại của rượu, bia"
    assert told(link("31/2024/QH15", title=one), link("31/2024/QH15", title=one)) == []
    assert len(told(link("31/2024/QH15", title=one), link("31/2024/QH15", "b", title=other))) == 1


def test_a_short_form_that_stands_for_nothing() -> None:
    assert told(link(None)) == ["Chưa rõ “Đề án 06” là văn bản nào; có thể ghi trong tệp .yml, mục citations."]
