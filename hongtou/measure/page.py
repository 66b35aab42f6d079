"""What is on a page, in millimetres: letters with their em box, straight rules, pictures and circles.

The origin is the top left corner of the page as a reader sees it, y grows downwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hongtou.sheet.standard import MM_PER_POINT

ASCENT, DESCENT = 0.88, 0.12
"""The em box of a Han character above and below the baseline, in em."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom in mm."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """The width in mm."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The height in mm."""
        return self.y1 - self.y0

    @property
    def centre(self) -> float:
        """The x half-way between the two sides."""
        return (self.x0 + self.x1) / 2

    @property
    def middle(self) -> float:
        """The y half-way between top and bottom."""
        return (self.y0 + self.y1) / 2

    def grown(self, by: float) -> Box:
        """Return the box with all sides moved outwards."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def contains(self, other: Box) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.x0 <= other.x0 and self.y0 <= other.y0 and other.x1 <= self.x1 and other.y1 <= self.y1

    def touches(self, other: Box) -> bool:
        """Tell whether the two boxes share a point."""
        return self.x0 <= other.x1 and other.x0 <= self.x1 and self.y0 <= other.y1 and other.y0 <= self.y1

    def turned(self, width: float) -> Box:
        """Return the box after the page, ``width`` wide, is turned a quarter to the left."""
        return Box(self.y0, width - self.x1, self.y1, width - self.x0)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around ``boxes``, of which there must be one."""
    boxes = list(boxes)
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the screen, 0–255 each."""

    red: int = 0
    green: int = 0
    blue: int = 0

    @property
    def hue(self) -> float | None:
        """The hue in degrees (0 is red), None for a grey."""
        high, low = max(self.red, self.green, self.blue), min(self.red, self.green, self.blue)
        if high - low < 40:
            return None
        if high == self.red:
            return ((self.green - self.blue) / (high - low) * 60) % 360
        if high == self.green:
            return (self.blue - self.red) / (high - low) * 60 + 120
        return (self.red - self.green) / (high - low) * 60 + 240

    @property
    def is_red(self) -> bool:
        """Whether the hue is red within 15° and the colour is strong enough to be seen as red."""
        return self.hue is not None and self.red >= 150 and (self.hue <= 15 or self.hue >= 345)

    @property
    def is_white(self) -> bool:
        """Whether nothing is seen of it on paper."""
        return min(self.red, self.green, self.blue) >= 250


@dataclass(frozen=True, slots=True)
class Char:
    """One visible character.

    ``box`` is its em box, ``ink`` what is printed. ``size`` is in points, ``angle`` the way the line runs:
    0 to the right, 90 downwards, 180 to the left, 270 upwards.
    """

    text: str
    box: Box
    ink: Box
    size: float
    font: str = ""
    colour: Colour = Colour()
    angle: int = 0

    @property
    def em(self) -> float:
        """The size in mm."""
        return self.size * MM_PER_POINT

    @property
    def baseline(self) -> float:
        """The y of the baseline, for a character that stands upright."""
        return self.box.y1 - DESCENT * self.em


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke or a thin filled rectangle, level or upright."""

    box: Box
    colour: Colour = Colour()

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.box.width >= self.box.height

    @property
    def length(self) -> float:
        """The longer side in mm."""
        return max(self.box.width, self.box.height)

    @property
    def thickness(self) -> float:
        """The shorter side in mm."""
        return min(self.box.width, self.box.height)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, or a drawn shape with bends: a seal is one or the other."""

    box: Box
    picture: bool = True
    colour: Colour = Colour()

    @property
    def round(self) -> bool:
        """Whether it may be a circle: as wide as high, within 8 %."""
        return abs(self.box.width - self.box.height) <= 0.08 * max(self.box.width, self.box.height)


@dataclass(frozen=True)
class Page:
    """One side of the paper: its number from 1, its size in mm, and what is on it."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...] = ()
    rules: tuple[Rule, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether it lies on its long side."""
        return self.width > self.height

    @property
    def angle(self) -> int:
        """How most of its text runs."""
        counted = Counter(char.angle for char in self.chars)
        return counted.most_common(1)[0][0] if counted else 0

    def turned(self, quarters: int = 1) -> Page:
        """Return the page turned to the left by ``quarters`` of a circle."""
        page = self
        for _quarter in range(quarters % 4):
            page = page._turned()
        return page

    def _turned(self) -> Page:
        width = self.width
        return replace(
            self,
            width=self.height,
            height=self.width,
            chars=tuple(
                replace(
                    char,
                    box=char.box.turned(width),
                    ink=char.ink.turned(width),
                    angle=(char.angle - 90) % 360,
                )
                for char in self.chars
            ),
            rules=tuple(replace(rule, box=rule.box.turned(width)) for rule in self.rules),
            figures=tuple(replace(figure, box=figure.box.turned(width)) for figure in self.figures),
        )

    def to_read(self) -> Page:
        """Return the page as a reader holds it: most of the text upright."""
        return self.turned(self.angle // 90)

    def upright(self) -> Page:
        """Return the page as it lies among the others: on its short side, a wide table's head to the left."""
        return self.turned(1) if self.wide else self
