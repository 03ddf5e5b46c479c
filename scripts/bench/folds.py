"""Weights of the ranking chosen on some questions and measured on the others, so that the figure is an honest one.

    python scripts/bench/folds.py --project DIR --queries FILE [--folds 5]

FILE has a line a question: {"text": ..., "relevant": ["<source file's stem>#<clause>", ...]}. The questions are dealt
into folds. For each fold the candidate that does best on all other folds is taken, and only its figure on the fold
itself counts. Prints MRR@10 of every candidate on all questions, of the weights in force, and of what was held out.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vankien.catalogue import Catalogue, build_catalogue
from vankien.library import load_library
from vankien.project import open_project
from vankien.searching import answering, ranking, weights

LIMIT = 10
TRIED = {
    (weights, "K1"): (0.4, 0.8),
    (weights, "B"): (0.25, 0.45),
    (weights, "SYLLABLE"): (0.5, 0.7),
    (ranking, "NAME_PART"): (2, 4),
    (answering, "OPENING"): (0, 40, 120),
}
"""Where a weight stands and what else it could be; a candidate changes one of them."""

Candidate = Mapping[tuple[Any, str], float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--project", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    asked = [json.loads(line) for line in arguments.queries.read_text(encoding="utf-8").splitlines()]
    candidates: list[Candidate] = [{}, *({place: value} for place, values in TRIED.items() for value in values)]
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        build_catalogue(load_library(open_project(arguments.project)), Path(folder) / "pack", index)
        table = [reciprocal_ranks(index, candidate, asked) for candidate in candidates]
    for candidate, row in zip(candidates, table, strict=True):
        print(f"{statistics.mean(row):.4f}  {told(candidate)}")
    chosen, held_out = cross_validated(table, arguments.folds)
    print(f"chosen: {', '.join(told(candidates[number]) for number in chosen)}")
    print(f"held out: {statistics.mean(held_out):.4f} over {len(held_out)}; in force: {statistics.mean(table[0]):.4f}")


def told(candidate: Candidate) -> str:
    return " ".join(f"{name}={value}" for (_, name), value in candidate.items()) or "in force"


def cross_validated(table: Sequence[Sequence[float]], folds: int) -> tuple[list[int], list[float]]:
    """For each fold the candidate that is best on the others, and the figures that these have on their folds. Of equals
    the first is taken: the weights in force."""
    chosen, held_out = [], []
    for fold in range(folds):
        sums = [sum(value for place, value in enumerate(row) if place % folds != fold) for row in table]
        chosen.append(sums.index(max(sums)))
        held_out += table[chosen[-1]][fold::folds]
    return chosen, held_out


def reciprocal_ranks(index: Path, candidate: Candidate, asked: Sequence[Mapping[str, Any]]) -> list[float]:
    """1 / rank of the first right article for each question, 0 where it is not among the first ten."""
    with in_force(candidate):
        catalogue = Catalogue(index)
        return [reciprocal_rank(catalogue.search(one["text"], LIMIT)["hits"], one["relevant"]) for one in asked]


@contextmanager
def in_force(candidate: Candidate) -> Iterator[None]:
    before = {(module, name): getattr(module, name) for module, name in candidate}
    for (module, name), value in candidate.items():
        setattr(module, name, value)
    yield
    for (module, name), value in before.items():
        setattr(module, name, value)


def reciprocal_rank(hits: Sequence[Mapping[str, Any]], relevant: Sequence[str]) -> float:
    for rank, hit in enumerate(hits, 1):
        place = f"{Path(hit['source']).stem}#{hit['clause'] or ''}"
        if any(place == right or place.startswith((f"{right}_", f"{right}#")) for right in relevant):
            return 1 / rank
    return 0.0


if __name__ == "__main__":
    main()
