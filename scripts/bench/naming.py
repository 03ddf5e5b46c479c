"""Queries that name documents by number or name, and clauses of them, made out of an archive: which form finds what?

    python scripts/bench/naming.py --project DIR [--documents 60] [--misses 10]

Every form of `NUMBERS` is asked for documents drawn from the archive, every form of `CLAUSES` for clauses drawn from
them, each with and without accents ("điểm đ" is left out: "diem d" is another). A query counts as answered by every
document that it may mean ("nghị quyết 25" means each resolution numbered 25 here). Prints MRR@10 of each form, and the
first queries that were missed.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vankien.catalogue import Catalogue, build_catalogue
from vankien.knowledge import load
from vankien.library import load_library
from vankien.model import Document
from vankien.project import open_project
from vankien.searching.units import short_name
from vankien.writing.folding import fold

ABBREVIATIONS = {kind["name"]: (kind.get("abbr") or [""])[0] for kind in load("types")}
NUMBER = re.compile(r"^(?P<numeral>[0-9]+)(?P<year>/(?:19|20)[0-9]{2})?(?P<rest>\W.+)?$")
PINPOINT = re.compile(r"^(?:(?:phan|chuong|muc|dieu|khoan|diem)-[a-z0-9]+_?)+$")
WORDS = {"phan": "phần", "chuong": "chương", "muc": "mục", "dieu": "điều", "khoan": "khoản", "diem": "điểm"}


@dataclass(frozen=True, slots=True)
class Named:
    """What may be said of a document that bears a number."""

    kind: str
    short: str
    numeral: str
    year: str
    rest: str
    title: str

    @property
    def number(self) -> str:
        return f"{self.numeral}{self.year}{self.rest}"


NUMBERS: dict[str, Callable[[Named], str]] = {
    "as printed": lambda n: n.number,
    "type and number": lambda n: f"{n.kind} số {n.number}",
    "type, number, title": lambda n: f"{n.kind} {n.number} {n.title}",
    "number, about": lambda n: f"{n.number} về {' '.join(n.title.split()[:6])}",
    "words only": lambda n: re.sub(r"\W+", " ", n.number).lower(),
    "other dashes": lambda n: re.sub(r"[-/]", lambda m: "/" if m[0] == "-" else "-", n.number),
    "dashes with blanks": lambda n: re.sub(r"[-/]", lambda m: f" {m[0]} ", n.number),
    "no leading zero": lambda n: f"{int(n.numeral)}{n.year}{n.rest}",
    "joined to its mark": lambda n: f"{n.numeral}{n.year}{re.sub(r'^[-/]', '', n.rest).lower()}",
    "type and numeral": lambda n: f"{n.kind} {n.numeral}{n.year}".lower(),
    "type, số, numeral": lambda n: f"{n.kind} số {int(n.numeral)}{n.year}",
    "type, numeral, year in words": lambda n: f"{n.kind} {n.numeral}{n.year.replace('/', ' năm ')}".lower(),
    "abbreviation and numeral": lambda n: f"{n.short} {n.numeral}{n.year}".lower(),
    "abbreviation, số": lambda n: f"{n.short} số {n.numeral}{n.year}",
    "abbreviation joined": lambda n: f"{n.short}{n.numeral}{n.year}",
    "numeral, abbreviation": lambda n: f"{n.numeral}{n.year} {n.short}".lower(),
    "asked for": lambda n: f"nội dung của {n.kind.lower()} {n.number} là gì",
}
CLAUSES: dict[str, Callable[[list[str], str], str]] = {
    "inside out": lambda parts, name: f"{' '.join(reversed(parts))} {name}",
    "inside out, of": lambda parts, name: f"{' '.join(reversed(parts))} của {name}",
    "with commas": lambda parts, name: f"{', '.join(reversed(parts))}, {name}",
    "outside in": lambda parts, name: f"{name} {' '.join(parts)}",
    "outside in, clause first": lambda parts, name: f"{' '.join(parts)} {name}",
    "asked for": lambda parts, name: f"{' '.join(reversed(parts))} {name} quy định gì?",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A query, its form, and what answers it: ids of documents, and the clause, "" for the document as a whole."""

    form: str
    text: str
    documents: frozenset[str]
    clause: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--project", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--misses", type=int, default=10)
    arguments = parser.parse_args()
    documents = list(load_library(open_project(arguments.project)).documents.values())
    with tempfile.TemporaryDirectory() as folder:
        build_catalogue(load_library(open_project(arguments.project)), Path(folder) / "pack", Path(folder) / "index")
        catalogue = Catalogue(Path(folder) / "index")
        found: dict[str, list[float]] = defaultdict(list)
        missed = []
        for question in questions(documents, arguments.documents):
            value = reciprocal_rank(catalogue.search(question.text)["hits"], question)
            found[question.form].append(value)
            if value < 1:
                missed.append((value, question))
    for form, values in found.items():
        print(f"{sum(values) / len(values):.4f}  {len(values):5d}  {form}")
    for kind in ("number", "clause"):
        values = [value for form, row in found.items() if form.startswith(kind) for value in row]
        print(f"{kind}: MRR@10 {sum(values) / max(1, len(values)):.4f} over {len(values)}")
    for value, question in missed[: arguments.misses]:
        print(f"{value:.2f} [{question.form}] {question.text!r}: {', '.join(question.documents)}#{question.clause}")


