"""Publishing again after a change gives, byte for byte, the site that a build from nothing gives, and makes no page
anew that need not be."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from vankien.archive import normalize_archive
from vankien.documents import document_files
from vankien.ledger import LEDGER, keep_ledger
from vankien.portal import press, wording
from vankien.project import open_project

HERE = Path(__file__).parent
RESOLUTION, RULES = "nghi-quyet-11-nq-tu-lam-ha-2017", "quyet-dinh-07-2019-qd-ubnd-lam-ha"
NEWEST = "chi-thi-31-ct-tu-lam-ha-2022"
DIRECTIVE = """TỈNH ỦY LÂM HÀ                         ĐẢNG CỘNG SẢN VIỆT NAM
*                                  Lâm Hà, ngày 02 tháng 5 năm 2022
Số 31-CT/TU

CHỈ THỊ
về tiếp công dân
-----

1. Thực hiện khoản 2 Điều 1 Quyết định số 07/2019/QĐ-UBND ngày 12/9/2019 của Ủy ban nhân dân tỉnh Lâm Hà.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Trần Văn Nam
"""
CENTRAL = """BAN CHẤP HÀNH TRUNG ƯƠNG              ĐẢNG CỘNG SẢN VIỆT NAM
*                                  Hà Nội, ngày 01 tháng 02 năm 2016
Số 88-CT/TW

CHỈ THỊ
về nền nếp làm việc
-----

1. Giữ nền nếp làm việc.

T/M BAN BÍ THƯ

Nguyễn Văn An
"""


def put(portal: Path, name: str, text: str) -> None:
    (portal / name).write_text(text, encoding="utf-8")


def edit(portal: Path, name: str, before: str, after: str) -> None:
    text = (portal / name).read_text(encoding="utf-8")
    assert before in text
    put(portal, name, text.replace(before, after))


def publish(portal: Path) -> None:
    """What `vankien build` does, in this process and always on the same day."""
    project = open_project(portal)
    normalize_archive(project)
    assert keep_ledger(project, document_files(project), "2026-01-01") is None
    build(load_config(str(portal / "mkdocs.yml")))


def site(portal: Path) -> dict[str, bytes]:
    files = [path for path in (portal / "site").rglob("*") if path.is_file()]
    return {path.relative_to(portal / "site").as_posix(): path.read_bytes() for path in files}


def assert_as_from_nothing(portal: Path, ledger: bytes) -> None:
    """`ledger` is the one that stood before the last build of `portal`."""
    fresh = portal.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(portal, fresh, ignore=shutil.ignore_patterns("site", ".vankien"))
    (fresh / LEDGER).write_bytes(ledger)
    publish(fresh)
    assert (fresh / LEDGER).read_bytes() == (portal / LEDGER).read_bytes()
    one, other = site(portal), site(fresh)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal that was published once."""
    folder = tmp_path_factory.mktemp("portal") / "portal"
    shutil.copytree(HERE / "archive", folder / "archive")
    (folder / "docs").mkdir()
    put(folder, "docs/lien-he.md", "# Liên hệ\n\nGiờ làm việc.\n")
    settings = {"office": "Tỉnh ủy Lâm Hà"}
    config = {"site_name": "Cổng", "use_directory_urls": False, "plugins": [{"vankien": settings}]}
    put(folder, "mkdocs.yml", yaml.safe_dump(config | {"theme": {"name": "material"}}, allow_unicode=True))
    put(folder, LEDGER, "")
    publish(folder)
    return folder


@pytest.fixture
def portal(published: Path, tmp_path: Path) -> Path:
    """A copy of it, dates and all."""
    return Path(shutil.copytree(published, tmp_path / "portal"))


def correct_text(portal: Path) -> None:
    edit(portal, "archive/nghi-quyet-dan-van.txt", "Mỗi quý báo cáo một lần", "Mỗi tháng báo cáo một lần")


def correct_a_sentence_that_cites(portal: Path) -> None:
    edit(portal, "archive/ke-hoach-nam-ban.txt", "đến từng chi bộ", "đến từng đảng viên")


def remove_a_cited_clause(portal: Path) -> None:
    edit(portal, "archive/nghi-quyet-dan-van.txt", "đ) Công tác kiểm tra chưa thường xuyên.", "")


def correct_a_number(portal: Path) -> None:
    put(portal, "archive/quyet-dinh-quy-che.yml", "number: 08/2019/QĐ-UBND\n")


