import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from vankien.model import NoteRef, Span
from vankien.portal.document.clause_text import Anchor, cut_to, text_html

LINK = Markup('<a href="x">')
TEXT = "Thực hiện Chỉ thị số 05-CT/TU và Nghị quyết này."


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("spans", "refs", "anchors", "html"),
    [
        ((), (), (), TEXT),
        (
            (),
            (),
            (Anchor(*at("Chỉ thị số 05-CT/TU"), LINK),),
            'Thực hiện <a href="x">Chỉ thị số 05-CT/TU</a> và Nghị quyết này.',
        ),
        (
            (Span(*at("số 05-CT/TU và"), "em"),),
            (),
            (Anchor(*at("Chỉ thị số 05-CT/TU"), LINK),),
            'Thực hiện <a href="x">Chỉ thị <em>số 05-CT/TU</em></a><em> và</em> Nghị quyết này.',
        ),
        ((), (NoteRef(at("Thực hiện")[1], "1"),), (), "Thực hiện[1] Chỉ thị số 05-CT/TU và Nghị quyết này."),
        (
            (),
            (NoteRef(at("Chỉ thị")[1], "1"),),
            (Anchor(*at("Chỉ thị số 05-CT/TU"), LINK),),
            'Thực hiện <a href="x">Chỉ thị</a>[1]<a href="x"> số 05-CT/TU</a> và Nghị quyết này.',
        ),
        ((), (NoteRef(len(TEXT), "*"),), (), TEXT + "[*]"),
    ],
    ids=["plain", "citation", "emphasis across a citation", "note", "note inside a citation", "note at the end"],
)  # fmt: skip
def test_marks_stand_where_they_belong(
    spans: tuple[Span, ...], refs: tuple[NoteRef, ...], anchors: tuple[Anchor, ...], html: str
) -> None:
    assert text_html(TEXT, spans, refs, anchors, lambda mark: Markup(f"[{mark}]")) == html


def test_the_inner_of_two_overlapping_citations_is_the_link() -> None:
    outer, inner = Markup('<a href="outer">'), Markup('<a href="inner">')
    html = text_html("abcdef", anchors=(Anchor(0, 6, outer), Anchor(2, 4, inner)))
    assert html == '<a href="outer">ab</a><a href="inner">cd</a><a href="outer">ef</a>'


def test_text_is_escaped() -> None:
    assert text_html("<script>&\"'", (Span(0, 8, "strong"),)) == "<strong>&lt;script&gt;</strong>&amp;&#34;&#39;"


ranges = st.tuples(st.integers(-3, 30), st.integers(-3, 30)).map(sorted)


@given(
    st.text(max_size=25),
    st.lists(ranges, max_size=4),
    st.lists(st.integers(-3, 30), max_size=3),
    st.lists(ranges, max_size=4),
)
def test_whatever_the_marks_the_words_stay_and_links_do_not_nest(
    text: str, spans: list[list[int]], refs: list[int], anchors: list[list[int]]
) -> None:
    html = text_html(
        text,
        [Span(a, b, "em") for a, b in spans],
        [NoteRef(a, "1") for a in refs],
        [Anchor(a, b, LINK) for a, b in anchors],
        lambda mark: Markup("<sup></sup>"),
    )
    assert re.sub(r"<[^>]*>", "", html) == str(escape(text))
    assert html.count("<sup>") == len(refs)
    depth = 0
    for tag in re.findall(r"</?a\b", html):
        depth += 1 if tag == "<a" else -1
        assert depth in (0, 1)
    assert depth == 0


def test_anchors_are_cut_to_a_cell() -> None:
    assert cut_to([Anchor(3, 9, LINK), Anchor(20, 30, LINK)], 5, 15) == (Anchor(0, 4, LINK),)
