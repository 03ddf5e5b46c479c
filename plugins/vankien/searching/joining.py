"""Tallies taken apart and put together: without the documents that went, with the documents that came.

Nothing is counted again. Since all orders are sorted ones, what stays keeps its order, and what comes is put between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from vankien.searching.tally import SEVERAL, Lists, Numbering, Numbers, Tally, flagged, numbering, small


def without(tally: Tally, gone: frozenset[str]) -> Tally:
    """The tally of the other documents."""
    if gone.isdisjoint(tally.documents):
        return tally
    stays = np.array([document not in gone for document in tally.documents], bool)
    units = np.repeat(stays, tally.units)
    said = np.repeat(stays, np.diff(tally.starts))
    spoken, times = tally.spoken[said], tally.times[said]
    used = np.bincount(spoken, minlength=len(tally.words)) > 0
    known = tally.numbering
    forms = _marked(known.forms[used], len(known.accents))
    terms = _marked(known.terms[forms], len(known.names))
    words = tuple(word for word, is_used in zip(tally.words, used.tolist(), strict=True) if is_used)
    many = int(units.sum())
    syllables = _only(tally.syllables, units, many)
    pairs = _only(tally.pairs, units, many)
    return Tally(
        tuple(document for document in tally.documents if document not in gone),
        words, tally.units[stays], tally.lengths[units],
        small(_ranks(used)[spoken], len(words)), _from_sizes(np.diff(tally.starts)[stays]), times,
        _reformed(replace(syllables, keys=_ranks(terms)[syllables.keys]), _ranks(forms), int(forms.sum())),
        replace(pairs, keys=_moved_pairs(pairs.keys, _ranks(terms), int(terms.sum()))),
    )  # fmt: skip


def merged(one: Tally, other: Tally, order: Sequence[str]) -> Tally:
    """The tally of the documents of both, which stand in `order` as they do in each.

    Raises `ValueError` where they do not.
    """
    if not other.documents or not one.documents:
        found = one if one.documents else other
        if found.documents != tuple(order):
            raise ValueError("the documents of a tally stand in another order")
        return found
    sides = (one, other)
    place = {document: number for number, document in enumerate(order)}
    places = [np.array([place[document] for document in side.documents], np.int64) for side in sides]
    taken = np.sort(np.concatenate(places))
    if any((np.diff(p) <= 0).any() for p in places) or not np.array_equal(taken, np.arange(len(order))):
        raise ValueError("the documents of a tally stand in another order")
    words = tuple(sorted({*one.words, *other.words}))
    at = {word: number for number, word in enumerate(words)}
    known = numbering(words)
    units = _put([side.units for side in sides], places)
    heads = _from_sizes(units)
    many = int(heads[-1])
    syllables, pairs, spoken, new_units = [], [], [], []
    for side, mine in zip(sides, places, strict=True):
        to_word = np.array([at[word] for word in side.words], np.int64)
        to_form, to_term = _followed(side, to_word, known)
        alone = replace(side.syllables, keys=to_term[side.syllables.keys])
        syllables.append(_reformed(alone, to_form, len(known.accents)))
        pairs.append(replace(side.pairs, keys=_moved_pairs(side.pairs.keys, to_term, len(known.names))))
        spoken.append(small(to_word[side.spoken], len(words)))
        new_units.append(small(_spread(heads[:-1][mine], side.units), many))
    sizes = [np.diff(side.starts) for side in sides]
    starts = _from_sizes(_put(sizes, places))
    said = [_spread(starts[:-1][mine], size) for mine, size in zip(places, sizes, strict=True)]
    return Tally(
        tuple(order), words, units, _put([side.lengths for side in sides], new_units),
        _put(spoken, said), starts, _put([side.times for side in sides], said),
        _union(syllables, new_units), _union(pairs, new_units),
    )  # fmt: skip


def _marked(numbers: Numbers, many: int) -> Numbers:
    """Which of `many` numbers are among these."""
    return np.bincount(numbers, minlength=many) > 0


def _ranks(flags: Numbers) -> Numbers:
    """The place of each flagged one among the flagged."""
    return np.cumsum(flags) - 1


def _from_sizes(sizes: Numbers) -> Numbers:
    """Where each part begins, and the end."""
    return np.append(0, np.cumsum(sizes, dtype=np.int64))


def _spread(starts: Numbers, sizes: Numbers) -> Numbers:
    """The numbers of all members of parts that begin at `starts`."""
    return np.repeat(starts - np.cumsum(sizes, dtype=np.int64) + sizes, sizes) + np.arange(int(sizes.sum()))


def _put(parts: Sequence[Numbers], places: Sequence[Numbers]) -> Numbers:
    """One array with the members of each part at its places."""
    whole = np.empty(sum(map(len, parts)), np.result_type(*parts))
    for part, place in zip(parts, places, strict=True):
        whole[place] = part
    return whole


def _only(lists: Lists, stays: Numbers, many: int) -> Lists:
    """The postings of units that stay, under their new numbers; terms without any go."""
    kept = stays[lists.units]
    sizes = flagged(kept, lists.starts)
    alive = sizes > 0
    units = small(_ranks(stays), many)[lists.units[kept]]
    forms = None if lists.forms is None else lists.forms[kept]
    return Lists(lists.keys[alive], _from_sizes(sizes[alive]), units, lists.frequencies[kept], forms)


def _followed(side: Tally, to_word: Numbers, known: Numbering) -> tuple[Numbers, Numbers]:
    """Where forms and terms go when words go to `to_word`."""
    before = side.numbering
    to_form = np.empty(len(before.accents), np.int64)
    to_form[before.forms] = known.forms[to_word]
    to_term = np.empty(len(before.names), np.int64)
    to_term[before.terms] = known.terms[to_form]
    return to_form, to_term


def _reformed(lists: Lists, to_form: Numbers, many: int) -> Lists:
    """Forms under new numbers; `SEVERAL`, the last of the table, stays."""
    table = small(np.append(to_form, SEVERAL), many)
    return replace(lists, forms=table[lists.forms])


def _moved_pairs(keys: Numbers, to_term: Numbers, many: int) -> Numbers:
    first, second = np.divmod(keys, max(1, len(to_term)))
    return to_term[first] * max(1, many) + to_term[second]


def _union(sides: Sequence[Lists], to_unit: Sequence[Numbers]) -> Lists:
    """The lists of both, each list in the order of units."""
    one, other = sides
    found = np.searchsorted(one.keys, other.keys)
    known = found < len(one.keys)
    known[known] = one.keys[found[known]] == other.keys[known]
    keys = np.insert(one.keys, found[~known], other.keys[~known])
    sizes = np.zeros(len(keys), np.int64)
    for side in sides:
        sizes[np.searchsorted(keys, side.keys)] += np.diff(side.starts)
    mine, theirs = (units[side.units] for side, units in zip(sides, to_unit, strict=True))
    lists = np.repeat(np.arange(len(other.keys)), np.diff(other.starts))
    before = _places_between(mine, one.starts[found][lists], one.starts[found + known][lists], theirs)
    columns = [np.insert(mine, before, theirs), np.insert(one.frequencies, before, other.frequencies)]
    if one.forms is not None and other.forms is not None:
        columns.append(np.insert(one.forms, before, other.forms))
    return Lists(keys, _from_sizes(sizes), *columns)


def _places_between(numbers: Numbers, low: Numbers, high: Numbers, wanted: Numbers) -> Numbers:
    """For each wanted number its place in `numbers[low:high]`, which stands in order: all at once, by halves."""
    while (low < high).any():
        middle = (low + high) // 2
        after = low < high
        after[after] = numbers[middle[after]] < wanted[after]
        low, high = np.where(after, middle + 1, low), np.where(after, high, np.maximum(low, middle))
    return low
