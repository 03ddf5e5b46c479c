"""What it costs to publish a portal, to publish it again as it is, and after one document was corrected.

    python scripts/bench/publishing.py [--documents 300] [--cited 12] [--keep DIR]

The documents are those of make_corpus.py, each with some mentions of others, as real ones have. Prints processor
seconds of `vankien build` with all that it begins, the largest memory, and how many files of the site were written; and
whether the site is, byte for byte, the one that a build from nothing gives.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measuring import timed

HERE = Path(__file__).parent
_HEAD = re.compile(
    r"(?P<body>.+)\n\*\nSố (?P<number>\S+)\n.+\n.+, ngày (?P<date>\d+ tháng \d+ năm \d+)\n\n(?P<type>.+)\n"
)
_NUMBERED = re.compile(r"^\d+\. .+(?=\.$)", re.MULTILINE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--cited", type=int, default=12, help="mentions of others in each document")
    parser.add_argument("--keep", type=Path, help="make the portal here and leave it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        portal = arguments.keep or Path(temporary) / "portal"
        lay_out(portal, arguments.documents, arguments.cited)
        for told in measured(portal):
            print(json.dumps(told))


def lay_out(portal: Path, documents: int, cited: int) -> None:
    """A portal of made documents that cite each other."""
    vankien = [sys.executable, "-m", "vankien.cli"]
    subprocess.run([*vankien, "new", str(portal)], check=True, stdout=subprocess.DEVNULL)
    corpus = [sys.executable, str(HERE / "make_corpus.py"), "--documents", str(documents)]
    subprocess.run([*corpus, "--into", str(portal / "archive")], check=True, stdout=subprocess.DEVNULL)
    files = sorted((portal / "archive").glob("*.txt"))
    heads = [match for match in (_HEAD.match(file.read_text("utf-8")) for file in files) if match]
    chance = random.Random(5)  # noqa: S311 - nothing secret, the same documents in every run
    for file in files:
        text = file.read_text("utf-8")
        places = list(_NUMBERED.finditer(text))
        for place in sorted(chance.sample(places, min(cited, len(places))), key=re.Match.end, reverse=True):
            head = chance.choice(heads) if heads else None
            if head:
                mention = f"{head['type'].capitalize()} số {head['number']} ngày {head['date']}"
                text = f"{text[: place.end()]}, thực hiện {mention} của {head['body'].title()}{text[place.end() :]}"
        file.write_text(text, encoding="utf-8")


def measured(portal: Path) -> Iterator[dict[str, object]]:
    """The first build, the same again, one document corrected, and that from nothing."""
    yield {"build": "first"} | build(portal)
    yield {"build": "the same again"} | build(portal)
    file = sorted((portal / "archive").glob("*.txt"))[-1]
    text = file.read_text("utf-8")
    file.write_text(text.replace("1. ", "1. Bổ sung: ", 1), encoding="utf-8")
    yield {"build": "one corrected"} | build(portal)
    again = digests(portal)
    for lost in (".vankien", "site"):
        shutil.rmtree(portal / lost)
    yield {"build": "that from nothing"} | build(portal) | {"the same bytes": digests(portal) == again}


def build(portal: Path) -> dict[str, object]:
    """The figures of one build."""
    before = dates(portal)
    figures = timed([sys.executable, "-m", "vankien.cli", "build", "--project", str(portal)])
    after = dates(portal)
    return {
        "processor_seconds": figures["index_processor_seconds"],
        "megabytes": figures["index_megabytes"],
        "files": len(after),
        "written": sum(before.get(path) != date for path, date in after.items()),
    }


def dates(portal: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (portal / "site").rglob("*") if path.is_file()}


def digests(portal: Path) -> dict[Path, str]:
    files = [path for path in (portal / "site").rglob("*") if path.is_file()]
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    main()