def correct_a_title(portal: Path) -> None:
    put(portal, "archive/quyet-dinh-quy-che.yml", "title: Ban hành Quy chế mới\n")


def add_the_newest(portal: Path) -> None:
    put(portal, "archive/chi-thi.txt", DIRECTIVE)


def add_one_that_was_missing(portal: Path) -> None:
    put(portal, "archive/chi-thi-trung-uong.txt", CENTRAL)


def remove(portal: Path) -> None:
    (portal / "archive" / "quyet-dinh-sua-doi.txt").unlink()
    next((portal / "docs" / "van-ban").glob("quyet-dinh-11-2021*.md")).unlink()


def withdraw(portal: Path) -> None:
    put(portal, "archive/ke-hoach-nam-ban.yml", "withdrawn: true\n")


def edit_by_hand(portal: Path) -> None:
    edit(portal, f"docs/van-ban/{RESOLUTION}.md", "có địa chỉ cụ thể", "có nơi, có lúc")


def spoil_a_document(portal: Path) -> None:
    put(portal, f"docs/van-ban/{RESOLUTION}.md", "không còn gì")


def change_the_office(portal: Path) -> None:
    edit(portal, "mkdocs.yml", "Tỉnh ủy Lâm Hà", "Tỉnh ủy Lâm Hải")


def change_the_word_for_a_clause(portal: Path) -> None:
    edit(portal, "mkdocs.yml", "office:", "clause_word: diem\n    office:")


def give_an_address(portal: Path) -> None:
    edit(portal, "mkdocs.yml", "site_name", "site_url: https://lamha.example.vn/\nsite_name")


def write_a_page(portal: Path) -> None:
    put(portal, "docs/thong-bao.md", "# Thông báo\n\nNghỉ lễ.\n")


def write_above_a_page(portal: Path) -> None:
    put(portal, "docs/so-do.md", "Sơ đồ do văn phòng lập.\n")


def lose_an_original(portal: Path) -> None:
    edit(portal, f"docs/van-ban/{RULES}.md", "file: quyet-dinh-quy-che.txt", "file: quyet-dinh-khac.txt")


