"""Which mention stands inside another one's description.

"Kế hoạch số 158-KH/TU thực hiện Kết luận số 43-KL/TW": the Kết luận is named by the Kế hoạch's title, it is not itself
what the sentence carries out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.citing.heads import FORMS, LAWS
from vankien.citing.mention import Mention
from vankien.citing.sentences import Sentences


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_DESCRIBES = re.compile(rf"(?i:{_any(FORMS['describes'])})")
_AMENDED = re.compile(rf"(?:{_any(FORMS['amended_by'])})")
_ASIDE = re.compile(r"^ ?\([^()]*\)")
_OPENER = " ,*"
_TOGETHER = re.compile(r"(?:,| và| hoặc| cùng(?: với)?|, và|, cùng)? ?(?:các |những |với )*")
_LISTED = re.compile(r"(?:[,;]| và| hoặc| cùng(?: với)?) ?(?:các |những |với )*$")
_OWN_VERB = re.compile(
    r", (?:theo|căn cứ|trên cơ sở|thực hiện theo|nay|UBND|Ủy ban|Uỷ ban|Bộ |Ban )"
    r"|, [^,;]{0,60}(?:phù hợp|đồng bộ|thống nhất) với (?:các |những )?(?:quy định (?:của|tại) )?$"
)
_AMENDS_LAWS = re.compile(r"(?:về )?(?:việc )?(?:sửa đổi|bổ sung)[^;]* (?:[Ll]uật|Bộ luật|Pháp lệnh)(?!\w)")
_CLOSES = re.compile(r",? và (?:các |những )?")
_PLURAL = re.compile(r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế)[^;.]{0,60} các (?:Nghị|Thông|Quyết|Luật|văn bản)")
_NEAR = 160
_RANKS = {kind: rank for rank, kinds in enumerate(FORMS["ranks"]) for kind in kinds}


def mark_containers(text: str, mentions: Sequence[Mention], sentences: Sentences) -> None:
    """Set `inside` of each mention of `text` that stands in another one's description."""
    holders: dict[int, int] = {}
    last = None
    for index, mention in enumerate(mentions):
        if mention.inward:
            last = (
                None if last is not None and sentences.of(mention.start) != sentences.of(mentions[last].start) else last
            )
            continue
        if last is not None and sentences.of(mentions[last].start)[0] == sentences.of(mention.start)[0]:
            holder = _holder(text, mentions, holders, last, index)
            if holder is not None:
                holders[index] = holder
                mention.inside = label(mentions[holder])
        last = index


def label(mention: Mention) -> str:
    """What a mention is called as a container: its number, or its name."""
    return (
        mention.number
        if mention.kind == "numbered" and mention.number
        else mention.antecedent or mention.words or mention.title or mention.type
    )


def _root(holders: dict[int, int], index: int) -> int:
    while index in holders:
        index = holders[index]
    return index


def _holder(text: str, mentions: Sequence[Mention], holders: dict[int, int], last: int, index: int) -> int | None:
    before, mention = mentions[last], mentions[index]
    gap = _ASIDE.sub("", text[before.end : mention.start])
    if mention.shares:
        return holders.get(last)
    if _TOGETHER.fullmatch(gap):
        if gap.startswith(", ") and "và" not in gap and _list_closed(text, mentions, holders, last):
            return holders.get(holders[last])
        return holders.get(_peer(mentions, holders, last, mention))
    opened, closed = gap.rfind("("), gap.rfind(")")
    if closed > gap.find("(") == -1 or (opened == -1 and closed >= 0):
        last = _root(holders, last)
        gap = gap[closed + 1 :]
    if opened > closed:
        described = gap[:opened].lstrip(_OPENER)
        if described and not _DESCRIBES.match(described):
            return None
        return _in_brackets(gap[opened + 1 :], holders, last)
    if ";" in gap or _OWN_VERB.search(gap):
        return None
    said = gap.lstrip(_OPENER)
    if _AMENDED.match(said) or _AMENDED.search(gap, max(0, len(gap) - 60)):
        return None if _LISTED.search(gap) and "bởi" not in gap and "tại" not in gap else _root(holders, last)
    if not _DESCRIBES.match(said):
        return None
    if _LISTED.search(gap):
        if mention.type in LAWS and _AMENDS_LAWS.match(said):
            return last
        holder = holders.get(last)
        plural = holder is not None and _PLURAL.search(text, mentions[holder].end, mentions[holder].end + _NEAR)
        return holder if plural else None
    return last


def _list_closed(text: str, mentions: Sequence[Mention], holders: dict[int, int], last: int) -> bool:
    """Whether the mention `last` ended a list in a description: "A được sửa đổi bởi B và C, D" names A and D."""
    inside = last > 0 and last in holders and holders.get(last - 1) == holders[last]
    return inside and _CLOSES.fullmatch(text, mentions[last - 1].end, mentions[last].start) is not None


def _peer(mentions: Sequence[Mention], holders: dict[int, int], last: int, mention: Mention) -> int:
    """The mention that a coordinated one stands beside: the nearest of its type among the last one and its holders;
    without any, for a numbered one behind a mere name, the nearest holder that is above it in rank."""
    above = [last]
    while above[-1] in holders:
        above.append(holders[above[-1]])
    for index in above:
        if mentions[index].type == mention.type:
            return index
    if mention.kind == "numbered" and mentions[last].kind == "named":
        return next((index for index in above if _outranks(mentions[index], mention)), last)
    return last


def _outranks(one: Mention, other: Mention) -> bool:
    """Whether `one`, a numbered document, stands above `other` and so cannot be what details it."""
    below = _RANKS.get(other.type)
    return one.kind == "numbered" and below is not None and _RANKS.get(one.type, below) < below


def _in_brackets(said: str, holders: dict[int, int], last: int) -> int | None:
    if _AMENDED.match(said):
        return _root(holders, last)
    return last if said.startswith(("sửa đổi", "bổ sung", "thay thế", "về", "hướng dẫn")) else None
