"""A mention with what the same document said of it before: its date, its body, its term; a short form spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vankien.citing.agreement import central_bodies, types_agree
from vankien.citing.heads import LAWS
from vankien.citing.holdings import cited_key, document_name
from vankien.citing.locality import named_level, named_localities
from vankien.model import Citation
from vankien.writing.dates import DATE, read_date
from vankien.writing.folding import folded_words

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_YEAR = re.compile(r" năm (?:19|20)\d\d$")
_NUMBER = re.compile(r"\d+[^\s]*[/-]")
_MOST = 60


class Said:
    """The full mentions of one document so far, each different one once; those of one number up to a limit, so that a
    text of one number over and over stays linear."""

    def __init__(self) -> None:
        self._facts: dict[str, dict[tuple[str | None, ...], Citation]] = {}
        self._latest: dict[str, Citation] = {}
        self._set: dict[str, Citation] = {}
        self._years: dict[str, set[str]] = {}

    def remember(self, citation: Citation) -> None:
        """Remember a mention with what is printed with it."""
        name, year = _law_name(citation), _year(citation)
        if name and year:
            self._years.setdefault(name, set()).add(year)
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
        name = _law_name(citation)
        years = self._years.get(name, set()) if name and citation.kind in ("named", "short") else set()
        if years and not _year(citation):
            if len(years) > 1:
                return None
            citation = replace(citation, text=f"{citation.text} năm {next(iter(years))}")
        citation = self._spelt_out(_amended(citation))
        key = _key(citation)
        if key is None:
            return citation
        year = stated_year(citation)
        earlier = [c for c in self._facts.get(key, {}).values() if _may_be_one(c, citation, year)]
        dates = {c.date for c in earlier if c.date and not _says_more(citation, c)}
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
        if not antecedent or (citation.kind != "short" and not (citation.number or "").isdigit()):
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


def _law_name(citation: Citation) -> str | None:
    """The folded name of a law that a mention gives, with its number or without."""
    if citation.type not in LAWS or citation.quoted:
        return None
    return document_name(citation.type, citation.title) if citation.title else None


def _year(citation: Citation) -> str | None:
    """The year by which a mention of a law tells its version."""
    match = YEAR.search(citation.date or citation.number or "") or YEAR.search(citation.text)
    return match[0] if match else None


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


def stated_year(citation: Citation) -> str | None:
    """The year that a mention without date gives instead ("Quyết định số 05/QĐ-UBND năm 2019", "Luật Đất đai 2013")."""
    if citation.date:
        return None
    match = (YEAR if citation.kind == "named" else _IN_YEAR).search(citation.text)
    return match[0][-4:] if match else None


def _says_more(citation: Citation, earlier: Citation) -> bool:
    """Whether a mention names its term or its central body, of which an earlier one of that number says nothing."""
    bodies = central_bodies(citation.issuer or "")
    return bool((citation.term and not earlier.term) or (bodies and not earlier.issuer))


def _may_be_one(earlier: Citation, citation: Citation, year: str | None) -> bool:
    """Whether two mentions of one number or name may mean one document."""
    if not types_agree(earlier.type, citation.type):
        return False
    if year and not (earlier.date or "").startswith(year):
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
    central, other_central = central_bodies(one), central_bodies(other)
    if central and other_central and not central & other_central:
        return False
    levels = {named_level(one), named_level(other)} - {None}
    places, before = named_localities(one), named_localities(other)
    return len(levels) < 2 and (bool(places & before) or not (places or before))
