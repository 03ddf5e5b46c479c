"""What `vankien check` lists."""

from pathlib import Path

from clerk import LETTER, Portal

from vankien.checking import check_project


def check(portal: Portal) -> list[str]:
    portal.run()
    return [f"{p.severity} {p.file} {p.vi}" for p in check_project(portal.project, today="2026-11-21")]


def test_nothing_to_look_at(portal: Portal) -> None:
    portal.put("a.txt")
    assert check(portal) == []


def test_the_most_important_comes_first(portal: Portal) -> None:
    portal.put("a.txt", LETTER.replace("Số 12-KL/TU", "").replace("2. Văn", "4. Văn"))
    portal.put("b.txt", LETTER.replace("12-KL", "7-CT").replace("đôn đốc.", "đôn đốc (CCCD số 014085001234)."))
    portal.put("c.txt", f"MẬT\n{LETTER}")
    portal.put("d.txt", "")
    portal.put("e.yml", "number: 3\n")
    found = check(portal)
    words = [
        "Không có văn bản nào",
        "rỗng",
        "Tạm giữ",
        "giấy tờ tùy thân",
        "không phải của Kết luận",
        "Số không liền",
        "Chưa rõ: số",
    ]
    assert [next(i for i, line in enumerate(found) if word.lower() in line.lower()) for word in words] == sorted(
        next(i for i, line in enumerate(found) if word.lower() in line.lower()) for word in words
    ), found
    assert "014085001234" not in "".join(found)


def test_approval_is_asked_for_only_when_the_office_wants_it(portal: Portal) -> None:
    portal.put("a.txt")
    assert not check(portal)
    portal.settings("require_approval: true")
    assert ["cho phép đăng" in line for line in check(portal)] == [True]
    portal.put("a.yml", "approved: {by: Lê Văn C, on: 2024-05-01}\n")
    assert not check(portal)


def test_checking_writes_nothing(portal: Portal, tmp_path: Path) -> None:
    portal.put("a.txt")
    before = sorted(p.as_posix() for p in tmp_path.rglob("*"))
    check_project(portal.project)
    assert sorted(p.as_posix() for p in tmp_path.rglob("*")) == before


def test_an_edited_and_an_orphaned_document_are_listed(portal: Portal) -> None:
    path = portal.put("a.txt")
    portal.run()
    portal.edit(next(iter(portal.documents())), "nghiêm túc", "rất nghiêm túc")
    path.unlink()
    found = check(portal)
    assert any("Đã được sửa tay" in line for line in found)
    assert any("Bản gốc không còn" in line for line in found)
