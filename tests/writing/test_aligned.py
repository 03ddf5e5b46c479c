"""Folding that keeps every letter in its place."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from vankien.writing.aligned import aligned_fold
from vankien.writing.folding import fold


@given(st.text())
def test_the_folded_text_is_as_long_as_the_printed_one(text: str) -> None:
    assert len(aligned_fold(text)) == len(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵĐƯƠÂĂÊÔỨỘ .,-/0123"))
def test_it_folds_as_searching_does(text: str) -> None:
    assert aligned_fold(unicodedata.normalize("NFC", text)) == fold(text)