def questions(documents: Sequence[Document], many: int) -> Iterator[Question]:
    """All forms over documents and clauses drawn from an archive, always the same for the same archive."""
    draw = random.Random(20)  # noqa: S311 - the same queries each time
    named = {d.id: n for d in documents if (n := _named(d))}
    for identity in draw.sample(sorted(named), min(many, len(named))):
        name = named[identity]
        for form, say in NUMBERS.items():
            if name.short or "abbreviation" not in form:
                same = frozenset(i for i, other in named.items() if say(other).lower() == say(name).lower())
                yield from _both(f"number, {form}", say(name), same)
    for document in draw.sample(list(documents), min(many, len(documents))):
        names = list(_names(document, documents, named))
        clauses = [c.id for c in document.clauses if PINPOINT.match(c.id) and "diem-dd" not in c.id]
        for clause in draw.sample(clauses, min(3, len(clauses))):
            for form, put in CLAUSES.items():
                said, same = draw.choice(names)
                yield from _both(f"clause, {form}", put(_parts(clause), said), same, clause)


def _named(document: Document) -> Named | None:
    given = document.metadata
    match = NUMBER.match(given.number or "")
    if not match or not given.type or not match["rest"]:
        return None
    short = ABBREVIATIONS.get(given.type, "")
    return Named(given.type, short, match["numeral"], match["year"] or "", match["rest"], given.title or "")


def _names(
    document: Document, documents: Sequence[Document], named: dict[str, Named]
) -> Iterator[tuple[str, frozenset[str]]]:
    """How a document may be called where one of its clauses is asked for, with the documents so called."""
    name = named.get(document.id)
    if name is None:
        title = short_name(document.metadata)
        same = frozenset(d.id for d in documents if fold(title) in fold(short_name(d.metadata)))
        yield title[:1].lower() + title[1:], same
        return
    ways = [NUMBERS["as printed"], NUMBERS["type and number"], NUMBERS["words only"], NUMBERS["type and numeral"]]
    for say in [*ways, *([NUMBERS["abbreviation and numeral"]] if name.short else [])]:
        yield say(name), frozenset(i for i, other in named.items() if say(other).lower() == say(name).lower())


def _parts(clause: str) -> list[str]:
    """ "dieu-5_khoan-2" -> ["điều 5", "khoản 2"], roman numbers in capitals."""
    parts = [part.split("-") for part in clause.split("_")]
    big = ("phan", "chuong", "muc")
    return [f"{WORDS[kind]} {number.upper() if kind in big else number.replace('dd', 'đ')}" for kind, number in parts]


def _both(form: str, text: str, documents: frozenset[str], clause: str = "") -> Iterator[Question]:
    yield Question(form, text, documents, clause)
    yield Question(form, fold(text) if not re.search(r"[-/]", text) else _plain(text), documents, clause)


def _plain(text: str) -> str:
    """Without accents, with its dashes."""
    return "".join(fold(part) if part[0].isalnum() else part for part in re.findall(r"\w+|\W+", text))


def reciprocal_rank(hits: Sequence[dict[str, Any]], question: Question) -> float:
    for rank, hit in enumerate(hits[:10], 1):
        clause = hit["clause"] or ""
        right = not question.clause or clause == question.clause or clause.startswith(question.clause + "_")
        if hit["document"] in question.documents and right:
            return 1 / rank
    return 0.0


if __name__ == "__main__":
    main()
