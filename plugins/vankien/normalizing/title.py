"""The title (trích yếu) below the type line: where it ends and the text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.normalizing.strips import Strip
from vankien.writing.aligned import aligned_fold

OPENER = re.compile(
    r"\W*(?:kinh\s*(?:gui|trinh)\b|kinh$|dong kinh gui|can cu\b|can$|xet\b|chieu\b(?!\s+cao)|dieu\s+\d"
    r"|chuong\s+(?:[ivx]+|\d+)\b"
    r"|phan\s+(?:thu|[ivx]+|\d)|muc\s+(?:[ivx]+|\d+)\b|[ivx]{1,5}\s*[-.]|\d{1,2}\s*[.)-]\s|[a-h]\s*[.)-]\s"
    r"|theo\s+de\s+nghi|quyet\s+dinh\s*:|quyet\s+nghi\s*:|ra\s+sac\s+lenh\s*:)"
)
"""What the text of a document begins with: the folded beginning of a strip that is no title."""

_SOFT_OPENER = re.compile(
    r"\W*(?:ngay\s+\d|hom nay\b|thuc hien\b|theo\b|sau khi\b|de\s|nham\b|trong\b|qua\b|tren co so\b|thi hanh\b"
    r"|trien khai\b|tiep theo\b|tai (?:phien|ky|hoi nghi|cuoc)|hoi nghi\b|nghi quyet nay|\S+ nhan duoc\b|luat nay\b"
    r"|chinh phu ban hanh|.{4,80} ban hanh (?:nghi|thong|quyet|luat|phap))"
)
_NUMBERED = re.compile(r"\W*(?:[a-z]+\s+){1,4}so\s+\d")
_HEADS = (
    r"(?:chu tich|bo truong|thu tuong|chinh phu|quoc hoi|uy ban|hoi dong|thong doc|tong kiem toan|chanh an|vien truong"
    r"|giam doc|cuc truong|tong cuc truong|chu nhiem|ban (?!nhan)|bo chinh tri|truong ban"
    r"|tong thanh tra|tong giam doc|hieu truong|tinh uy|thanh uy|huyen uy|dang uy|ubnd|hdnd|chi cuc"
    r"|vien |truong |lien )"
)
_AUTHORITY = re.compile(rf"\W*(?!.*\b(?:tren|thuoc|ve|trong|cua|theo|ngay|so\s\d)\b){_HEADS}[^.;]*\W*$")
_AFTER_AUTHORITY = re.compile(
    r"\W*(?:can\b|xet\b|chieu\b|theo\b|thuc hien\b|quyet\b|khoa\b|ky hop\b|thi hanh\b|dien\b)"
)
_OPEN_END = re.compile(
    r"(?:,|\b(?:của|và|do|bởi|cho|với|thuộc|tại|từ|trong|đến|theo|được|là|hoặc|về|năm|tháng|ngày|hội đồng|ban)"
    r"|(?<!cấp )(?<!tỉnh )(?<!thành )(?<!huyện )(?<!đảng )\b(?:ủy|uỷ))$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(r"\W*cua\s[^.;]{4,60}$")
_NOTE = re.compile(r"\W*\(?(?:ban hanh )?kem theo\b")
_SENTENCE_END = re.compile(r"[.:;]\s*$|\./\.")
_ANNEX = re.compile(r"\W*(?:phu luc(?:\s+(?:so\s+)?(?:[ivx]+|\d+)\w?)?\b\W*|(?=danh muc\b))")
_KEPT_WITH = re.compile(r"\(?\s*(?:ban hanh )?kem theo\b")
_LIMIT = 24


def title_stop(strips: Sequence[Strip], first: int, opening: Strip | None) -> int:
    """The index of the first strip from `first` on that is no title any more. `opening` is the strip of the type
    line where the title begins on it.

    A title in capitals ends where small letters begin a sentence, one in small letters at a sentence or an opening
    word; the body or post that issues ("ỦY BAN NHÂN DÂN TỈNH ...", before "Căn cứ") is text already.
    """
    stop = min(len(strips), first + _LIMIT)
    for i in range(first, stop):
        strip, before = strips[i], strips[i - 1] if i > first or opening else None
        if OPENER.match(strip.folded) and not (strip.caps and not strip.folded.startswith("dieu") and i == first):
            return i
        if _NOTE.match(strip.folded):
            return i
        if before is None:
            continue
        runs_on = bool(_OPEN_END.search(before.text)) or strip.text[0].islower() or strip.text[0].isdigit()
        if _begins_text(strips, i, opening or strips[first], runs_on=runs_on):
            return i
    return stop


def _begins_text(strips: Sequence[Strip], i: int, opening: Strip, *, runs_on: bool) -> bool:
    """Whether strip `i` is text after a title that began with `opening`."""
    strip, before = strips[i], strips[i - 1]
    if _OF_BODY.match(before.folded) and strip.folded.startswith(("v/v", "ve ")):
        return False  # "CỦA BAN BÍ THƯ", then what about
    if strip.block != opening.block:
        return not (runs_on and strip.caps == before.caps)
    if strip.caps:
        return not runs_on and _is_authority(strips, i)
    if runs_on and not (strip.gap and len(strip.text) > 160):
        return False
    if before.caps and not strip.folded.startswith(("v/v", "ve ", "(")):
        return True
    speaks = _AUTHORITY.match(strip.folded) and i + 1 < len(strips) and OPENER.match(strips[i + 1].folded)
    if speaks or _SOFT_OPENER.match(strip.folded) or _is_history(strips, i):
        return True
    if strip.strong != opening.strong or before.ends:
        return _is_sentence(strips, i) or before.ends
    return strip.gap or _SENTENCE_END.search(strip.text) is not None


def _is_sentence(strips: Sequence[Strip], i: int) -> bool:
    """Whether the paragraph that begins at strip `i` is running text: long, or closed like a sentence."""
    size = 0
    for k in range(i, min(len(strips), i + 6)):
        if k > i and strips[k].gap:
            break
        size += len(strips[k].text)
        if _SENTENCE_END.search(strips[k].text) or strips[k].ends:
            return _SENTENCE_END.search(strips[k].text) is not None or size > 160
    return size > 160


def _is_history(strips: Sequence[Strip], i: int) -> bool:
    """Whether a consolidated text begins here to tell what it consolidates and from when each part has effect."""
    following = " ".join(strip.folded for strip in strips[i : i + 8])
    return _NUMBERED.match(strips[i].folded) is not None and "co hieu luc" in following


def _is_authority(strips: Sequence[Strip], i: int) -> bool:
    """Whether a run of capitals from strip `i` on names who issues: it ends before "Căn cứ" and the like."""
    words = ""
    for k in range(i, min(len(strips), i + 4)):
        if not strips[k].caps:
            return bool(words and _AUTHORITY.match(words) and _AFTER_AUTHORITY.match(strips[k].folded))
        words = f"{words} {strips[k].folded}".strip()
    return False


def annex_title(strips: Sequence[Strip]) -> str | None:
    """The title of what is only an annex: the capitals below "Phụ lục I" or in the same line."""
    number = _ANNEX.match(strips[0].folded) if strips else None
    if number is None:
        return None
    title: list[str] = []
    for strip in strips:
        text = strip.text[number.end() :] if not title and strip is strips[0] else strip.text
        words = text[: note.start()] if (note := _KEPT_WITH.search(aligned_fold(text))) else text
        if not words.isupper():
            if words.strip() or title:
                break
            continue
        title.append(words.strip(" .:_-"))
        if note:
            break
    return " ".join(title) or None
