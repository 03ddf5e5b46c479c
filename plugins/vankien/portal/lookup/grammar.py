"""The grammar of typed citations as plain data: what both readers, here and in the browser, go by."""

from __future__ import annotations

from typing import Any

from vankien.knowledge import load
from vankien.writing.folding import folded_words

_FOOTNOTE = ("chu thich", ["chu-thich", 0, "chu-thich"])
_FILLERS = "so ngay cua tai thuoc theo o trong va ve viec v v thang nam"
"""Words that name nothing; they do not count when a title is compared."""


def lookup_grammar() -> dict[str, Any]:
    """`levels`: folded words -> [level, rank, level where the number is in figures]; `ordinals`: folded word -> number;
    `types`: folded name -> names, `abbreviations`: folded mark -> names; `fillers`: words that name nothing;
    `longest`: the most words of a name."""
    pinpoints = load("pinpoints")
    levels = {
        folded_words(words): [level["id"], level["rank"], level.get("numeral") or level["id"]]
        for level in pinpoints["levels"]
        for words in (*level["words"], *level["typed"])
    }
    levels[_FOOTNOTE[0]] = _FOOTNOTE[1]
    types: dict[str, list[str]] = {}
    abbreviations: dict[str, list[str]] = {}
    for row in load("types"):
        types.setdefault(folded_words(row["name"]), []).append(row["name"])
        for mark in {folded_words(mark): None for mark in row["abbr"]}:
            abbreviations.setdefault(mark, []).append(row["name"])
    return {
        "levels": levels,
        "ordinals": {folded_words(word): value for word, value in pinpoints["ordinals"].items()},
        "types": types,
        "abbreviations": abbreviations,
        "fillers": _FILLERS.split(),
        "longest": max(len(words.split()) for words in (*levels, *types)),
    }
