"""Checks of signature, date, seals and 附注: rows 37–48."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from itertools import combinations

from hongtou.i18n import _
from hongtou.measure.checks_body import line_above
from hongtou.measure.elements import Paper
from hongtou.measure.flow import FRAME
from hongtou.measure.lines import Line
from hongtou.measure.page import Box, Figure, around
from hongtou.measure.reading import Reading, holds
from hongtou.sheet.standard import CHARACTER_MM

SEALED_DATE = FRAME.x1 - 4 * CHARACTER_MM
UNSEALED_NAME = FRAME.x1 - 2 * CHARACTER_MM
DATE_OFFSET = 2 * CHARACTER_MM


class Way(Enum):
    """The ways of clause 7.3.5 to sign a paper."""

    SEALED = auto()
    UNSEALED = auto()
    STAMPED = auto()


def way(paper: Paper) -> Way | None:
    """Return how the paper is signed: by what is seen, else by the way its places come nearer to."""
    names, date = paper.signature.names, paper.signature.date
    if date is None:
        return None
    if paper.seals:
        return Way.SEALED
    if _stamps(paper) or _leaves_room_for_a_stamp(paper):
        return Way.STAMPED
    if not names:
        return Way.SEALED
    name = names[-1].box
    sealed = abs(date.box.x1 - _sealed_date(paper, date)) + abs(name.centre - date.box.centre)
    unsealed = abs(_unsealed_edge(paper, date) - UNSEALED_NAME) + abs(date.box.x0 - name.x0 - DATE_OFFSET)
    return Way.SEALED if sealed <= unsealed else Way.UNSEALED


def _sealed_date(paper: Paper, date: Line) -> float:
    """Return where the date of a sealed paper ends: further left when a long name would leave the frame."""
    widest = max((line.box.width for line in paper.signature.names), default=0.0)
    return min(SEALED_DATE, FRAME.x1 - widest / 2 + date.box.width / 2)


def _unsealed_edge(paper: Paper, date: Line) -> float:
    """Return the right edge of the name, or of the date where that is the longer of the two."""
    names = [line.box for line in paper.signature.names]
    if all(date.box.width > box.width for box in names):
        return max(date.box.x1, *(box.x1 for box in names))
    return max(box.x1 for box in names)


def _stamps(paper: Paper) -> list[Figure]:
    """Return the signature stamps (签名章): pictures about as high as two lines, wider than high."""
    return [
        figure
        for figure in paper.signature.figures
        if figure.picture
        and _LEAST_STAMP <= figure.box.width <= 70
        and figure.box.height < 0.8 * figure.box.width
    ]


def _leaves_room_for_a_stamp(paper: Paper) -> bool:
    """Whether there is white for a stamp right of the post and above the date: more than a seal or a blank line takes."""
    names, date = paper.signature.names, paper.signature.date
    if not names or date is None:
        return False
    post = names[-1]
    below = date.baseline - post.baseline > 2.4 * paper.setting.pitch
    return below and post.box.x1 + DATE_OFFSET + _LEAST_STAMP < date.box.x1


_LEAST_STAMP = 15.0
"""mm: a signature stamp is at least so wide."""


def sealed_date_right(paper: Paper) -> Iterator[Reading]:
    """Row 37: the right edge of the date under a seal."""
    date = paper.signature.date
    if date is not None and way(paper) is Way.SEALED:
        yield Reading(date.page, date.box.x1, _sealed_date(paper, date))


def sealed_name_centre(paper: Paper) -> Iterator[Reading]:
    """Row 38: name and date have one middle; names of a joint paper stand side by side instead."""
    date, names = paper.signature.date, paper.signature.names
    if date is not None and len(names) == 1 and way(paper) is Way.SEALED:
        yield Reading(date.page, names[0].box.centre - date.box.centre)


def seal_centre(paper: Paper) -> Iterator[Reading]:
    """Row 39: the (last) seal has the middle of the date."""
    date = paper.signature.date
    if date is not None and paper.seals:
        nearest = min(paper.seals, key=lambda seal: abs(seal.box.centre - date.box.centre))
        yield Reading(date.page, nearest.box.centre - date.box.centre)


def seal_top(paper: Paper) -> Iterator[Reading]:
    """Row 40: the (first) seal begins within a line under the text."""
    above, date = paper.signature.above, paper.signature.date
    if above is not None and date is not None and above.page == date.page and paper.seals:
        yield Reading(date.page, min(seal.box.y0 for seal in paper.seals) - above.box.y1)


def seal_holds_signature(paper: Paper) -> Iterator[Reading]:
    """Row 41: name and date lie inside the seal, from its middle downwards."""
    date, names = paper.signature.date, paper.signature.names
    if date is not None and len(paper.seals) == 1 and len(names) <= 1:
        seal, text = paper.seals[0].box, around(line.box for line in (*names, date))
        inside = seal.y0 <= text.y0 and text.y1 <= seal.y1
        # The two lines as a whole lie in the lower half; the name alone may cross the middle.
        found = _("{offset:.1f} mm under its middle").format(offset=text.middle - seal.middle)
        yield holds(date.page, found, inside and text.middle >= seal.middle - 0.5)


def seal_diameter(paper: Paper) -> Iterator[Reading]:
    """Row 42: seals are 42 (towns), 45 (counties, cities), 50 (provinces) or 60 mm across."""
    for seal in paper.seals:
        page = paper.signature.date.page if paper.signature.date else 1
        nearest = min((42.0, 45.0, 50.0, 60.0), key=lambda size: abs(size - seal.box.width))
        yield Reading(page, seal.box.width, nearest)


def seals_apart(paper: Paper) -> Iterator[Reading]:
    """Row 43: seals do not touch and do not leave the frame."""
    if len(paper.seals) < 2:
        return
    page = paper.signature.date.page if paper.signature.date else 1
    gaps = [_gap(one.box, other.box) for one, other in combinations(paper.seals, 2)]
    yield holds(page, f"{min(gaps):.1f} mm", min(gaps) > 0)
    row = around(seal.box for seal in paper.seals)
    over = max(FRAME.x0 - row.x0, row.x1 - FRAME.x1)
    yield holds(page, _("{over:.1f} mm outside").format(over=max(over, 0.0)), over <= 0.1)


def _gap(one: Box, other: Box) -> float:
    across, down = one.centre - other.centre, one.middle - other.middle
    return float((across**2 + down**2) ** 0.5 - (one.width + other.width) / 2)


def unsealed_name_right(paper: Paper) -> Iterator[Reading]:
    """Row 44: the right edge of the name, or of a date that is longer."""
    date = paper.signature.date
    if date is not None and way(paper) is Way.UNSEALED:
        yield Reading(date.page, _unsealed_edge(paper, date))


def unsealed_date_left(paper: Paper) -> Iterator[Reading]:
    """Row 45: the date begins two characters right of the name."""
    date = paper.signature.date
    if date is not None and way(paper) is Way.UNSEALED:
        yield Reading(date.page, date.box.x0 - paper.signature.names[-1].box.x0)


def unsealed_name_pitch(paper: Paper) -> Iterator[Reading]:
    """Row 46: one blank line above the name."""
    names = paper.signature.names
    if names and way(paper) is Way.UNSEALED:
        above = line_above(paper, names[0])
        if above is not None:
            yield Reading(names[0].page, names[0].baseline - above.baseline)


def stamp_place(paper: Paper) -> Iterator[Reading]:
    """Row 47: the signature stamp ends four characters from the edge, two blank lines under the text."""
    above, date = paper.signature.above, paper.signature.date
    stamps = _stamps(paper)
    if date is None or way(paper) is not Way.STAMPED:
        return
    if not stamps:
        yield from _stamp_room(paper, date)
        return
    yield Reading(date.page, max(stamp.box.x1 for stamp in stamps), quantity=_("right edge"))
    if above is not None and above.page == date.page:
        gap = stamps[0].box.y0 - above.box.y1
        yield Reading(date.page, gap, _STAMP_GAP, (-5, 5), quantity=_("white above it"))


def _stamp_room(paper: Paper, date: Line) -> Iterator[Reading]:
    """Yield what can be told before the stamp is there: where the date ends, and two blank lines above the post."""
    above, post = paper.signature.above, paper.signature.names[0]
    yield Reading(date.page, date.box.x1, quantity=_("right edge of the date"))
    if above is not None and above.page == post.page:
        gap = post.box.y0 - above.box.y1
        yield holds(post.page, _("{gap:.1f} mm above the post").format(gap=gap), gap >= _STAMP_GAP)


_STAMP_GAP = 22.8
"""mm: two blank lines and the leading around them."""


def remark_place(paper: Paper) -> Iterator[Reading]:
    """Row 48: the 附注 two characters in, on the line after the date."""
    remark, date = paper.signature.remark, paper.signature.date
    if remark and date is not None:
        yield Reading(remark[0].page, remark[0].box.x0, quantity=_("left edge"))
        if remark[0].page == date.page:
            step = remark[0].baseline - date.baseline
            yield Reading(date.page, step, 10.2, (-0.7, 0.7), quantity=_("distance from the date's line"))
