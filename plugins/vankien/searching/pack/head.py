"""The head of the pack: what the browser must know before it can ask for anything else."""

from __future__ import annotations

from typing import Any

from vankien.knowledge import load
from vankien.searching.analysis import folded_words
from vankien.searching.facets import Columns
from vankien.searching.pack.postings import TermCodes
from vankien.searching.whose import NAMING


def query_words() -> dict[str, Any]:
    """What the query language and the numbers need to know, folded."""
    words = load("query")
    types = {
        " ".join(folded_words(t["name"])): ["".join(folded_words(a)) for a in t.get("abbr") or [""]]
        for t in load("types")
    }
    short = {"".join(folded_words(a)): folded_words(text) for a, text in load("abbreviations").items()}
    return {
        "fields": words["fields"], "or": words["or"], "question": words["question"], "frame": words["frame"],
        "dull": folded_words(" ".join(words["dull"])), "whose": words["whose"], "levels": words["levels"],
        "committees": words["committees"], "marks": words["marks"],
        "types": types, "abbreviations": short,
    }  # fmt: skip


def naming_words(columns: Columns) -> list[str]:
    """The folded words in names by which documents are asked for: a query with another word asks for no name."""
    values = (value for facet in NAMING for value in columns.facets.get(facet, ()))
    return sorted({word for value in values for name in (value.name, *value.aliases) for word in folded_words(name)})


def code_lengths(codes: TermCodes) -> list[Any]:
    """The lengths of codes as hexadecimal digits: [steps, counts and postings], [accent codes]."""
    lengths = [codes.steps, codes.counts, *codes.postings], list(codes.accents)
    return [["".join(map("{:x}".format, row.tolist())) for row in rows] for rows in lengths]
