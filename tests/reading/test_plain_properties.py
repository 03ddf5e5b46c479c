"""Whatever the marks, no printed character of a text file goes missing."""

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.reading.plain import read_plain

PIECES = st.sampled_from(
    [
        *("**", "*", "***", "\\*", "\\", "|", "\n|\n", "\n", "\n\n", "# ", "## ", "<sup>1</sup>", "[1]", "[^1]", "¹"),
        *("<br>", "</p>", "&nbsp;", "&amp;", "[a](http://b)", "![x](y.png)", "- ", "| --- | --- |", "| a | b |", " "),
        *("  ", "\t", "\f", "2*3", "(*)", "Điều 1.", "một", "hai ba", ".", "\u00ad", "\ufeff", "\r\n"),
    ]
)


@given(st.lists(PIECES, max_size=40), st.booleans())
def test_every_character_is_placed_or_dropped(pieces: list[str], marked: bool) -> None:
    text = "".join(pieces)
    lines, dropped = read_plain(text, marked)
    found = Counter(sign for sign in text if not sign.isspace())
    for part in (*(line.text for line in lines), *(drop.text for drop in dropped)):
        found.subtract(sign for sign in part if not sign.isspace())
    assert not {sign: number for sign, number in found.items() if number}
    for line in lines:
        assert line.text == line.text.rstrip()
        assert all(0 <= span.start < span.end <= len(line.text) for span in line.spans)
        assert all(0 <= ref.at <= len(line.text) for ref in line.refs)


@given(st.text("*ab \n", max_size=60))
def test_stars_never_take_words_along(text: str) -> None:
    shown = "".join(line.text for line in read_plain(text, marked=True)[0])
    assert [sign for sign in shown if sign in "ab"] == [sign for sign in text if sign in "ab"]


@pytest.mark.parametrize(
    "text",
    [
        "*" * 200_000,
        "**a " * 50_000,
        "<sup>1</sup>" * 20_000,
        "[1] " * 50_000 + "\n[1] x",
        "[" * 100_000,
        "[a](" * 50_000,
        "| " * 100_000 + "|",
        "|\n" * 100_000,
        "# " + " " * 200_000 + "x",
        "\\" * 200_000,
        "<br" * 60_000,
        "&nbsp" * 50_000,
        " " * 500_000,
        "|---" * 50_000 + "|",
    ],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    read_plain(text + "\n**đậm**", marked=True)
    assert time.process_time() - start < 3
