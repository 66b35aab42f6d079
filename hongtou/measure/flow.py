"""Lines → paragraphs, by where they begin: the frame a paper really has is read off its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from hongtou.measure.lines import Line, is_han, is_wide
from hongtou.measure.page import Box

FRAME = Box(28, 37, 184, 262)
"""The 版心 of an upright page."""
WIDE_FRAME = Box(35, 28, 260, 184)
"""The 版心 of a wide table's page as it is read: the upright one turned a quarter to the right."""

NOT_FIRST = set("。，、；：？！”’）》〉〕】％%,.;:!?)]…—～·")
"""Marks that may not begin a line, so that the character before them goes over with them."""
NOT_LAST = set("“‘（《〈〔【([")


def frame(wide: bool) -> Box:
    """Return the 版心 of a page as it is read."""
    return WIDE_FRAME if wide else FRAME


@dataclass(frozen=True)
class Setting:
    """What the text is really set in: size in points, left and right edge and pitch in mm."""

    size: float = 16.0
    left: float = FRAME.x0
    right: float = FRAME.x1
    pitch: float = 10.23
    wide: frozenset[int] = frozenset()
    """The pages that lie on their long side."""

    @property
    def cell(self) -> float:
        """The width of one character in mm."""
        return self.size * 25.4 / 72

    def left_of(self, line: Line) -> float:
        """Return the left edge that ``line`` should begin at."""
        return WIDE_FRAME.x0 if line.page in self.wide else self.left

    def is_centred(self, line: Line) -> bool:
        """Tell whether a line stands in the middle, with a gap on either side."""
        edges = WIDE_FRAME if line.page in self.wide else Box(self.left, 0, self.right, 0)
        gap = line.box.x0 - edges.x0
        return gap > 3 and abs(line.box.centre - edges.centre) < 2.5 and (gap > 13 or abs(gap - 11.2) > 2)

    def is_indented(self, line: Line) -> bool:
        """Tell whether a line begins a paragraph."""
        return 3 < line.box.x0 - self.left_of(line) <= 16

    def is_flush(self, line: Line) -> bool:
        """Tell whether a line begins at the edge."""
        return abs(line.box.x0 - self.left_of(line)) <= 3

    def is_text(self, line: Line) -> bool:
        """Tell whether a line has the size of the body."""
        return abs(line.size - self.size) <= 1.2


def setting(lines: Sequence[Line], wide: Collection[int] = ()) -> Setting:
    """Return what most of the upright pages' ``lines`` are set in."""
    lines = [line for line in lines if line.page not in wide]
    if not lines:
        return Setting(wide=frozenset(wide))
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.chars)
    # Large type is a head or a title, however much of it there is on a short paper.
    usual = [(count, size) for size, count in sizes.items() if size < 20]
    rough = max(usual)[1] if usual else 16.0
    text = [line for line in lines if abs(line.size - rough) <= 0.6]
    if not text:
        return Setting(size=rough, wide=frozenset(wide))
    left = _left(text)
    return Setting(
        size=median(line.size for line in text),
        left=left,
        right=_right(text, left),
        pitch=_pitch(text),
        wide=frozenset(wide),
    )


def _left(text: Sequence[Line]) -> float:
    """Return the commonest beginning of a line near the edge of the sheet, else the standard's."""
    begins = Counter(round(line.box.x0 * 2) / 2 for line in text if 10 <= line.box.x0 <= 36)
    if not begins:
        return FRAME.x0
    near = begins.most_common(1)[0][0]
    return median(line.box.x0 for line in text if abs(line.box.x0 - near) <= 0.5)


def _right(text: Sequence[Line], left: float) -> float:
    ends = sorted(line.box.x1 for line in text if line.box.width > 100 and is_han(line.text[-1]))
    return ends[int(0.9 * (len(ends) - 1))] if ends else left + FRAME.width


def _pitch(text: Sequence[Line]) -> float:
    steps = [
        below.baseline - above.baseline
        for above, below in pairwise(text)
        if above.page == below.page and 5 < below.baseline - above.baseline < 25
    ]
    if not steps:
        return Setting().pitch
    common = Counter(round(step * 2) / 2 for step in steps).most_common(1)[0][0]
    return median(step for step in steps if abs(step - common) <= 0.5)


@dataclass(frozen=True)
class Paragraph:
    """The lines of one paragraph."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines joined."""
        return "".join(line.text for line in self.lines)


def paragraphs(lines: Sequence[Line], setting: Setting) -> list[Paragraph]:
    """Group text lines of upright pages into paragraphs; lines of another size or place are left out.

    A line at the edge that does not go on from a full one begins a paragraph only where most do so: in a paper
    that stands in properly it is something else (a line after a long word, an address).
    """
    found: list[list[Line]] = []
    last: Line | None = None
    for line in lines:
        if line.page in setting.wide or not setting.is_text(line):
            last = None
        elif setting.is_indented(line) and not _is_heading_in_the_middle(line, setting):
            found.append([line])
            last = line
        elif setting.is_flush(line):
            if last is not None and _follows(last, line, setting):
                found[-1].append(line)
            else:
                found.append([line])
            last = line
        else:
            last = None
    flush = [group for group in found if setting.is_flush(group[0])]
    if 2 * len(flush) <= len(found):
        found = [group for group in found if not setting.is_flush(group[0])]
    return [Paragraph(tuple(group)) for group in found]


def _is_heading_in_the_middle(line: Line, setting: Setting) -> bool:
    return setting.is_centred(line) and abs(line.box.centre - (setting.left + setting.right) / 2) < 1


def _follows(line: Line, following: Line, setting: Setting) -> bool:
    """Tell whether ``following`` goes on where ``line`` was full."""
    if line.box.x1 < setting.right - 2.6 * setting.cell:
        return False
    if following.page != line.page:
        return following.page == line.page + 1
    return following.baseline - line.baseline < 1.7 * setting.pitch


def full_lines(paragraphs: Sequence[Paragraph]) -> list[tuple[Line, Line]]:
    """Return each line that ended because it was full, with the line that goes on."""
    return [pair for paragraph in paragraphs for pair in pairwise(paragraph.lines)]


def is_pure(line: Line, following: Line) -> bool:
    """Tell whether a full line is 28 cells by rule: nothing narrow in it, nothing pulled over the edge."""
    if not all(is_wide(char.text) for char in line.chars) or not is_han(line.text[-1]):
        return False
    head = following.text[:2]
    return is_han(head[0]) and not (len(head) > 1 and head[1] in NOT_FIRST)
