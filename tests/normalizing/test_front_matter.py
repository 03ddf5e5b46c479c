"""docs/van-ban/*.md written and read back."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vankien.model import Dropped, Evidence, Fidelity, Metadata, Signer, SourceFile
from vankien.normalizing.front_matter import (
    FrontMatterError,
    NormalizedFile,
    identify,
    is_untouched,
    read_document,
    seal_in,
    write_document,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30).map(
    lambda text: text.strip() or "x"
)
MAYBE = st.none() | WORDS
DOCUMENTS = st.builds(
    NormalizedFile,
    id=st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}", fullmatch=True),
    sources=st.lists(st.builds(SourceFile, WORDS, st.from_regex(r"[0-9a-f]{8}", fullmatch=True)), max_size=2).map(
        tuple
    ),
    metadata=st.builds(
        Metadata,
        type=MAYBE,
        number=MAYBE,
        date=st.none() | st.dates().map(str),
        title=MAYBE,
        signers=st.lists(st.builds(Signer, WORDS, MAYBE, MAYBE), max_size=2).map(tuple),
        recipients=st.lists(WORDS, max_size=3).map(tuple),
        province=MAYBE,
    ),
    evidence=st.dictionaries(st.sampled_from(["number", "date", "title"]), st.builds(Evidence, WORDS, WORDS, WORDS)),
    lead=st.lists(WORDS, max_size=2).map(tuple),
    header=st.lists(WORDS, max_size=3).map(tuple),
    closing=st.lists(WORDS, max_size=3).map(tuple),
    body=st.lists(WORDS, max_size=3).map("\n\n".join).map(lambda text: text + "\n" if text else ""),
    fidelity=st.builds(
        Fidelity, *[st.integers(0, 999)] * 2, st.lists(st.builds(Dropped, WORDS, WORDS), max_size=2).map(tuple)
    ),
    notices=st.lists(WORDS, max_size=2).map(tuple),
    corrections=st.just({}) | st.just({"citations": [{"text": "Đề án 06", "target": "de-an"}]}),
)


@given(DOCUMENTS)
def test_round_trip(document: NormalizedFile) -> None:
    text = write_document(document)
    assert read_document(text) == document
    assert identify(text) == (document.id, document.sources)
    assert is_untouched(text)
    assert write_document(read_document(text)) == text


SAMPLE = NormalizedFile(
    id="ket-luan-1",
    sources=(SourceFile("a b/Kết luận: số 1.docx", "ff"),),
    metadata=Metadata(type="Kết luận", date="2020-12-18", recipients=("- như trên", "no")),
    body="1\\. Một\n\nseal: 0\n\n---\n",
)


def test_an_edit_breaks_the_seal_but_line_ends_do_not() -> None:
    text = write_document(SAMPLE)
    assert is_untouched(text.replace("\n", "\r\n"))
    assert not is_untouched(text.replace("Một", "Hai"))
    assert not is_untouched(text.replace("type: Kết luận", "type: Thông báo"))
    assert seal_in(text.replace("Một", "Hai")) == seal_in(text)


def test_it_is_read_after_a_person_edited_it() -> None:
    text = write_document(SAMPLE).replace("date: '2020-12-18'", "date: 2020-12-18").replace("type: Kết luận", "type:")
    read = read_document(text)
    assert (read.metadata.date, read.metadata.type) == ("2020-12-18", None)
    assert read.body == SAMPLE.body


def test_a_tombstone_holds_no_words() -> None:
    text = write_document(replace(SAMPLE, withdrawn="2024-01-02"))
    assert read_document(text).withdrawn == "2024-01-02"
    assert "Kết luận" not in text and "Một" not in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "---"),
        ("---\nid: a\n", "kết thúc"),
        ("---\n- a\n---\n", "id"),
        ("---\nid: [\n---\n", "YAML"),
        ("---\nid: a: b\n---\n", "YAML"),
    ],
)
def test_a_damaged_file_is_told(text: str, said: str) -> None:
    with pytest.raises(FrontMatterError, match=said):
        read_document(text)


def test_long_dropped_text_is_shortened() -> None:
    text = write_document(replace(SAMPLE, fidelity=Fidelity(9, 9, (Dropped("| " * 5000, "vạch"),))))
    assert len(text) < 1500


def test_the_slow_writer_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).resolve().parents[2]
    documents = [read_document(p.read_text(encoding="utf-8")) for p in (root / "docs" / "van-ban").glob("*.md")]
    fast = [write_document(document) for document in documents]
    monkeypatch.setattr("vankien.normalizing.front_matter._Dumper", yaml.SafeDumper)
    assert [write_document(document) for document in documents] == fast
