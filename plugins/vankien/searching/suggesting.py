"""Help for what was mistyped: "Bạn có tìm ...?".

Two causes are told apart. A word that nothing holds, or that never stands beside either of its neighbours, gives way
to a word one letter away that stands beside both. Words that are understood (marks, numbers, "đúng hay sai") and dull
ones are no mistakes. A word typed with other accents than those of the hits gives way to the form that stands there.
Tone marks and i/y in other places, and a query without any accents, are no mistakes. `engine/91-suggesting.js` does the
same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from vankien.knowledge import load
from vankien.searching.analysis import Token, folded_words, is_accented, tokens
from vankien.searching.asking import Sought, Terms
from vankien.searching.language import Query

CANDIDATES = 5
_SHORTEST = 2
_ENOUGH = 2

Lexicon = Sequence[tuple[str, str]]
"""(folded, as usually written) of every syllable that occurs more than once, the most frequent first."""


def suggestion(
    query: Query, sought: Sought, hits: Sequence[Mapping[str, Any]], terms: Terms, lexicon: Lexicon
) -> str | None:
    """The query as it may have been meant, None where nothing speaks against it as typed."""
    if query.phrases or query.excluded or query.filters:
        return None
    words = [word for run in query.runs for word in run]
    accented = any(is_accented(word) for word in words)
    changes = _misspelt(query, sought, terms, lexicon, accented)
    if not changes and accented:
        changes = _misaccented(query, hits)
    if not changes:
        return None
    text = query.text
    for word in reversed(words):
        if word.start in changes:
            text = text[: word.start] + changes[word.start] + text[word.end :]
    return text


def _misspelt(query: Query, sought: Sought, terms: Terms, lexicon: Lexicon, accented: bool) -> dict[int, str]:
    changes: dict[int, str] = {}
    for run in query.runs:
        for place, word in enumerate(run):
            missing = word.folded in sought.missing
            if word.start in sought.settled or not _suspect(run, place, missing, terms):
                continue
            near = [entry for entry in lexicon if one_apart(entry[0], word.folded)][:CANDIDATES]
            sums = [_evidence(run, place, folded, terms) for folded, _ in near]
            if sums and (max(sums) > 0 or (missing and len(run) == 1)):
                folded, usual = near[sums.index(max(sums))]
                changes[word.start] = usual if accented else folded
    return changes


def _suspect(run: Sequence[Token], place: int, missing: bool, terms: Terms) -> bool:
    """Whether nothing holds the word, or nothing holds it beside either of its two neighbours."""
    folded = run[place].folded
    if len(folded) < _SHORTEST or folded.isdigit():
        return False
    between = 0 < place < len(run) - 1
    return missing or (between and folded not in _dull() and not any(_beside(run, place, folded, terms)))


def _evidence(run: Sequence[Token], place: int, folded: str, terms: Terms) -> int:
    """In how many units `folded` stands beside the neighbours of the word at `place`; 0 where it lacks one of them."""
    counts = _beside(run, place, folded, terms)
    return sum(counts) if all(counts) else 0


def _beside(run: Sequence[Token], place: int, folded: str, terms: Terms) -> list[int]:
    """In how many units `folded` stands beside each neighbour of the word at `place`."""
    pairs = []
    if place:
        pairs.append(f"{run[place - 1].folded} {folded}")
    if place + 1 < len(run):
        pairs.append(f"{folded} {run[place + 1].folded}")
    return [len(found.units) if (found := terms.postings("pair", pair)) is not None else 0 for pair in pairs]


@cache
def _dull() -> frozenset[str]:
    return frozenset(folded_words(" ".join(load("query")["dull"])))


def one_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter put in, left out or changed, or by two neighbours exchanged.

    >>> one_apart("kheo", "khoe"), one_apart("kheo", "keo"), one_apart("van", "van"), one_apart("dan", "tam")
    (True, True, False, False)
    """
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
    return one[start + 1 :] == other[start + 1 :] or swapped


def _misaccented(query: Query, hits: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    """Words whose accents never stand in the hits beside the same neighbour, where another form does."""
    changes: dict[int, str] = {}
    texts = [[(text, tokens(text)) for text in (hit["snippet"], hit["heading"], hit["title"])] for hit in hits]
    for run in query.runs:
        for place, word in enumerate(run):
            seen: Counter[str] = Counter()
            usual: dict[str, str] = {}
            for parts in texts:
                for accent, written in sorted(_forms_in(parts, run, place)):
                    seen[accent] += 1
                    usual.setdefault(accent, written)
            if seen and word.accent not in seen:
                best = min(seen, key=lambda accent, seen=seen: (-seen[accent], accent))  # type: ignore[misc]
                if seen[best] >= _ENOUGH and seen[best] * 2 > seen.total():
                    changes[word.start] = usual[best]
    return changes


def _forms_in(parts: Iterable[tuple[str, Sequence[Token]]], run: Sequence[Token], place: int) -> set[tuple[str, str]]:
    """(accent form, as written) of the word at `place` wherever a hit has it beside a neighbour of the query."""
    found = set()
    before = run[place - 1].folded if place else None
    after = run[place + 1].folded if place + 1 < len(run) else None
    for text, words in parts:
        for index, word in enumerate(words):
            if word.folded != run[place].folded:
                continue
            left = index > 0 and words[index - 1].folded == before
            right = index + 1 < len(words) and words[index + 1].folded == after
            if left or right:
                found.add((word.accent, text[word.start : word.end].lower()))
    return found
