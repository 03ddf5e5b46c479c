"""How fast citations are found, beside eyecite (American law) and refex (German law), on text of equal length.

    python scripts/bench/citing.py [--megabytes 2]

Each engine reads documents of about 15 kB in its own language: ours are made from the sentences of archive/, theirs
from sentences of the same length that cite about as often. Needs the extra "bench"; an engine that is not installed is
left out. Prints megabytes of UTF-8 a second of processor time, the best of three runs, and the ratio to ours.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from vankien.citing import find
from vankien.model import Clause, Metadata

ARCHIVE = Path(__file__).resolve().parents[2] / "archive"
DOCUMENT = 15_000
RUNS = 3
PLAIN = 8
"""Plain sentences for each that cites in the made texts, so that they cite as often as archive/ does."""
ENGLISH = (
    *PLAIN
    * (
        "The committee reviewed the work of the past three years and noted steady progress in every district. ",
        "Local offices shall report twice a year on what was done, what was not, and what support they will need. ",
        "Those who served the public well were commended, and their example was made known throughout the county. ",
    ),
    "In Miranda v. Arizona, 384 U.S. 436, 444 (1966), the Court held that such statements may not be used. ",
    "The same rule was applied in Smith v. Jones, 123 F.3d 456, 460 (9th Cir. 1997), and not questioned since. ",
    "See 42 U.S.C. § 1983, where the duty to inform the accused is set out in more detail. ",
)
GERMAN = (
    *PLAIN
    * (
        "Der Ausschuss hat die Arbeit der letzten drei Jahre geprüft und überall stetige Fortschritte festgestellt. ",
        "Die örtlichen Stellen berichten zweimal im Jahr, was getan wurde und welche Hilfe sie noch brauchen. ",
        "Wer der Allgemeinheit gut gedient hat, wurde ausgezeichnet, und sein Beispiel wurde im Land bekannt. ",
    ),
    "Nach § 433 Abs. 1 BGB ist der Verkäufer verpflichtet, dem Käufer die Sache frei von Mängeln zu übergeben. ",
    "Das ergibt sich aus § 3 Abs. 2 Satz 1 StVG sowie aus den §§ 12 und 13 VwGO. ",
    "Auf § 154 Abs. 1 VwGO beruht die Entscheidung über die Kosten; sie folgt dem Ausgang des Verfahrens. ",
)


def archive_sentences() -> list[str]:
    """The sentences of the archive, without the marks of Markdown."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(ARCHIVE.glob("*.txt")))
    text = re.sub(r"\s+", " ", re.sub(r"[*#\\]|<[^>]*>", "", text))
    return [f"{sentence.strip()} " for sentence in re.split(r"(?<=[.;]) ", text) if sentence.strip()]


def documents(sentences: Sequence[str], size: int, seed: int = 1) -> list[str]:
    """Documents of shuffled sentences, `size` bytes of UTF-8 in all."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret, the same text in every run
    made: list[str] = []
    while size > 0:
        text, length = [], 0
        while length < min(DOCUMENT, size):
            text.append(chance.choice(sentences))
            length += len(text[-1].encode())
        made.append("".join(text))
        size -= length
    return made


def measure(read: Callable[[str], int], texts: Sequence[str]) -> tuple[float, int]:
    """Megabytes a second of processor time, the best of some runs, and the citations found."""
    size = sum(len(text.encode()) for text in texts)
    best, found = float("inf"), 0
    for _ in range(RUNS):
        start = time.process_time()
        found = sum(read(text) for text in texts)
        best = min(best, time.process_time() - start)
    return size / best / 1e6, found


def ours(text: str) -> int:
    """Vankien: a document's paragraphs as clauses."""
    clauses = [Clause(f"doan-{k}", None, "doan", None, "", part) for k, part in enumerate(re.split(r"(?<=\.) ", text))]
    return len(find(clauses, Metadata(type="Nghị quyết")))


def engines() -> list[tuple[str, Callable[[str], int], Sequence[str]]]:
    """Name, reader and sentences of each engine that is installed."""
    listed: list[tuple[str, Callable[[str], int], Sequence[str]]] = [("vankien", ours, archive_sentences())]
    try:
        from eyecite import get_citations

        listed.append(("eyecite", lambda text: len(get_citations(text)), ENGLISH))
    except ImportError:
        print("eyecite is not installed")
    try:
        from refex.orchestrator import CitationExtractor

        refex = CitationExtractor()
        listed.append(("refex", lambda text: len(refex.extract(text).citations), GERMAN))
    except ImportError:
        print("legal-reference-extraction is not installed")
    return listed


def main() -> None:
    """Measure every engine and print a line each."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=2.0, help="text for each engine (default: 2)")
    size = int(parser.parse_args().megabytes * 1e6)
    base = 0.0
    for name, read, sentences in engines():
        texts = documents(sentences, size)
        read(texts[0])
        speed, found = measure(read, texts)
        base = base or speed
        density = found / (size / 1000)
        print(f"{name:8} {speed:6.2f} MB/s  {density:5.1f} citations/kB  vankien is {base / speed:5.1f} times as fast")


if __name__ == "__main__":
    main()
