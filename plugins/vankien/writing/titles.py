"""Titles as lists show them: a beginning in capitals in ordinary letters, and the title behind the name of its type."""

from __future__ import annotations

from functools import lru_cache

from vankien.writing.casing import sentence_case

_CAPITALS = 2
_JOINING = frozenset(["về", "v/v", "của", "tại"])


@lru_cache(maxsize=1 << 16)
def readable(text: str, *, begins: bool = True) -> str:
    """`text` with a beginning that is printed all in capitals in ordinary letters, as lists need it; in the midst of a
    sentence where not `begins`.

    >>> readable("KẾT LUẬN CỦA THƯỜNG TRỰC TỈNH ỦY tại hội nghị")
    'Kết luận của Thường trực Tỉnh ủy tại hội nghị'
    """
    words = text.split(" ")
    capitals = next((n for n, word in enumerate(words) if any(map(str.islower, word))), len(words))
    if sum(word.isalpha() for word in words[:capitals]) < _CAPITALS:
        return text
    return " ".join([sentence_case(" ".join(words[:capitals]), begins=begins), *words[capitals:]])


def title_behind(name: str, title: str) -> str:
    """`name`, a document's type or its type and number, with its title behind it in readable letters.

    >>> title_behind("Kết luận", "Về công tác dân vận")
    'Kết luận về công tác dân vận'
    """
    shown = readable(title, begins=not name)
    first = shown.split(" ", 1)[0]
    if name and first.lower() in _JOINING:
        shown = first.lower() + shown[len(first) :]
    return f"{name} {shown}".strip()
