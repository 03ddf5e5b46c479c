"""The grammar of typed references, as plain data: what Python reads with (reference.py) and what the reader in the
browser is made from.

The patterns work on folded text, in a dialect that JavaScript shares (numbered groups, no look-behind).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from vankien.knowledge import load
from vankien.writing.folding import fold
from vankien.writing.patterns import any_of

_END = "(?![a-z0-9])"
_FIGURE = r"\d{1,4}(?:\.\d{1,3}){0,4}[a-z]?\d?"
ROMAN = r"[ivxlc]{1,7}(?:\.\d{1,3}){0,3}"
_LETTER = r"[a-z]\d{0,2}"
_SORTS = {"figure": rf"[. ]?({_FIGURE})", "roman": rf"[. ]?({ROMAN})", "letter": rf"\.({_LETTER})"}


@cache
def reference_grammar() -> dict[str, Any]:
    """The grammar as plain data, fit for JSON.

    `rules` are (name, pattern) in the order in which they are tried at each place of the folded text; `levels` says for
    a folded level word its id, its rank (0 is the smallest) and the level of its figures; `typed` the short forms;
    `types` the types for a folded word or sign; `signs` the signs of bodies that may stand alone.
    """
    table = load("pinpoints")
    levels = {
        fold(w): {k: v for k, v in level.items() if k != "words"} for level in table["levels"] for w in level["words"]
    }
    types: dict[str, list[str]] = {}
    for entry in load("types"):
        for word in (fold(entry["name"]), *(fold(a) for a in entry["abbr"] if len(a) > 1)):
            types.setdefault(word, [])
            types[word] += [entry["name"]] if entry["name"] not in types[word] else []
    for extra in load("citation_forms")["heads"]:
        types.setdefault(fold(extra["head"]), [extra["type"]])
    signs = [fold(sign) for sign in load("citation_forms")["body_signs"]]
    number = rf"(?:so |thu )?\(?({_FIGURE}|{ROMAN}|{_LETTER})\)?{_END}"
    return {
        "rules": [
            ("blank", r"[ ,;:]+"),
            ("level", rf"({any_of(levels)})[ .]*{number}"),
            *(
                ("typed", rf"({short}){_SORTS[sort]}{_END}")
                for short, sorts in table["typed"].items()
                for sort in sorts
            ),
            ("roman", rf"([ivxlc]{{1,7}})\.(\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}){_END}"),
            ("slash", rf"(\d{{1,3}}) ?/ ?([ivxlc]{{1,7}}){_END}"),
            ("number", rf"(\d{{1,6}}(?:\.\d{{1,3}})?[a-z]?)((?: ?[-/] ?[a-z0-9&.]{{1,24}}){{1,8}}){_END}"),
            ("type", rf"({any_of(types)}){_END}"),
            ("sign", rf"({any_of(signs)}|qh\d{{1,2}}|ubtvqh\d{{1,2}}){_END}"),
            ("figures", rf"(\d{{1,6}}){_END}"),
            ("item", r"\((\d{1,3}|[a-z])\)"),
            ("word", r"[a-z0-9]+"),
            ("other", r"."),
        ],
        "levels": levels,
        "typed": table["typed"],
        "types": types,
        "signs": signs,
        "skipped": load("citation_forms")["skipped_words"],
    }
