"""An archive that changes: whatever came before, index and pack are those of the documents as they are now."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from vankien.catalogue import Catalogue, CatalogueError, build_catalogue
from vankien.library import Library
from vankien.model import Citation, Clause, Document, Fidelity, Metadata, SourceFile
from vankien.searching import whoosh_writing

SENTENCES = [
    "Đẩy mạnh công tác dân vận; dân vận khéo ở cơ sở.",
    "Mở đường giao thông nông thôn, đường liên xã.",
    "Tính theo dương lịch; ngày dương lịch.",
    "Hòa giải ở cơ sở, hoà thuận trong thôn.",
    "Thực hiện Kết luận số 43-KL/TW và Kế hoạch 12-KH/HU.",
    "Đương sự có quyền đề nghị; dưỡng lão, dượng rể, dướng, dửơng, đuông, đuống, đưỡng.",
    "",
    "Ký, kí, kỳ họp; Ủy ban nhân dân, uỷ ban kiểm tra 1.1.",
    "foo bar \u0130stanbul \U0001d54f 中 “x”",
]
TITLES = [None, "Về công tác dân vận", "Đường lối và dương lịch"]
DATES = [None, "2019-05-01", "2021-11-30", "2021-12-01"]
NUMBERS = [None, "43-KL/TW", "12-KH/HU", "07-NQ/HU"]
ASKED = ["dân vận khéo", "đường", "dương lịch", "duong", "43-KL/TW", "12 kh", "khoản 2", '"hòa giải"', "uỷ ban -ky"]

Shape = tuple[int, int, int, tuple[int, ...]]
"""A document: title, date and number from the tables, its sentences."""
SHAPES = st.tuples(
    st.integers(0, len(TITLES) - 1),
    st.integers(0, len(DATES) - 1),
    st.integers(0, len(NUMBERS) - 1),
    st.lists(st.integers(0, len(SENTENCES) - 1), max_size=5).map(tuple),
)
ARCHIVES = st.dictionaries(st.sampled_from("abcdef"), SHAPES, max_size=6)
HARM = st.sampled_from([None, None, None, "kept.bin", "pack.bin", "units.bin", "made-from.json"])
"""A file of the index that is damaged behind a build."""


def document(name: str, shape: Shape) -> Document:
    title, date, number, sentences = shape
    clauses = tuple(
        Clause(f"khoan-{n}", None, "khoan", str(n), f"khoản {n}", SENTENCES[which])
        for n, which in enumerate(sentences, 1)
    )
    citations = tuple(
        Citation(clause.id, 14, 26, "Kết luận số 43-KL/TW", "numbered", "Kết luận", "43-KL/TW")
        for clause in clauses
        if "43-KL/TW" in clause.text
    )
    about = Metadata(type="Kết luận", number=NUMBERS[number], date=DATES[date], title=TITLES[title])
    nothing = Fidelity(0, 0)
    return Document(
        name, (SourceFile(f"{name}.docx", "0"),), about, {}, (), (), "", (), nothing, clauses, citations
    )  # fmt: skip


def library(shapes: dict[str, Shape]) -> Library:
    return Library({name: document(name, shape) for name, shape in shapes.items()}, ())


def pack(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def answers(index: Path) -> list[dict]:
    catalogue = Catalogue(index)
    return [catalogue.search(text) for text in ASKED]


@pytest.mark.parametrize("share", [1, whoosh_writing.MANY_CHANGES])
@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(st.tuples(ARCHIVES, HARM, st.integers(0)), min_size=2, max_size=4))
def test_changes_give_what_a_fresh_build_gives(
    share: int,
    steps: Sequence[tuple[dict[str, Shape], str | None, int]],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(whoosh_writing, "MANY_CHANGES", share)
    folder = tmp_path_factory.mktemp("changing")
    for number, (shapes, harmed, place) in enumerate(steps):
        fresh = folder / str(number)
        build_catalogue(library(shapes), folder / "pack", folder / "index")
        build_catalogue(library(shapes), fresh / "pack", fresh / "index")
        assert pack(folder / "pack") == pack(fresh / "pack")
        assert answers(folder / "index") == answers(fresh / "index")
        if harmed:
            harm(folder / "index" / harmed, place)


def harm(file: Path, place: int) -> None:
    """One byte is no longer what it was; sometimes the rest of the file is gone."""
    data = bytearray(file.read_bytes() or b" ")
    data[place % len(data)] ^= 1 + place % 255
    file.write_bytes(data[: place % len(data)] if place % 3 == 0 else data)


@pytest.mark.parametrize("lost", ["units.bin", "catalogue.json", "_MAIN_1.toc"])
def test_an_index_that_is_not_whole_is_told_in_words(lost: str, tmp_path: Path) -> None:
    build_catalogue(library({"a": (0, 1, 1, (0, 1, 2))}), tmp_path / "pack", tmp_path / "index")
    (tmp_path / "index" / lost).unlink()
    with pytest.raises(CatalogueError, match="vankien build"):
        Catalogue(tmp_path / "index")
