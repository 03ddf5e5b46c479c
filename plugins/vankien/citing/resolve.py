"""Mentions become links: in document order, refusing to guess.

A mention links when exactly one held document fits on type, number, issuer, province and date and nothing disagrees;
what fits but for a doubt is ambiguous, with the doubt in words; what fits nothing is missing (design.md, Identity).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vankien.citing.agreement import Meant, Verdict, agree, read_meaning, types_agree
from vankien.citing.completing import Said, printed_name, stated_year
from vankien.citing.corrected import Corrected, Correction
from vankien.citing.heads import FORMS
from vankien.citing.holdings import (
    Context,
    Holding,
    Holdings,
    called_by_figures,
    carries_year,
    cited_key,
    document_name,
    held_under,
    hold,
    near_misses,
)
from vankien.citing.landing import land_all
from vankien.citing.locality import LEVELS, is_local, named_level, named_localities
from vankien.citing.surroundings import with_shared_bodies
from vankien.model import Citation, Document, Link, State

_ATTACHED_TYPES = frozenset(FORMS["attached_types"])
_ATTACHED = re.compile(rf"(?:{'|'.join(FORMS['issued_types'])})[^;:]{{0,160}} kèm theo ")
_BEFORE = 30
_SETS_NAME = re.compile(rf"(?:{'|'.join(FORMS['short_intros'])}):? ?[“\"]?$")
_ISSUES = re.compile(r"(?:ban hành|thông qua) $")


def resolve(documents: Sequence[Document]) -> tuple[Link, ...]:
    """Every citation of `documents` as a link, in the order of the documents and of their text."""
    holdings = hold(documents)
    return tuple(link for document in documents for link in resolve_document(document, holdings))


def resolve_document(document: Document, holdings: Holdings) -> Iterator[Link]:
    """The links of one document against `holdings`, in printed order."""
    context = Context(holdings.by_id[document.id], holdings)
    corrected = Corrected(document)
    said = Said()
    texts = {clause.id: clause.text for clause in document.clauses}
    mentions = with_shared_bodies(document)
    for index, (printed, mention) in enumerate(zip(document.citations, mentions, strict=True)):
        correction = corrected.of(printed)
        if correction and correction.not_a_citation:
            continue
        text = texts.get(printed.clause, "")
        if mention.kind == "short" and _SETS_NAME.search(text, max(0, mention.start - _BEFORE), mention.start):
            said.set_name(mention)
        if correction:
            link = _by_person(context, said.complete(mention) or mention, correction)
        else:
            following = mentions[index + 1 : index + 2]
            link = _resolve_printed(context, said, mention, following, text)
        yield replace(link, citation=printed)
        said.remember(mention)


def _resolve_printed(context: Context, said: Said, printed: Citation, following: Sequence[Citation], text: str) -> Link:
    """The link of a mention in the clause of words `text`; `following` is the next mention, if any."""
    if printed.rule == "issued-with" and following and following[0].clause == printed.clause:
        issuing = replace(following[0], pinpoints=printed.pinpoints)
        link = _resolve_printed(context, said, issuing, (), text)
        clauses, exact = _landed(context.holdings.by_id.get(link.target or ""), printed, attached=True)
        return replace(link, clauses=clauses, exact=exact)
    if _bears_own_name(context.own, printed):
        return _called_as_itself(context, printed, text)
    citation = said.complete(printed)
    if citation is not None:
        return _resolve_one(context, citation)
    candidates = _candidates(context, printed)
    state: State = "ambiguous" if candidates else "missing"
    doubt = "Văn bản nêu số này với nhiều ngày, nơi ban hành hoặc khóa khác nhau"
    return Link(context.own.id, printed, state, candidates=candidates, rule="unclear-antecedent", doubt=doubt)


def _bears_own_name(own: Holding, citation: Citation) -> bool:
    """Whether a mention gives the citing document's own name and no other version of it."""
    if own.name is None or citation.kind not in ("named", "short") or stated_year(citation):
        return False
    return citation.date in (None, own.date) and document_name(citation.type, printed_name(citation)) == own.name


def _called_as_itself(context: Context, citation: Citation, text: str) -> Link:
    """A law that is called by its own name in its own words is itself where it is being issued or is dated so; else it
    may be an older version, where one is held."""
    issued = _ISSUES.search(text, max(0, citation.start - _BEFORE), citation.start)
    candidates = _candidates(context, citation)
    if issued or citation.date or not candidates:
        return _self(context, citation, "own-name")
    return Link(context.own.id, citation, "ambiguous", candidates=candidates, rule="own-name",
                doubt="Có thể là chính văn bản này hoặc văn bản trước cùng tên")  # fmt: skip


def _candidates(context: Context, citation: Citation) -> tuple[str, ...]:
    name = document_name(citation.type, printed_name(citation))
    held = context.holdings.by_name.get(name) if citation.kind in ("named", "short") else None
    held = held or held_under(citation.antecedent or citation.number or "", context.holdings)
    return tuple(h.id for h in held if h.id != context.own.id)


def _resolve_one(context: Context, citation: Citation) -> Link:
    if citation.kind == "relative":
        return _self(context, citation, "relative-place")
    if citation.kind == "self":
        return _self(context, citation, "self-mention")
    if citation.kind == "numbered" and citation.number:
        if _is_own(context.own, citation):
            return _self(context, citation, "own-number")
        return _resolve_numbered(context, citation)
    return _resolve_named(context, citation)


