"""Letters → lines in reading order, strokes → whole rules and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from hongtou.measure.page import Box, Char, Page, Rule, around

SPLIT = 2.2
"""em: a wider gap on one baseline parts two texts (文号 and 签发人, 印发机关 and 印发日期)."""

_WIDE = re.compile(
    "[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f\u2014\u2018\u2019\u201c\u201d\u2026]"
)
_HAN = re.compile("[\u2e80-\u2fff\u3400-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003ffff]")


def is_wide(letter: str) -> bool:
    """Tell whether a character takes a whole cell: Han, or a full-width mark."""
    return _WIDE.match(letter) is not None or _HAN.match(letter) is not None


def is_han(letter: str) -> bool:
    """Tell whether a character is a Han character, not a mark."""
    return _HAN.match(letter) is not None


@dataclass(frozen=True, eq=False)
class Line:
    """Characters on one baseline, from left to right, without blanks. Never empty, equal only to itself."""

    page: int
    chars: tuple[Char, ...]

    @cached_property
    def text(self) -> str:
        """The characters in a row."""
        return "".join(char.text for char in self.chars)

    @cached_property
    def box(self) -> Box:
        """The box around the em boxes."""
        return around(char.box for char in self.chars)

    @cached_property
    def ink(self) -> Box:
        """The box around what is printed."""
        return around(char.ink for char in self.chars)

    @cached_property
    def size(self) -> float:
        """The commonest size in points."""
        return Counter(round(char.size, 2) for char in self.chars).most_common(1)[0][0]

    @cached_property
    def baseline(self) -> float:
        """The y of the commonest baseline."""
        return Counter(round(char.baseline, 2) for char in self.chars).most_common(1)[0][0]

    @property
    def font(self) -> str:
        """The font of its first character."""
        return self.chars[0].font

    @property
    def red(self) -> bool:
        """Whether most of it is red."""
        return 2 * sum(char.colour.is_red for char in self.chars) > len(self.chars)

    def part(self, start: int) -> Line:
        """Return the line from the character at ``start`` on."""
        return Line(self.page, self.chars[start:])


def lines(page: Page, without: Iterable[Box] = ()) -> list[Line]:
    """Return the upright lines of ``page`` from top to bottom, apart from those inside ``without``."""
    holes = list(without)
    chars = [
        char
        for char in page.chars
        if char.angle == 0 and not any(hole.contains(_heart(char.box)) for hole in holes)
    ]
    found = [part for row in _rows(chars) for part in _parts(page.number, row)]
    return sorted(found, key=lambda line: (round(line.baseline), line.box.x0))


def _heart(box: Box) -> Box:
    return Box(box.centre, box.middle, box.centre, box.middle)


def _rows(chars: Sequence[Char]) -> list[list[Char]]:
    """Group characters by baseline; they share one when they differ by less than a third of an em."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (char.baseline, char.box.x0)):
        if rows and char.baseline - rows[-1][0].baseline < min(char.em, rows[-1][0].em) / 3:
            rows[-1].append(char)
        else:
            rows.append([char])
    return rows


def _parts(number: int, row: list[Char]) -> list[Line]:
    row = sorted(row, key=lambda char: char.box.x0)
    parts = [[row[0]]]
    for last, char in pairwise(row):
        if char.box.x0 - last.box.x1 > SPLIT * max(char.em, last.em):
            parts.append([])
        parts[-1].append(char)
    return [Line(number, tuple(part)) for part in parts]


def level_rules(rules: Iterable[Rule], bridge: float = 0.6) -> list[Rule]:
    """Return the level rules, the pieces of one joined; pieces may lie ``bridge`` mm apart."""
    joined: list[Rule] = []
    for rule in sorted((rule for rule in rules if rule.level), key=lambda rule: rule.box.x0):
        for index, other in enumerate(joined):
            if _same_stroke(other, rule) and rule.box.x0 - other.box.x1 <= bridge:
                joined[index] = Rule(around((other.box, rule.box)), other.colour)
                break
        else:
            joined.append(rule)
    return sorted(joined, key=lambda rule: rule.box.y0)


def _same_stroke(one: Rule, other: Rule) -> bool:
    return (
        abs(one.box.middle - other.box.middle) < 0.12
        and abs(one.thickness - other.thickness) < 0.12
        and one.colour.is_red == other.colour.is_red
    )


def tables(page: Page) -> list[Box]:
    """Return where tables stand: level and upright rules that touch, at least two of each."""
    groups: list[list[Rule]] = []
    bounds: list[Box] = []
    for rule in page.rules:
        near = rule.box.grown(0.4)
        hit = [index for index, box in enumerate(bounds) if box.touches(near)]
        merged = [rule, *(member for index in hit for member in groups[index])]
        for index in reversed(hit):
            del groups[index], bounds[index]
        groups.append(merged)
        bounds.append(around(member.box for member in merged))
    return [box for group, box in zip(groups, bounds, strict=True) if _is_grid(group)]


def _is_grid(group: list[Rule]) -> bool:
    columns = {round(rule.box.centre) for rule in group if not rule.level and rule.length > 3}
    rows = {round(rule.box.middle) for rule in group if rule.level and rule.length > 5}
    return len(columns) >= 2 and len(rows) >= 2
