"""What holds for every text: unique ids, parents before children, nothing lost, no text that is refused."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vankien.structuring import structure

_WORDS = st.sampled_from(
    ["Điều 1.", "Điều 2", "Chương I", "Mục 1", "I-", "II-", "A.", "1.", "2.", "1.1.", "(1)", "a)", "đ)", "b1)", "i)",
     "ii)", "-", "+", "“", "”", '"', "như sau:", "Sửa đổi khoản 2", "Nghị quyết này được phổ biến", "TÊN",
     "thực hiện", "***", "PHỤ LỤC II", "[^1]", "[^1]: ", "**đậm**", "*", "\\", "| a | b |", "![x](y.png)", "./.",
     "\n\n", "\n\n", " "]
)  # fmt: skip
_BODIES = st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=300)


@settings(max_examples=300, deadline=None)
@given(_BODIES)
def test_the_tree_is_sound(text: str) -> None:
    seen: set[str] = set()
    for clause in structure(text):
        assert clause.id not in seen
        assert clause.parent is None or clause.parent in seen
        assert re.fullmatch(r"[a-z0-9_-]+", clause.id)
        assert clause.label
        assert all(0 <= s.start < s.end <= len(clause.text) for s in clause.spans)
        assert all(0 <= r.at <= len(clause.text) for r in clause.refs)
        seen.add(clause.id)


_PLAIN = st.sampled_from(
    ["Điều 1. Một", "Điều 2", "Chương I", "TÊN CHƯƠNG", "I- Hai", "1. Ba", "1.1. Bốn", "(1) Năm", "a) Sáu", "i) Bảy",
     "- Tám", "+ Chín", "“Điều 5. Mười", "một.”", "Sửa đổi Điều 5 như sau:", "***", "PHỤ LỤC I",
     "Luật này phổ biến.", "| Một | Hai |\n| --- | --- |\n| Ba | Bốn |", "[^1]: Chú thích.", "Điều 3. 1. Nhà nước",
     "2. Nhân dân", "3 Cơ quan"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(_PLAIN, max_size=25))
def test_no_word_is_lost(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    words = re.findall(r"\w+", re.sub(r"\[\^1\]", "1", text))
    found = [word for clause in structure(text) for word in re.findall(r"\w+", f"{clause.mark} {clause.text}")]
    assert sorted(found) == sorted(words)


@pytest.mark.parametrize(
    "piece",
    ["1. x\n\n", "“1. x\n\n", "“Điều 5. x\n\n1. Sửa đổi như sau:\n\n", "((((", "9" * 50, "**", "[^1]", "Điều ", "a) ",
     "Phụ lục \n\n***\n\n", "1.1.1.1.", "I- x\n\n- y\n\n+ z\n\n", "Đoạn.\n\n", "\\\\", "| x "],
)  # fmt: skip
def test_hostile_text_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        structure(text)
        return time.process_time() - start

    seconds(2_000)
    small, large = (min(seconds(size) for _ in range(2)) for size in (20_000, 160_000))
    small = max(small, 0.002)
    assert large < 40 * small
