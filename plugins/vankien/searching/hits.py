"""A unit as it is given out: where it stands, how it is called, the words of it that answer. `engine/76-hits.js` gives
the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from vankien.searching.analysis import Token, is_accented, tokens
from vankien.searching.collection import clause_ids, label_of
from vankien.searching.passages import Wanted, mark, show


def hit(record: Sequence[Any], document: Sequence[Any], score: int, wanted: Wanted) -> dict[str, Any]:
    """A hit as it is given out."""
    identity, source, title, kind, number, date, issuer = document
    url = f"van-ban/{identity}.html"
    given = {"source": source, "document": identity}
    about = {
        "title_marks": _pairs(mark(title, wanted)), "type": kind, "number": number, "date": date, "issuer": issuer,
        "score": score,
    }  # fmt: skip
    if record[1] is None:
        shown = {
            "clause": None,
            "title": title,
            "label": "",
            "heading": "",
            "snippet": "",
            "marks": [],
            "heading_marks": [],
        }
        return {"url": url, **given, **shown, **about}
    passages = record[4]
    ids = clause_ids(record)
    found = show([p[1] for p in passages], ids, [p[3] for p in passages], bool(record[3]), wanted)
    clause = ids[found.passage]
    heading = passages[0][3] if record[3] else record[2]
    return {
        "url": f"{url}#{clause}", **given, "clause": clause, "title": title, "label": label_of(record, found.passage),
        "heading": heading, "snippet": found.snippet, "marks": _pairs(found.marks),
        "heading_marks": _pairs(mark(heading, wanted)), **about,
    }  # fmt: skip


def holds_all(record: Sequence[Any], title: str, phrases: Iterable[Sequence[Token]]) -> bool:
    """Whether a unit's text holds every phrase, word by word, with the accents that were typed."""
    texts = [passage[3] for passage in record[4]] if record[1] is not None else [title]
    return all(any(_holds(tokens(text), phrase) for text in texts) for phrase in phrases)


def _holds(words: Sequence[Token], phrase: Sequence[Token]) -> bool:
    size = len(phrase)
    return any(
        all(_same(word, wanted) for word, wanted in zip(words[i : i + size], phrase, strict=True))
        for i in range(len(words) - size + 1)
    )


def _same(word: Token, wanted: Token) -> bool:
    return word.folded == wanted.folded and (not is_accented(wanted) or word.accent == wanted.accent)


def _pairs(marks: Iterable[tuple[int, int]]) -> list[list[int]]:
    return [list(pair) for pair in marks]
