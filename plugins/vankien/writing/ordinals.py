"""Vietnamese ordinals: "thứ nhất", "thứ tư", "thứ hai mươi mốt"; written for labels, read in "Phần thứ hai"."""

from __future__ import annotations

_UNITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _cardinal(value: int) -> str:
    tens, unit = divmod(value, 10)
    if tens == 0:
        return _UNITS[unit]
    if tens == 1:
        return "mười" + ("" if not unit else " lăm" if unit == 5 else " " + _UNITS[unit])
    last = {0: "", 1: " mốt", 4: " tư", 5: " lăm"}.get(unit, " " + _UNITS[unit])
    return f"{_UNITS[tens]} mươi{last}"


def ordinal(value: int) -> str:
    """`value` as an ordinal: "thứ nhất", "thứ tư", "thứ hai mươi mốt"; from 100 on in figures ("thứ 100")."""
    if value == 1:
        return "thứ nhất"
    if value == 4:
        return "thứ tư"
    return f"thứ {_cardinal(value)}" if 0 < value < 100 else f"thứ {value}"


_READ = {_cardinal(n): n for n in range(1, 100)} | {"nhất": 1, "nhì": 2, "tư": 4, "bẩy": 7}


def ordinal_value(words: str) -> int | None:
    """What the words after "thứ" count ("nhất" 1, "hai mươi mốt" 21), in either case, or None."""
    return _READ.get(" ".join(words.lower().split()))