CHANGES: list[Callable[[Path], None]] = [
    correct_text, correct_a_sentence_that_cites, remove_a_cited_clause, correct_a_number, correct_a_title,
    add_the_newest, add_one_that_was_missing, remove, withdraw, edit_by_hand, spoil_a_document, change_the_office,
    change_the_word_for_a_clause, give_an_address, write_a_page, write_above_a_page, lose_an_original,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change(portal: Path, change: Callable[[Path], None]) -> None:
    before = (portal / LEDGER).read_bytes()
    change(portal)
    publish(portal)
    assert_as_from_nothing(portal, before)


def test_after_one_change_upon_another(portal: Path) -> None:
    for change in (correct_text, add_the_newest, correct_a_title, add_one_that_was_missing, withdraw, remove):
        before = (portal / LEDGER).read_bytes()
        change(portal)
        publish(portal)
        assert_as_from_nothing(portal, before)


def test_of_a_withdrawn_document_no_word_is_kept(portal: Path) -> None:
    words = "Quán triệt điểm đ".encode()
    places = [portal / "site", portal / ".vankien" / "understood"]
    files = lambda: [path for place in places for path in place.rglob("*") if path.is_file()]  # noqa: E731
    assert any(words in path.read_bytes() for path in files())
    withdraw(portal)
    publish(portal)
    assert [path for path in files() if words in path.read_bytes()] == []
    assert not (portal / ".vankien" / "last-site").exists()


def dates(portal: Path) -> dict[str, int]:
    files = [path for path in (portal / "site").rglob("*.html") if path.is_file()]
    return {path.relative_to(portal / "site").as_posix(): path.stat().st_mtime_ns for path in files}


def remade(portal: Path, before: dict[str, int]) -> set[str]:
    after = dates(portal)
    return {path for path in after if before.get(path) != after[path]}


def test_without_a_change_nothing_is_written(portal: Path) -> None:
    before = dates(portal)
    publish(portal)
    assert remade(portal, before) == {"lien-he.html"}


def test_only_what_shows_a_change_is_made_again(portal: Path) -> None:
    before = dates(portal)
    correct_text(portal)
    publish(portal)
    again = remade(portal, before)
    assert f"van-ban/{RESOLUTION}.html" in again
    assert not {path for path in again if path.startswith(("van-ban/", "so-hieu/", "duyet/"))} - {
        f"van-ban/{RESOLUTION}.html"
    }


def test_a_new_document_leaves_the_others_alone(portal: Path) -> None:
    before = dates(portal)
    add_the_newest(portal)
    publish(portal)
    again = remade(portal, before)
    assert {"index.html", "van-ban/index.html", f"van-ban/{NEWEST}.html", f"van-ban/{RULES}.html"} <= again
    assert f"van-ban/{RESOLUTION}.html" not in again


@pytest.mark.parametrize("how", [b"", b"[]", b"{}", b"null", b"\xff\xfe\x00", b'{"program": 1}', b"[[1, 2], [3]]"])
def test_a_damaged_memory_is_made_again(portal: Path, how: bytes) -> None:
    ledger = (portal / LEDGER).read_bytes()
    files = [path for path in (portal / ".vankien").rglob("*") if path.is_file()]
    assert len(files) > 5
    for file in files:
        file.write_bytes(how)
    publish(portal)
    assert_as_from_nothing(portal, ledger)


@pytest.mark.parametrize("at", [0.2, 0.5, 0.9])
def test_a_byte_that_turned_in_the_memory_or_the_site_does_no_harm(portal: Path, at: float) -> None:
    ledger = (portal / LEDGER).read_bytes()
    memory = [*(portal / ".vankien" / "understood").iterdir(), portal / ".vankien" / "ledger.json"]
    for file in [*memory, portal / ".vankien" / "site.json", *(portal / "site").rglob("*.html")]:
        data = bytearray(file.read_bytes())
        data[int(len(data) * at)] ^= 1
        file.write_bytes(data)
    publish(portal)
    assert_as_from_nothing(portal, ledger)


@pytest.mark.parametrize("lost", [".vankien", "site"])
def test_what_was_thrown_away_is_made_again(portal: Path, lost: str) -> None:
    ledger = (portal / LEDGER).read_bytes()
    shutil.rmtree(portal / lost)
    publish(portal)
    assert_as_from_nothing(portal, ledger)


def test_what_an_older_program_made_is_made_again(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portal = Path(shutil.copytree(published, tmp_path / "portal", ignore=shutil.ignore_patterns(".vankien", "site")))
    ledger = (portal / LEDGER).read_bytes()
    with monkeypatch.context() as older:
        older.setattr(press, "fingerprint", lambda: "older")
        older.setitem(wording.STATES, "missing", "Kho không có")
        publish(portal)
        assert b"Kho kh\xc3\xb4ng c\xc3\xb3" in b"".join(site(portal).values())
    publish(portal)
    assert_as_from_nothing(portal, ledger)


def test_a_ledger_joined_by_hand_is_read_anew(portal: Path) -> None:
    lines = (portal / LEDGER).read_text(encoding="utf-8").splitlines(keepends=True)
    put(portal, LEDGER, "".join(reversed(lines)))
    before = (portal / LEDGER).read_bytes()
    publish(portal)
    assert (portal / LEDGER).read_text(encoding="utf-8").splitlines(keepends=True) == lines
    assert_as_from_nothing(portal, before)


@pytest.mark.parametrize("where", ["sitemap_files", "build_catalogue"])
def test_a_build_that_fails_leaves_the_last_site(portal: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    before = site(portal)
    correct_text(portal)
    with monkeypatch.context() as broken:
        broken.setattr(f"vankien.portal.plugin.{where}", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publish(portal)
    assert site(portal) == before
    publish(portal)
    assert not (portal / ".vankien" / "last-site").exists()


def test_the_folder_of_the_site_and_its_hidden_files_stay(portal: Path) -> None:
    put(portal, "site/.nojekyll", "")
    folder = (portal / "site").stat().st_ino
    publish(portal)
    assert (portal / "site").stat().st_ino == folder
    assert (portal / "site" / ".nojekyll").is_file()


def test_a_build_that_was_broken_off_does_no_harm(portal: Path) -> None:
    ledger = (portal / LEDGER).read_bytes()
    (portal / "site").rename(portal / ".vankien" / "last-site")
    put(portal, "mkdocs.yml", (portal / "mkdocs.yml").read_text(encoding="utf-8"))
    (portal / "site" / "van-ban").mkdir(parents=True)
    put(portal, f"site/van-ban/{RESOLUTION}.html", "nửa trang")
    publish(portal)
    assert_as_from_nothing(portal, ledger)
