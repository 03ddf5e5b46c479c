"""How Word writes a list's number: decimal, letters, roman; and its bullets in Unicode."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_BULLETS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf02d": "-", "\uf02b": "+",
    "\uf02a": "*", "\uf0e8": "➔", "\uf0e0": "→", "\uf0a8": "□", "\uf06f": "□", "o": "o",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)


def counted(number: int, form: str) -> str:
    """`number` in Word's number format `form`; a format that is not known is written as a decimal."""
    match form:
        case "decimalZero":
            return f"{number:02d}"
        case "lowerLetter":
            return letters(number)
        case "upperLetter":
            return letters(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "none":
            return ""
        case _:
            return str(number)


def letters(number: int) -> str:
    """a, b, ... z, aa, bb, ...: Word repeats the letter."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """`number` in lower-case roman figures."""
    if not 0 < number < 4000:
        return str(number)
    figures = []
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        figures.append(sign * times)
    return "".join(figures)


def bullet(text: str) -> str:
    """A bullet of the symbol fonts in Unicode; others as they are."""
    shown = "".join(_BULLETS.get(sign, "•" if ord(sign) in _PRIVATE else sign) for sign in text)
    return shown.strip()
