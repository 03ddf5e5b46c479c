"""The mentions of documents in a document's clauses, in printed order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vankien.citing.attached import with_attached
from vankien.citing.containment import label, mark_containers
from vankien.citing.heads import FORMS
from vankien.citing.inward import in_annex, points_inward
from vankien.citing.memory import Memory
from vankien.citing.mention import Mention
from vankien.citing.quoting import Quotations
from vankien.citing.relate import relate, verb_before
from vankien.citing.relative import relative_mentions
from vankien.citing.scan import LooseRun, scan, single_blanks
from vankien.citing.sentences import Sentences
from vankien.model import Citation, Clause, Metadata, Relation

_AMENDS = re.compile(r"(?:V/v|về(?: việc)?)? ?(?:sửa đổi|bổ sung)", re.IGNORECASE)
_DECISIVE: frozenset[Relation] = frozenset(["amends", "repeals", "replaces", "corrects", "suspends"])
_KNOWN_BY_NUMBER = frozenset(FORMS["known_by_number"])
_AMENDED_BELOW = re.compile(r"(?:sửa đổi|bổ sung|thay thế)[^.;:]{0,40} (?:bởi|theo|tại)(?: các \w+ \w+)?: *$")
_MID_SENTENCE = re.compile(r"[a-zà-ỹđ],? $")
_MARK = re.compile(r"[,.;)]|$")
_LISTED_AT = 4
_HEADING = 200
_SHORTEST, _YEAR = 2, 4


def find(clauses: Sequence[Clause], metadata: Metadata) -> tuple[Citation, ...]:
    """Every mention of a document in `clauses`, in printed order, a footnote's at its mark.

    `start` and `end` of a citation count in the text of its clause. `metadata` is the citing document's: its type
    tells a mention of itself. Nothing is resolved here.
    """
    return tuple(_Finder(clauses, metadata).citations())


class _Finder:
    """Goes through the clauses of one document, keeping what short mentions need."""

    def __init__(self, clauses: Sequence[Clause], metadata: Metadata) -> None:
        self._clauses = clauses
        self._own_type = metadata.type
        self._memory = Memory()
        self._quotations = Quotations()
        self._amended = _amended_by_title(metadata)
        for mention in scan(single_blanks(metadata.title or "")):
            if mention.kind == "numbered" and mention.title is None:
                self._memory.understand(mention)
        self._amended_below: str | None = None
        self._marks = {ref.mark for c in clauses for ref in c.refs}
        self._by_id = {c.id: c for c in clauses}
        self._notes = {c.number or c.mark: c for c in clauses if c.kind == "chu-thich"}
        self._last: dict[str, str] = {}
        self._before: dict[str | None, tuple[Relation, str]] = {}
        self._leads: dict[str | None, tuple[Relation, str]] = {}

    def citations(self) -> Iterator[Citation]:
        """The citations of all clauses."""
        marked: set[str] = set()
        for clause in self._clauses:
            if clause.kind == "chu-thich":
                if clause.id not in marked and self._mark_missing(clause):
                    yield from self._of(clause, None)
                continue
            own = self._of(clause, self._leads.get(clause.parent) or self._before.get(clause.parent))
            for ref in clause.refs:
                note = self._notes.get(ref.mark)
                if note is None or note.id in marked:
                    continue
                marked.add(note.id)
                sentence = _sentence_at(clause.text, ref.at)
                verb = verb_before(sentence)
                lead = (verb, sentence) if verb else None
                behind = [c for c in own if c.start >= ref.at]
                yield from own[: len(own) - len(behind)]
                yield from self._of(note, lead)
                own = behind
            yield from own

    def _mark_missing(self, note: Clause) -> bool:
        return note.number not in self._marks and note.mark not in self._marks

    def _of(self, clause: Clause, lead: tuple[Relation, str] | None) -> list[Citation]:
        text = single_blanks(clause.text)
        quotations = Quotations() if clause.kind == "chu-thich" else self._quotations
        quotations.enter(clause)
        loose: dict[int, LooseRun] = {}
        mentions = self._mentions(text, loose)
        if loose:
            mentions += relative_mentions(text, loose, clause, self._by_id, self._own_type or "")
            mentions.sort(key=lambda m: m.start)
        quoted = quotations.within(text, [m.start for m in mentions])
        kept = [
            (mention, quote)
            for mention, quote in zip(mentions, quoted, strict=True)
            if not mention.inward or points_inward(mention, clause, self._own_type, quoted=quote is not None)
        ]
        mentions = [m for m, _ in kept]
        self._lead_below(clause, text, lead, silent=not mentions)
        self._before.pop(clause.parent, None)
        if not mentions:
            return []
        sentences = Sentences(text)
        mark_containers(text, mentions, sentences)
        self._hold_list(text, mentions)
        relations = relate(
            text,
            mentions,
            sentences,
            [q for _, q in kept],
            lead[0] if lead else None,
            guiding=self._own_type == "Hướng dẫn",
        )
        found = []
        for (mention, within), (relation, led) in zip(kept, relations, strict=True):
            speaks = self._speaks(mention) if within is not None else None
            if within is None and mention.inside is None and not mention.inward:
                self._last[mention.type] = label(mention)
            if relation == "amends" and within is None:
                self._amended = label(mention)
            evidence = sentences.evidence(text, mention.start)
            if lead and led:
                evidence = f"{lead[1]} {evidence}"
            if mention.kind == "self" and mention.type != self._own_type and not speaks:
                mention.pinpoints = in_annex(clause, mention.pinpoints)
            found.append(_citation(clause, mention, relation, evidence, speaks))
        outer = [c for c in found if c.inside is None and c.kind not in ("self", "relative")]
        if outer and text.rstrip().endswith((";", ",", ";.")):
            self._before[clause.parent] = (
                outer[-1].relation,
                lead[1] if lead and relations[-1][1] else outer[-1].sentence,
            )
        return found

    def _hold_list(self, text: str, mentions: Sequence[Mention]) -> None:
        """A consolidated text names what amended its document in paragraphs of their own below "được sửa đổi, bổ sung
        bởi:"; each lies in the description of that document."""
        first = mentions[0]
        if self._amended_below and first.kind == "numbered" and first.start <= _LISTED_AT:
            first.inside = first.inside or self._amended_below
            return
        self._amended_below = label(first) if _AMENDED_BELOW.search(text) else None

    def _speaks(self, mention: Mention) -> str | None:
        """The document that a quotation around `mention` speaks for: the amended one, or, where a letter quotes a law
        ("Tại khoản 2 Điều 33 Nghị định số 103/2024/NĐ-CP quy định: “... Nghị định này”"), the last one of its type."""
        return self._amended or (self._last.get(mention.type) if mention.kind == "self" else None)

    def _lead_below(self, clause: Clause, text: str, lead: tuple[Relation, str] | None, *, silent: bool) -> None:
        """Remember what `clause` says of the list below it: a sentence that ends in a colon, or the heading of an
        article that ends or changes documents ("Điều 2. Bãi bỏ các Quyết định")."""
        if text.rstrip().endswith(":"):
            verb = verb_before(_sentence_at(text, len(text)))
            inherited = (verb, text) if verb else lead
            if inherited:
                self._leads[clause.id] = inherited
        elif silent:
            verb = verb_before(text) if clause.kind == "dieu" and len(text) < _HEADING else None
            if verb and verb in _DECISIVE:
                self._leads[clause.id] = (verb, text)
            elif lead:
                self._leads[clause.id] = lead

    def _mentions(self, text: str, loose: dict[int, LooseRun]) -> list[Mention]:
        mentions = scan(text, self._memory.law_names, loose)
        last: Mention | None = None
        for mention in mentions:
            self._memory.understand(mention)
            if last and _in_bracket_behind(text, last, mention):
                self._memory.same(last, mention.number or "")
            last = mention
        mentions = with_attached(text, [m for m in mentions if not _is_a_count(text, m)])
        extra = self._memory.define(text, mentions)
        extra += self._memory.defined(text, [*mentions, *extra], loose)
        return sorted([*mentions, *extra], key=lambda m: m.start) if extra else mentions


