"""A source's lines become a document: attributes with their evidence, Markdown, an account of every character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vankien.model import Line, Normalized, Source
from vankien.normalizing.attributes import read_attributes
from vankien.normalizing.fidelity import account
from vankien.normalizing.footnotes import footnote_markdown, take_footnotes
from vankien.normalizing.furniture import take_furniture, take_rules
from vankien.normalizing.layout import Parts, divide
from vankien.normalizing.markdown import RULE, plain
from vankien.normalizing.paragraph import generated_number, glued_apart
from vankien.normalizing.reflow import reflow, reflow_printed
from vankien.normalizing.secrecy import find_marks
from vankien.normalizing.tables import blocks
from vankien.normalizing.wrapping import Wrapping, measure

__all__ = ["normalize"]


def normalize(source: Source) -> Normalized:
    """The document that `source` holds, taken apart; never raises on a source that could be read.

    The text itself stays as printed, misprints too; only the breaks of lines and pages are undone.
    """
    wrapping = measure(source.lines)
    lines, dropped = take_furniture(source.lines, wrapped=wrapping.wrapped)
    generated = [printed for line in lines if (printed := generated_number(line))]
    lines, notes = take_footnotes(lines)
    stamps = [line for line in lines if line.box == "stamp"]
    parts = divide([line for line in lines if line.box != "stamp"])
    metadata, evidence = read_attributes(parts)
    text, rules = take_rules(parts.body)
    after, rules_after = take_rules((*parts.annexes, *(line for document in parts.further for line in document)))
    body = "\n\n".join([*_body(text, after, wrapping), *(footnote_markdown(note, wrapping) for note in notes)])
    lead = tuple(paragraph.text for paragraph in reflow(parts.lead, wrapping) if paragraph.text)
    header = _printed(parts.header)
    closing = _printed((*parts.closing, *stamps))
    return Normalized(
        metadata=metadata,
        evidence=evidence,
        lead=lead,
        header=header,
        body=body + "\n" if body else "",
        closing=closing,
        marks=find_marks(source.lines, parts),
        fidelity=account(
            source.counted,
            (*lead, *header, plain(body), *closing),
            (*source.dropped, *dropped, *rules, *rules_after),
            generated,
        ),
        notices=_notices(parts),
    )


def _body(text: Sequence[Line], after: Sequence[Line], wrapping: Wrapping) -> list[str]:
    """The Markdown blocks of the text, then of annexes and further documents behind a rule."""
    proper = list(blocks(reflow(text, wrapping)))
    following = list(blocks(reflow(after, wrapping)))
    return [*proper, RULE, *following] if following else proper


def _printed(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(piece.text for paragraph in reflow_printed(lines) for piece in glued_apart(paragraph))


def _notices(parts: Parts) -> tuple[str, ...]:
    if not parts.further:
        return ()
    more = len(parts.further)
    return (f"Tệp còn {more} văn bản khác sau văn bản này; nên tách tệp để mỗi văn bản có trang riêng.",)
