"""Queries that ask for the documents of a person, a body or a place."""

import pytest

from vankien.catalogue import Catalogue
from vankien.searching.analysis import tokens
from vankien.searching.facets import Columns, Value
from vankien.searching.whose import Names


def values(**documents: tuple[int, ...]) -> tuple[Value, ...]:
    return tuple(Value(name.replace("_", " "), name, (), these) for name, these in documents.items())


COLUMNS = Columns(
    {
        "signer": values(Trần_Văn_Khéo=(0, 3), Lê_Thị_Ngoan=(1,)),
        "issuer": values(
            Thường_trực_Tỉnh_ủy=(3,), Sở_Nội_vụ=(0,), Sở_Nội_vụ_tỉnh_Lâm_Đồng=(1,), Ủy_ban_nhân_dân_tỉnh_Lâm_Đồng=(2, 3)
        ),
        "place": values(Lâm_Đồng=(1, 2, 3), Thành_phố_Huế=(0,)),
        "type": values(Quyết_định=(0, 2), Báo_cáo=(1, 3)),
        "year": (Value("2024", "2024", (), (0, 1)), Value("2025", "2025", (), (2, 3))),
    },
    ("2024-01-01", "2024-02-01", "2025-01-01", "2025-02-01"),
    ("a", "b", "c", "d"),
)
SHORT = {"ubnd": ("uy", "ban", "nhan", "dan")}


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Trần Văn Khéo", {0, 3}),
        ("tran van kheo ký", {0, 3}),
        ("văn bản do Trần Văn Khéo ký năm 2025", {3}),
        ("báo cáo Trần Văn Khéo", {3}),
        ("sở nội vụ lâm đồng", {1}),
        ("Sở Nội vụ", {0}),
        ("quyết định của UBND tỉnh Lâm Đồng", {2}),
        ("ubnd lâm đồng, Trần Văn Khéo", {3}),
        ("văn bản của thành phố Huế", {0}),
        ("quyết định Huế", {0}),
        ("báo cáo Huế", set()),
        ("tỉnh ủy lâm đồng", {3}),
        ("báo cáo của Tỉnh ủy", {3}),
        ("tỉnh ủy Huế", set()),
        ("Lâm Đồng", set()),
        ("quyết định 2025", set()),
        ("quyết định tuyển dụng của Sở Nội vụ", set()),
        ("tỉnh", set()),
        ("văn bản", set()),
    ],
)
def test_whose_documents_are_asked_for(text: str, documents: set[int]) -> None:
    assert Names(COLUMNS).documents([tokens(text)], SHORT) == documents


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("lâm đồng", {1, 2, 3}),
        ("tỉnh Lâm Đồng", {1, 2, 3}),
        ("Huế", {0}),
        ("Huế Lâm Đồng", {0, 1, 2, 3}),
        ("văn bản của Huế", set()),
        ("quyết định Huế", set()),
        ("Sở Nội vụ", set()),
        ("đèo Lâm Đồng", set()),
        ("2024", set()),
        ("", set()),
    ],
)
def test_a_place_alone(text: str, documents: set[int]) -> None:
    assert Names(COLUMNS).of_place([tokens(text)], SHORT) == documents


@pytest.mark.parametrize("text", ["lâm đồng", "lam dong", "tỉnh Lâm Đồng"])
def test_the_documents_of_a_place_by_the_name_of_today(text: str, catalogue: Catalogue) -> None:
    answer = catalogue.search(text)
    assert [hit["title"][:9] for hit in answer["hits"]] == ["Thông báo"]
    assert not answer["nearest"]


def test_words_that_find_come_before_the_documents_of_a_place(catalogue: Catalogue) -> None:
    answer = catalogue.search("yên minh")
    assert any(hit["clause"] is None for hit in answer["hits"])
    assert not answer["nearest"]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("quyết định 2025", {2}),
        ("báo cáo năm 2024", {1}),
        ("quyết định", set()),
        ("2025", set()),
        ("quyết định 2025 Huế", set()),
        ("quyết định tuyển dụng 2025", set()),
    ],
)
def test_a_type_and_a_year(text: str, documents: set[int]) -> None:
    assert Names(COLUMNS).of_type_in_year([tokens(text)], SHORT) == documents


@pytest.mark.parametrize("text", ["nghị quyết 2020", "nghi quyet nam 2020", "NQ 2020"])
def test_documents_of_a_type_and_a_year_come_first(text: str, catalogue: Catalogue) -> None:
    answer = catalogue.search(text)
    first = answer["hits"][0]
    assert not answer["nearest"]
    assert first["clause"] is None
    assert first["date"][:4] == text[-4:]
