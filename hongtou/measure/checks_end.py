"""Checks of signature, attachments, 版记, page numbers and wide tables: rows 37–64, 74 and 77–79."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import combinations

from hongtou.i18n import _
from hongtou.measure.checks_body import line_above
from hongtou.measure.elements import Kind, Paper
from hongtou.measure.end import COPIES, PRINTED
from hongtou.measure.flow import FRAME, NOT_FIRST, frame
from hongtou.measure.lines import Line
from hongtou.measure.numbers import PageNumber
from hongtou.measure.page import Box, Figure, around
from hongtou.measure.reading import Reading, fails, holds
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
    if _stamps(paper):
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
    return max(date.box.x1, *(line.box.x1 for line in paper.signature.names))


def _stamps(paper: Paper) -> list[Figure]:
    """Return the signature stamps (签名章): pictures about as high as two lines, wider than high."""
    return [
        figure
        for figure in paper.signature.figures
        if figure.picture and 15 <= figure.box.width <= 70 and figure.box.height < 0.8 * figure.box.width
    ]


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
    if date is None or not stamps or way(paper) is not Way.STAMPED:
        return
    yield Reading(date.page, max(stamp.box.x1 for stamp in stamps), quantity=_("right edge"))
    if above is not None and above.page == date.page:
        gap = stamps[0].box.y0 - above.box.y1
        yield Reading(date.page, gap, 22.8, (-5, 5), quantity=_("white above it"))


def remark_place(paper: Paper) -> Iterator[Reading]:
    """Row 48: the 附注 two characters in, on the line after the date."""
    remark, date = paper.signature.remark, paper.signature.date
    if remark and date is not None:
        yield Reading(remark[0].page, remark[0].box.x0, quantity=_("left edge"))
        if remark[0].page == date.page:
            step = remark[0].baseline - date.baseline
            yield Reading(date.page, step, 10.2, (-0.7, 0.7), quantity=_("distance from the date's line"))


# --- attachments ---


def attachment_label(paper: Paper) -> Iterator[Reading]:
    """Row 49: 附件 flush left on the first line of a new page."""
    for attachment in paper.attachments:
        line = attachment.label
        if not attachment.first:
            yield fails(line.page, _("{text} does not begin a page").format(text=line.text))
            continue
        edges = frame(line.page in paper.setting.wide)
        yield Reading(line.page, line.box.x0, edges.x0, quantity=_("left edge"))
        yield Reading(line.page, line.box.y0, edges.y0, (-1, 3.5), quantity=_("top"))


def attachment_title_row(paper: Paper) -> Iterator[Reading]:
    """Row 50: the title of an attachment on the third line."""
    for attachment in paper.attachments:
        if attachment.title and attachment.first:
            line = attachment.title[0]
            top = frame(line.page in paper.setting.wide).y0
            yield Reading(line.page, line.box.y0, top + 20.9)


def attachment_title_centre(paper: Paper) -> Iterator[Reading]:
    """Row 51: each line of an attachment's title in the middle."""
    for attachment in paper.attachments:
        for line in attachment.title:
            yield Reading(line.page, line.box.centre, frame(line.page in paper.setting.wide).centre)


# --- 版记 ---


def colophon_last_rule(paper: Paper) -> Iterator[Reading]:
    """Row 52: the last rule on the lower edge of the frame of the last page."""
    colophon = paper.colophon
    if not colophon.page:
        return
    if colophon.page != len(paper.pages):
        yield fails(colophon.page, _("not on the last page"))
    elif colophon.rules:
        yield Reading(colophon.page, colophon.rules[-1].box.middle)
    else:
        yield fails(colophon.page, _("no rules"))


def colophon_rule_length(paper: Paper) -> Iterator[Reading]:
    """Row 53: the ends of its rules."""
    for rule in paper.colophon.rules:
        yield Reading(paper.colophon.page, rule.box.x0, FRAME.x0, quantity=_("left end"))
        yield Reading(paper.colophon.page, rule.box.x1, FRAME.x1, quantity=_("right end"))


def colophon_outer_rules(paper: Paper) -> Iterator[Reading]:
    """Row 54: the thickness of the first and the last rule."""
    rules = paper.colophon.rules
    for rule in (rules[0], rules[-1]) if len(rules) > 1 else rules:
        yield Reading(paper.colophon.page, rule.thickness)


def colophon_inner_rules(paper: Paper) -> Iterator[Reading]:
    """Row 55: the thickness of the rules between, less than that of the outer ones."""
    rules = paper.colophon.rules
    for rule in rules[1:-1]:
        if rule.thickness >= min(rules[0].thickness, rules[-1].thickness) - 0.02:
            found = _("{thickness:.2f}, not thinner than the outer ones").format(thickness=rule.thickness)
            yield fails(paper.colophon.page, found)
        else:
            yield Reading(paper.colophon.page, rule.thickness)


def copies_edges(paper: Paper) -> Iterator[Reading]:
    """Row 56: 抄送 stands in one character on either side; a stop may hang over."""
    for line in paper.colophon.copies:
        if COPIES.match(line.text):
            yield Reading(line.page, line.box.x0, 33.25, (-0.95, 0.95), quantity=_("left edge"))
        end = next((char.box.x1 for char in reversed(line.chars) if char.text not in NOT_FIRST), 0.0)
        over = max(end - 179.1, 0.0)
        yield Reading(line.page, over, 0, (0, 0.6), quantity=_("overrun of the right limit x = 179.1"))


def copies_size(paper: Paper) -> Iterator[Reading]:
    """Row 57: the height of its characters."""
    for line in paper.colophon.lines:
        yield Reading(line.page, line.size * 25.4 / 72)


