"""Which stretch of a text is shown."""

import pytest

from vankien.searching.passages import SNIPPET, Wanted, cut

DOTS = "." * 400


def wanted(*terms: str) -> Wanted:
    words = {word for term in terms for word in term.split()}
    return Wanted(dict.fromkeys(terms, 5), {word: frozenset({""}) for word in words})


@pytest.mark.parametrize(
    ("text", "terms", "marked"),
    [
        (f"Họ và tên {DOTS} ngày sinh", ["ten ngay"], []),
        (f"Họ và tên {DOTS} ngày sinh", ["ten", "ten ngay"], ["tên"]),
        (f"Họ và tên {DOTS} ngày sinh", ["ngay sinh", "ten ngay"], ["ngày sinh"]),
        (f"Mã số {'a' * 400}", ["ma so", "a" * 400], ["Mã số"]),
    ],
)
def test_a_dotted_line_parts_words(text: str, terms: list[str], marked: list[str]) -> None:
    snippet, marks = cut(text, wanted(*terms))
    assert [snippet[start:end] for start, end in marks][: len(marked)] == marked
    assert len(snippet) <= SNIPPET + 4


@pytest.mark.parametrize("many", [1, 80])
def test_places_count_as_in_a_browser(many: int) -> None:
    snippet, marks = cut("😀 𠀀 vay vốn 😀 " * many, wanted("vay von"))
    units = snippet.encode("utf-16-le")
    assert marks
    assert {units[2 * start : 2 * end].decode("utf-16-le") for start, end in marks} == {"vay vốn"}
    assert "\ufffd" not in snippet
