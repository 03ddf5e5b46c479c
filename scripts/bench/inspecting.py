"""How many documents of 15 kB one core inspects in a second, stage by stage, beside simpler passes over the same text.

    python scripts/bench/inspecting.py [--documents 40] [--many 10000]

The documents are made from the paragraphs of archive/, the same in every run: once hard-wrapped as a portal's crawler
leaves them, once with one paragraph a line. The peers, measured in the same minute: a simple pass (decode, NFC, one
split into sentences) and Markdown to HTML by the `markdown` library. Prints milliseconds of processor time a document
(the best of some runs) and ratios to ours. With --many, that many different files are inspected in one process, and
the growth of its memory is printed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sys
import tempfile
import textwrap
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import markdown

from vankien.inspecting import inspect_file
from vankien.model import Normalized
from vankien.normalizing import normalize
from vankien.normalizing.markdown import plain
from vankien.reading import read
from vankien.records import inspection_record
from vankien.understanding import understand

ARCHIVE = Path(__file__).resolve().parents[2] / "archive"
DOCUMENT = 15_000
"""Bytes of UTF-8 in a made document."""
RUNS = 4
WIDTH = 76
WANTED = 150
_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+")


def made(sources: Sequence[Normalized], seed: int, *, wrapped: bool) -> str:
    """A document with the head and foot of one of `sources` and paragraphs of them all in between."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret, the same text in every run
    frame = chance.choice(sources)
    paragraphs = [words for source in sources for words in plain(source.body).split("\n\n")]
    body: list[str] = []
    size = sum(len(line.encode()) for line in (*frame.header, *frame.closing))
    while size < DOCUMENT:
        body.append(chance.choice(paragraphs).strip())
        size += len(body[-1].encode())
    if wrapped:
        body = ["\n".join(textwrap.wrap(paragraph, WIDTH)) + "\n" for paragraph in body]
    return "\n".join([*frame.header, "", *body, "", *frame.closing]) + "\n"


def timed(work: Callable[[Any], Any], inputs: Sequence[Any]) -> tuple[float, list[Any]]:
    """Milliseconds of processor time for one of `inputs`, the best of some runs, and the results."""
    best, results = float("inf"), []
    for _ in range(RUNS):
        start = time.process_time()
        results = [work(item) for item in inputs]
        best = min(best, time.process_time() - start)
    return best / len(inputs) * 1000, results


def simple_pass(data: bytes) -> list[str]:
    """The least that reading a text can cost: decoded, composed, split once."""
    return _SENTENCE_END.split(unicodedata.normalize("NFC", data.decode("utf-8")))


def measure(name: str, texts: Sequence[str], folder: Path) -> None:
    """Print the time of each stage and of the peers for `texts`."""
    files = [folder / f"{name.replace(' ', '-')}-{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    stages: dict[str, float] = {}
    stages["read"], sources = timed(read, files)
    stages["normalize"], documents = timed(normalize, sources)
    stages["understand"], understood = timed(lambda d: understand(d.body, d.metadata), documents)
    parts = [(source, document, *rest) for source, document, rest in zip(sources, documents, understood, strict=True)]
    stages["json"], _ = timed(lambda part: json.dumps(inspection_record(*part), ensure_ascii=False), parts)
    whole, _ = timed(lambda file: json.dumps(inspect_file(file), ensure_ascii=False), files)
    peers = {
        "simple pass": timed(simple_pass, [text.encode() for text in texts])[0],
        "markdown library": timed(markdown.markdown, texts)[0],
    }
    size = sum(file.stat().st_size for file in files) / len(files)
    print(f"{name}: {len(texts)} documents of {size / 1000:.1f} kB")
    print("  " + ", ".join(f"{stage} {spent:.2f} ms" for stage, spent in stages.items()))
    print(f"  whole {whole:.2f} ms: {1000 / whole:.0f} documents a second and core (wanted: {WANTED})")
    for peer, spent in peers.items():
        print(f"  {peer} {spent:.2f} ms: inspect takes {whole / spent:.1f} times as long")


def many(count: int, sources: Sequence[Normalized], folder: Path) -> None:
    """Inspect `count` different files one after the other and print how memory grew after the first tenth."""
    file, early = folder / "one.txt", 0
    start = time.process_time()
    for number in range(count):
        file.write_text(made(sources, number, wrapped=number % 2 == 0), encoding="utf-8")
        json.dumps(inspect_file(file), ensure_ascii=False)
        if number == count // 10:
            early = _peak()
    spent = time.process_time() - start
    print(f"{count} files in one process: {spent:.1f} s, made and inspected")
    print(f"  peak memory {early / 1024:.1f} MiB after a tenth, {_peak() / 1024:.1f} MiB at the end")


def _peak() -> int:
    """The most memory that this process has held, in KiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=40, help="documents of each kind (default: 40)")
    parser.add_argument("--many", type=int, default=0, metavar="N", help="inspect N files in one process instead")
    options = parser.parse_args()
    sources = [normalize(read(path)) for path in sorted(ARCHIVE.glob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        if options.many:
            many(options.many, sources, Path(folder))
            return
        for name, wrapped in (("hard-wrapped", True), ("a paragraph a line", False)):
            texts = [made(sources, number, wrapped=wrapped) for number in range(options.documents)]
            measure(name, texts, Path(folder))


if __name__ == "__main__":
    main()
