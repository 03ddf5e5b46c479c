"""How a document relates to the one it mentions, read from the words of the sentence (knowledge/relations.yml)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from vankien.citing.mention import Mention
from vankien.citing.sentences import Sentences
from vankien.knowledge import load
from vankien.model import Relation

_REACH = 400
_NEIGHBOURS = 40
_GUIDES_ITSELF = re.compile(
    r"này (?:quy định|hướng dẫn)|hướng dẫn[^.;]{0,200}như sau"
    r"|ban hành (?:Nghị định|Thông tư|Hướng dẫn|Quyết định|Nghị quyết|Văn bản)"
)
_JOINED = re.compile(r"(?:,| và|, và) ")
_CARRIED_OUT = re.compile(r"thi hành|thực hiện")
_CARRIES = re.compile(r"(?:[,;]| và| hoặc| cùng(?: với)?) ?(?:các |những |với )*$")
_CHANGES: frozenset[Relation] = frozenset(["amends", "repeals", "replaces", "corrects", "suspends"])


_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
"""A look at what stands around; it does not make a verb longer, and the longest verb is tried first."""


@cache
def _verbs(side: str) -> tuple[re.Pattern[str], list[Any]]:
    """All verbs of one side as one pattern; the number of the group that matches tells the relation."""
    entries = [(p, relation) for relation, sides in load("relations").items() for p in sides.get(side, [])]
    entries.sort(key=lambda e: len(_AROUND.sub("", e[0])), reverse=True)
    alternatives = "|".join(rf"{p}(?!\w)()" for p, _ in entries)
    return re.compile(rf"[ (,;“](?:{alternatives})"), [r for _, r in entries]


@cache
def _proposal() -> re.Pattern[str]:
    """A proposal and the change that it proposes, in small letters; "Quyết định này bãi bỏ" is none."""
    said = load("relations")["proposed"]
    words, verbs = "|".join(said["words"]), "|".join(said["verbs"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?:(?! này )[^.\n]){{0,{_REACH}}}?(?<!\w)(?:{verbs})(?!\w)")


def _as_proposed(relation: Relation | None, words: str) -> Relation | None:
    """`relation`, unless `words`, which say it, only propose it."""
    return "refers" if relation in _CHANGES and _proposal().search(words.lower()) else relation


def verb_before(words: str) -> Relation | None:
    """The relation that the nearest verb of `words` (what stands before a mention) says, or None."""
    return _as_proposed(_verb_before(words), words)


def _verb_before(words: str) -> Relation | None:
    pattern, relations = _verbs("before")
    relation: Relation | None = None
    for match in pattern.finditer(f" {words[-_REACH:].lower()}"):
        said = relations[(match.lastindex or 1) - 1]
        relation = said if said != "neutral" else relation
    return relation


def verb_after(words: str) -> Relation | None:
    """The relation that what follows a mention says ("... hết hiệu lực"), or None."""
    pattern, relations = _verbs("after")
    match = pattern.search(words.lower())
    return relations[(match.lastindex or 1) - 1] if match else None


def relate(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sentences,
    quotes: Sequence[int | None],
    lead: Relation | None,
    *,
    guiding: bool = False,
) -> list[tuple[Relation, bool]]:
    """The relation of each mention of `text`, in order, and whether it is `lead` that says it.

    `quotes` says for each where the quotation begins that holds it: what stands before that says nothing of it.
    `lead` is what the clause above says of its list ("1. Quán triệt các văn bản sau:"); it holds for the first
    sentence where that has no verb of its own. What stands in another's description only refers. `guiding` is True
    for a document whose office it is to guide (a Hướng dẫn); others guide where the sentence says so of them.
    """
    found: list[tuple[Relation, bool]] = []
    carried: Relation | None = None
    place, sentence, silent, led, first = 0, (-1, -1), 0, False, True
    for index, mention in enumerate(mentions):
        if sentences.of(mention.start) != sentence:
            sentence = sentences.of(mention.start)
            led = lead is not None and sentence[0] == 0
            carried, place, silent, first = (lead if led else None), sentence[0], index, True
        quote = quotes[index]
        if quote is not None and quote >= place:
            carried, place, silent, led, first = None, quote, index, False, True
        if mention.inward or mention.inside is not None:
            found.append(("refers", False))
            if mention.inside is not None:
                place, first = mention.end, False
            continue
        relation = _own(text[place : mention.start], first=first)
        relation = _as_proposed(relation, text[max(sentence[0], quote or 0) : mention.start])
        if relation == "guides" and not guiding and not _GUIDES_ITSELF.search(text, sentence[0], mention.start):
            relation = "implements" if _CARRIED_OUT.search(text, place, mention.start) else "refers"
        if relation == "replaces" and mention.pinpoints:
            relation = "amends"
        if relation is None and (relation := _behind(text, mentions, index, sentence[1])):
            for earlier in range(silent, index):
                if mentions[earlier].inside is None and not mentions[earlier].inward:
                    found[earlier] = (relation, False)
        if relation is not None:
            silent, led = index + 1, False
        carried, place, first = relation or carried, mention.end, False
        found.append((carried or "refers", led))
    return found


def _own(gap: str, *, first: bool) -> Relation | None:
    """What the words before a mention say: those from the beginning of the sentence for the `first` one, else those
    since the last one, of which what only ends a list says nothing."""
    head, mark, tail = gap.rpartition(";")
    if mark:
        return _verb_before(tail) or (_verb_before(head) if first else None)
    return _verb_before(gap) if first or not _CARRIES.search(gap) else None


def _behind(text: str, mentions: Sequence[Mention], index: int, end: int) -> Relation | None:
    """What the words after a mention say of it, up to the next one that is neither part of its description nor joined
    to it ("A và B hết hiệu lực")."""
    begin = last = mentions[index].end
    end = min(end, begin + _REACH)
    for other in mentions[index + 1 : index + _NEIGHBOURS]:
        if other.start >= end:
            break
        if other.inside is None and not other.inward and not _JOINED.match(text, last):
            end = other.start
            break
        last = other.end
    return verb_after(text[begin:end])
