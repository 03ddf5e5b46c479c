"""One pass over a text: each place where a mention may begin is looked at once, then read on from there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.citing.heads import FOLLOWED, FORMS, HEAD, HEADS, LAW_HEADS
from vankien.citing.mention import Mention
from vankien.citing.names import Trie
from vankien.citing.read_mention import read_mention
from vankien.citing.read_number import read_apart
from vankien.knowledge import load
from vankien.writing.patterns import any_of
from vankien.writing.pinpoints import RUN, START, pinpoint_ids

_BY_NAME = any_of([*(LAW_HEADS - {"Hiến pháp"}), "Điều lệ", "Cương lĩnh"])
_BEFORE = r"[ (\[“\"'/:;,.…–\nứ-]"
_TRIGGER = re.compile(
    rf"{_BEFORE}(?:(?:{HEADS}){FOLLOWED}()|(?:{_BY_NAME}) (?=\w)()|Hiến pháp()|(?:{START})()"
    rf"|\d{{1,8}}(?:\.\d+)?(?:/\d{{4}}/|[-/](?=[A-ZĐ][\w-]{{0,20}}/)|/(?=[A-ZĐ]\w{{1,12}}-))[A-ZĐ]())"
)
_PINPOINT, _NUMBER = 4, 5
_LINKS = "|".join(load("pinpoints")["links"])
_ISSUED = "|".join([*FORMS["issued_types"], "Phụ lục", "Danh mục", "Quyết định", "Nghị quyết"])
_LINK = re.compile(
    rf",?(?: của)? (?:{_ISSUED})(?: [^,;.:()“”\d\n]{{0,120}}?)? (?:được )?(?:ban hành )?kèm theo (?=[A-ZĐ])"
    rf"|(?:,? (?:(?:{_LINKS}) )?|, ?)(?:các |những )?"
)
_APART = re.compile(r"[ (\n]")
_AFTER = re.compile(rf" ?\((?P<run>{RUN.pattern})\)")
_ALIKE = str.maketrans("ÐðАВЕКМНОРСТХ\u2010\u2011\u2012\u2212", "ĐđABEKMHOPCTX----")
_STRANGE = re.compile("[Ðð\u0410-\u0425\u2010-\u2012\u2212]")
_BLANKS = ("\xa0", "\t", "\r", "\u2009", "\u202f", "\u3000")


def single_blanks(text: str) -> str:
    """`text` with every kind of blank but the end of a table's row as a plain one, look-alike letters (Ð, Cyrillic
    capitals) and rare dashes as those they stand for; no offset changes."""
    for blank in _BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    return text.translate(_ALIKE) if _STRANGE.search(text) else text


@dataclass(frozen=True, slots=True)
class LooseRun:
    """Pinpoints that no document follows: where they begin, and their words."""

    start: int
    words: str


def scan(text: str, own: dict[str, Trie] | None = None, loose: dict[int, LooseRun] | None = None) -> list[Mention]:
    """The mentions in `text` (as `single_blanks` gives it), in order.

    `own` holds the names of laws that the same document prints in full, as `names.build_trie` makes them. `loose` is
    filled with the pinpoints that belong to none, by the offset at which their document would begin.
    """
    found: list[Mention] = []
    at = 0
    padded = f" {text}"
    while match := _TRIGGER.search(padded, at):
        start = match.start()
        at = match.end() - 1
        if match.lastindex == _PINPOINT:
            run = RUN.match(text, start)
            if run is None:
                continue
            at = run.end()
            link = _LINK.match(text, at)
            head = HEAD.match(text, link.end()) if link else None
            read = _with_words(text, read_mention(text, head, own)) if head else []
            if read:
                read[0].start = start
                read[0].pinpoints = pinpoint_ids(run[0])
            elif loose is not None and link:
                loose[link.end()] = LooseRun(start, run[0])
        elif match.lastindex != _NUMBER:
            head = HEAD.match(text, start)
            read = _with_words(text, read_mention(text, head, own)) if head else []
        else:
            read = _with_words(text, read_apart(text, start, found)) if _APART.match(padded, start) else []
        if read:
            _take_pinpoints_behind(text, read[-1])
            found += read
            at = read[-1].end
    return found


def _with_words(text: str, read: list[Mention]) -> list[Mention]:
    for mention in read:
        mention.words = text[mention.start : mention.end]
    return read


def _take_pinpoints_behind(text: str, mention: Mention) -> None:
    """Give a mention the places that stand behind it in brackets: "Quy định 377 (Điều 9, 10)"."""
    match = _AFTER.match(text, mention.end)
    if match and not mention.pinpoints:
        mention.pinpoints = pinpoint_ids(match["run"])
        mention.end = match.end()
