"""Documents grouped by what they carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.grouping.facets import NOT_PRINTED, Facet, facets_of, spelling_key
from vankien.grouping.localities import body_note, place_note
from vankien.model import Document, Fidelity, Metadata, Signer


def document(name: str, **attributes: object) -> Document:
    return Document(
        id=name,
        sources=(),
        metadata=Metadata(**attributes),  # type: ignore[arg-type]
        evidence={},
        lead=(),
        header=(),
        body="",
        closing=(),
        fidelity=Fidelity(0, 0),
    )


def facet(slug: str, *documents: Document) -> Facet:
    found = facets_of(documents)
    return next(f for f in found if f.slug == slug)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tỉnh ủy", "TỈNH UỶ", True),
        ("Nguyễn Văn Dũng", "Nguyễn Văn Dụng", False),
        ("Ban  Bí thư", "Ban Bí thư", True),
        ("Đảng ủy", "Dang uy", False),
        ("Khánh Hòa", "Khánh Hoà", True),
    ],
)
def test_spellings_that_are_one_name(one: str, other: str, same: bool) -> None:
    assert (spelling_key(one) == spelling_key(other)) is same


def test_a_value_not_printed_is_said_and_comes_last() -> None:
    years = facet("nam", document("a"), document("b", date="2014-01-02"), document("c", date="2020-12-18"))
    assert [(v.name, v.slug, v.known) for v in years.values] == [
        ("2020", "2020", True),
        ("2014", "2014", True),
        (NOT_PRINTED, "khong-ghi", False),
    ]


def test_levels_stand_in_the_order_of_the_hierarchy() -> None:
    levels = facet("cap", document("a", level="xã"), document("b", level="tỉnh"), document("c", level="tỉnh"))
    assert [(v.name, len(v.documents)) for v in levels.values] == [("Tỉnh", 2), ("Xã", 1)]


def test_two_signers_put_a_document_under_both() -> None:
    both = document("a", signers=(Signer("Trần Thị Bình"), Signer("Lê Văn An")))
    signers = facet("nguoi-ky", both, document("b", signers=(Signer("LÊ VĂN AN"),)))
    assert {v.name: [d.id for d in v.documents] for v in signers.values} == {
        "Lê Văn An": ["a", "b"],
        "Trần Thị Bình": ["a"],
    }


def test_a_place_is_found_under_its_name_of_today() -> None:
    places = facet("dia-phuong", document("a", province="Bình Thuận"), document("b", place="Yên Minh"))
    assert {v.name: (v.note, [d.id for d in v.documents]) for v in places.values} == {
        "Bình Thuận": ("nay là Lâm Đồng", ["a"]),
        "Lâm Đồng": ("từ 01/07/2025 gồm cả Đắk Nông, Bình Thuận", ["a"]),
        "Yên Minh": ("", ["b"]),
    }


@given(st.lists(st.text(max_size=20), max_size=12))
def test_slugs_differ_and_nothing_is_lost(issuers: list[str]) -> None:
    documents = [document(str(n), issuer=issuer) for n, issuer in enumerate(issuers)]
    values = facet("co-quan", *documents).values
    assert len({v.slug for v in values}) == len(values)
    assert {d.id for v in values for d in v.documents} == {d.id for d in documents}


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Bình Thuận", "nay là Lâm Đồng"),
        ("Hà Nội", "gồm cả Hà Tây trước đây"),
        ("Huế", "gồm cả Thừa Thiên Huế trước đây"),
        ("Cao Bằng", ""),
        ("Yên Minh", ""),
    ],
)
def test_what_became_of_a_place(name: str, note: str) -> None:
    assert place_note(name) == note


@pytest.mark.parametrize(
    ("name", "note"),
    [("Ban Dân vận Tỉnh ủy", "nay là Ban Tuyên giáo và Dân vận Tỉnh ủy"), ("Tỉnh ủy Lâm Hà", "")],
)
def test_what_became_of_a_body(name: str, note: str) -> None:
    assert body_note(name) == note
