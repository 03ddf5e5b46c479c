"""Documents named with the decision that issued them: "Quy chế ... (ban hành kèm theo Quyết định số 907-QĐ/TW)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.citing.heads import FORMS
from vankien.citing.mention import Mention

_REACH = 220
_ISSUED_WITH = re.compile(r" ?\((?:được )?(?:ban hành )?kèm theo (?:các )?$")
_HEAD = re.compile(rf"(?<!\w)(?:{'|'.join(FORMS['issued_types'])}) (?=[^\W\d_])(?!này|của|các)")
_STOPS = re.compile(r"[.;:(”]")


def with_attached(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` and, before each decision in brackets that issued a named document, that document."""
    found: list[Mention] = []
    for mention in mentions:
        behind = found[-1].end if found else 0
        begin = max(behind, mention.start - _REACH)
        issued = _ISSUED_WITH.search(text, max(begin, mention.start - 40), mention.start)
        if issued and mention.kind == "numbered":
            heads = [
                m
                for m in _HEAD.finditer(text, begin, issued.start())
                if not _STOPS.search(text, m.start(), issued.start())
            ]
            if heads:
                start = heads[-1].start()
                title = text[start : issued.start()]
                kind = heads[-1][0].strip()
                found.append(Mention(start, issued.start(), "named", kind, "issued-with", title=title, antecedent=None))
        found.append(mention)
    return found
