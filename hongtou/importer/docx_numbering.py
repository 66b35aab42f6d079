"""Word's automatic numbers computed 自动编号: what is printed before a paragraph and stands nowhere in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from hongtou.importer.docx_parts import W, integer, switched, value
from hongtou.importer.docx_styles import Styles
from hongtou.importer.number_formats import number_text

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_LONGEST = 30
"""Characters of a label; longer ones, times many paragraphs, would fill the memory."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class _Level:
    """One level of a numbering: ``restart`` is 0 for never, n for "after level n", None for "after any above"."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


class Numbering:
    """The numberings of a file and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._numbers = _by_id(root, "num", "numId")
        self._styles = styles
        self._levels: dict[str, tuple[str, list[_Level], set[int]]] = {}
        self._counted: dict[str, list[int | None]] = {}

    def label(self, number: str, level: int) -> str:
        """Count a paragraph of numbering ``number`` at ``level`` (0 to 8) and return its label, empty where it has none."""
        if number not in self._numbers or not 0 <= level < _LEVELS:
            return ""
        abstract, levels, overridden = self._resolved(number)
        counted = self._counted.setdefault(abstract, [None] * _LEVELS)
        before = counted[level]
        if before is None or level in overridden:
            counted[level] = levels[level].start
        else:
            counted[level] = before + 1
        overridden.discard(level)
        for above in range(level):
            counted[above] = levels[above].start if counted[above] is None else counted[above]
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart
            if restart is None or level < restart:
                counted[below] = None
        return _label(levels, level, counted)

    def level_of(self, number: str, style: str) -> int | None:
        """Return the level that is linked with the paragraph style ``style``."""
        if number not in self._numbers:
            return None
        levels = self._resolved(number)[1]
        return next((index for index, level in enumerate(levels) if style and level.style == style), None)

    def _resolved(self, number: str) -> tuple[str, list[_Level], set[int]]:
        """Return the abstract numbering, its levels with the overrides of ``number``, and levels yet to begin anew."""
        if number not in self._levels:
            element = self._numbers[number]
            abstract = self._linked(value(element, f"{W}abstractNumId") or "")
            levels = _levels(self._abstract.get(abstract))
            overridden = set()
            for override in element.findall(f"{W}lvlOverride"):
                index = integer(override.get(f"{W}ilvl"), -1)
                if 0 <= index < _LEVELS:
                    levels[index] = _overridden(override, levels[index])
                    if override.find(f"{W}startOverride") is not None:
                        overridden.add(index)
            self._levels[number] = abstract, levels, overridden
        return self._levels[number]

    def _linked(self, abstract: str) -> str:
        """Return the abstract numbering that has the levels: a list style stands in another one."""
        link = value(self._abstract.get(abstract), f"{W}numStyleLink")
        number = self._styles.look(link).number if link else None
        if number in self._numbers:
            return value(self._numbers[number], f"{W}abstractNumId") or abstract
        return abstract


def _by_id(root: etree._Element | None, tag: str, name: str) -> dict[str, etree._Element]:
    return {} if root is None else {e.get(f"{W}{name}", ""): e for e in root.findall(f"{W}{tag}")}


def _levels(abstract: etree._Element | None) -> list[_Level]:
    levels = [_Level() for _index in range(_LEVELS)]
    for element in () if abstract is None else abstract.findall(f"{W}lvl"):
        index = integer(element.get(f"{W}ilvl"), -1)
        if 0 <= index < _LEVELS:
            levels[index] = _level(element)
    return levels


def _level(element: etree._Element) -> _Level:
    restart = value(element, f"{W}lvlRestart")
    return _Level(
        integer(value(element, f"{W}start"), 0),
        value(element, f"{W}numFmt") or "decimal",
        (value(element, f"{W}lvlText") or "")[:_LONGEST],
        None if restart is None else integer(restart, 0),
        switched(element, "isLgl") or False,
        value(element, f"{W}pStyle") or "",
    )


def _overridden(override: etree._Element, level: _Level) -> _Level:
    own = override.find(f"{W}lvl")
    level = level if own is None else _level(own)
    start = integer(value(override, f"{W}startOverride"), level.start)
    return _Level(start, level.kind, level.text, level.restart, level.legal, level.style)


def _label(levels: list[_Level], level: int, counted: list[int | None]) -> str:
    this = levels[level]
    if this.kind == "bullet":
        return _PRIVATE.sub("•", this.text)

    def shown(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        number = counted[index]
        if number is None or index > level:
            return ""
        return number_text("decimal" if this.legal else levels[index].kind, number)

    return _PLACE.sub(shown, this.text).strip()
