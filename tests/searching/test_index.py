"""Postings: counted rightly, in the order of Whoosh, the same in Whoosh's own reader and in the pack."""

import itertools
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import index as stock

from vankien.catalogue import CatalogueError, open_catalogue
from vankien.library import Library
from vankien.project import Project
from vankien.searching.analysis import folded_words
from vankien.searching.collection import collect, in_order
from vankien.searching.counting import WordStream
from vankien.searching.inversion import MIXED, Inversion, Postings, inversion_of
from vankien.searching.remembering import Memory
from vankien.searching.weights import FREQUENCY_LIMIT, HEADING, bucket, tables
from vankien.searching.whoosh_index import IndexReader
from vankien.searching.whoosh_writing import Indexed, update_index, write_index

NONE = Postings((), np.zeros(1, np.int64), np.zeros(0, np.uint32), np.zeros(0, np.uint8))
UNITS = [
    (["Dân vận khéo"], ["Công tác dân vận, dân vận khéo.", "Đường lối"]),
    ([], ["Dương lịch; đường bộ", "dân vận"]),
    (["Heading only"], []),
]


def inverted(units: list) -> Inversion:
    stream = WordStream()
    stream.add("a document", units)
    return inversion_of(stream.tally())


def indexed(inversion: Inversion) -> Indexed:
    return Indexed(("a document",), np.array([len(inversion.lengths)]), inversion, NONE, NONE)


def counted(units: list) -> tuple[Counter, Counter]:
    """The same, word by word."""
    syllables, pairs = Counter(), Counter()
    for number, (headings, texts) in enumerate(units):
        for weight, run in [*((HEADING, h) for h in headings), *((1, t) for t in texts)]:
            words = folded_words(run)
            for word in words:
                syllables[word, number] += weight
            for first, second in itertools.pairwise(words):
                pairs[f"{first} {second}", number] += weight
    return syllables, pairs


def as_counter(postings: Postings) -> dict:
    found = {}
    for number, term in enumerate(postings.terms):
        for place in range(postings.starts[number], postings.starts[number + 1]):
            found[term.decode(), int(postings.units[place])] = int(postings.frequencies[place])
    return found


def limited(counts: Counter) -> dict:
    return {key: min(count, FREQUENCY_LIMIT) for key, count in counts.items()}


TEXTS = st.lists(st.text(alphabet="abđôờủ 1.\x01\u0391\u0392\u0393", max_size=30), max_size=3)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6))
def test_every_word_is_counted(units: list) -> None:
    inversion = inverted(units)
    syllables, pairs = counted(units)
    assert as_counter(inversion.syllables) == limited(syllables)
    assert as_counter(inversion.pairs) == limited(pairs)
    assert list(inversion.pairs.terms) == sorted(inversion.pairs.terms)


def test_accent_codes() -> None:
    syllables = inverted(UNITS).syllables
    number = syllables.terms.index(b"duong")
    start, end = syllables.starts[number], syllables.starts[number + 1]
    assert set(syllables.variants[number]) == {"đương1", "dương"}
    codes = dict(zip(syllables.units[start:end].tolist(), syllables.accents[start:end].tolist(), strict=True))
    assert codes == {0: syllables.variants[number].index("đương1"), 1: MIXED}
    assert syllables.written[syllables.terms.index(b"van")] == "vận"


def test_a_stock_reader_reads_the_index(tmp_path: Path) -> None:
    inversion = inverted(UNITS * 40)
    write_index(tmp_path, indexed(inversion))
    reader = stock.open_dir(str(tmp_path)).reader()
    for field, postings in (("syllable", inversion.syllables), ("pair", inversion.pairs)):
        assert list(reader.lexicon(field)) == list(postings.terms)
        for number, term in enumerate(postings.terms):
            start, end = postings.starts[number], postings.starts[number + 1]
            matcher, found = reader.postings(field, term), []
            while matcher.is_active():
                found.append((matcher.id(), matcher.weight()))
                matcher.next()
            assert found == list(zip(postings.units[start:end], postings.frequencies[start:end], strict=True))
            assert reader.doc_frequency(field, term) == end - start


def assert_holds(reader: IndexReader, inversion: Inversion) -> None:
    """The reader gives every posting of the inversion."""
    for field, postings in (("syllable", inversion.syllables), ("pair", inversion.pairs)):
        for number, term in enumerate(postings.terms):
            start, end = postings.starts[number], postings.starts[number + 1]
            found = reader.postings(field, term.decode())
            assert found.units.tolist() == postings.units[start:end].tolist()
            assert found.frequencies.tolist() == postings.frequencies[start:end].tolist()
            if postings.accents is not None:
                assert found.accents.tolist() == postings.accents[start:end].tolist()


def test_our_reader_reads_the_same(tmp_path: Path) -> None:
    inversion = inverted(UNITS * 40)
    write_index(tmp_path, indexed(inversion))
    reader = IndexReader(tmp_path)
    assert_holds(reader, inversion)
    assert reader.postings("pair", "khong co") is None
    assert reader.units == 120


def test_every_clause_stands_in_one_unit(library: Library, tmp_path: Path) -> None:
    documents = in_order(library.documents.values())
    collection = collect(documents, [d.id for d in documents], Memory(tmp_path / "kept.bin", ""))
    passages = [passages for portion in collection.portions for *_, passages in portion.records()]
    assert sum(map(len, passages)) == sum(len(d.clauses) for d in library.documents.values())


def test_buckets_and_weights() -> None:
    assert [bucket(n) for n in range(1, 9)] == [0, 4, 6, 8, 9, 10, 11, 12]
    weights = tables(1000)
    assert list(weights.pairs) == sorted(weights.pairs, reverse=True)
    assert all(isinstance(weight, int) for weight in (*weights.pairs, *weights.syllables, *weights.impacts[3]))


def test_no_index_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="vankien build"):
        open_catalogue(Project(tmp_path, {}, {}))


def of_documents(texts: dict[str, list[str]]) -> Indexed:
    """An index of documents in order, each unit one text."""
    stream = WordStream()
    for key, units in texts.items():
        stream.add(key, [([], [text]) for text in units])
    sizes = np.array([len(units) for units in texts.values()])
    return Indexed(tuple(texts), sizes, inversion_of(stream.tally()), NONE, NONE)


def test_an_index_is_brought_up_to_date(tmp_path: Path) -> None:
    before = {f"d{n}": ["đường bộ", "dân vận khéo", f"số {n}"] for n in range(40)}
    write_index(tmp_path, of_documents(before))
    after = {"new": ["dương lịch và dương lịch", "dường"], **before}
    del after["d7"]
    assert update_index(tmp_path, of_documents(after))
    assert len(stock.open_dir(str(tmp_path)).reader().leaf_readers()) == 2
    again = {"newer": ["dương", "dương", "đường"] * 9, **after}
    assert not update_index(tmp_path, of_documents(again))
    del after["d3"]
    assert update_index(tmp_path, of_documents(after))
    reader, inversion = IndexReader(tmp_path), of_documents(after).inversion
    assert reader.units == len(inversion.lengths)
    assert_holds(reader, inversion)
    assert reader.postings("syllable", "7") is None
    assert reader.terms("syllable", "7") == []


def test_an_index_that_someone_else_changed_is_written_anew(tmp_path: Path) -> None:
    indexed = of_documents({"a": ["dân vận"] * 9})
    write_index(tmp_path, indexed)
    stock.open_dir(str(tmp_path)).writer().commit()
    assert not update_index(tmp_path, indexed)
    (tmp_path / "units.bin").write_bytes(b"")
    assert not update_index(tmp_path, indexed)
