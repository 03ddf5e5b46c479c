"""No clause is shown beside one that stands in it."""

import itertools

import pytest

from vankien.catalogue import Catalogue
from vankien.searching.hits import taken_in


def made(clause: str | None, score: int, document: str = "a") -> dict:
    return {"document": document, "clause": clause, "score": score}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ([made("muc-1", 9), made("muc-1_khoan-2", 5)], ["muc-1"]),
        ([made("muc-1_khoan-2", 9), made("muc-1", 5)], ["muc-1_khoan-2"]),
        ([made("muc-1", 5), made("muc-1_khoan-2", 9), made("muc-1_khoan-3", 7)], ["muc-1_khoan-2", "muc-1_khoan-3"]),
        ([made("muc-1_khoan-2", 5), made("muc-1_khoan-3", 5), made("muc-1", 9)], ["muc-1"]),
        ([made("muc-1", 5), made("muc-1", 5)], ["muc-1"]),
        ([made("muc-1", 9), made("muc-10_khoan-1", 5)], ["muc-1", "muc-10_khoan-1"]),
        ([made("khoan-1", 9), made("khoan-1-lan-2_diem-a", 5)], ["khoan-1", "khoan-1-lan-2_diem-a"]),
        ([made(None, 9), made("muc-1", 5)], [None, "muc-1"]),
        ([made("muc-1", 9), made("muc-1_khoan-2", 5, "b")], ["muc-1", "muc-1_khoan-2"]),
    ],
)
def test_who_stays(given: list[dict], kept: list) -> None:
    hits: list[dict] = []
    left_out = sum(taken_in(hits, hit) for hit in given)
    assert [hit["clause"] for hit in hits] == kept
    assert left_out == len(given) - len(kept)


@pytest.mark.parametrize("sort", ["relevance", "date"])
@pytest.mark.parametrize(
    "text", ["nhiệm vụ và giải pháp chủ yếu", "dân vận", "mục II 03-NQ/HU", "tuyên truyền", '"dân vận khéo"']
)
def test_no_parent_beside_its_child(text: str, sort: str, catalogue: Catalogue) -> None:
    answer = catalogue.search(text, 100, None, sort)
    clauses = [(hit["document"], f"{hit['clause']}_") for hit in answer["hits"] if hit["clause"]]
    assert not [(a, b) for a, b in itertools.permutations(clauses, 2) if a[0] == b[0] and a[1].startswith(b[1])]
    assert answer["total"] == len(answer["hits"])
    assert answer["total"] > 1
