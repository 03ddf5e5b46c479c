"""The pack: bits, texts, the same bytes for the same documents."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.catalogue import Catalogue, build_catalogue
from vankien.library import Library
from vankien.searching.pack.coding import BitStreams, bucket_of, canonical, huffman, pack_bytes, pack_streams
from vankien.searching.pack.hashing import hash_terms, hash_word, variant_code, variant_codes
from vankien.searching.pack.parting import shared_files
from vankien.searching.terms import Terms


def bits_of(text: bytes) -> str:
    return "".join(f"{unit - 0x100:015b}" for unit in np.frombuffer(text, "<u2"))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 45), st.integers(0)), min_size=1, max_size=40))
def test_streams_hold_their_items(items: list) -> None:
    items = sorted(((s, size, value % (1 << size)) for s, size, value in items), key=lambda item: item[0])
    streams, sizes, values = (np.array(column, np.int64) for column in zip(*items, strict=True))
    for number, text in enumerate(pack_streams(values, sizes, streams, 4)):
        want = "".join(f"{value:0{size}b}" for s, size, value in items if s == number)
        assert bits_of(text).startswith(want)
        assert len(bits_of(text)) - len(want) < 15


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_bytes_survive(data: bytes) -> None:
    units = np.frombuffer(pack_bytes(data), "<u2") - 0x100
    bits = "".join(f"{unit:015b}" for unit in units[1:])
    assert units[0] == len(data)
    assert bytes(int(bits[i * 8 : i * 8 + 8], 2) for i in range(len(data))) == data


def test_streams_are_written_anywhere() -> None:
    streams = BitStreams(np.array([20, 0, 7]))
    streams.put(streams.begins[[0, 2]] + np.array([3, 0]), np.array([0b10001, 0b1010101]), np.array([5, 7]))
    streams.put(np.array([8]), np.array([0xABC]), np.array([12]))
    first, second, third = map(bits_of, streams.texts())
    assert (first[:20], second, third[:7]) == ("00010001101010111100", "", "1010101")


def test_no_character_that_a_script_cannot_hold() -> None:
    text = pack_bytes(bytes(range(256)) * 20).decode("utf-16-le")
    assert all(0x100 <= ord(c) <= 0x80FF for c in text)


@settings(deadline=None)
@given(st.integers(1, 1 << 30))
def test_a_number_is_its_bucket_and_its_lower_bits(number: int) -> None:
    bucket, low, rest = (int(part[0]) for part in bucket_of(np.array([number])))
    power, half = (bucket + 1) >> 1, (bucket + 1) & 1
    assert number == (1 if not bucket else (1 << power) + (half << (power - 1)) + rest)
    assert rest < 1 << low


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60))
def test_codes_are_prefix_free(counts: list[int]) -> None:
    code = huffman(np.array(counts))
    words = [f"{b:0{n}b}" for b, n in zip(code.bits.tolist(), code.lengths.tolist(), strict=True) if n]
    assert len(words) == sum(count > 0 for count in counts)
    assert not any(a != b and b.startswith(a) for a in words for b in words)
    assert canonical(code.lengths).tolist() == code.bits.tolist()


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abc dn19", max_size=12), max_size=8))
def test_hashes_of_words_and_of_many_words(words: list[str]) -> None:
    assert hash_terms([w.encode() for w in words], 3).tolist() == [hash_word(w, 3) for w in words]


@given(st.lists(st.sampled_from(["abc", "d", "n19", "xy"]), max_size=3), st.lists(st.tuples(*[st.integers(0, 2)] * 2)))
def test_hashes_of_pairs(plain: list[str], pairs: list[tuple[int, int]]) -> None:
    words = [b"dan", b"van", b"k"]
    firsts, seconds = (np.array([pair[i] for pair in pairs], np.int64) for i in (0, 1))
    terms = tuple(p.encode() for p in plain) + Terms((), words, firsts, seconds)
    assert list(terms) == [*(p.encode() for p in plain), *(words[a] + b" " + words[b] for a, b in pairs)]
    assert hash_terms(terms, 2).tolist() == hash_terms(list(terms), 2).tolist()


@given(st.lists(st.text(max_size=6), max_size=5))
def test_hashes_of_accent_forms(forms: list[str]) -> None:
    assert variant_codes(forms).tolist() == [variant_code(form) for form in forms]


def test_the_same_documents_give_the_same_bytes(library: Library, built: Path, tmp_path: Path) -> None:
    again = Library(dict(reversed(library.documents.items())), library.links)
    build_catalogue(again, tmp_path / "pack", tmp_path / "index")
    files = {file.name: file.read_bytes() for file in (built / "pack").iterdir()}
    assert files == {file.name: file.read_bytes() for file in (tmp_path / "pack").iterdir()}
    assert all(name.removesuffix(".js").isdigit() or not name[0].isdigit() for name in files)


def test_a_second_build_writes_nothing_and_clears_what_is_old(library: Library, tmp_path: Path) -> None:
    build_catalogue(library, tmp_path / "pack", tmp_path / "index")
    (tmp_path / "pack" / "99999.js").write_text("old")
    report = build_catalogue(library, tmp_path / "pack", tmp_path / "index")
    assert report.pack.changed == 0
    assert not (tmp_path / "pack" / "99999.js").exists()


def test_one_changed_word_is_seen(library: Library, tmp_path: Path) -> None:
    first = build_catalogue(library, tmp_path / "pack", tmp_path / "index")
    document = next(iter(library.documents.values()))
    clause = replace(document.clauses[0], text=document.clauses[0].text + " bổsung")
    changed = replace(document, clauses=(clause, *document.clauses[1:]))
    after = Library({**library.documents, document.id: changed}, library.links)
    report = build_catalogue(after, tmp_path / "pack", tmp_path / "index")
    assert report.pack.version != first.pack.version
    hits = Catalogue(tmp_path / "index").search("bổsung")["hits"]
    assert [hit["document"] for hit in hits] == [document.id]


def test_a_site_that_was_cleared_gets_the_kept_pack(library: Library, tmp_path: Path) -> None:
    build_catalogue(library, tmp_path / "pack", tmp_path / "index")
    files = {file.name: file.read_bytes() for file in (tmp_path / "pack").iterdir()}
    shutil.rmtree(tmp_path / "pack")
    report = build_catalogue(library, tmp_path / "pack", tmp_path / "index")
    assert report.pack.changed == report.pack.files == len(files)
    assert files == {file.name: file.read_bytes() for file in (tmp_path / "pack").iterdir()}


def test_an_archive_without_documents(tmp_path: Path) -> None:
    report = build_catalogue(Library({}, ()), tmp_path / "pack", tmp_path / "index")
    assert (report.documents, report.units) == (0, 0)


@pytest.mark.parametrize(
    ("postings", "files"), [(0, 1), (2399, 1), (240_000, 100), (2_400_000, 620), (24_000_000, 4000)]
)
def test_how_many_files_terms_share(postings: int, files: int) -> None:
    assert shared_files(postings, 620) == files
