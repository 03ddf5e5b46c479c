"""The list numbers that Word prints and the text does not hold, computed from numbering.xml (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vankien.reading.word.counting import bullet, counted
from vankien.reading.word.names import VAL, Element, switch, value, w
from vankien.reading.word.styles import Shape

_PART = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list, as defined."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A list as `w:num` calls it: the abstract list it stands for and what it overrides."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts through one document: ask in printed order, once for each numbered paragraph."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        linked: dict[str, str] = {}
        for abstract in root.iterchildren(w("abstractNum")):
            name = abstract.get(w("abstractNumId"), "")
            self._abstract[name] = _levels(abstract)
            if (link := value(abstract, "styleLink")) is not None:
                linked[link] = name
        for abstract in root.iterchildren(w("abstractNum")):
            link = value(abstract, "numStyleLink")
            if link in linked:
                self._abstract[abstract.get(w("abstractNumId"), "")] = self._abstract[linked[link]]
        for num in root.iterchildren(w("num")):
            self._lists[num.get(w("numId"), "")] = _list(num)

    def level_of_style(self, num: str, style: str | None) -> int | None:
        """The level of list `num` that paragraph style `style` stands for."""
        found = self._lists.get(num)
        if found is None or style is None:
            return None
        levels = self._abstract.get(found.abstract, {})
        return next((level for level, each in levels.items() if each.style == style), None)

    def mark(self, shape: Shape) -> str | None:
        """The number printed before the next paragraph of `shape`: "1.", "a)", "-"; None where there is none."""
        called = self._lists.get(shape.num or "")
        if called is None:
            return None
        at = shape.level or 0
        levels = {**self._abstract.get(called.abstract, {}), **called.levels}
        level = levels.get(at)
        if level is None or level.format == "none":
            return None if level is None else self._plain(level, called, shape, at)
        self._count(called, shape.num or "", levels, at)
        if level.format == "bullet":
            return bullet(level.text) or None
        return self._printed(level, levels, self._counts[called.abstract]) or None

    def _plain(self, level: _Level, called: _List, shape: Shape, at: int) -> str | None:
        """A level without a number may still print words."""
        self._count(called, shape.num or "", {at: level}, at)
        return _PART.sub("", level.text).strip() or None

    def _count(self, called: _List, num: str, levels: dict[int, _Level], at: int) -> None:
        """Go on to the next number of level `at`; the levels below begin again."""
        counts = self._counts.setdefault(called.abstract, {})
        if at in called.starts and (num, at) not in self._begun:
            counts[at] = called.starts[at]
        elif at in counts:
            counts[at] += 1
        else:
            counts[at] = levels[at].start
        self._begun.add((num, at))
        for above in range(at):
            counts.setdefault(above, levels[above].start if above in levels else 1)
        for below in [level for level in counts if level > at]:
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart > 0 and at < restart):
                del counts[below]

    def _printed(self, level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        """The level's text with the numbers put in."""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = "decimal" if level.legal else levels.get(at, _Level()).format
            return counted(counts.get(at, levels.get(at, _Level()).start), form)

        return _PART.sub(number, level.text).strip()


def _levels(abstract: Element) -> dict[int, _Level]:
    return {int(level.get(w("ilvl"), "0")): _level(level) for level in abstract.iterchildren(w("lvl"))}


def _level(element: Element) -> _Level:
    restart = value(element, "lvlRestart")
    text = element.find(w("lvlText"))
    return _Level(
        int(value(element, "start") or 1),
        value(element, "numFmt") or "decimal",
        "" if text is None else text.get(VAL, ""),
        int(restart) if restart is not None and restart.isdigit() else None,
        bool(switch(element, "isLgl")),
        value(element, "pStyle"),
    )


def _list(num: Element) -> _List:
    found = _List(value(num, "abstractNumId") or "")
    for override in num.iterchildren(w("lvlOverride")):
        at = int(override.get(w("ilvl"), "0"))
        start = value(override, "startOverride")
        if start is not None and start.isdigit():
            found.starts[at] = int(start)
        if (level := override.find(w("lvl"))) is not None:
            found.levels[at] = _level(level)
    return found
