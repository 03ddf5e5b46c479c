"""Mentions become links: in document order, refusing to guess.

A mention links when exactly one held document fits on type, number, issuer, province and date and nothing disagrees;
what fits but for a doubt is ambiguous, with the doubt in words; what fits nothing is missing (design.md, Identity).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vankien.citing.agreement import Verdict, agree
from vankien.citing.corrected import Correction, correct, read_corrections
from vankien.citing.holdings import (
    Context,
    Holding,
    Holdings,
    called_by_figures,
    carries_year,
    document_name,
    held_under,
    hold,
    near_misses,
)
from vankien.citing.landing import land_all
from vankien.citing.locality import is_local, named_localities
from vankien.model import Citation, Document, Link
from vankien.writing.dates import DATE, read_date
from vankien.writing.folding import folded_words
from vankien.writing.numbers import number_key

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def resolve(documents: Sequence[Document]) -> tuple[Link, ...]:
    """Every citation of `documents` as a link, in the order of the documents and of their text."""
    holdings = hold(documents)
    return tuple(link for document in documents for link in resolve_document(document, holdings))


def resolve_document(document: Document, holdings: Holdings) -> Iterator[Link]:
    """The links of one document against `holdings`, in printed order."""
    context = Context(holdings.by_id[document.id], holdings)
    corrections = read_corrections(document.corrections)
    said: dict[str, list[Citation]] = {}
    for printed in document.citations:
        correction = correct(printed, corrections)
        if correction and correction.not_a_citation:
            continue
        citation = _complete(printed, said)
        if citation is None:
            link = Link(document.id, printed, "ambiguous", rule="unclear-antecedent",
                        doubt="Văn bản nêu số này với nhiều ngày khác nhau")  # fmt: skip
            link = _with_candidates(link, holdings, printed)
        else:
            link = _by_person(context, citation, correction) if correction else _resolve_one(context, citation)
        yield replace(link, citation=printed)
        _remember(printed, said)


def _remember(citation: Citation, said: dict[str, list[Citation]]) -> None:
    key = _memory_key(citation)
    if key:
        said.setdefault(key, []).append(citation)


def _complete(citation: Citation, said: Mapping[str, list[Citation]]) -> Citation | None:
    """`citation` with what the same document said of it earlier: a short form gets its antecedent, a bare number its
    date, issuer and term. None where the earlier mentions disagree: an unclear antecedent is a barrier."""
    if citation.kind == "short" and citation.antecedent:
        citation = _spelt_out(citation, said)
    key = _memory_key(citation)
    if key is None:
        return citation
    earlier = [c for c in said.get(key, ()) if _same_type(c.type, citation.type) and _same_body(c, citation)]
    year = _YEAR.search(citation.text) if citation.kind == "named" else None
    if year:
        earlier = [c for c in earlier if c.date and c.date.startswith(year[0])]
    if citation.date is None:
        dates = {c.date for c in earlier if c.date}
        if len(dates) > 1:
            return None
        citation = replace(citation, date=next(iter(dates), None))
    if citation.issuer is None:
        citation = replace(citation, issuer=next((c.issuer for c in reversed(earlier) if c.issuer), None))
    if citation.term is None:
        citation = replace(citation, term=next((c.term for c in reversed(earlier) if c.term), None))
    return citation


def _spelt_out(citation: Citation, said: Mapping[str, list[Citation]]) -> Citation:
    """A short form as the mention that it stands for: by number where its antecedent has one, else by name."""
    antecedent = citation.antecedent or ""
    year = _YEAR.search(citation.text)
    if year and year[0] not in antecedent:
        return replace(citation, kind="named", title=citation.text)
    by_number = said.get(number_key(antecedent))
    if by_number or re.match(r"\d+[^\s]*[/-]", antecedent):
        kind = by_number[-1].type if by_number else citation.type
        return replace(citation, kind="numbered", number=antecedent, type=kind)
    date = DATE.search(antecedent)
    return replace(citation, kind="named", title=antecedent, date=citation.date or (read_date(date) if date else None))


def _memory_key(citation: Citation) -> str | None:
    if citation.kind == "numbered" and citation.number:
        return number_key(citation.number)
    return document_name(citation.type, _name(citation)) if citation.kind == "named" else None


def _same_body(earlier: Citation, citation: Citation) -> bool:
    """Whether two mentions of one number may mean one body's document: neither names another place."""
    if citation.issuer is None or earlier.issuer is None:
        return True
    places, before = named_localities(citation.issuer), named_localities(earlier.issuer)
    return bool(places & before) or not (places or before)


def _same_type(one: str, other: str) -> bool:
    return not one or not other or folded_words(one).split()[:2] == folded_words(other).split()[:2]


