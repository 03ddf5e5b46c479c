"""Reading one mention from its type word on: by number, by name, by body and date, or as the document itself."""

from __future__ import annotations

import re

from vankien.citing.heads import FORMS, LAWS, MINOR, type_of
from vankien.citing.mention import Mention
from vankien.citing.names import CERTAIN, CONGRESS, SURE, Trie, law_end
from vankien.citing.read_number import read_figures, read_number, read_said_number, read_short
from vankien.citing.tails import Tail, read_tail

_SELF = re.compile(r" này(?!\w)")
_WITHIN = re.compile(rf"(?<!\w)(?:{'|'.join(FORMS['before_small_self'])}) $")
_YEAR = re.compile(r",? (?:năm )?(?:19|20)\d\d(?!\d|[/.]\d)")
_BY_BODY = frozenset(FORMS["by_body"]["heads"])
_BY_DATE = frozenset(FORMS["by_date"])
_AT_HAND = re.compile(
    rf"(?:^|[.\n]) *[- ]*(?:{'|'.join(FORMS['by_body']['sentence'])})(?!\w)(?:[^.\n]|\.(?! ))*$"
    rf"|(?<!\w)(?:{'|'.join(FORMS['by_body']['before'])}) $"
)
_BODY_OF_LAW = re.compile(rf"(?:{'|'.join(FORMS['before_law_in_a_body'])}) $")
_ENACTS = ("Quốc hội ban hành", "Ủy ban Thường vụ Quốc hội ban hành", "Ủy ban thường vụ Quốc hội ban hành")
_ITS_TERM = re.compile(r",? \(?kh[oó][aá] [IVX]{1,6}$", re.IGNORECASE)
_NEXT_TERM = re.compile(r"(?:,|,? và) (?P<said>(?:kh[oó][aá] )?(?P<term>[IVX]{1,6}))(?![\w.])")
_SENTENCE = 600
_NAMED_TYPES = LAWS | {"Điều lệ", "Cương lĩnh"}


def read_mention(text: str, head: re.Match[str], own: dict[str, Trie] | None) -> list[Mention]:
    """The mention that begins with the type word `head` (a match of `heads.HEAD`), and the further items of its list;
    [] where the word is no mention. `own` as in `scan.scan`."""
    word, start, at = head[0], head.start(), head.end()
    kind = type_of(word)
    capital = word[0].isupper()
    if kind not in MINOR and _SELF.match(text, at):
        within = capital or _WITHIN.search(text, max(0, start - 14), start)
        return [Mention(start, at + len(" này"), "self", kind, "self" if capital else "self-small")] if within else []
    if kind in _NAMED_TYPES:
        return _read_law(text, start, at, kind, own)
    if (found := read_number(text, start, at, kind)) or kind in MINOR:
        return found
    if found := read_figures(text, start, at, kind):
        return found
    tail = read_tail(text, at)
    if tail.end > at and (found := read_said_number(text, start, tail.end, kind)):
        found[0].issuer, found[0].date = found[0].issuer or tail.issuer, found[0].date or tail.date
        return found
    if not capital:
        return []
    return (
        read_short(text, start, at, kind) or _read_congress(text, start, at, kind) or _at_hand(text, head, kind, tail)
    )


def _read_law(text: str, start: int, at: int, kind: str, own: dict[str, Trie] | None) -> list[Mention]:
    """A law by its number, by name and number, or by name alone; a statute or the Constitution by its name."""
    for pattern, certain in CERTAIN:
        if match := pattern.match(text, start):
            return [_named(start, read_tail(text, match.end()), certain, "certain-name", match[0])]
    if kind not in LAWS or _BODY_OF_LAW.search(text, max(0, start - 20), start):
        return []
    if found := read_number(text, start, at, kind) or read_figures(text, start, at, kind):
        return found
    if text[:start].strip() in _ENACTS and text.startswith(" sửa đổi", at):
        return []  # the document speaks of itself; a number that follows is that of the law it amends
    end = law_end(text, at + 1, kind, (own or {}).get(kind))
    if end is None:
        return []
    title = text[start:end]
    tail = read_tail(text, end)
    found = read_number(text, start, end, kind, title) or read_said_number(text, start, tail.end, kind)
    if found:
        found[0].title = title
        return found
    if tail.date is None:
        year = _YEAR.match(text, end)
        tail = Tail(year.end() if year else end)
    return [_named(start, tail, kind, "law-name", title)]


def _read_congress(text: str, start: int, at: int, kind: str) -> list[Mention]:
    """A resolution of a congress or plenum, and of those of the further terms ("Trung ương 4 khóa XI, XII")."""
    match = CONGRESS.match(text, at + 1) if kind == "Nghị quyết" else None
    if match is None or not SURE.search(match[0]):
        return []
    term = match["term"]
    body = match[0].removesuffix(" của Đảng").removesuffix(term) if term else match[0]
    tail = Tail(match.end(), issuer=body.strip(), term=term.strip(" ,()") if term else None)
    found = [_named(start, tail, kind, "congress", text[start : match.end()])]
    first = _ITS_TERM.search(text, start, match.end())
    while first and (more := _NEXT_TERM.match(text, found[-1].end)):
        title = f"{text[start : first.start()]} khóa {more['term']}"
        tail = Tail(more.end(), issuer=tail.issuer, term=f"khóa {more['term']}")
        found.append(_named(more.start("said"), tail, kind, "congress", title))
        found[-1].shares = True
    return found


def _at_hand(text: str, head: re.Match[str], kind: str, tail: Tail) -> list[Mention]:
    """A document by its date and body ("Chỉ thị ngày 05/7/2019 của Ban Thường vụ Tỉnh ủy"), or by its body alone where
    one is being considered and not any such document is meant ("xem xét Tờ trình của Đảng ủy Chính phủ")."""
    start = head.start()
    title = text[start : tail.end]
    if tail.date and tail.issuer and kind in _BY_DATE:
        return [_named(start, tail, kind, "by-date", title)]
    if tail.issuer and head[0] in _BY_BODY and _AT_HAND.search(text[max(0, start - _SENTENCE) : start]):
        return [_named(start, tail, kind, "by-body", title)]
    return []


def _named(start: int, tail: Tail, kind: str, rule: str, title: str) -> Mention:
    return Mention(start, tail.end, "named", kind, rule, title=title, **tail.said())
