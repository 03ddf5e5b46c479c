"""Values of the model as plain JSON and back."""

import json
from dataclasses import replace
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.keeping import Understood, read_sealed, write_sealed
from vankien.keeping.packing import pack, unpack
from vankien.model import Citation, Clause, Document, Evidence, Fidelity, Metadata, Signer

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
plain = st.recursive(st.none() | st.booleans() | text, lambda below: st.lists(below) | st.dictionaries(text, below))
st.register_type_strategy(str, text)
documents = st.builds(
    Document,
    evidence=st.dictionaries(text, st.builds(Evidence)),
    clauses=st.lists(st.builds(Clause), max_size=4).map(tuple),
    citations=st.lists(st.builds(Citation), max_size=2).map(tuple),
    corrections=st.dictionaries(text, plain),
)
EMPTY = Document("a", (), Metadata(), {}, (), (), "", (), Fidelity(0, 0))


@settings(max_examples=60, deadline=None)
@given(documents)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert unpack(Document, json.loads(json.dumps(pack(document)))) == document


def test_every_attribute_of_the_model_is_packed() -> None:
    signer = Signer("Trần Văn Nam", "Bí thư", None)
    whole = replace(EMPTY, metadata=Metadata(type="Chỉ thị", signers=(signer,), recipients=("Lưu",)), lead=("x",))
    assert len(pack(whole)) == len(get_type_hints(Document))
    assert unpack(Document, json.loads(json.dumps(pack(whole)))).metadata.signers == (signer,)


@pytest.mark.parametrize("value", [{1: "a"}, {"a": (1, 2)}, {"a": {2: None}}], ids=["number", "tuple", "below"])
def test_what_json_would_change_is_not_packed(value: dict) -> None:
    with pytest.raises(TypeError):
        pack(replace(EMPTY, corrections=value))


@pytest.mark.parametrize("packed", [None, [], {}, ["a"], [["a"]] * 13, "x"])
def test_what_is_no_document_is_refused(packed: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, IndexError, AttributeError)):
        unpack(Document, packed)


def test_a_kept_document_is_given_only_for_its_own_seal(tmp_path) -> None:
    kept = Understood(tmp_path / "understood")
    assert kept.keep("a", "seal", EMPTY)
    assert (kept.id_of("a", "seal"), kept.document("a", "seal")) == ("a", EMPTY)
    assert (kept.id_of("a", "other"), kept.document("a", "other")) == (None, None)
    assert (kept.id_of("b", "seal"), kept.document("b", "seal")) == (None, None)


def test_documents_that_nobody_asked_for_are_forgotten(tmp_path) -> None:
    Understood(tmp_path).keep("a", "seal", EMPTY)
    again = Understood(tmp_path)
    assert again.id_of("b", "seal") is None
    again.forget_others()
    assert list(tmp_path.iterdir()) == []


@given(st.data())
def test_a_sealed_file_with_a_wrong_byte_is_not_read(tmp_path_factory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("sealed") / "a.json"
    write_sealed(path, {"số": [1, None, "đ"]})
    assert read_sealed(path) == {"số": [1, None, "đ"]}
    written = bytearray(path.read_bytes())
    written[data.draw(st.integers(0, len(written) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(written)
    assert read_sealed(path) is None
