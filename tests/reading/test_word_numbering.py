"""The numbers that Word generates."""

import pytest
from making import p, word

from vankien.reading.word.counting import bullet, counted


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (4, "lowerLetter", "d"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (49, "upperRoman", "XLIX"),
        (4, "lowerRoman", "iv"),
        (5, "none", ""),
        (5, "vietnameseCounting", "5"),
    ],
)
def test_formats(number: int, form: str, shown: str) -> None:
    assert counted(number, form) == shown


@pytest.mark.parametrize(("text", "shown"), [("-", "-"), ("\uf0b7", "•"), ("\uf02d", "-"), ("\uf099", "•"), ("+", "+")])
def test_bullets(text: str, shown: str) -> None:
    assert bullet(text) == shown


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(name: int, at: int = 0) -> str:
    return p("x", properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{name}"/></w:numPr>')


def numbers(reading, body: str, numbering: str, styles: str = "") -> list[str | None]:
    return [line.number for line in reading("a.docx", word(body, numbering=numbering, styles=styles)).lines]


LEGAL = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3.", "<w:isLgl/>"),
    level(3, "lowerLetter", "%4)"),
    level(4, "bullet", "-"),
)


def test_levels_begin_again_below_a_new_number(reading) -> None:
    body = (
        item(1)
        + item(1, 1)
        + item(1, 1)
        + item(1, 3)
        + item(1, 3)
        + item(1, 4)
        + item(1, 1)
        + item(1, 3)
        + item(1)
        + item(1, 1)
    )
    assert numbers(reading, body, LEGAL + num(1, 0)) == ["I.", "1.", "2.", "a)", "b)", "-", "3.", "a)", "II.", "1."]


def test_a_legal_level_writes_all_its_numbers_in_figures(reading) -> None:
    one = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    assert numbers(reading, item(1) + item(1) + item(1, 1), one + num(1, 0)) == ["I.", "II.", "2.1."]


def test_lists_of_one_abstract_list_count_on_unless_they_start_anew(reading) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "Điều %1.")) + num(1, 0) + num(2, 0) + num(3, 0, override)
    body = item(1) + item(1) + item(2) + item(3) + item(3) + item(1)
    assert numbers(reading, body, numbering) == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 1.", "Điều 2.", "Điều 3."]


def test_a_level_that_never_restarts(reading) -> None:
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')) + num(
        1, 0
    )
    assert numbers(reading, item(1) + item(1, 1) + item(1) + item(1, 1), numbering) == ["1.", "(1)", "2.", "(2)"]


def test_numbers_of_styles(reading) -> None:
    numbering = abstract(
        0,
        level(0, "upperRoman", "Chương %1", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "Điều %2.", '<w:pStyle w:val="H2"/>'),
    ) + num(5, 0)
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    heads = [p("x", properties=f'<w:pStyle w:val="{name}"/>') for name in ("H1", "H2", "H2", "H1", "H2")]
    off = p("x", properties='<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert numbers(reading, "".join(heads) + off, numbering, styles) == [
        "Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 1.", None,
    ]  # fmt: skip


def test_unknown_lists_and_levels_give_no_number(reading) -> None:
    assert numbers(reading, item(9) + item(1, 8), abstract(0, level(0, "decimal", "%1.")) + num(1, 0)) == [None, None]


def test_a_list_style_lends_its_levels(reading) -> None:
    numbering = (
        abstract(0, level(0, "decimal", "%1)"), more='<w:styleLink w:val="L"/>')
        + abstract(1, more='<w:numStyleLink w:val="L"/>')
        + num(1, 1)
    )
    assert numbers(reading, item(1) + item(1), numbering) == ["1)", "2)"]
