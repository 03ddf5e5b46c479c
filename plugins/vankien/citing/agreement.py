"""Whether a held document is the one that a mention means: what confirms it, what excludes it, what is doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vankien import knowledge
from vankien.citing.heads import FORMS
from vankien.citing.neighbourhood import NOBODY, Body, place_agrees, read_body
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


@dataclass(frozen=True, slots=True)
class Meant:
    """What a mention says, read once to be compared with every held document of its number or name.

    `local`: every province issues this number, so the province must be known to agree. `unique`: the number carries
    its year, so another day within that year is a misprint of one of the two, not another document.
    """

    type: str
    date: str | None
    year: str | None
    term: str | None
    central: bool
    body: Body
    bodies: frozenset[str]
    local: bool
    unique: bool


def read_meaning(citation: Citation, own: Holding, year: str | None, *, local: bool, unique: bool) -> Meant:
    """What `citation` of the document `own` says; `year` is the year that it gives instead of a date."""
    central = bool(_CENTRAL.search(f"{citation.number or ''} {citation.issuer or ''}"))
    return Meant(
        type=citation.type,
        date=citation.date,
        year=year,
        term=term_of(citation) if central else None,
        central=central,
        body=read_body(citation, own) if local else NOBODY,
        bodies=central_bodies(citation.issuer or ""),
        local=local,
        unique=unique,
    )


def agree(context: Context, meant: Meant, holding: Holding) -> Verdict:
    """Compare what a mention says with a held document of the same number (or name)."""
    dated = meant.date is not None and meant.date == holding.date
    another_day = bool(meant.date and holding.date and not dated)
    if another_day and not meant.unique and not _misprinted(meant.date or "", holding.date or "", meant.central):
        return _NO
    if meant.year and holding.date and not holding.date.startswith(meant.year):
        return _NO
    own_date = context.own.date
    if own_date and holding.date and holding.date > own_date and not meant.date:
        return _NO
    doubt = None
    if not types_agree(meant.type, holding.type):
        if _signs_differ(meant.type, holding.type) and not dated:
            return _NO
        doubt = f"Nơi viện dẫn ghi “{meant.type}”, văn bản trong kho là “{holding.type}”"
    place = place_agrees(context.own, meant.body, holding, unique=meant.unique) if meant.local else None
    if place is False:
        return _NO
    if another_day:
        return Verdict(True, doubt=f"Nơi viện dẫn ghi ngày {show_date(meant.date)}, "
                                   f"văn bản trong kho ghi ngày {show_date(holding.date)}")  # fmt: skip
    if not dated and (_out_of_term(meant.term, holding.date) or _body_differs(meant.bodies, holding.bodies)):
        return _NO
    if doubt:
        return Verdict(True, doubt=doubt)
    if meant.local and place is None and not dated:
        return Verdict(True, doubt="Chưa rõ địa phương ban hành; mỗi tỉnh có số này")
    if meant.date and not holding.date and not meant.unique:
        return Verdict(True, doubt="Văn bản trong kho không rõ ngày ban hành")
    named = place is True and meant.body.named
    told = bool(holding.date and (meant.term or meant.year))
    return Verdict(True, confirmed=dated or named or told)


@lru_cache(maxsize=4096)
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


def _out_of_term(term: str | None, date: str | None) -> bool:
    return bool(term and date and not _in_term(date, term))


def _in_term(date: str, roman: str) -> bool:
    """Whether a date lies within a term of the Central Committee; unknown terms agree with every date. A document of a
    closing congress period may bear the old term's number, so both ends count."""
    for term in knowledge.load("terms"):
        if roman in (term["roman"], str(term["number"])):
            return str(term["from"]) <= date and (term["until"] is None or date <= str(term["until"]))
    return True


def _misprinted(cited: str, held: str, central: bool) -> bool:
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


@lru_cache(maxsize=4096)
def central_bodies(issuer: str) -> frozenset[str]:
    """The central bodies of the Party that the name of an issuer holds, folded."""
    words = folded_words(issuer)
    return frozenset(body for body in _BODIES if body in words)


def _body_differs(cited: frozenset[str], held: frozenset[str]) -> bool:
    """Whether the mention names one central body and the document another."""
    return bool(cited and held and not cited & held)
