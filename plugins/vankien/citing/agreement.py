"""Whether a held document is the one that a mention means: what confirms it, what excludes it, what is doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vankien import knowledge
from vankien.citing.heads import FORMS
from vankien.citing.neighbourhood import place_agrees
from vankien.writing.dates import show_date
from vankien.writing.folding import folded_words

if TYPE_CHECKING:
    from vankien.citing.holdings import Context, Holding
    from vankien.model import Citation

_TERM = re.compile(r"kh[oó]a\s+(?:thứ\s+)?([IVXL]+|\d+)", re.IGNORECASE)
_CENTRAL = re.compile(r"/\s*T[WƯ]|T\.Ư|Trung ương|Bộ Chính trị|Ban Bí thư", re.IGNORECASE)
_BODIES = ("ban bi thu", "bo chinh tri", "ban chap hanh trung uong")
_ANY_TYPE = "van ban"
_ALSO = {folded_words(kind): {folded_words(name) for name in names} for kind, names in FORMS["also_called"].items()}
_SAME_SIGNS = ({"quyet dinh", "quy dinh"},)


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
    own_date = context.own.date
    if own_date and holding.date and holding.date > own_date and not citation.date:
        return _NO
    dated = bool(citation.date and citation.date == holding.date)
    doubt = None
    if not types_agree(citation.type, holding.type):
        if _signs_differ(citation.type, holding.type) and not dated:
            return _NO
        doubt = f"Nơi viện dẫn ghi “{citation.type}”, văn bản trong kho là “{holding.type}”"
    term = term_of(citation) if _is_central(citation) else None
    place = place_agrees(context, citation, holding, unique=unique) if local else None
    if place is False:
        return _NO
    if citation.date and holding.date and not dated:
        if not unique and not _misprinted(citation.date, holding.date, central=_is_central(citation)):
            return _NO
        return Verdict(True, doubt=f"Nơi viện dẫn ghi ngày {show_date(citation.date)}, "
                                   f"văn bản trong kho ghi ngày {show_date(holding.date)}")  # fmt: skip
    if term and holding.date and not dated and not _in_term(holding.date, term):
        return _NO
    if not dated and _body_differs(citation, holding):
        return _NO
    if doubt:
        return Verdict(True, doubt=doubt)
    if local and place is None and not dated:
        return Verdict(True, doubt="Chưa rõ địa phương ban hành; mỗi tỉnh có số này")
    if citation.date and not holding.date and not unique:
        return Verdict(True, doubt="Văn bản trong kho không rõ ngày ban hành")
    named = place is True and bool(citation.issuer)
    return Verdict(True, confirmed=dated or named or bool(term and holding.date))


def types_agree(cited: str, held: str) -> bool:
    """Whether two words for the type of a document may mean one document; "văn bản" may be any."""
    one, other = folded_words(cited), folded_words(held)
    if not one or not other or _ANY_TYPE in (one, other):
        return True
    return one.split()[:2] == other.split()[:2] or one in _ALSO.get(other, ()) or other in _ALSO.get(one, ())


def _signs_differ(cited: str, held: str) -> bool:
    """Whether two types count apart under the same signs (a Quyết định and a Quy định both are QĐ)."""
    return {folded_words(cited), folded_words(held)} in _SAME_SIGNS


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


def _misprinted(cited: str, held: str, *, central: bool) -> bool:
    """Whether a differing date may be a misprint of the held one: within a year (or a central term) no number comes
    twice, and one wrong figure in the year alone is likely a slip."""
    if cited[:4] == held[:4]:
        return True
    if cited[4:] == held[4:]:
        return sum(a != b for a, b in zip(cited[:4], held[:4], strict=True)) == 1
    return central and any(
        str(t["from"]) <= min(cited, held) and (t["until"] is None or max(cited, held) < str(t["until"]))
        for t in knowledge.load("terms")
    )


def _body_differs(citation: Citation, holding: Holding) -> bool:
    """Whether the mention names one central body and the document another."""
    cited = folded_words(citation.issuer or "")
    named = {body for body in _BODIES if body in cited}
    held = {body for body in _BODIES if body in holding.bodies}
    return bool(named and held and not named & held)
