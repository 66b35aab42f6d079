"""Checks of sheet, head and title: rows 1, 14–31, 65–73, 75 and 76."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hongtou.i18n import _
from hongtou.measure.elements import SIGNER, Kind, Paper
from hongtou.measure.flow import FRAME, frame
from hongtou.measure.lines import Line
from hongtou.measure.page import Box, Rule, around
from hongtou.measure.reading import Reading, Verdict, fails, holds
from hongtou.sheet.standard import CHARACTER_MM


def sheet_size(paper: Paper) -> Iterator[Reading]:
    """Row 1: the size of each sheet, the short side across."""
    for sheet in paper.sheets:
        off = max(abs(sheet.width - 210), abs(sheet.height - 297))
        verdict = Verdict.PASS if off <= 0.1 else Verdict.FAIL
        yield Reading(sheet.number, off, found=f"{sheet.width:.1f} × {sheet.height:.1f}", verdict=verdict)


def copy_number_place(paper: Paper) -> Iterator[Reading]:
    """Row 14: 份号 flush left on the first line."""
    if paper.copy_number:
        box = paper.copy_number.box
        yield Reading(1, box.x0, quantity=_("left edge"))
        yield Reading(1, box.y0, FRAME.y0, (-2.5, 2.5), quantity=_("top"))


def secrecy_top(paper: Paper) -> Iterator[Reading]:
    """Row 15: 密级 on the second line."""
    if paper.secrecy:
        yield Reading(1, paper.secrecy.box.y0)


def mark_top(paper: Paper) -> Iterator[Reading]:
    """Rows 16, 65, 75, 76: the upper edge of the ink of the 标志."""
    if paper.mark:
        yield Reading(1, min(line.ink.y0 for line in paper.mark))


def mark_centre(paper: Paper) -> Iterator[Reading]:
    """Row 17: the middle of the 标志."""
    if paper.mark:
        yield Reading(1, _mark_box(paper).centre)


def mark_fits(paper: Paper) -> Iterator[Reading]:
    """Row 18: the 标志 does not stick out of the frame."""
    if paper.mark:
        ink = around(line.ink for line in paper.mark)
        yield Reading(1, max(FRAME.x0 - ink.x0, ink.x1 - FRAME.x1, 0.0))


def _mark_box(paper: Paper) -> Box:
    return around(line.box for line in paper.mark)


def number_centre(paper: Paper) -> Iterator[Reading]:
    """Row 19: the 文号 of a paper that does not go up stands in the middle."""
    if paper.number and not paper.signers:
        yield Reading(1, paper.number.box.centre)


def number_gap(paper: Paper) -> Iterator[Reading]:
    """Row 20: the white between 标志 and the line of the 文号 (or the first 签发人)."""
    if paper.number and paper.mark:
        first = min([paper.number, *paper.signers], key=lambda line: line.box.y0)
        yield Reading(1, first.box.y0 - _mark_box(paper).y1)


def number_left(paper: Paper) -> Iterator[Reading]:
    """Row 21: the 文号 of a paper that goes up."""
    if paper.number and paper.signers:
        yield Reading(1, paper.number.box.x0)


def signer_right(paper: Paper) -> Iterator[Reading]:
    """Row 22: the right edge of the names of the 签发人; further rows begin under the first name."""
    if not paper.signers:
        return
    yield Reading(1, max(line.box.x1 for line in paper.signers))
    label, *rest = paper.signers
    match = SIGNER.match(label.text)
    if match and len(label.chars) > match.end():
        for line in rest:
            begin = label.chars[match.end()].box.x0
            yield Reading(1, line.box.x0, begin, quantity=_("left edge of other lines"))


def rule_gap(paper: Paper) -> Iterator[Reading]:
    """Row 23: the white between 文号 and red rule."""
    if paper.head_rule and paper.number:
        yield Reading(1, paper.head_rule.box.y0 - paper.number.box.y1)


def rule_ends(paper: Paper) -> Iterator[Reading]:
    """Row 24: both ends of the red rule."""
    if paper.head_rule:
        yield from _ends(paper.head_rule, FRAME.x0, FRAME.x1)


def _ends(rule: Rule, left: float, right: float) -> Iterator[Reading]:
    yield Reading(1, rule.box.x0, left, quantity=_("left end"))
    yield Reading(1, rule.box.x1, right, quantity=_("right end"))


def rule_colour(paper: Paper) -> Iterator[Reading]:
    """Row 25: the red rule is red."""
    if paper.head_rule:
        colour = paper.head_rule.colour
        yield holds(1, f"#{colour.red:02X}{colour.green:02X}{colour.blue:02X}", colour.is_red)


def title_gap(paper: Paper) -> Iterator[Reading]:
    """Row 26: the white between red rule and title."""
    if paper.head_rule and paper.title:
        yield Reading(1, paper.title[0].box.y0 - paper.head_rule.box.y1)


def title_size(paper: Paper) -> Iterator[Reading]:
    """Row 27: the height of the title's characters."""
    for line in _titles(paper):
        yield Reading(line.page, line.size * 25.4 / 72)


