"""What a person wrote about mentions stands above what is read."""

from small_archive import document

from vankien.citing.conflicts import conflicts
from vankien.citing.resolve import resolve
from vankien.model import Document, Link

OLD = document("ct-2016", "Chỉ thị", "05-CT/TW", "2016-05-15", "Một.", "Hai.", level="Trung ương")
NEW = document("ct-2021", "Chỉ thị", "05-CT/TW", "2021-08-10", "Một.", "Hai.", level="Trung ương")
TEXTS = (
    "Quán triệt Chỉ thị số 05-CT/TW trong cán bộ.",
    "Theo khoản 2 Chỉ thị số 05-CT/TW, ngày 10/8/2021 và Chỉ thị số 05-CT/TW.",
)


def citing(*entries: dict[str, object]) -> Document:
    return document("bc", "Báo cáo", "10-BC/TU", "2022-01-10", *TEXTS, corrections={"citations": list(entries)})


def links(*entries: dict[str, object]) -> list[Link]:
    documents = (OLD, NEW, citing(*entries))
    return [link for link in resolve(documents) if link.document == "bc"]


def test_without_a_person_the_bare_number_is_ambiguous() -> None:
    first, dated, _ = links()
    assert (first.state, dated.state, dated.target) == ("ambiguous", "linked", "ct-2021")
    assert not first.by_person


def test_a_target_holds_where_it_is_given_and_only_for_these_words() -> None:
    entry = {"text": "Chỉ thị số 05-CT/TW", "clause": "khoan-1", "target": "ct-2016"}
    first, dated, last = links(entry)
    assert (first.state, first.target, first.rule, first.by_person) == ("linked", "ct-2016", "person", True)
    assert (dated.target, dated.by_person) == ("ct-2021", False)
    assert not last.by_person


def test_words_of_another_whole_mention_do_not_reach_a_longer_one() -> None:
    _, dated, last = links({"text": "Chỉ thị số 05-CT/TW", "target": "ct-2016"})
    assert (dated.target, dated.by_person) == ("ct-2021", False)
    assert (last.target, last.by_person) == ("ct-2016", True)


def test_words_after_the_pinpoints_do_and_the_pinpoint_lands() -> None:
    _, dated, _ = links({"text": "Chỉ thị số 05-CT/TW, ngày 10/8/2021", "target": "ct-2016"})
    assert (dated.target, dated.clauses, dated.by_person) == ("ct-2016", ("khoan-2",), True)


def test_no_citation() -> None:
    found = links({"text": "Chỉ thị số 05-CT/TW", "clause": "khoan-1", "not_a_citation": True})
    assert [link.citation.clause for link in found] == ["khoan-2", "khoan-2"]


def test_another_number() -> None:
    other = document("kl", "Kết luận", "43-KL/TW", "2019-01-07", "Một.", level="Trung ương")
    documents = (OLD, NEW, other, citing({"text": "Chỉ thị số 05-CT/TW", "clause": "khoan-1", "number": "25-CT/TW"}))
    first = next(link for link in resolve(documents) if link.document == "bc")
    assert (first.state, first.by_person) == ("missing", True)


def test_the_document_itself() -> None:
    first, *_ = links({"text": "Chỉ thị số 05-CT/TW", "clause": "khoan-1", "target": "bc"})
    assert (first.state, first.target, first.by_person) == ("self", "bc", True)


def test_a_target_that_is_not_held_says_so() -> None:
    first, *_ = links({"text": "Chỉ thị số 05-CT/TW", "clause": "khoan-1", "target": "khong-co"})
    assert (first.state, first.by_person) == ("missing", True)
    assert "khong-co" in (first.doubt or "")


def test_an_entry_that_says_nothing_changes_nothing() -> None:
    assert [link.by_person for link in links({"text": "Chỉ thị số 05-CT/TW"}, {"number": "1-KL/TW"})] == [False] * 3


def test_words_that_no_mention_has_are_told() -> None:
    documents = (OLD, NEW, citing({"text": "Kết luận số 9", "clause": "khoan-1", "target": "ct-2016"}))
    (problem,) = [p for p in conflicts(documents, resolve(documents)) if p.severity == "warning"]
    assert "“Kết luận số 9”" in problem.vi
    assert (problem.file, problem.place) == ("bc.txt", "bc#khoan-1")