def _resolve_one(context: Context, citation: Citation) -> Link:
    if citation.kind == "relative":
        return _self(context, citation, "relative-place")
    if citation.kind == "self":
        if citation.quoted:
            amended = replace(citation, kind="numbered", number=citation.quoted, quoted=None)
            return _resolve_numbered(context, amended)
        return _self(context, citation, "self-mention")
    if citation.kind == "numbered" and citation.number:
        if _is_own(context.own, citation):
            return _self(context, citation, "own-number")
        return _resolve_numbered(context, citation)
    return _resolve_named(context, citation)


def _self(context: Context, citation: Citation, rule: str) -> Link:
    own = context.own
    clauses, exact = land_all(citation.pinpoints, own.places)
    return Link(own.id, citation, "self", own.id, clauses, exact, rule=rule)


def _is_own(own: Holding, citation: Citation) -> bool:
    if not own.key or not citation.number or own.key != number_key(citation.number):
        return False
    places = named_localities(citation.issuer or "")
    if places and own.localities and not places & own.localities:
        return False
    return _same_type(citation.type, own.type) and citation.date in (None, own.date)


def _resolve_numbered(context: Context, citation: Citation) -> Link:
    key = number_key(citation.number or "")
    held = [h for h in held_under(citation.number or "", context.holdings) if h.id != context.own.id]
    if not held:
        near = near_misses(citation.number or "", citation.type, citation.date, context.holdings)
        if near:
            return Link(context.own.id, citation, "ambiguous", candidates=tuple(h.id for h in near), rule="near-number",
                        doubt=f"Số ghi “{citation.number}” có thể thiếu ký tự")  # fmt: skip
    return _decide(context, citation, held, "number", local=is_local(key), unique=carries_year(key))


def _resolve_named(context: Context, citation: Citation) -> Link:
    name = document_name(citation.type, _name(citation))
    held = [h for h in context.holdings.by_name.get(name, ()) if h.id != context.own.id]
    if citation.kind == "short" and not held:
        held = [h for h in called_by_figures(citation.text, citation.type, context.holdings) if h.id != context.own.id]
        if held:
            return Link(context.own.id, citation, "ambiguous", candidates=tuple(h.id for h in held), rule="figures",
                        doubt="Chỉ ghi phần số; chưa rõ ký hiệu và cơ quan ban hành")  # fmt: skip
    year = _YEAR.search(citation.text)
    if citation.date is None and year:
        held = [h for h in held if h.date is None or h.date.startswith(year[0])]
    return _decide(context, citation, held, "name", local=False, unique=False)


def _name(citation: Citation) -> str:
    """The name of a law in a mention without number: its words up to the date or year."""
    words = citation.title or citation.text
    start = words.lower().find(citation.type.lower())
    words = words[start:] if start >= 0 else words
    return re.split(r"[,;(]|\s(?:ngày|năm|số)\s+\d|\s(?:được|đã)\s", words)[0]


def _decide(
    context: Context, citation: Citation, held: Sequence[Holding], rule: str, *, local: bool, unique: bool
) -> Link:
    """The state of a mention, given the held documents of its number or name."""
    verdicts: list[tuple[Holding, Verdict]] = []
    for holding in held:
        verdict = agree(context, citation, holding, local=local, unique=unique)
        if verdict.fits:
            verdicts.append((holding, verdict))
    certain = [h for h, v in verdicts if not v.doubt]
    confirmed = [h for h, v in verdicts if not v.doubt and v.confirmed]
    if len(confirmed) == 1:
        return _linked(context, citation, confirmed[0], f"{rule}-confirmed")
    if len(certain) == 1 and len(verdicts) == 1:
        return _linked(context, citation, certain[0], f"{rule}-only-one")
    if verdicts:
        doubt = next((v.doubt for _, v in verdicts if v.doubt), None)
        candidates = tuple(h.id for h, _ in verdicts)
        return Link(context.own.id, citation, "ambiguous", candidates=candidates, rule=rule, doubt=doubt)
    return Link(context.own.id, citation, "missing", rule=rule)


def _linked(context: Context, citation: Citation, holding: Holding, rule: str) -> Link:
    clauses, exact = land_all(citation.pinpoints, holding.places)
    return Link(context.own.id, citation, "linked", holding.id, clauses, exact, rule=rule)


def _with_candidates(link: Link, holdings: Holdings, citation: Citation) -> Link:
    key = number_key(citation.number or citation.antecedent or "")
    candidates = tuple(h.id for h in holdings.by_key.get(key, ()) if h.id != link.document)
    return replace(link, candidates=candidates) if candidates else replace(link, state="missing")


def _by_person(context: Context, citation: Citation, correction: Correction) -> Link:
    target = correction.target
    if target and target not in context.holdings.by_id and correction.number is None:
        return Link(context.own.id, citation, "missing", rule="person", by_person=True,
                    doubt=f"Không có văn bản “{target}” trong kho")  # fmt: skip
    if target:
        link = _linked(context, citation, context.holdings.by_id[target], "person")
    else:
        link = _resolve_numbered(context, replace(citation, kind="numbered", number=correction.number, date=None))
    return replace(link, by_person=True)
