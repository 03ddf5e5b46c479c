"""Whether a held document is the one that a mention means: what confirms it, what excludes it, what is doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vankien import knowledge
from vankien.citing.locality import named_localities
from vankien.writing.dates import show_date
from vankien.writing.folding import folded_words

if TYPE_CHECKING:
    from vankien.citing.holdings import Context, Holding
    from vankien.model import Citation

_TERM = re.compile(r"kh[oó]a\s+([IVXL]+|\d+)", re.IGNORECASE)
_CENTRAL = re.compile(r"/\s*T[WƯ]|Trung ương|Bộ Chính trị|Ban Bí thư", re.IGNORECASE)
_BODIES = ("ban bi thu", "bo chinh tri", "ban chap hanh trung uong")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`fits`: nothing excludes the document. `confirmed`: the mention itself says more than the number that agrees: the
    date, the place of its body, the term. `doubt`: what disagrees or is unknown, in words for the reader."""

    fits: bool
    confirmed: bool = False
    doubt: str | None = None


_NO = Verdict(False)


def agree(context: Context, citation: Citation, holding: Holding, *, local: bool, unique: bool) -> Verdict:
    """Compare a mention with a held document of the same number (or name).

    `local`: every province issues this number, so the province must be known to agree. `unique`: the number carries
    its year, so another day within that year is a misprint of one of the two, not another document.
    """
    if not _types_agree(citation.type, holding.type):
        return _NO
    own_date = context.own.date
    if own_date and holding.date and holding.date > own_date and not citation.date:
        return _NO
    dated = bool(citation.date and citation.date == holding.date)
    if citation.date and holding.date and not dated:
        if not unique and citation.date[:4] != holding.date[:4]:
            return _NO
        return Verdict(True, doubt=f"Nơi viện dẫn ghi ngày {show_date(citation.date)}, "
                                   f"văn bản trong kho ghi ngày {show_date(holding.date)}")  # fmt: skip
    term = term_of(citation) if _is_central(citation) else None
    if term and holding.date and not dated and not _in_term(holding.date, term):
        return _NO
    if not dated and _body_differs(citation, holding):
        return _NO
    place = _locality_agrees(context, citation, holding) if local else None
    if place is False:
        return _NO
    if local and place is None and not dated:
        return Verdict(True, doubt="Chưa rõ địa phương ban hành; mỗi tỉnh có số này")
    named = place is True and bool(_named(citation))
    return Verdict(True, confirmed=dated or named or bool(term and holding.date))


def _types_agree(cited: str, held: str) -> bool:
    if not cited or not held:
        return True
    one, other = folded_words(cited).split()[:2], folded_words(held).split()[:2]
    return one == other


def term_of(citation: Citation) -> str | None:
    """The term (khóa) of the Central Committee that a mention names, in roman numbers."""
    match = _TERM.search(citation.term or "") or _TERM.search(citation.issuer or "") or _TERM.search(citation.text)
    return match[1].upper() if match else None


def _is_central(citation: Citation) -> bool:
    """Whether the body is a central one, whose terms are those of knowledge/terms.yml."""
    return bool(_CENTRAL.search(f"{citation.number or ''} {citation.issuer or ''}"))


def _in_term(date: str, roman: str) -> bool:
    """Whether a date lies within a term of the Central Committee; unknown terms agree with every date. A document of a
    closing congress period may bear the old term's number, so both ends count."""
    for term in knowledge.load("terms"):
        if roman in (term["roman"], str(term["number"])):
            return str(term["from"]) <= date and (term["until"] is None or date <= str(term["until"]))
    return True


def _named(citation: Citation) -> frozenset[str]:
    return named_localities(f"{citation.issuer or ''}; {citation.text}")


def _locality_agrees(context: Context, citation: Citation, holding: Holding) -> bool | None:
    """True where the place that the mention names (or, where it names none, the citing document's) is the held one's,
    False where they differ, None where nothing tells."""
    named = _named(citation)
    if named:
        if not holding.localities:
            return None
        return bool(named & holding.localities)
    own = context.own
    if own.localities & holding.localities:
        return None if _merged_between(own, holding) else True
    if own.province and holding.province:
        return False
    same_kind = own.mark is not None and own.mark == holding.mark
    return False if same_kind and own.localities and holding.localities else None


def _merged_between(own: Holding, holding: Holding) -> bool:
    """Whether the citing document's province was merged after the held one was issued: the old province of that name
    and the new one number apart, and so do the others that went into it."""
    merged = knowledge.load("succession")["provinces_since"]
    if own.province not in {folded_words(name) for name in knowledge.load("succession")["merged_provinces"]}:
        return False
    return bool(own.date and holding.date and holding.date < str(merged) <= own.date)


def _body_differs(citation: Citation, holding: Holding) -> bool:
    """Whether the mention names one central body and the document another."""
    cited = folded_words(citation.issuer or "")
    named = {body for body in _BODIES if body in cited}
    held = {body for body in _BODIES if body in holding.bodies}
    return bool(named and held and not named & held)