def _in_bracket_behind(text: str, named: Mention, numbered: Mention) -> bool:
    """Whether the bracket gives the number: "Tờ trình của Đảng ủy Chính phủ về ... (Tờ trình số 03-TTr/ĐU)"."""
    bracketed = numbered.number is not None and text[numbered.start - 1] == "("
    return named.rule == "by-body" and bracketed and named.type == numbered.type


def _is_a_count(text: str, mention: Mention) -> bool:
    """Whether a type word with a bare number that nothing earlier explains is likely no mention: "Kế hoạch 2025",
    "Quy định 02 hình thức". A capital in mid-sentence, before a mark, tells a name ("vi phạm Quy định 37,")."""
    if mention.rule != "short-number" or mention.antecedent:
        return False
    digits = (mention.title or "").rpartition(" ")[2]
    named = _MID_SENTENCE.search(text, max(0, mention.start - 12), mention.start) and _MARK.match(text, mention.end)
    if mention.type not in _KNOWN_BY_NUMBER and not named:
        return True
    return len(digits) < _SHORTEST or (len(digits) == _YEAR and digits.startswith(("19", "20")))


def _sentence_at(text: str, place: int) -> str:
    begin, _ = Sentences(text).of(max(place - 1, 0))
    return text[begin:place]


def _amended_by_title(metadata: Metadata) -> str | None:
    title = single_blanks(metadata.title or "")
    if not _AMENDS.match(title):
        return None
    mentions = scan(title)
    return label(mentions[0]) if mentions else None


def _citation(clause: Clause, m: Mention, relation: Relation, sentence: str, quoted: str | None) -> Citation:
    return Citation(
        clause=clause.id, start=m.start, end=m.end, text=clause.text[m.start : m.end], kind=m.kind, type=m.type,
        number=m.number, date=m.date, issuer=m.issuer, term=m.term, title=m.title, pinpoints=m.pinpoints,
        relation=relation, antecedent=quoted if m.kind == "self" and quoted else m.antecedent, inside=m.inside,
        sentence=sentence, rule=m.rule, quoted=quoted,
    )  # fmt: skip
