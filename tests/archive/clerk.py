"""A portal in a folder, with what a clerk does to it."""

from __future__ import annotations

from pathlib import Path

from vankien.archive import Report, normalize_archive
from vankien.project import Project, open_project

LETTER = """\
TỈNH ỦY HÒA AN
*
Số 12-KL/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Hòa An, ngày 05 tháng 3 năm 2021

KẾT LUẬN
về công tác dân vận

Ban Thường vụ Tỉnh ủy kết luận như sau:

1. Các huyện ủy tổ chức thực hiện nghiêm túc Kết luận này.

2. Văn phòng Tỉnh ủy theo dõi, đôn đốc.

Nơi nhận:
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Nguyễn Văn An
"""


class Portal:
    """A portal in a folder, with what a clerk does to it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "archive").mkdir()
        self.settings("")

    @property
    def project(self) -> Project:
        return open_project(self.root)

    def settings(self, text: str) -> None:
        text = f"plugins:\n  - vankien: {{{text}}}\n"
        (self.root / "mkdocs.yml").write_text(text, encoding="utf-8")

    def put(self, name: str, text: str = LETTER) -> Path:
        path = self.root / "archive" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return path

    def run(self) -> Report:
        return normalize_archive(self.project)

    def documents(self) -> dict[str, str]:
        files = sorted((self.root / "docs" / "van-ban").glob("*.md"), key=lambda path: path.stem)
        return {path.stem: path.read_text(encoding="utf-8") for path in files}

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / "docs" / "van-ban" / f"{name}.md"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def everything_written(self) -> str:
        """All that a run left behind, apart from archive/."""
        files = [p for p in self.root.rglob("*") if p.is_file() and "archive" not in p.relative_to(self.root).parts]
        return "\n".join(p.name + p.read_text(encoding="utf-8") for p in sorted(files))
