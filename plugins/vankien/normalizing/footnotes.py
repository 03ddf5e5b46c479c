"""Footnotes taken out of the text that they interrupt, to stand at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vankien.model import Line, NoteRef
from vankien.normalizing.markdown import inline
from vankien.normalizing.reflow import reflow
from vankien.normalizing.wrapping import Wrapping


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote's own lines. `mark` is unique in its document: the printed one, with `-2` where a page began its
    count again."""

    mark: str
    lines: tuple[Line, ...]


def take_footnotes(lines: Iterable[Line]) -> tuple[list[Line], list[Footnote]]:
    """The lines without those of footnotes, and the footnotes in printed order.

    A mark printed on several pages is made unique, in the note and in the text that leads to it: the k-th mark in
    the text belongs to the k-th note of that mark.
    """
    kept: list[Line] = []
    notes: list[list[Line]] = []
    for line in lines:
        if line.note is None:
            kept.append(line)
        elif notes and notes[-1][-1].note == line.note and not (line.ends and not notes[-1][-1].ends):
            notes[-1].append(line)
        else:
            notes.append([line])
    marks = _unique([str(note[0].note) for note in notes])
    again = {mark for mark in marks if mark not in {str(note[0].note) for note in notes}}
    if again:
        kept = _renamed(kept, frozenset(marks))
    return kept, [Footnote(mark, tuple(note)) for mark, note in zip(marks, notes, strict=True)]


def footnote_markdown(note: Footnote, wrapping: Wrapping) -> str:
    """`[^1]: text`; the paragraphs of one note follow each other with a blank."""
    paragraphs = reflow((replace(line, note=None) for line in note.lines), wrapping)
    return f"[^{note.mark}]: " + " ".join(inline(paragraph) for paragraph in paragraphs)


def _unique(marks: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    unique = []
    for mark in marks:
        seen[mark] = seen.get(mark, 0) + 1
        unique.append(mark if seen[mark] == 1 else f"{mark}-{seen[mark]}")
    return unique


def _renamed(lines: Sequence[Line], marks: frozenset[str]) -> list[Line]:
    seen: dict[str, int] = {}
    renamed = []
    for line in lines:
        refs = []
        for ref in line.refs:
            seen[ref.mark] = seen.get(ref.mark, 0) + 1
            name = f"{ref.mark}-{seen[ref.mark]}"
            refs.append(NoteRef(ref.at, name) if name in marks else ref)
        renamed.append(replace(line, refs=tuple(refs)) if refs else line)
    return renamed
