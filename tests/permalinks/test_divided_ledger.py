"""The ledger's text, document by document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.permalinks import Entry, Ledger, write_ledger
from vankien.permalinks.divided import DividedLedger, cut, divide

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
days = st.dates().map(str)
entries = st.builds(
    Entry, names, names, st.just("a"), st.just("b"), days, to=st.none() | names, changed=st.none() | days
)
ledgers = st.lists(entries, max_size=12, unique_by=lambda e: (e.document, e.clause)).map(
    lambda these: Ledger(tuple(sorted(these)))
)


@given(ledgers)
def test_the_parts_say_what_the_whole_says(ledger: Ledger) -> None:
    text = write_ledger(ledger)
    parts = divide(text)
    divided = DividedLedger(parts)
    assert "".join(parts.values()) == text
    assert cut(text, {name: len(part) for name, part in parts.items()}) == parts
    assert dict(divided.documents) == dict(ledger.documents)
    assert divided.published == ledger.published
    assert all(divided.lines(name) == ledger.lines(name) for name in parts)
    assert divided.lines("không có") == ledger.lines("không có") == ""


@pytest.mark.parametrize("text", ["x\n", '{"clause": "khoan-1", "document": "a"}\n'])
def test_a_text_that_is_written_otherwise_is_not_divided(text: str) -> None:
    with pytest.raises(ValueError, match=r"ledger|substring"):
        divide(text)