def title_centre(paper: Paper) -> Iterator[Reading]:
    """Row 28: the middle of each line of the title, which a wide table's page has elsewhere."""
    for line in paper.title:
        wide = line.page in paper.setting.wide
        yield Reading(line.page, line.box.centre, frame(True).centre if wide else None)


def _titles(paper: Paper) -> Iterator[Line]:
    yield from paper.title


def title_shape(paper: Paper) -> Iterator[Reading]:
    """Row 29: the lines of the title grow, shrink, or grow and then shrink."""
    if len(paper.title) < 2:
        return
    widths = [line.box.width for line in paper.title]
    steps = [below - above for above, below in pairwise(widths)]
    # A step is read off full cells; half of one is a narrow digit or bracket.
    told = all(abs(step) >= CHARACTER_MM - 0.1 for step in steps)
    hourglass = any(first < 0 < second for first, second in pairwise(steps))
    found = " / ".join(f"{width:.0f}" for width in widths)
    yield holds(1, found, told and not hourglass)


def recipients_gap(paper: Paper) -> Iterator[Reading]:
    """Row 30: the white between title and 主送."""
    block = [*paper.title, *paper.subtitle]
    if paper.recipients and block:
        yield Reading(1, paper.recipients[0].box.y0 - block[-1].box.y1)


def recipients_left(paper: Paper) -> Iterator[Reading]:
    """Row 31: every line of 主送 begins at the edge."""
    for line in paper.recipients:
        yield Reading(line.page, line.box.x0)


# --- letters ---


def letter_rule_gap(paper: Paper) -> Iterator[Reading]:
    """Row 66: the white between 标志 and the upper rule.

    The clause does not say whether the characters or their ink are meant; the nearer to 4 mm counts.
    """
    if paper.mark and paper.upper_rules:
        top = paper.upper_rules[0].box.y0
        gaps = [top - _mark_box(paper).y1, top - max(line.ink.y1 for line in paper.mark)]
        yield Reading(1, min(gaps, key=lambda gap: abs(gap - 4)))


def letter_lower_rule(paper: Paper) -> Iterator[Reading]:
    """Row 67: the lower rule above the edge of the sheet."""
    if paper.lower_rules:
        box = around(rule.box for rule in paper.lower_rules)
        yield Reading(1, paper.sheets[0].height - box.middle)
    else:
        yield fails(1, _("no lower red rule"))


def letter_rule_length(paper: Paper) -> Iterator[Reading]:
    """Row 68: how long the rules are."""
    for rule in (*paper.upper_rules, *paper.lower_rules):
        yield Reading(1, rule.length)


def letter_rule_ends(paper: Paper) -> Iterator[Reading]:
    """Row 69: where the rules end: in the middle of the sheet, or of the frame 1 mm further right."""
    for rule in (*paper.upper_rules, *paper.lower_rules):
        yield from _ends(rule, 20, 190)


def letter_rule_order(paper: Paper) -> Iterator[Reading]:
    """Row 70: the thick rule is the outer one."""
    for name, rules, thick in (
        (_("upper"), paper.upper_rules, 0),
        (_("lower"), paper.lower_rules, 1),
    ):
        if len(rules) == 1:
            yield fails(1, _("{which}: a single rule").format(which=name))
        elif rules:
            found = f"{name}: {rules[0].thickness:.2f} / {rules[1].thickness:.2f}"
            yield holds(1, found, rules[thick].thickness > rules[1 - thick].thickness + 0.02)


def letter_number(paper: Paper) -> Iterator[Reading]:
    """Row 71: the 文号 flush right under the upper rule."""
    if paper.number and paper.upper_rules:
        yield Reading(1, paper.number.box.x1, quantity=_("right edge"))
        gap = paper.number.box.y0 - paper.upper_rules[-1].box.y1
        yield Reading(1, gap, 4.88, (-0.7, 0.7), quantity=_("gap under the rule"))


def letter_page_one(paper: Paper) -> Iterator[Reading]:
    """Row 72: the first page of a letter bears no number."""
    numbers = [number.line.text for number in paper.page_numbers if number.page == 1]
    yield holds(1, numbers[0] if numbers else _("none"), not numbers)


def letter_title_gap(paper: Paper) -> Iterator[Reading]:
    """Row 73: the white between the title and the lowest element above it."""
    above = [line for line in (paper.number, paper.copy_number, paper.secrecy, paper.urgency) if line]
    if paper.title and above:
        yield Reading(1, paper.title[0].box.y0 - max(line.box.y1 for line in above))


GENERAL = frozenset({Kind.GENERAL})
LETTER = frozenset({Kind.LETTER})
ORDER = frozenset({Kind.ORDER})
MINUTES = frozenset({Kind.MINUTES})
