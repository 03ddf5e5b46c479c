"""What a document has said so far: full mentions, by which a short one is understood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from vankien.citing.heads import FORMS, HEAD, LAWS, type_of
from vankien.citing.mention import Mention
from vankien.citing.names import Trie, build_trie
from vankien.citing.scan import LooseRun
from vankien.writing.folding import folded_words
from vankien.writing.patterns import any_of
from vankien.writing.pinpoints import pinpoint_ids

_LEADING = re.compile(r"\d+(?:\.\d+)?[A-Za-z]?")
_INTRO = re.compile(rf"(?:{'|'.join(FORMS['short_intros'])}):? ?[“\"]?(?P<name>[^)”\";.,]{{2,80}})")
_ISSUED = re.compile(r"(?:ban hành|phê duyệt)[^;]*$")
_NEIGHBOURS = 40
_BARE_STOP = r"(?! (?:số|này|khác|của|về|liên tịch|đó)\b| \d)"


class Memory:
    """The full mentions of one document, in the order of its text."""

    def __init__(self) -> None:
        self.law_names: dict[str, Trie] = {}
        self._numbers: dict[tuple[str, str], str] = {}
        self._any: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._defined: dict[str, tuple[str, str]] = {}
        self._pattern: re.Pattern[str] = re.compile("(?!)")
        self._changed = False
        self._set_until = 0

    def understand(self, mention: Mention) -> None:
        """Give a short mention its antecedent, and remember a full one."""
        if mention.rule == "number-plain" and mention.words in self._defined:
            self._abbreviate(mention, mention.words, self._defined[mention.words][1])
        elif mention.kind == "short" and mention.rule == "short-number":
            lead = (mention.number or "").lstrip("0")
            mention.antecedent = self._numbers.get((mention.type, lead)) or self._any.get(lead)
            mention.title, mention.number = f"{mention.type} {mention.number}", None
        elif mention.kind == "numbered" and mention.number:
            if match := _LEADING.match(mention.number):
                lead = match[0].lstrip("0")
                if mention.rule == "number-plain":
                    mention.antecedent = self._numbers.get((mention.type, lead))
                    self._numbers.setdefault((mention.type, lead), mention.number)
                else:
                    self._numbers[mention.type, lead] = self._any[lead] = mention.number
            if mention.title:
                self._learn(mention, mention.number)
        elif mention.kind == "named" and mention.title:
            known = self._names.get(folded_words(mention.title))
            bare = mention.words == mention.title
            if known and bare and mention.date is None:
                mention.kind, mention.antecedent = "short", known
            elif mention.rule == "law-name" and not bare:
                self._learn(mention, mention.words)

    def _abbreviate(self, mention: Mention, name: str, antecedent: str) -> None:
        """A number without signs that was set as a short name ("sau đây gọi tắt là Nghị định số 170")."""
        mention.kind, mention.rule, mention.number = "short", "short-defined", None
        mention.title, mention.antecedent = name, antecedent

    def same(self, named: Mention, number: str) -> None:
        """Remember that `named` ("Tờ trình của Đảng ủy Chính phủ") is the document with `number`."""
        named.antecedent = number
        self._names[folded_words(named.title or "")] = number

    def _learn(self, mention: Mention, antecedent: str) -> None:
        title = mention.title or ""
        if mention.type in LAWS and not title.lower().startswith(f"{mention.type.lower()} sửa đổi"):
            bare = title[len(mention.type) + 1 :]
            self.law_names.setdefault(mention.type, {})
            merge(self.law_names[mention.type], build_trie([bare]))
        if antecedent:
            self._names[folded_words(title)] = antecedent

    def define(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """Learn the short names that `text` sets ("sau đây gọi tắt là Nghị định"), and give the places where it sets
        one that no mention of `mentions` covers."""
        found = []
        self._set_until = 0
        ends = [m.end for m in mentions]
        for match in _INTRO.finditer(text) if "gọi" in text or "viết" in text else ():
            at = match.start("name")
            head = HEAD.match(text, at)
            if head is None or not head[0][0].isupper():
                continue
            name, kind = match["name"].strip(), type_of(head[0])
            before = bisect_right(ends, match.start())
            antecedent = _antecedent(mentions[max(0, before - _NEIGHBOURS) : before], text, match.start(), kind)
            if antecedent is None:
                continue
            self._defined[name] = (kind, antecedent)
            self._changed = True
            end = self._set_until = at + len(name)
            after = bisect_right(ends, at)
            covering = mentions[after] if after < len(mentions) and mentions[after].start < end else None
            if covering and covering.rule == "number-plain" and covering.words == name:
                self._abbreviate(covering, name, antecedent)
            if name != head[0] and covering is None:
                found.append(Mention(at, end, "short", kind, "short-defined", title=name, antecedent=antecedent))
        return found

    def defined(self, text: str, taken: Sequence[Mention], loose: Mapping[int, LooseRun]) -> list[Mention]:
        """The mentions in `text` of names that were set earlier, with the pinpoints that stand before them."""
        if not self._defined:
            return []
        if self._changed:
            self._pattern = re.compile(rf"(?<!\w)(?:{any_of(self._defined)})(?!\w){_BARE_STOP}")
            self._changed = False
        spans = sorted((m.start, m.end) for m in taken)
        starts = [start for start, _ in spans]
        found = []
        for match in self._pattern.finditer(text, self._set_until):
            place = bisect_right(starts, match.start())
            if (place and spans[place - 1][1] > match.start()) or (
                place < len(spans) and spans[place][0] < match.end()
            ):
                continue
            if re.search(
                r"(?:các|những|dự thảo|ban hành|mỗi|một|loại) $", text[max(0, match.start() - 10) : match.start()]
            ):
                continue
            kind, antecedent = self._defined[match[0]]
            run = loose.get(match.start())
            start, pinpoints = (run.start, pinpoint_ids(run.words)) if run else (match.start(), ())
            found.append(
                Mention(start, match.end(), "short", kind, "short-defined", title=match[0], antecedent=antecedent,
                        pinpoints=pinpoints)
            )  # fmt: skip
        return found


def _antecedent(before: Sequence[Mention], text: str, at: int, kind: str) -> str | None:
    """What a short name of type `kind` that is set at `at` stands for: the last full mention of its type in `before`,
    or the decision that issued it ("Quyết định số 06/QĐ-TTg phê duyệt Đề án ... (sau đây gọi tắt là Đề án 06)")."""
    full = [m for m in before if m.kind in ("numbered", "named")]
    for mention in reversed(full):
        if mention.type == kind:
            return mention.number or mention.words or mention.title
    if full and kind in FORMS["issued_types"] and _ISSUED.search(text, full[-1].end, at):
        return full[-1].number or full[-1].words or full[-1].title
    return None


def merge(into: Trie, other: Trie) -> None:
    """Put the names of `other` into the trie `into`."""
    for word, node in other.items():
        merge(into.setdefault(word, {}), node)