def copies_turned_over(paper: Paper) -> Iterator[Reading]:
    """Row 58: turned-over lines begin under the first name."""
    begin: float | None = None
    for line in paper.colophon.copies:
        label = COPIES.match(line.text)
        if label:
            begin = line.chars[label.end()].box.x0 if len(line.chars) > label.end() else None
        elif begin is not None:
            yield Reading(line.page, line.box.x0, begin)


def printed_edges(paper: Paper) -> Iterator[Reading]:
    """Row 59: 印发机关 on the left and the date on the right of one line."""
    printed = paper.colophon.printed
    if printed:
        left, right = printed[0], printed[-1]
        yield Reading(left.page, left.box.x0, 33.25, (-0.95, 0.95), quantity=_("left edge"))
        yield Reading(left.page, right.box.x1, 178.75, (-0.95, 0.95), quantity=_("right edge"))
        step = abs(left.baseline - right.baseline)
        yield Reading(left.page, step, 0, (0, 0.3), quantity=_("difference of the baselines"))


def letter_colophon(paper: Paper) -> Iterator[Reading]:
    """Row 74: the 版记 of a letter has no rules and stands on the lower edge of the frame."""
    colophon = paper.colophon
    if not colophon.page:
        return
    if colophon.rules:
        yield fails(colophon.page, _("{count} rules").format(count=len(colophon.rules)))
    if any(PRINTED.match(line.text) for line in colophon.lines):
        yield fails(colophon.page, _("an 印发 line"))
    yield Reading(colophon.page, max(line.box.y1 for line in colophon.lines))


# --- page numbers ---


def number_top(paper: Paper) -> Iterator[Reading]:
    """Row 60: the dashes beside the number 7 mm under the frame, on upright pages."""
    if not paper.page_numbers and paper.kind in (Kind.GENERAL, Kind.ORDER):
        yield fails(1, _("no page number"))
    for number in paper.page_numbers:
        if not number.wide:
            yield _dash_top(number)


def _dash_top(number: PageNumber) -> Reading:
    if number.dashes is None:
        return fails(number.page, _("“{text}” without its two dashes").format(text=number.line.text))
    return Reading(number.page, min(dash.y0 for dash in number.dashes))


def number_right(paper: Paper) -> Iterator[Reading]:
    """Row 61: the right end of an odd page's number."""
    for number in paper.page_numbers:
        if number.value % 2 and not number.wide:
            yield Reading(number.page, number.line.box.x1)


def number_left(paper: Paper) -> Iterator[Reading]:
    """Row 62: the left end of an even page's number."""
    for number in paper.page_numbers:
        if not number.value % 2 and not number.wide:
            yield Reading(number.page, number.line.box.x0)


def number_size(paper: Paper) -> Iterator[Reading]:
    """Row 63: the size of the digits, as the width of one: half an em."""
    for number in paper.page_numbers:
        yield Reading(number.page, number.digits_size * 25.4 / 72 / 2)


def numbers_level(paper: Paper) -> Iterator[Reading]:
    """Row 64: all page numbers on one height of the sheet."""
    upright = [number for number in paper.page_numbers if number.upright]
    if len(upright) > 1:
        heights = [number.line.baseline for number in upright]
        at = max(upright, key=lambda number: abs(number.line.baseline - heights[0]))
        yield Reading(at.page, max(heights) - min(heights))


# --- wide tables, 纪要 ---


def wide_head(paper: Paper) -> Iterator[Reading]:
    """Row 78: the head of a wide table on the left of the upright sheet, told by the side of its number."""
    for page, sheet in zip(paper.pages, paper.sheets, strict=True):
        if not page.wide or not paper.tables[page.number]:
            continue
        upwards = [char for char in page.chars if char.angle == 270 and char.box.x0 > page.width / 2]
        # A number that reads upwards stands upright only when the sheet is turned the other way.
        wrong = sheet.angle == 90 or (bool(upwards) and not _numbered(paper, sheet.number))
        yield holds(page.number, _("right") if wrong else _("left"), not wrong)


def _numbered(paper: Paper, page: int) -> bool:
    return any(number.page == page and number.upright for number in paper.page_numbers)


def wide_number(paper: Paper) -> Iterator[Reading]:
    """Row 79: the number of a wide page in the place it has on every other sheet."""
    numbered = {number.page for number in paper.page_numbers}
    for page in paper.pages:
        if page.wide and numbered and page.number not in numbered:
            yield fails(page.number, _("no page number"))
    for number in paper.page_numbers:
        if not number.wide:
            continue
        if not number.upright:
            yield fails(number.page, _("along the long side, not upright on the turned sheet"))
            continue
        top = _dash_top(number)
        yield top if top.verdict else Reading(number.page, top.value, 269, quantity=_("top of the dash"))
        if number.value % 2:
            yield Reading(number.page, number.line.box.x1, 178.75, (-1.35, 1.35), _("right edge"))
        else:
            yield Reading(number.page, number.line.box.x0, 33.25, (-1.35, 1.35), _("left edge"))


_PRESENT = re.compile(r"出席[:：]")
_HEI = re.compile(r"hei|黑|sans|gothic", re.IGNORECASE)


def present_line(paper: Paper) -> Iterator[Reading]:
    """Row 77: 出席 stands in two characters and its label is in 黑体."""
    line = next((line for line in paper.flow if _PRESENT.match(line.text)), None)
    if line is not None:
        yield Reading(line.page, line.box.x0, quantity=_("left edge"))
        yield holds(line.page, line.font, _HEI.search(line.font) is not None)
