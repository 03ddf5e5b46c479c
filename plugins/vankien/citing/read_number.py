"""Reading a number after its type word, with its date, body and term, and the list that goes on from it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.citing.heads import ABBREVIATIONS, FORMS, HEAD, NUMBER_WORD, TYPE_OF, type_of
from vankien.citing.mention import Mention
from vankien.citing.tails import read_tail
from vankien.writing.folding import folded_words
from vankien.writing.numbers import PRINTED_NUMBER
from vankien.writing.patterns import any_of

_AND = r"(?:,|;|,? và|,? hoặc|,? cùng) "
_COUNTED = "|".join(map(re.escape, FORMS["counted"]))
_NO_COUNT = rf"(?![\w/%]|[.,-]\d| ?[-–] ?\d| (?:{_COUNTED})(?!\w))"
_NUMBERED = re.compile(rf"(?: |: ?)(?P<word>{NUMBER_WORD} ?)?(?P<number>{PRINTED_NUMBER})(?!\w)")
_PLAIN = re.compile(rf"(?: |: ?){NUMBER_WORD} ?(?P<number>\d{{1,5}}[a-zđ]?(?:/\d{{4}})?)(?![\w/]|\.\d|-\d)")
_BARE = re.compile(r" (?P<number>\d{1,4}[a-zđ]?)(?=,|;| và \d)")
_ITEM = re.compile(rf"{_AND}(?:{NUMBER_WORD} ?)?(?P<number>{PRINTED_NUMBER}|\d{{1,5}}(?![\w/.%-]))(?!\w)")
_MORE = re.compile(rf"{_AND}(?P<word>{NUMBER_WORD} ?)?(?P<number>{PRINTED_NUMBER})(?!\w)")
_SHORT = re.compile(rf" (?P<number>\d{{1,4}}[a-zđ]?){_NO_COUNT}")
_SHORT_ITEM = re.compile(rf"(?:,|,? và) (?P<number>\d{{1,4}}){_NO_COUNT}")
_SHORT_MORE = re.compile(rf"{_SHORT_ITEM.pattern}(?=[.,;:)]|$| (?:của|kh[oó][aá]|về|ngày) | và \d)")
_NUMBER = re.compile(PRINTED_NUMBER)
_SAID = re.compile(rf"(?<!\w){NUMBER_WORD} ?$")
_FORM = re.compile(r"(?:[Mm]ẫu|[Mm]ã|biểu|số hiệu|Phụ lục|hồ sơ)(?: số)*(?: [\w./-]+,?| và)? ?(?:số )?$")
_WHOLE = re.compile(
    r"\d+(?:\.\d+)?/\d{4}/[A-ZĐ][\w-]*|\d+-[A-ZĐ][\w]*/(?:TW|TU|HU|ĐU|VPTW)|\d+/[A-ZĐ]\w+-(?:TTg|CP|UBND|HĐND)"
)
_GOES_ON = re.compile(r"[^;.]{0,60}[,;] (?:và )?")
_PART_END = re.compile(r"[;.:()]")
_SHORT_HEAD = re.compile(rf"(?<![\w/-])(?P<sign>{any_of(ABBREVIATIONS)}) $")
_LETTER = re.compile(r"[A-ZĐƯÐ]")
_LEADING = re.compile(r"^\d+(?:\.\d+)?")
_KNOWN_BY_NUMBER = frozenset(FORMS["known_by_number"])
_LAST_WORDS = re.compile(r"[^\W\d_]+")
_FOLDED_TYPES = {folded_words(head): kind for head, kind in TYPE_OF.items() if " " in head}
_MOST = 40


def read_number(text: str, start: int, at: int, kind: str, title: str | None = None) -> list[Mention]:
    """The numbered mention that begins at `start` and whose number stands at `at`, with the further items of its list;
    [] where no whole number (signs and all, or "số" before figures) stands there. `title` is a law's name."""
    match = _NUMBERED.match(text, at)
    if match is None:
        return []
    number = _printed(match)
    if not match["word"] and not _LETTER.search(number, 1):
        return []
    return _numbered(text, start, match.end(), kind, number, "name-number" if title else "number", title)


def read_said_number(text: str, start: int, at: int, kind: str) -> list[Mention]:
    """As `read_number`, but "số" must stand before the number."""
    match = _NUMBERED.match(text, at)
    return _numbered(text, start, match.end(), kind, _printed(match)) if match and match["word"] else []


def read_figures(text: str, start: int, at: int, kind: str) -> list[Mention]:
    """Figures whose signs stand at the end of the list ("Kết luận số 187, 188-KL/TW", also without "số"), or figures
    alone ("số 123")."""
    said = _PLAIN.match(text, at)
    first = said or _BARE.match(text, at)
    if first is None:
        return []
    items = [(start, first.end(), first["number"])]
    at = first.end()
    while len(items) < _MOST and (match := _ITEM.match(text, at)):
        number, at = _printed(match), match.end()
        if _LETTER.search(number):
            signs = _LEADING.sub("", number)
            found = [Mention(s, e, "numbered", kind, "number-list", n + signs, shares=s > start) for s, e, n in items]
            last = _numbered(text, match.start("number"), at, kind, number, "number-list")
            last[0].shares = True
            return found + last
        items.append((match.start("number"), at, number))
    return _numbered(text, start, first.end(), kind, first["number"], "number-plain") if said else []


