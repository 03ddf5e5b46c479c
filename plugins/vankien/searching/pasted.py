"""A whole citation pasted as a query: "khoản 2, Mục II Nghị quyết số 03-NQ/HU, ngày 18/12/2020 của Huyện ủy ...".

Its marks and its number say which clause is asked for; the date, the issuer and the title only say again which document
that is. `engine/43-pasted.js` tells the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from vankien.searching.analysis import Token
from vankien.searching.ranking import Term

_JOINING = "cua"
_UNTIL_YEAR = {"ngay", "thang", "nam"}
_DAY, _YEAR = re.compile(r"^[0-9]{1,2}$"), re.compile(r"^(19|20)[0-9]{2}$")


def said_again(words: Sequence[Token], marked: Collection[int]) -> set[int]:
    """The places of the words of dates ("ngày 18/12/2020", "ngày 18 tháng 12 năm 2020"), of "của", and of what follows
    "của" behind a date (issuer and title), up to the next of the words that name marks."""
    places = {place for place, word in enumerate(words) if word.folded == _JOINING}
    bare = [place for place, word in enumerate(words) if word.folded not in _UNTIL_YEAR]
    for first, second, third in zip(bare, bare[1:], bare[2:], strict=False):
        if _DAY.match(words[first].folded) and _DAY.match(words[second].folded) and _YEAR.match(words[third].folded):
            start = first - 1 if first and words[first - 1].folded in _UNTIL_YEAR else first
            end = third + 1
            if end in places:
                end = min((place for place in marked if place > end), default=len(words))
            places.update(range(start, end))
    return places


def telling(terms: Iterable[Term], heads: Sequence[int]) -> list[Term]:
    """The terms that none of these heads holds: those that tell one clause of their documents from another."""
    return [term for term in terms if not any(head in term.units for head in heads)]
