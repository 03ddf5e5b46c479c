"""What documents of the archive do to each other, and no more."""

import pytest
from small_archive import document

from vankien.citing.resolve import resolve
from vankien.citing.validity import Effect, effects, standing_of

OLD = document("old", "Nghị định", "110/2004/NĐ-CP", "2004-04-08", "Một.", "Hai.", "Ba.",
               ids=("dieu-5", "dieu-5_khoan-1", "dieu-7"))  # fmt: skip


def said(kind: str, text: str, date: str = "2020-03-05", number: str = "30/2020/NĐ-CP") -> tuple[Effect, ...]:
    acting = document("new", kind, number, date, text, effective="2020-05-01")
    documents = (OLD, acting)
    return effects(documents, resolve(documents)).get("old", ())


@pytest.mark.parametrize(
    ("sentence", "clauses", "standing"),
    [
        ("Nghị định số 110/2004/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.", [None], "expired"),
        ("Nghị định này thay thế Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004.", [None], "expired"),
        ("Bãi bỏ khoản 1 Điều 5 Nghị định số 110/2004/NĐ-CP.", ["dieu-5_khoan-1"], "partly-expired"),
        ("Bãi bỏ Điều 5 và Điều 7 Nghị định số 110/2004/NĐ-CP.", ["dieu-5", "dieu-7"], "partly-expired"),
        ("Bãi bỏ Điều 99 Nghị định số 110/2004/NĐ-CP.", [None], "partly-expired"),
        ("Nghị định số 110/2004/NĐ-CP hết hiệu lực một phần.", [None], "partly-expired"),
        ("Nghị định này thay thế Nghị định số 110/2004/NĐ-CP, trừ Điều 5.", [None], "partly-expired"),
        ("Sửa đổi, bổ sung Điều 7 Nghị định số 110/2004/NĐ-CP như sau:", ["dieu-7"], "amended"),
        ("Bãi bỏ cụm từ “văn thư” tại Điều 7 Nghị định số 110/2004/NĐ-CP.", ["dieu-7"], "amended"),
        ("Ngưng hiệu lực Điều 7 Nghị định số 110/2004/NĐ-CP đến hết năm 2025.", ["dieu-7"], "suspended"),
    ],
)
def test_effects_of_a_decree(sentence: str, clauses: list[str | None], standing: str) -> None:
    these = said("Nghị định", sentence)
    assert [effect.clause for effect in these] == clauses
    assert standing_of(these) == standing
    assert all(effect.effective == "2020-05-01" and effect.link.citation.sentence for effect in these)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("Báo cáo", "Nghị định số 110/2004/NĐ-CP đã hết hiệu lực."),
        ("Tờ trình", "Bãi bỏ Nghị định số 110/2004/NĐ-CP."),
        ("Kế hoạch", "Thay thế Nghị định số 110/2004/NĐ-CP."),
        ("Nghị quyết", "Giao Bộ Nội vụ nghiên cứu, bãi bỏ Nghị định số 110/2004/NĐ-CP."),
        ("Nghị quyết", "Đề nghị bãi bỏ Nghị định số 110/2004/NĐ-CP."),
        ("Nghị định", "Thực hiện Nghị định số 110/2004/NĐ-CP."),
        ("Nghị định", "Nghị định số 09/2010/NĐ-CP sửa đổi, bổ sung Nghị định số 110/2004/NĐ-CP hết hiệu lực."),
        ("Nghị định", "Trường hợp Nghị định số 110/2004/NĐ-CP được thay thế thì theo văn bản mới."),
    ],
)
def test_what_changes_nothing(kind: str, sentence: str) -> None:
    assert said(kind, sentence) == ()


def test_an_older_document_changes_nothing() -> None:
    sentence = "Bãi bỏ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004."
    assert said("Nghị định", sentence, "2001-01-01", "05/2001/NĐ-CP") == ()


def test_what_a_quotation_says_is_not_the_deed_of_the_quoting_one() -> None:
    amended = document("amended", "Nghị định", "09/2010/NĐ-CP", "2010-02-08", "Một.", ids=("dieu-1",))
    acting = document(
        "new", "Nghị định", "30/2020/NĐ-CP", "2020-03-05",
        "Sửa đổi Điều 1 Nghị định số 09/2010/NĐ-CP như sau:\n"
        "“Điều 1. Nghị định này thay thế Nghị định số 110/2004/NĐ-CP.”.",
    )  # fmt: skip
    documents = (OLD, amended, acting)
    found = effects(documents, resolve(documents))
    assert set(found) == {"amended"}
    assert {effect.standing for effect in found["amended"]} == {"amended"}


def test_a_plan_replaces_a_plan() -> None:
    plan = document("a", "Kế hoạch", "61/KH-BNV", "2019-02-01", "Một.")
    newer = document("b", "Kế hoạch", "90/KH-BNV", "2020-02-01", "Kế hoạch này thay thế Kế hoạch số 61/KH-BNV.")
    (effect,) = effects((plan, newer), resolve((plan, newer)))["a"]
    assert (effect.standing, effect.clause, effect.effective) == ("expired", None, None)


def test_nothing_is_said_of_a_document_that_nobody_changes() -> None:
    assert standing_of(()) is None
