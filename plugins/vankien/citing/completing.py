"""A mention with what the same document said of it before: its date, its body, its term; a short form spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vankien.citing.agreement import types_agree
from vankien.citing.holdings import cited_key, document_name
from vankien.citing.locality import named_level, named_localities
from vankien.model import Citation, Document
from vankien.writing.dates import DATE, read_date
from vankien.writing.folding import folded_words

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d+[^\s]*[/-]")
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
_MOST = 60


class Said:
    """The full mentions of one document so far, each different one once; those of one number up to a limit, so that a
    text of one number over and over stays linear."""

    def __init__(self) -> None:
        self._facts: dict[str, dict[tuple[str | None, ...], Citation]] = {}
        self._latest: dict[str, Citation] = {}
        self._set: dict[str, Citation] = {}

    def remember(self, citation: Citation) -> None:
        """Remember a mention with what is printed with it."""
        key = _key(citation)
        if key is None:
            return
        self._latest[key] = citation
        facts = self._facts.setdefault(key, {})
        if len(facts) < _MOST:
            facts[citation.type, citation.date, citation.issuer, citation.term] = citation

    def set_name(self, short: Citation) -> None:
        """Remember that `short` is set as a name for the last full mention of its antecedent ("sau đây gọi tắt là")."""
        full = self._latest.get(cited_key(short.antecedent or ""))
        if full:
            self._set[folded_words(short.title or short.text)] = full

    def complete(self, citation: Citation) -> Citation | None:
        """`citation` with what was said earlier: a short form gets its antecedent, a bare number its date, issuer and
        term. None where the earlier mentions disagree: an unclear antecedent is a barrier."""
        citation = self._spelt_out(_amended(citation))
        key = _key(citation)
        if key is None:
            return citation
        year = YEAR.search(citation.text) if citation.kind == "named" else None
        earlier = [c for c in self._facts.get(key, {}).values() if _may_be_one(c, citation, year)]
        dates = {c.date for c in earlier if c.date}
        terms = {folded_words(c.term) for c in earlier if c.term}
        if citation.date is None and (len(dates) > 1 or (len(terms) > 1 and not citation.term)):
            return None
        places = {named_localities(c.issuer) for c in earlier if c.issuer}
        if citation.issuer is None and citation.date is None and len(places) > 1:
            return None
        return replace(
            citation,
            date=citation.date or next(iter(dates), None),
            issuer=citation.issuer or (_last(c.issuer for c in earlier) if len(places) == 1 else None),
            term=citation.term or (_last(c.term for c in earlier) if len(terms) == 1 else None),
        )

    def _spelt_out(self, citation: Citation) -> Citation:
        """A short form as the mention that it stands for: by number where its antecedent has one, else by name."""
        antecedent = citation.antecedent
        if citation.kind != "short" or not antecedent:
            return citation
        full = self._set.get(folded_words(citation.title or citation.text))
        if full:
            return replace(full, text=citation.text, pinpoints=citation.pinpoints)
        year = YEAR.search(citation.text)
        if year and year[0] not in antecedent:
            return replace(citation, kind="named", title=citation.text)
        by_number = self._facts.get(cited_key(antecedent))
        if by_number or _NUMBER.match(antecedent):
            kinds = [c.type for c in by_number.values()] if by_number else [citation.type]
            kind = citation.type if citation.type in kinds else kinds[-1]
            return replace(citation, kind="numbered", number=antecedent, type=kind)
        date = DATE.search(antecedent)
        found = read_date(date) if date else None
        return replace(citation, kind="named", title=antecedent, date=citation.date or found)


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
    return bool(_LISTED.fullmatch(gap)) and _signs(mention) == _signs(following)


def _signs(citation: Citation) -> str:
    return cited_key(citation.number or "").lstrip("0123456789.")


def _last(values: Iterable[str | None]) -> str | None:
    return next(filter(None, reversed(list(values))), None)


def _amended(citation: Citation) -> Citation:
    """ "Thông tư này" in a quotation as a mention of the document that the quotation speaks for."""
    if citation.kind != "self" or not citation.quoted:
        return citation
    if _NUMBER.match(citation.quoted):
        return replace(citation, kind="numbered", number=citation.quoted, antecedent=None)
    return replace(citation, kind="named", title=citation.quoted, antecedent=None)


def _key(citation: Citation) -> str | None:
    if citation.kind == "numbered" and citation.number:
        return cited_key(citation.number, citation.issuer)
    return document_name(citation.type, printed_name(citation)) if citation.kind == "named" else None


def printed_name(citation: Citation) -> str:
    """The name of a document in a mention without number: its words from the type on."""
    words = citation.title or citation.text
    start = words.lower().find(citation.type.lower())
    return words[start:] if start >= 0 else words


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


def _may_be_one(earlier: Citation, citation: Citation, year: re.Match[str] | None) -> bool:
    """Whether two mentions of one number or name may mean one document."""
    if not types_agree(earlier.type, citation.type):
        return False
    if year and not (earlier.date or "").startswith(year[0]):
        return False
    if citation.date and earlier.date and citation.date != earlier.date:
        return False
    if citation.term and earlier.term and folded_words(citation.term) != folded_words(earlier.term):
        return False
    return same_body(earlier.issuer, citation.issuer)


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two names of a body may mean one body: neither names another place or level than the other."""
    if one is None or other is None:
        return True
    levels = {named_level(one), named_level(other)} - {None}
    places, before = named_localities(one), named_localities(other)
    return len(levels) < 2 and (bool(places & before) or not (places or before))
