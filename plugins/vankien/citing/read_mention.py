"""Reading one mention from its head on: "Nghị quyết" + "số 25-NQ/TW, ngày ... của ...", its list, or its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.citing.heads import ABBREVIATIONS, FORMS, HEAD, LAWS, MINOR, NUMBER_WORD, type_of
from vankien.citing.mention import Mention
from vankien.citing.names import CERTAIN, CONGRESS, SURE, Trie, law_end
from vankien.citing.tails import read_tail
from vankien.writing.numbers import PRINTED_NUMBER

_NUMBERED = re.compile(rf"(?: |: ?)(?P<word>{NUMBER_WORD} ?)?(?P<number>{PRINTED_NUMBER})(?!\w)")
_PLAIN = re.compile(rf"(?: |: ?){NUMBER_WORD} ?(?P<number>\d{{1,5}}[a-zđ]?(?:/\d{{4}})?)(?![\w/]|\.\d|-\d)")
_ITEM = re.compile(
    rf"(?:,|;|,? và|,? hoặc|,? cùng) (?:(?:{NUMBER_WORD}) ?)?(?P<number>{PRINTED_NUMBER}|\d{{1,5}}(?![\w/.%-]))(?!\w)"
)
_MORE = re.compile(rf"(?:,|;|,? và|,? hoặc|,? cùng) (?P<word>(?:{NUMBER_WORD}) ?)?(?P<number>{PRINTED_NUMBER})(?!\w)")
_MOST = 40
_SUFFIX = re.compile(r"^\d+(?:\.\d+)?")
_COUNTED = "|".join(map(re.escape, FORMS["counted"]))
_SHORT = re.compile(rf" (?P<number>\d{{1,4}}[a-zđ]?)(?![\w/%]|[.,-]\d| ?[-–] ?\d| (?:{_COUNTED})(?!\w))")
_YEAR_BEHIND = re.compile(r",? (?:năm )?(?P<year>(?:19|20)\d\d)(?![\d/.])")
_NUMBER = re.compile(PRINTED_NUMBER)
_SAID = re.compile(rf"(?<!\w){NUMBER_WORD} ?$")
_FORM = re.compile(r"(?:[Mm]ẫu|[Mm]ã|biểu|số hiệu|Phụ lục|hồ sơ)(?: số)*(?: [\w./-]+,?| và)? ?(?:số )?$")
_WHOLE = re.compile(
    r"\d+(?:\.\d+)?/\d{4}/[A-ZĐ][\w-]*|\d+-[A-ZĐ][\w]*/(?:TW|TU|HU|ĐU|VPTW)|\d+/[A-ZĐ]\w+-(?:TTg|CP|UBND|HĐND)"
)
_GOES_ON = re.compile(r"[^;.]{0,60}[,;] (?:và )?")
_PART_END = re.compile(r"[;.:()]")
_LETTER = re.compile(r"[A-ZĐƯÐ]")
_SELF = re.compile(r" này(?!\w)")
_AT_HAND = re.compile(rf"[- ]*(?:{'|'.join(FORMS['by_body']['sentence'])})(?!\w)")
_CONSIDERED = re.compile(rf"(?<!\w)(?:{'|'.join(FORMS['by_body']['before'])}) $")
_BY_BODY = frozenset(FORMS["by_body"]["heads"])
_DATED_TYPES = frozenset(FORMS["by_date"])


def read_mention(text: str, head: re.Match[str], own: dict[str, Trie] | None) -> list[Mention]:
    """The mention that begins with the type word `head` (a match of `heads.HEAD`), and the further items of its list;
    [] where the word is no mention. `own` as in `scan.scan`."""
    word, start, at = head[0], head.start(), head.end()
    kind = type_of(word)
    if word[0].isupper() and kind not in MINOR and _SELF.match(text, at):
        return [Mention(start, at + 4, "self", kind, "self")]
    if kind in LAWS or kind == "Điều lệ" or kind == "Cương lĩnh":
        return _read_named(text, start, at, kind, own)
    if match := _NUMBERED.match(text, at):
        number = _printed(match["number"])
        if _LETTER.search(number, 1) or match["word"]:
            return _numbered(text, start, match.end(), kind, number)
    if kind in MINOR:
        return []
    if match := _PLAIN.match(text, at):
        return _list(text, start, match, kind)
    if not word[0].isupper():
        return _by_body_number(text, start, at, kind)
    if match := _SHORT.match(text, at):
        tail = read_tail(text, match.end())
        return [
            Mention(
                start,
                tail.end,
                "short",
                kind,
                "short-number",
                number=match["number"],
                date=tail.date,
                issuer=tail.issuer,
                term=tail.term,
            )
        ]
    if kind == "Nghị quyết" and (match := CONGRESS.match(text, at + 1)) and SURE.search(match[0]):
        term = match["term"]
        issuer = match[0] if not term else match[0].removesuffix(" của Đảng").removesuffix(term)
        return [
            Mention(
                start,
                match.end(),
                "named",
                kind,
                "congress",
                issuer=issuer.strip(),
                term=term and term.strip(" ,()"),
                title=text[start : match.end()],
            )
        ]
    return _by_body_number(text, start, at, kind) or _by_body_or_date(text, start, at, word, kind)


def read_orphan(text: str, at: int, before: Sequence[Mention]) -> list[Mention]:
    """A number that stands apart from its type word: "Báo cáo giải trình, tiếp thu số 471/BC-UBND", "theo 16/CT-TTg",
    "(cũ); số 810/QĐ-UBND". The type is that of its sign, else that of the mention in `before` that it goes on from."""
    match = _NUMBER.match(text, at)
    if match is None:
        return []
    number = _printed(match[0])
    said = _SAID.search(text, max(0, at - 12), at)
    if _FORM.search(text, max(0, at - 20), at):
        return []
    sign = next((s for s in re.split(r"[-/]", number)[1:] if s in ABBREVIATIONS), None)
    start = said.start() if said else at
    if sign and (said or _WHOLE.fullmatch(number)):
        kind = ABBREVIATIONS[sign]
        if said and (head := _head_behind(text, start, kind, before)) is not None:
            start = head
        return _numbered(text, start, match.end(), kind, number, rule="number-apart")
    last = before[-1] if before else None
    if said and last and last.kind == "numbered" and _GOES_ON.fullmatch(text, last.end, start):
        return _numbered(text, start, match.end(), last.type, number, rule="number-list")
    return []


def _head_behind(text: str, at: int, kind: str, before: Sequence[Mention]) -> int | None:
    """Where the type word stands that some words divide from its number, in the same part of the sentence."""
    begin = max(at - 60, before[-1].end if before else 0)
    heads = [m.start() for m in HEAD.finditer(text, begin, at) if type_of(m[0]) == kind]
    return heads[-1] if heads and not _PART_END.search(text, heads[-1], at) else None


def _printed(number: str) -> str:
    return number.replace(" ", "")


def _numbered(
    text: str, start: int, at: int, kind: str, number: str, rule: str = "number", title: str | None = None
) -> list[Mention]:
    """A numbered mention that ends at `at` but for its tail, and the items that go on from it."""
    tail = read_tail(text, at)
    found = [Mention(start, tail.end, "numbered", kind, rule, number, tail.date, tail.issuer, tail.term, title)]
    while match := _MORE.match(text, found[-1].end):
        printed = _printed(match["number"])
        if not _LETTER.search(printed, 1):
            break
        begin = match.start("word") if match["word"] else match.start("number")
        tail = read_tail(text, match.end())
        found.append(
            Mention(
                begin,
                tail.end,
                "numbered",
                kind,
                "number-list",
                printed,
                tail.date,
                tail.issuer,
                tail.term,
                shares=True,
            )
        )
    return found


def _list(text: str, start: int, first: re.Match[str], kind: str) -> list[Mention]:
    """ "số 187, 188-KL/TW": figures whose signs stand at the end of the list; without such an end, the first alone."""
    items = [(start, first.end(), first["number"])]
    at = first.end()
    while len(items) < _MOST and (match := _ITEM.match(text, at)):
        printed = _printed(match["number"])
        at = match.end()
        begin = match.start("number")
        if _LETTER.search(printed):
            rest = _SUFFIX.sub("", printed)
            found = [
                Mention(s, e, "numbered", kind, "number-list", n + rest, shares=k > 0)
                for k, (s, e, n) in enumerate(items)
            ]
            last = _numbered(text, begin, at, kind, printed, rule="number-list")
            last[0].shares = True
            return found + last
        items.append((begin, at, printed))
    return _numbered(text, start, first.end(), kind, first["number"], rule="number-plain")


def _read_named(text: str, start: int, at: int, kind: str, own: dict[str, Trie] | None) -> list[Mention]:
    """A law by its number, by name and number, or by name alone."""
    for pattern, certain in CERTAIN:
        if match := pattern.match(text, start):
            tail = read_tail(text, match.end())
            return [Mention(start, tail.end, "named", certain, "certain-name", date=tail.date, title=match[0])]
    if kind not in LAWS:
        return []
    if match := _NUMBERED.match(text, at):
        return _numbered(text, start, match.end(), kind, _printed(match["number"]))
    if match := _PLAIN.match(text, at):
        return _list(text, start, match, kind)
    end = law_end(text, at + 1, kind, (own or {}).get(kind))
    if end is None:
        return []
    title = text[start:end]
    if (match := _NUMBERED.match(text, end)) and (match["word"] or _LETTER.search(match["number"], 1)):
        return _numbered(text, start, match.end(), kind, _printed(match["number"]), "name-number", title)
    tail = read_tail(text, end)
    if (match := _NUMBERED.match(text, tail.end)) and match["word"]:
        return _numbered(text, start, match.end(), kind, _printed(match["number"]), "name-number", title)
    date_end = tail.end if tail.date and tail.issuer is None else end
    if tail.date is None and (match := _YEAR_BEHIND.match(text, end)):
        date_end = match.end()
    return [Mention(start, date_end, "named", kind, "law-name", date=tail.date, title=title)]


def _by_body_number(text: str, start: int, at: int, kind: str) -> list[Mention]:
    """ "công văn của Bộ Tài chính số 123/BTC-CST ngày ..." and "Quyết định ngày ... số ..."."""
    tail = read_tail(text, at)
    if tail.end == at:
        return []
    match = _NUMBERED.match(text, tail.end)
    if match is None or not match["word"]:
        return []
    found = _numbered(text, start, match.end(), kind, _printed(match["number"]))
    found[0].issuer = found[0].issuer or tail.issuer
    found[0].date = found[0].date or tail.date
    return found


def _by_body_or_date(text: str, start: int, at: int, word: str, kind: str) -> list[Mention]:
    """ "Tờ trình của Đảng ủy Chính phủ"; "Chỉ thị ngày 05/7/2019 của Ban Thường vụ Tỉnh ủy"."""
    tail = read_tail(text, at)
    if tail.date and tail.issuer and kind in _DATED_TYPES:
        return [
            Mention(
                start,
                tail.end,
                "named",
                kind,
                "by-date",
                date=tail.date,
                issuer=tail.issuer,
                term=tail.term,
                title=text[start : tail.end],
            )
        ]
    if tail.issuer and word in _BY_BODY and _considered(text, start):
        return [
            Mention(
                start,
                tail.end,
                "named",
                kind,
                "by-body",
                date=tail.date,
                issuer=tail.issuer,
                term=tail.term,
                title=text[start : tail.end],
            )
        ]
    return []


def _considered(text: str, start: int) -> bool:
    """Whether a document named by its body alone is one at hand, and not any such document."""
    begin = (
        max(text.rfind(". ", max(0, start - 800), start) + 2, text.rfind("\n", max(0, start - 800), start) + 1, 0)
        if start
        else 0
    )
    return bool(
        _AT_HAND.match(text, begin if begin != 1 else 0, start) or _CONSIDERED.search(text, max(0, start - 14), start)
    )
