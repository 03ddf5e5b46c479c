"""What stands behind a mention and belongs to it: a place, a plenum, the body at the end of a list."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.citing.holdings import cited_key
from vankien.model import Citation, Document

_BEHIND = 140
_UNIT = (
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|TP\.?"
    r"|(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Qq]uận|[Tt]hị|[Đđ]ảng) (?:ủy|uỷ))"
)
_OF_PLACE = re.compile(
    rf",? \(?(?:(?:của|do|bởi)(?: [^\W\d_]+){{0,6}}? )?(?P<body>{_UNIT} ?[^\W\d_a-zà-ỹ][^,;.()]{{1,60}})"
)
_PLENUM = re.compile(r"^,? ?(?:của )?Hội nghị [^,;.()]{0,80}?,? \(?(?P<term>[Kk]h[oó][aá] [IVX]{1,6})")
_LISTED = re.compile(r"(?:,|;|,? và|,? cùng)? ?(?:[Ss]ố )?")
_LISTED_WITHIN = 12
_FIGURES = "0123456789."


def with_shared_bodies(document: Document) -> list[Citation]:
    """The mentions of `document` in order, each with what stands behind it; those of a list have the body at its end
    ("các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày ... của Ủy ban nhân dân tỉnh ...")."""
    texts = {clause.id: clause.text for clause in document.clauses}
    found: list[Citation] = []
    for printed in reversed(document.citations):
        text = texts.get(printed.clause, "")
        mention = read_behind(printed, text)
        if found and _is_listed(mention, found[-1], text):
            mention = replace(mention, issuer=found[-1].issuer, term=mention.term or found[-1].term)
        found.append(mention)
    return found[::-1]


def _is_listed(mention: Citation, following: Citation, text: str) -> bool:
    """Whether `following` goes on a list that `mention` stands in: the same signs, and nothing but a comma between."""
    if mention.issuer or mention.kind != "numbered" or following.kind != "numbered" or not following.issuer:
        return False
    if mention.clause != following.clause or following.start - mention.end > _LISTED_WITHIN:
        return False
    gap = text[mention.end : following.start]
    if not _LISTED.fullmatch(gap) or (";" in gap and following.text[:1].isalpha()):
        return False
    one, other = cited_key(mention.number or ""), cited_key(following.number or "")
    return one != other and one.lstrip(_FIGURES) == other.lstrip(_FIGURES)


def read_behind(citation: Citation, text: str) -> Citation:
    """`citation` with what stands behind it in the words `text` of its clause besides its tail: the term of the plenum
    ("... số 18-NQ/TW Hội nghị lần thứ sáu ... khóa XII"), the place ("của tỉnh Quảng Ngãi")."""
    behind = text[citation.end : citation.end + _BEHIND] if citation.kind == "numbered" else ""
    plenum = _PLENUM.match(behind) if citation.term is None else None
    place = _OF_PLACE.match(behind) if citation.issuer is None else None
    if plenum or place:
        citation = replace(
            citation,
            term=plenum["term"] if plenum else citation.term,
            issuer=place["body"] if place else citation.issuer,
        )
    return citation
