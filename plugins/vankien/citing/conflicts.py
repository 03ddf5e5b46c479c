"""What the archive's citations say against each other: proposals for a person, each with its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from vankien.citing.corrected import Corrected
from vankien.citing.holdings import carries_year
from vankien.model import Document, Link, Problem
from vankien.writing.dates import show_date
from vankien.writing.folding import folded_words
from vankien.writing.numbers import number_key

_PARTS = re.compile(r"([\d.]+(?:-\d{4})?)-(.+)")
_ALIKE = 0.5


def conflicts(documents: Sequence[Document], links: Sequence[Link]) -> tuple[Problem, ...]:
    """Numbers one letter away from another one, one number with two dates or two titles, short forms that stand for
    nothing, dates that disagree with a held document. Sorted by file."""
    files = {d.id: d.sources[0].file if d.sources else d.id for d in documents}
    numbers = _by_number(links)
    held = {number_key(d.metadata.number): d.metadata.number for d in documents if d.metadata.number}
    found = [
        *_near_numbers(numbers, held, files),
        *_two_dates(numbers, files),
        *_two_titles(numbers, files),
        *_unclear(links, files),
        *_idle(documents, files),
    ]
    return tuple(sorted(found, key=lambda p: (p.file, p.place, p.vi)))


def _by_number(links: Iterable[Link]) -> dict[str, list[Link]]:
    numbers: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.citation.kind == "numbered" and link.citation.number and not link.by_person:
            numbers[number_key(link.citation.number)].append(link)
    return numbers


def _problem(link: Link, files: dict[str, str], vi: str, en: str) -> Problem:
    return Problem(files.get(link.document, link.document), vi, en, "info", f"{link.document}#{link.citation.clause}")


def _near_numbers(numbers: dict[str, list[Link]], held: dict[str, str], files: dict[str, str]) -> Iterator[Problem]:
    """A number whose signs differ in one letter from those of a number with the same figures, which is held or cited
    more often: "217-QĐ/T" beside "217-QĐ/TW", "155/2020/ND-CP" beside "155/2020/NĐ-CP"."""
    groups: dict[str, set[str]] = defaultdict(set)
    for key in [*numbers, *held]:
        if match := _PARTS.fullmatch(key):
            groups[match[1]].add(key)
    for keys in groups.values():
        for key in sorted(keys & numbers.keys() - held.keys()):
            for other in sorted(keys - {key}):
                weight = (other in held, len(numbers.get(other, ())), other)
                if _one_letter_apart(key, other) and weight > (False, len(numbers[key]), key):
                    known = held.get(other) or numbers[other][0].citation.number
                    for link in numbers[key]:
                        vi = f"“{link.citation.number}” chỉ khác một ký tự với “{known}”; cần đối chiếu."
                        yield _problem(link, files, vi, f"One letter away from {known}.")


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one insertion, deletion or replacement of a letter makes one key the other."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if other[same : same + 1].isdigit() or one[same : same + 1].isdigit():
        return False
    return one[same + (len(one) == len(other)) :] == other[same + 1 :]


def _two_dates(numbers: dict[str, list[Link]], files: dict[str, str]) -> Iterator[Problem]:
    """One number with two days in one year: a misprint of one of them (a number without its year may return in
    another year)."""
    for key, links in numbers.items():
        dates: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            if link.citation.date:
                dates[link.citation.date].append(link)
        for date, these in dates.items():
            rivals = [d for d in dates if d != date and (carries_year(key) or d[:4] == date[:4])]
            rivals = [d for d in rivals if (len(dates[d]), d) > (len(these), date)]
            for link in these if rivals else ():
                shown = ", ".join(filter(None, map(show_date, sorted(rivals))))
                vi = f"“{link.citation.number}” ghi ngày {show_date(date)}; nơi khác ghi ngày {shown}."
                yield _problem(link, files, vi, f"Dated {date} here, {', '.join(sorted(rivals))} elsewhere.")


def _two_titles(numbers: dict[str, list[Link]], files: dict[str, str]) -> Iterator[Problem]:
    """One number that carries its year, with two titles that share less than half of their words' letters."""
    for key, links in numbers.items():
        titled = [link for link in links if link.citation.title]
        if len(titled) < 2 or not carries_year(key):
            continue
        first = titled[0].citation.title or ""
        for link in titled[1:]:
            title = link.citation.title or ""
            if SequenceMatcher(None, folded_words(first), folded_words(title)).ratio() < _ALIKE:
                vi = f"“{link.citation.number}” mang tên “{title}”; nơi khác mang tên “{first}”."
                yield _problem(link, files, vi, f"Called “{title}” here, “{first}” elsewhere.")


def _unclear(links: Iterable[Link], files: dict[str, str]) -> Iterator[Problem]:
    for link in links:
        if link.by_person:
            continue
        if link.citation.kind == "short" and not link.citation.antecedent:
            vi = f"Chưa rõ “{link.citation.text}” là văn bản nào; có thể ghi trong tệp .yml, mục citations."
            yield _problem(link, files, vi, "A short form whose document is not named; the .yml may say it.")
        elif link.doubt:
            yield _problem(link, files, f"“{link.citation.text}”: {link.doubt}.", f"Doubtful ({link.rule}).")


def _idle(documents: Iterable[Document], files: dict[str, str]) -> Iterator[Problem]:
    """What a person wrote about mentions that the document does not hold (any more)."""
    for document in documents:
        for correction in Corrected(document).idle(document.citations):
            vi = f"Tệp .yml, mục citations: không viện dẫn nào ghi “{correction.printed}”; cần chép đúng lời văn."
            en = f"citations in the .yml: no mention reads “{correction.printed}”; copy its words."
            yield Problem(files[document.id], vi, en, "warning", f"{document.id}#{correction.clause or ''}")