def read_short(text: str, start: int, at: int, kind: str) -> list[Mention]:
    """A number as a name ("Đề án 06", "các Nghị quyết 18, 19 và 57"); what it stands for is the memory's to say.

    Without "các" a list goes on only for types that are known by their number, and where nothing counted follows
    ("Nghị quyết 18, 19 của Trung ương").
    """
    match = _SHORT.match(text, at)
    if match is None:
        return []
    tail = read_tail(text, match.end())
    found = [Mention(start, tail.end, "short", kind, "short-number", match["number"], **tail.said())]
    several = text.startswith(("các ", "Các "), max(0, start - 4))
    item = _SHORT_ITEM if several else _SHORT_MORE if kind in _KNOWN_BY_NUMBER else None
    while item and len(found) < _MOST and (match := item.match(text, found[-1].end)):
        begin, number, tail = match.start("number"), match["number"], read_tail(text, match.end())
        found.append(Mention(begin, tail.end, "short", kind, "short-number", number, shares=True, **tail.said()))
    return found


def read_apart(text: str, at: int, before: Sequence[Mention]) -> list[Mention]:
    """A number that stands apart from its type word: "Báo cáo giải trình, tiếp thu số 471/BC-UBND", "theo 16/CT-TTg",
    "(cũ); số 810/QĐ-UBND". The type is that of its sign, else that of the mention in `before` that it goes on from."""
    match = _NUMBER.match(text, at)
    if match is None or _FORM.search(text, max(0, at - 20), at):
        return []
    number = match[0].replace(" ", "")
    said = _SAID.search(text, max(0, at - 12), at)
    start = said.start() if said else at
    sign = next((s for s in re.split(r"[-/]", number)[1:] if s in ABBREVIATIONS), None)
    if short := _SHORT_HEAD.search(text, max(0, start - 6), start):
        kind = _type_of_sign(short["sign"], number)
        return _numbered(text, short.start(), match.end(), kind, number, "number-apart")
    if sign and (said or _WHOLE.fullmatch(number)):
        kind = _type_of_sign(sign, number)
        head = _head_behind(text, start, kind, before) if said else None
        if said and head is None and (blurred := _blurred_head(text, start)):
            head, kind = blurred
        return _numbered(text, start if head is None else head, match.end(), kind, number, "number-apart")
    last = before[-1] if before else None
    if said and last and last.kind == "numbered" and _GOES_ON.fullmatch(text, last.end, start):
        return _numbered(text, start, match.end(), last.type, number, "number-list")
    return []


def _type_of_sign(sign: str, number: str) -> str:
    """The type that a sign stands for in `number`: TT is a Thông tri of the Party ("03-TT/TU") or a Thông tư."""
    return "Thông tư" if sign == "TT" and "-TT/" not in number else ABBREVIATIONS[sign]


def _head_behind(text: str, at: int, kind: str, before: Sequence[Mention]) -> int | None:
    """Where the type word stands that some words divide from its number, in the same part of the sentence."""
    begin = max(at - 60, before[-1].end if before else 0)
    heads = [m.start() for m in HEAD.finditer(text, begin, at) if type_of(m[0]) == kind]
    return heads[-1] if heads and not _PART_END.search(text, heads[-1], at) else None


def _blurred_head(text: str, at: int) -> tuple[int, str] | None:
    """Place and type of a type word before `at` whose accents a scanner lost ("Quy dịnh số 12-QĐ/TW")."""
    words = list(_LAST_WORDS.finditer(text, max(0, at - 30), at))
    for first in words[-4:]:
        kind = _FOLDED_TYPES.get(folded_words(text[first.start() : at]))
        if kind and first[0][0].isupper():
            return first.start(), kind
    return None


def _printed(match: re.Match[str]) -> str:
    return match["number"].replace(" ", "")


def _numbered(
    text: str, start: int, at: int, kind: str, number: str, rule: str = "number", title: str | None = None
) -> list[Mention]:
    """A numbered mention that ends at `at` but for its tail, and the items that go on from it."""
    tail = read_tail(text, at)
    found = [Mention(start, tail.end, "numbered", kind, rule, number, title=title, **tail.said())]
    while (match := _MORE.match(text, found[-1].end)) and _LETTER.search(_printed(match), 1):
        begin = match.start("word") if match["word"] else match.start("number")
        tail = read_tail(text, match.end())
        found.append(
            Mention(begin, tail.end, "numbered", kind, "number-list", _printed(match), shares=True, **tail.said())
        )
    return found
