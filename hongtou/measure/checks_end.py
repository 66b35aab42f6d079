"""Checks of attachments, 版记, page numbers and wide tables: rows 49–64, 74 and 77–79."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hongtou.i18n import _
from hongtou.measure.elements import Kind, Paper
from hongtou.measure.end import COPIES, PRINTED
from hongtou.measure.flow import FRAME, NOT_FIRST, frame
from hongtou.measure.numbers import PageNumber
from hongtou.measure.reading import Reading, fails, holds

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
        yield Reading(line.page, line.box.y0, edges.y0, (-1, 3), quantity=_("top"))


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
