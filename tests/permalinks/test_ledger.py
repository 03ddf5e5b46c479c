"""The ledger of clause ids."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.model import Clause, Document, Fidelity, Metadata
from vankien.permalinks import Entry, Ledger, LedgerError, read_ledger, update, write_ledger


def document(name: str, **texts: str) -> Document:
    clauses = tuple(Clause(i.replace("__", "_").replace("0", "-"), None, "khoan", None, i, t) for i, t in texts.items())
    return Document(name, (), Metadata(), {}, (), (), "", (), Fidelity(0, 0), clauses)


def entries(ledger: Ledger) -> dict[str, Entry]:
    return {entry.clause: entry for entry in ledger.entries}


FIRST = update(Ledger(), [document("a", khoan01="Giao Ban Dân vận.", khoan02="Giao Sở Nội vụ.")], "2026-01-01")


def test_what_is_published_is_remembered() -> None:
    assert [(e.document, e.clause, e.state, e.first) for e in FIRST.entries] == [
        ("a", "khoan-1", "live", "2026-01-01"),
        ("a", "khoan-2", "live", "2026-01-01"),
    ]


def test_nothing_changes_without_a_change() -> None:
    again = update(FIRST, [document("a", khoan01="Giao Ban Dân vận.", khoan02="Giao Sở Nội vụ.")], "2026-02-02")
    assert again == FIRST


def test_a_clause_that_moved_is_an_alias() -> None:
    found = entries(update(FIRST, [document("a", khoan01="Giao Ban Dân vận.", muc0i="Giao Sở Nội vụ.")], "2026-02-02"))
    assert (found["khoan-2"].state, found["khoan-2"].to) == ("alias", "muc-i")
    assert found["muc-i"].first == "2026-02-02"


def test_a_clause_that_vanished_is_a_tombstone() -> None:
    found = entries(update(FIRST, [document("a", khoan01="Giao Ban Dân vận.")], "2026-02-02"))
    assert (found["khoan-2"].state, found["khoan-2"].to) == ("gone", None)


def test_a_changed_text_is_remembered() -> None:
    found = entries(
        update(FIRST, [document("a", khoan01="Giao Ban Dân vận Tỉnh ủy.", khoan02="Giao Sở Nội vụ.")], "2026-02-02")
    )
    assert (found["khoan-1"].state, found["khoan-1"].changed, found["khoan-1"].to) == ("live", "2026-02-02", None)
    assert found["khoan-2"].changed is None


def test_an_inserted_clause_shows_where_the_text_went() -> None:
    now = document("a", khoan01="Việc mới chen vào.", khoan02="Giao Ban Dân vận.", khoan03="Giao Sở Nội vụ.")
    found = entries(update(FIRST, [now], "2026-02-02"))
    assert (found["khoan-1"].to, found["khoan-2"].to, found["khoan-3"].to) == ("khoan-2", "khoan-3", None)
    assert found["khoan-1"].state == "live"


def test_first_words_find_a_text_that_moved_and_changed() -> None:
    long = "Tiếp tục quán triệt, tuyên truyền nâng cao nhận thức của hệ thống chính trị các cấp"
    ledger = update(Ledger(), [document("a", khoan01=long + " năm nay.")], "2026-01-01")
    found = entries(update(ledger, [document("a", muc0i=long + " năm sau.")], "2026-02-02"))
    assert found["khoan-1"].to == "muc-i"


def test_an_alias_follows_its_target() -> None:
    second = update(FIRST, [document("a", khoan01="Giao Ban Dân vận.", muc0i="Giao Sở Nội vụ.")], "2026-02-02")
    third = update(second, [document("a", khoan01="Giao Ban Dân vận.", muc0i="Giao Sở Tài chính.")], "2026-03-03")
    assert (entries(third)["khoan-2"].state, entries(third)["khoan-2"].to) == ("alias", "muc-i")
    fourth = update(third, [document("a", khoan01="Giao Ban Dân vận.", dieu01="Giao Sở Tài chính.")], "2026-04-04")
    assert entries(fourth)["khoan-2"].to == "dieu-1"
    fifth = update(fourth, [document("a", khoan01="Giao Ban Dân vận.")], "2026-05-05")
    assert entries(fifth)["khoan-2"].state == "gone"


def test_two_that_fit_are_not_guessed_between() -> None:
    found = entries(update(FIRST, [document("a", muc0i="Giao Sở Nội vụ.", muc0ii="Giao Sở Nội vụ.")], "2026-02-02"))
    assert found["khoan-2"].state == "gone"


def test_a_clause_comes_back() -> None:
    gone = update(FIRST, [document("a", khoan01="Giao Ban Dân vận.")], "2026-02-02")
    back = update(gone, [document("a", khoan01="Giao Ban Dân vận.", khoan02="Giao Sở Nội vụ.")], "2026-03-03")
    assert (entries(back)["khoan-2"].state, entries(back)["khoan-2"].first) == ("live", "2026-01-01")


def test_a_missing_document_leaves_tombstones_and_a_withdrawn_one_no_words() -> None:
    missing = update(FIRST, [], "2026-02-02")
    assert all(e.state == "gone" and e.text for e in missing.entries)
    withdrawn = update(FIRST, [document("a", khoan01="Giao Ban Dân vận.")], "2026-02-02", withdrawn=["a"])
    assert all(e.state == "gone" and not e.text and not e.opening and e.to is None for e in withdrawn.entries)
    assert len(withdrawn.entries) == 2


def test_a_withdrawn_document_that_was_never_published_leaves_no_line() -> None:
    assert update(Ledger(), [document("a", khoan01="Mật.")], "2026-02-02", withdrawn=["a"]) == Ledger()


_TEXTS = st.dictionaries(
    st.sampled_from(["khoan01", "khoan02", "muc0i", "ket"]), st.sampled_from(["A.", "B.", "C.", ""])
)


@settings(deadline=None)
@given(st.lists(st.tuples(_TEXTS, _TEXTS), max_size=5))
def test_no_published_id_is_ever_lost(history: list[tuple[dict[str, str], dict[str, str]]]) -> None:
    ledger, published = Ledger(), set()
    for day, (first, second) in enumerate(history, 1):
        documents = [document("a", **first), document("b", **second)]
        ledger = update(ledger, documents, f"2026-01-{day:02d}")
        published |= {(d.id, c.id) for d in documents for c in d.clauses}
        assert {(e.document, e.clause) for e in ledger.entries} == published
        live = {(e.document, e.clause) for e in ledger.entries if e.state == "live"}
        assert live == {(d.id, c.id) for d in documents for c in d.clauses}
        assert all((e.document, e.to) in live for e in ledger.entries if e.to)
        assert read_ledger(write_ledger(ledger)) == ledger
        assert update(ledger, documents, "2026-02-01") == ledger


def test_the_file_is_sorted_and_short() -> None:
    text = write_ledger(FIRST)
    assert text == write_ledger(read_ledger("\n".join(reversed(text.splitlines()))))
    assert '"to"' not in text
    assert "Dân vận" not in text


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"document": "a"}', write_ledger(FIRST).splitlines()[0].replace("live", "lost"),
     write_ledger(FIRST) + write_ledger(FIRST)],
)  # fmt: skip
def test_a_broken_line_is_named(text: str) -> None:
    with pytest.raises(LedgerError, match="dòng"):
        read_ledger(text)
