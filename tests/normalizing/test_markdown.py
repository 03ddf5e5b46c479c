"""Paragraphs to Markdown and back to words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.model import Line, NoteRef, Span
from vankien.normalizing.markdown import paragraph_markdown, plain, table_markdown


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line("1. Sở Nội vụ"), "1\\. Sở Nội vụ"),
        (Line("1) Sở"), "1\\) Sở"),
        (Line("- Ban Dân vận"), "\\- Ban Dân vận"),
        (Line("+ Chi bộ"), "\\+ Chi bộ"),
        (Line("a) b"), "a) b"),
        (Line("2*3*4 và [1] <b> | `x` \\"), "2\\*3\\*4 và \\[1\\] \\<b> \\| \\`x\\` \\\\"),
        (Line("Điều 1. Phạm vi", spans=(Span(0, 8, "strong"),)), "**Điều 1.** Phạm vi"),
        (Line("“Dân vận khéo”", spans=(Span(1, 13, "em"),)), "“*Dân vận khéo*”"),
        (Line("dân vận, nhằm", refs=(NoteRef(7, "1"),)), "dân vận[^1], nhằm"),
        (Line("ab", spans=(Span(0, 2, "strong"), Span(0, 2, "em"))), "***ab***"),
        (Line("1. Kết quả", spans=(Span(0, 10, "strong"),)), "**1. Kết quả**"),
        (Line("Căn cứ Luật", spans=(Span(1, 5, "em"),)), "*Căn cứ* Luật"),
        (Line("", image="image1.png"), "![image1.png](image1.png)"),
        (Line("2020. Qua đó"), "2020\\. Qua đó"),
        (Line("2020.5 ha"), "2020.5 ha"),
    ],
)
def test_a_paragraph(line: Line, expected: str) -> None:
    assert paragraph_markdown(line) == expected


def test_a_table_has_as_many_cells_in_every_row() -> None:
    assert table_markdown([["STT", "Tên"], ["1"]]) == "| STT | Tên |\n| --- | --- |\n| 1 |  |"


@given(st.text(st.sampled_from("aĐ1.-+#*_`<>[]|\\!()^: "), max_size=40))
def test_the_words_come_back(text: str) -> None:
    text = " ".join(text.split())
    assert "".join(plain(paragraph_markdown(Line(text))).split()) == "".join(text.split())


@given(st.text(st.sampled_from("ab "), min_size=1, max_size=20), st.data())
def test_emphasis_never_changes_the_words(text: str, data: st.DataObject) -> None:
    text = " ".join(text.split())
    places = st.integers(0, len(text))
    spans = tuple(
        Span(*sorted(data.draw(st.tuples(places, places))), data.draw(st.sampled_from(["strong", "em"])))
        for _ in range(3)
    )
    assert "".join(plain(paragraph_markdown(Line(text, spans=spans))).split()) == "".join(text.split())