def _self(context: Context, citation: Citation, rule: str) -> Link:
    own = context.own
    attached = citation.type in _ATTACHED_TYPES and citation.type != own.type and "kem-theo-1" in own.places
    clauses, exact = _landed(own, citation, attached=attached)
    return Link(own.id, citation, "self", own.id, clauses, exact, rule=rule)


def _landed(holding: Holding | None, citation: Citation, *, attached: bool = False) -> tuple[tuple[str, ...], bool]:
    """Where the pinpoints of `citation` land in `holding`, in what is attached to it where the mention says so."""
    if holding is None:
        return (), True
    attached = attached or bool(_ATTACHED.search(citation.text))
    return land_all(citation.pinpoints, holding.places, attached=attached)


def _is_own(own: Holding, citation: Citation) -> bool:
    """Whether a number is the citing document's own: the same number of another place or level is not."""
    if not own.key or not citation.number or own.key != cited_key(citation.number, citation.issuer):
        return False
    body = citation.issuer or ""
    level, places = named_level(body), named_localities(body)
    if is_local(own.key) and level and own.level in LEVELS and level != own.level:
        return False
    if places and own.localities and not places & own.localities:
        return False
    return types_agree(citation.type, own.type) and citation.date in (None, own.date)


def _resolve_numbered(context: Context, citation: Citation) -> Link:
    number = citation.number or ""
    key = cited_key(number, citation.issuer)
    held = [h for h in held_under(number, context.holdings, citation.issuer) if h.id != context.own.id]
    if key.isdigit():
        return _by_figures(context, citation, number)
    if not held:
        near = near_misses(number, citation.type, citation.date, context.holdings)
        if near:
            return Link(context.own.id, citation, "ambiguous", candidates=tuple(h.id for h in near), rule="near-number",
                        doubt=f"Số ghi “{citation.number}” có thể thiếu ký tự")  # fmt: skip
    return _decide(context, citation, held, "number", local=is_local(key), unique=carries_year(key))


def _resolve_named(context: Context, citation: Citation) -> Link:
    own = context.own
    name = document_name(citation.type, printed_name(citation))
    held = [h for h in context.holdings.by_name.get(name, ()) if h.id != own.id]
    if citation.kind == "short" and not held:
        return _by_figures(context, citation, citation.text)
    return _decide(context, citation, held, "name", local=False, unique=False)


def _by_figures(context: Context, citation: Citation, name: str) -> Link:
    """The link of a document that is called by its figures alone: never more than candidates."""
    held = called_by_figures(name, citation.type, context.holdings)
    candidates = tuple(h.id for h in held if h.id != context.own.id)
    if not candidates:
        return Link(context.own.id, citation, "missing", rule="figures")
    return Link(context.own.id, citation, "ambiguous", candidates=candidates, rule="figures",
                doubt="Chỉ ghi phần số; chưa rõ ký hiệu và cơ quan ban hành")  # fmt: skip


def _decide(
    context: Context, citation: Citation, held: Sequence[Holding], rule: str, *, local: bool, unique: bool
) -> Link:
    """The state of a mention, given the held documents of its number or name."""
    meant = read_meaning(citation, context.own, stated_year(citation), local=local, unique=unique)
    verdicts = _verdicts(context, meant, [h for h in held if h.date == citation.date] if citation.date else [])
    verdicts = verdicts or _verdicts(context, meant, held)
    certain = [h for h, v in verdicts if not v.doubt]
    confirmed = [h for h, v in verdicts if not v.doubt and v.confirmed]
    strong = citation.date is not None or not local
    if len(confirmed) == 1 and (strong or not any(h.seats for h, v in verdicts if h is not confirmed[0])):
        return _linked(context, citation, confirmed[0], f"{rule}-confirmed")
    if len(certain) == 1 and len(verdicts) == 1:
        return _linked(context, citation, certain[0], f"{rule}-only-one")
    if verdicts:
        doubt = next((v.doubt for _, v in verdicts if v.doubt), None)
        candidates = tuple(h.id for h, _ in verdicts)
        return Link(context.own.id, citation, "ambiguous", candidates=candidates, rule=rule, doubt=doubt)
    return Link(context.own.id, citation, "missing", rule=rule)


def _verdicts(context: Context, meant: Meant, held: Sequence[Holding]) -> list[tuple[Holding, Verdict]]:
    return [(h, verdict) for h in held if (verdict := agree(context, meant, h)).fits]


def _linked(context: Context, citation: Citation, holding: Holding, rule: str) -> Link:
    clauses, exact = _landed(holding, citation)
    return Link(context.own.id, citation, "linked", holding.id, clauses, exact, rule=rule)


def _by_person(context: Context, citation: Citation, correction: Correction) -> Link:
    target = correction.target
    if target and target not in context.holdings.by_id and correction.number is None:
        return Link(context.own.id, citation, "missing", rule="person", by_person=True,
                    doubt=f"Không có văn bản “{target}” trong kho")  # fmt: skip
    if target == context.own.id:
        link = _self(context, citation, "person")
    elif target and target in context.holdings.by_id:
        link = _linked(context, citation, context.holdings.by_id[target], "person")
    else:
        link = _resolve_one(context, replace(citation, kind="numbered", number=correction.number, date=None))
    return replace(link, by_person=True)
