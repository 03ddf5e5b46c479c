"""The committed questions: the right clause first, kind by kind."""

from pathlib import Path

import pytest
import yaml

from vankien.catalogue import Catalogue

QUESTIONS = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))
AT_LEAST = {
    "number": 1.0, "number and clause": 1.0, "phrase": 1.0, "topic": 0.9, "no accents": 0.95, "half accents": 0.95,
    "typo": 0.95, "old tone marks": 0.95, "question": 0.9, "person, body, place": 1.0,
}  # fmt: skip


def rank(hits: list, answers: list[str]) -> int:
    """The place of the first right hit among the first ten, 0 where there is none."""
    for place, hit in enumerate(hits[:10], 1):
        stem, clause = Path(hit["source"]).stem, hit["clause"] or ""
        for answer in answers:
            document, _, wanted = answer.partition("#")
            if stem == document and (not wanted or clause == wanted or clause.startswith(wanted + "_")):
                return place
    return 0


@pytest.mark.parametrize("kind", QUESTIONS)
def test_the_right_clause_comes_first(kind: str, catalogue: Catalogue, capsys: pytest.CaptureFixture) -> None:
    ranks = [(rank(catalogue.search(q["text"])["hits"], q["answer"]), q["text"]) for q in QUESTIONS[kind]]
    mrr = sum(1 / r if r else 0 for r, _ in ranks) / len(ranks)
    with capsys.disabled():
        print(f"\nsearch, {kind}: MRR@10 {mrr:.3f} over {len(ranks)}", end="")
    assert mrr >= AT_LEAST[kind], [text for r, text in ranks if r != 1]


@pytest.mark.parametrize("question", [q for q in QUESTIONS["typo"] if "meant" in q], ids=lambda q: q["text"])
def test_a_typing_mistake_is_seen(question: dict, catalogue: Catalogue) -> None:
    assert catalogue.search(question["text"])["suggestion"] == {"text": question["meant"]}


@pytest.mark.parametrize("kind", [kind for kind in QUESTIONS if kind not in ("typo", "half accents")])
def test_what_is_no_mistake_is_not_called_one(kind: str, catalogue: Catalogue) -> None:
    assert [q["text"] for q in QUESTIONS[kind] if catalogue.search(q["text"])["suggestion"]] == []


def test_accents_that_stand_nowhere_give_way(catalogue: Catalogue) -> None:
    assert catalogue.search("dân vân khéo")["suggestion"] == {"text": "dân vận khéo"}


@pytest.mark.parametrize(
    "text",
    [
        "xyzzy khong co",
        "dân vận xyzzy wkrp",
        "giá xăng dầu tháng này tăng bao nhiêu?",
        "đăng ký kết hôn với người nước ngoài",
        "thuế thu nhập doanh nghiệp nhà thầu",
        "cách nấu phở bò",
        "99999-KL/TW",
        "kl 99",
        "nghị quyết 999",
        "khoản 9 Mục I Nghị quyết 03-NQ/HU",
        "điều 12 nghị quyết 03",
        "khoản 2 mục II luật đất đai",
        "khoan 1 luat giao thong duong bo",
        "khoản 2 mục II nghị định 999/2099/NĐ-CP",
    ],
)
def test_what_is_not_here_is_said_to_be_the_nearest(text: str, catalogue: Catalogue) -> None:
    answer = catalogue.search(text)
    assert answer["hits"]
    assert answer["nearest"]


@pytest.mark.parametrize("kind", [kind for kind in QUESTIONS if kind != "typo"])
def test_what_is_here_is_not_called_the_nearest(kind: str, catalogue: Catalogue) -> None:
    assert [q["text"] for q in QUESTIONS[kind] if catalogue.search(q["text"])["nearest"]] == []


@pytest.mark.parametrize("text", ["nghị quyết số 0", "nghi quyet 0", "nq 0"])
def test_a_number_half_typed_is_not_said_to_be_missing(text: str, catalogue: Catalogue) -> None:
    assert not catalogue.search(text)["nearest"]


@pytest.mark.parametrize("text", ["chỉ thị 0", "nghị quyết 9", "nq 0 ký ngày nào"])
def test_a_number_that_begins_none_is_said_to_be_missing(text: str, catalogue: Catalogue) -> None:
    assert catalogue.search(text)["nearest"]
