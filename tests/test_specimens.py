"""Whole documents read by the whole program: attributes, clause ids and citations of the invented specimens.

`specimens/gold.jsonl` holds a person's labels, an object a document: `metadata`; `clauses` (id and first words; the
bullets too, unnumbered paragraphs not) and `annexes`; `citations`, and those that may be given (`optional`).
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from vankien.inspecting import inspect_file

HERE = Path(__file__).parent / "specimens"
GOLD = {row["id"]: row for row in map(json.loads, (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines())}
UNLABELLED = re.compile(r"(?:^|_)(?:doan|chu-thich)-\d+|^mo-dau|^ket$|^(?:kem-theo|phu-luc)-\d+$")
MARK = re.compile(r"^(?:[-+] |\W*(?:(?:Phần|Chương|Mục|Điều)\s+\w+|\(?\w{1,4}(?:\.\d+)?[.)/–-]|\(\w{1,3}\)))[.\s)-]*")


@cache
def read(name):
    return inspect_file(HERE / f"{name}.txt")


def folded(text):
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text or "").lower()))


@pytest.mark.parametrize("name", GOLD)
def test_attributes(name):
    said, label = read(name)["metadata"], GOLD[name]["metadata"]
    assert said["type"] in [label["type"], *label.get("type_alternatives", [])]
    assert {key: said[key] for key in ("number", "date", "place")} == {k: label[k] for k in ("number", "date", "place")}
    assert folded(said["issuer"]) in map(folded, [label["issuer"], *label.get("issuer_alternatives", [])])
    assert folded(said["title"]) == folded(label["title"])
    assert said["recipients"] == label["recipients"]
    assert said["signers"] == label["signers"]


@pytest.mark.parametrize("name", GOLD)
def test_clauses(name):
    given = {c["id"]: c["text"] for c in read(name)["clauses"] if not UNLABELLED.search(c["id"])}
    labels = {c["id"]: c["starts"] for c in [*GOLD[name]["clauses"], *GOLD[name]["annexes"]]}
    assert list(given) == list(labels)
    for place, starts in labels.items():
        words = folded(MARK.sub("", starts)).split()[:3]
        assert folded(given[place]).split()[: len(words)] == words


@pytest.mark.parametrize("name", GOLD)
def test_citations(name):
    def key(citation, *fields):
        return (re.sub(r"\s+", "", citation["text"]), citation["kind"], *(citation.get(f) for f in fields))

    fields = ("number", "date", "relation", "inside")
    given = [c for c in read(name)["citations"] if not c["clause"].startswith(("kem-theo", "phu-luc"))]
    spare = {key(c) for c in GOLD[name]["optional"]}
    labels = [(*key(c, *fields), c["pinpoints"]) for c in GOLD[name]["citations"]]
    found = [(*key(c, *fields), list(c["pinpoints"])) for c in given if c["kind"] != "relative" and key(c) not in spare]
    assert found == labels


@pytest.mark.parametrize("name", GOLD)
def test_every_character_is_placed(name):
    assert read(name)["fidelity"]["unplaced"] == 0
