"""Bad input never stops the other documents, never loses anything, never shows a traceback; on the poorest console."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = """TỈNH ỦY BÌNH THUẬN
*
Số 12-CT/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Phan Thiết, ngày 05 tháng 3 năm 2014

CHỈ THỊ
về phòng cháy, chữa cháy rừng

-----

Ban Thường vụ Tỉnh ủy yêu cầu:

1. Các cấp ủy kiểm tra việc thực hiện Chỉ thị số 03-CT/TU, ngày 14/5/2011.

2. Ban Dân vận theo dõi việc thực hiện Chỉ thị này./.

Nơi nhận:
- Các ban đảng,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Huỳnh Văn Tý
"""


def vankien(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """The command as on a machine without UTF-8."""
    poor = {"PYTHONUTF8": "0", "LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "vankien.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=os.environ | poor, check=False)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("portal") / "cong"
    made = vankien("new", root)
    assert made.returncode == 0, made.stderr.decode()
    archive = root / "archive"
    good = GOOD.encode()
    (archive / "tot.txt").write_bytes(good)
    (archive / "rong.txt").write_bytes(b"")
    (archive / "nhi-phan.txt").write_bytes(bytes(range(256)) * 64)
    (archive / "hong.docx").write_bytes(b"PK\x03\x04 cut short")
    (archive / "hong.pdf").write_bytes(b"%PDF-1.7 cut short")
    (archive / "khoa-sai.txt").write_bytes(good.replace(b"12-CT/TU", b"13-CT/TU"))
    (archive / "khoa-sai.yml").write_text("sso: 13-CT/TU\n", encoding="utf-8")
    (archive / "kieu-sai.txt").write_bytes(good.replace(b"12-CT/TU", b"14-CT/TU"))
    (archive / "kieu-sai.yml").write_text("signers: 3\n", encoding="utf-8")
    (archive / "mot.txt").write_bytes(good.replace(b"12-CT/TU", b"15-CT/TU"))
    (archive / "mot.yml").write_text("id: trung-ma\n", encoding="utf-8")
    (archive / "hai.txt").write_bytes(good.replace(b"12-CT/TU", b"16-CT/TU"))
    (archive / "hai.yml").write_text("id: trung-ma\n", encoding="utf-8")
    (archive / "khong-cau-truc.txt").write_text("Một đoạn văn không có gì khác.\n", encoding="utf-8")
    (archive / "mat.txt").write_bytes(
        b"M\xe1\xba\xacT\n\n" + good.replace("phòng cháy".encode(), "kế hoạch tuyệt đối".encode())
    )
    return root


@pytest.fixture(scope="module")
def built(portal: Path) -> subprocess.CompletedProcess[bytes]:
    return vankien("build", "--project", portal)


def test_the_build_tells_each_bad_file_and_fails_without_a_traceback(
    built: subprocess.CompletedProcess[bytes],
) -> None:
    said = (built.stdout + built.stderr).decode("utf-8")
    assert built.returncode == 1
    assert "Traceback" not in said
    for name in ("rong.txt", "nhi-phan.txt", "hong.docx", "hong.pdf", "khoa-sai.yml", "kieu-sai.yml"):
        assert name in said, name
    assert "trung-ma" in said
    assert "Tạm giữ, chưa đăng" in said


def test_everything_else_is_built(built: subprocess.CompletedProcess[bytes], portal: Path) -> None:
    assert built.returncode == 1
    pages = {page.stem for page in (portal / "site" / "van-ban").glob("*.html")}
    assert "chi-thi-12-ct-tu-phan-thiet-2014" in pages or any(page.startswith("chi-thi-12-ct-tu") for page in pages)
    assert "trung-ma" in pages
    assert (portal / "site" / "so-hieu" / "03-ct-tu.html").is_file()


def test_nothing_in_the_archive_was_touched(built: subprocess.CompletedProcess[bytes], portal: Path) -> None:
    assert built.returncode == 1
    assert (portal / "archive" / "tot.txt").read_bytes() == GOOD.encode()
    assert len(list((portal / "archive").iterdir())) == 15


def test_no_word_of_a_held_document_is_anywhere(built: subprocess.CompletedProcess[bytes], portal: Path) -> None:
    said = (built.stdout + built.stderr).decode("utf-8")
    assert "kế hoạch tuyệt đối" not in said
    for path in portal.rglob("*"):
        if path.is_file() and path.parent.name != "archive":
            data = path.read_bytes()
            assert "kế hoạch tuyệt đối".encode() not in data, path
            assert b"ke hoach tuyet doi" not in data, path


def test_running_again_changes_nothing(built: subprocess.CompletedProcess[bytes], portal: Path) -> None:
    assert built.returncode == 1
    documents = {path: path.read_bytes() for path in (portal / "docs").rglob("*.md")}
    ledger = (portal / "permalinks.jsonl").read_bytes()
    again = vankien("normalize", "--project", portal)
    assert again.returncode == 1
    assert {path: path.read_bytes() for path in (portal / "docs").rglob("*.md")} == documents
    assert (portal / "permalinks.jsonl").read_bytes() == ledger


def test_inspect_answers_one_line_a_file(portal: Path) -> None:
    archive = portal / "archive"
    run = vankien("inspect", archive / "tot.txt", archive / "hong.pdf", archive / "khong-co.txt", archive / "mot.txt")
    lines = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert ["error" in line for line in lines] == [False, True, True, False]
    assert lines[0]["metadata"]["number"] == "12-CT/TU"


@pytest.mark.parametrize("command", ["normalize", "build", "check", "citations"])
def test_a_folder_that_is_no_portal_is_said_to_be_none(tmp_path: Path, command: str) -> None:
    run = vankien(command, "--project", tmp_path)
    assert run.returncode == 2
    assert "mkdocs.yml" in run.stderr.decode("utf-8")
    assert b"Traceback" not in run.stderr


def test_a_folder_in_use_is_never_overwritten(portal: Path) -> None:
    before = (portal / "mkdocs.yml").read_bytes()
    run = vankien("new", portal)
    assert run.returncode == 2
    assert (portal / "mkdocs.yml").read_bytes() == before
