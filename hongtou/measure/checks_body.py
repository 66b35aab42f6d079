"""Checks of frame, body and 附件说明: rows 2–13, 32–36 and 80."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from hongtou.i18n import _
from hongtou.measure.elements import NOTE, Kind, Paper
from hongtou.measure.flow import FRAME, NOT_FIRST, NOT_LAST, frame, full_lines, is_pure
from hongtou.measure.lines import Line, is_han, is_wide
from hongtou.measure.page import Box, Char, Page
from hongtou.measure.reading import RENDERER, Reading, Verdict, fails, holds, usual

OUTER = 1.0
"""mm that ink may stick out of the frame (clause 6.3)."""


def left_edges(paper: Paper) -> Iterator[Reading]:
    """Row 2: where full lines that are not first lines begin."""
    begins = [(line, line.box.x0) for line in _turned_over(paper)]
    yield from usual(begins, FRAME.x0, (-1, 1))


def turned_over_left(paper: Paper) -> Iterator[Reading]:
    """Row 13: where every turned-over line begins."""
    for line in _turned_over(paper):
        yield Reading(line.page, line.box.x0)


def _turned_over(paper: Paper) -> list[Line]:
    return [
        line
        for paragraph in paper.all_paragraphs
        for line in paragraph.lines[1:]
        if line.text[0] not in NOT_LAST
    ]


def right_edges(paper: Paper) -> Iterator[Reading]:
    """Row 3: where full lines of Han characters end."""
    yield from usual([(line, line.box.x1) for line in _pure_lines(paper)], FRAME.x1, (-1, 1))


def line_widths(paper: Paper) -> Iterator[Reading]:
    """Row 4: how wide full lines of Han characters are."""
    lines = [line for line in _pure_lines(paper) if paper.setting.is_flush(line)]
    yield from usual([(line, line.box.width) for line in lines], FRAME.width, (-1, 1))


def cells(paper: Paper) -> Iterator[Reading]:
    """Row 8: the cells of full lines; one more where marks are squeezed."""
    counts = Counter(len(line.chars) for line in _pure_lines(paper) if paper.setting.is_flush(line))
    if counts:
        common = counts.most_common(1)[0][0]
        page = next(line.page for line in _pure_lines(paper) if len(line.chars) == common)
        yield Reading(page, common)


def _pure_lines(paper: Paper) -> list[Line]:
    return [line for line, following in full_lines(paper.all_paragraphs) if is_pure(line, following)]


def first_tops(paper: Paper) -> Iterator[Reading]:
    """Row 5: the top of the first line of the pages after the first."""
    text = set(paper.text_lines)
    for page in paper.pages[1:]:
        lines = [line for line in paper.flow if line.page == page.number]
        if lines and lines[0] in text and not _tables_above(paper, lines[0]):
            yield Reading(page.number, lines[0].box.y0)


def _tables_above(paper: Paper, line: Line) -> bool:
    return any(box.y0 < line.box.y0 for box in paper.tables[line.page])


def last_bottoms(paper: Paper) -> Iterator[Reading]:
    """Row 6: the bottom of the last line of full pages; a frame not filled at 28 pt is not a fault."""
    for lines in _full_pages(paper):
        bottom = lines[-1].box.y1
        if bottom > FRAME.y1 + OUTER + 0.01 or bottom < FRAME.y1 - 12:
            yield Reading(lines[-1].page, bottom)
        else:
            verdict = Verdict.PASS if bottom >= FRAME.y1 - 4 else Verdict.INFO
            yield Reading(lines[-1].page, bottom, verdict=verdict, found=f"{bottom:.2f}")


def lines_per_page(paper: Paper) -> Iterator[Reading]:
    """Row 7: the lines of full pages; one more or less comes from widow control."""
    for lines in _full_pages(paper):
        count = len({round(line.baseline) for line in lines})
        if abs(count - 22) == 1:
            yield Reading(lines[0].page, count, verdict=Verdict.INFO, found=str(count))
        else:
            yield Reading(lines[0].page, count)


def _full_pages(paper: Paper) -> Iterator[list[Line]]:
    """Yield the lines of each page of nothing but evenly set text that goes on overleaf."""
    text = set(paper.text_lines)
    overleaf = {
        line.page for line, following in full_lines(paper.all_paragraphs) if following.page > line.page
    }
    for page in paper.pages:
        lines = [line for line in paper.flow if line.page == page.number]
        steps = [below.baseline - above.baseline for above, below in pairwise(lines)]
        if (
            page.number in overleaf
            and all(line in text for line in lines)
            and not paper.tables[page.number]
            and all(abs(step - paper.setting.pitch) <= 0.6 for step in steps)
        ):
            yield lines


def pitches(paper: Paper) -> Iterator[Reading]:
    """Row 9: the distance of lines within paragraphs."""
    steps = [
        (below, below.baseline - above.baseline)
        for above, below in full_lines(paper.all_paragraphs)
        if above.page == below.page
    ]
    yield from usual(steps, 10.2, (-0.4, 0.4))


def advances(paper: Paper) -> Iterator[Reading]:
    """Row 10: the distance of Han characters beside each other; digits and letters stretch or squeeze the rest of a line."""
    whole = [line for line in paper.text_lines if all(is_wide(char.text) for char in line.chars)]
    if found := _advances(whole) or _advances(paper.text_lines):
        yield Reading(found[0][0].page, median(value for _line, value in found))


def _advances(lines: Iterable[Line]) -> list[tuple[Line, float]]:
    """Return the usual distance of characters in each of ``lines`` that has enough of them."""
    return [
        (line, median(steps))
        for line in lines
        if (
            steps := [
                after.box.x0 - before.box.x0
                for before, after in pairwise(line.chars)
                if is_han(before.text) and is_han(after.text)
            ]
        )
        and len(steps) >= 5
    ]


def body_size(paper: Paper) -> Iterator[Reading]:
    """Row 11: the height of the body's characters, of each line."""
    lines = [(line, line.size * 25.4 / 72) for line in paper.text_lines]
    yield from usual(lines, 5.57, (-0.1, 0.1))


def first_line_indents(paper: Paper) -> Iterator[Reading]:
    """Row 12: how far first lines stand in from the other lines."""
    turned = _turned_over(paper)
    left = median(line.box.x0 for line in turned) if turned else FRAME.x0
    for paragraph in paper.all_paragraphs:
        first = paragraph.lines[0]
        if first.text[0] not in NOT_LAST:
            yield Reading(first.page, first.box.x0 - left)


def body_on_page_one(paper: Paper) -> Iterator[Reading]:
    """Row 32: the text begins on the first page."""
    if paper.body:
        page = paper.body[0].lines[0].page
        yield holds(page, _("page {number}").format(number=page), page == 1)


# --- 附件说明 ---

_ITEM = re.compile(r"(\d{1,2})[.．](?!\d)")


def note_pitch(paper: Paper) -> Iterator[Reading]:
    """Row 33: one blank line above the 附件说明."""
    if paper.note:
        above = line_above(paper, paper.note[0])
        if above is not None:
            yield Reading(paper.note[0].page, paper.note[0].baseline - above.baseline)


def line_above(paper: Paper, line: Line) -> Line | None:
    """Return the line before ``line`` on its page, None where a table or nothing stands between."""
    at = paper.flow.index(line)
    above = paper.flow[at - 1] if at else None
    if above is None or above.page != line.page:
        return None
    between = Box(0, above.box.y1, 210, line.box.y0)
    return None if any(box.touches(between) for box in paper.tables[line.page]) else above


def note_left(paper: Paper) -> Iterator[Reading]:
    """Row 34: where 附件： begins."""
    if paper.note:
        yield Reading(paper.note[0].page, paper.note[0].box.x0)


def note_turned_over(paper: Paper) -> Iterator[Reading]:
    """Row 35: turned-over names begin under the name."""
    for name, line in _note_lines(paper):
        if not _ITEM.match(line.text):
            yield Reading(line.page, line.box.x0, name.box.x0)


def note_numbers(paper: Paper) -> Iterator[Reading]:
    """Row 36: the numbers stand under each other."""
    if not paper.note:
        return
    first = paper.note[0].part(3)
    if _ITEM.match(first.text):
        for line in paper.note[1:]:
            if _ITEM.match(line.text):
                yield Reading(line.page, line.box.x0, first.box.x0)


def _note_lines(paper: Paper) -> Iterator[tuple[Line, Line]]:
    """Yield each line after the first, with the name that it belongs to."""
    name: Line | None = None
    for line in paper.note:
        rest = line.part(3) if NOTE.match(line.text) and len(line.chars) > 3 else line
        item = _ITEM.match(rest.text)
        if name is not None:
            yield name, line
        if item and len(rest.chars) > item.end():
            name = rest.part(item.end())
        elif name is None:
            name = rest


# --- everything ---


def outside(paper: Paper) -> Iterator[Reading]:
    """Row 80: ink outside the frame; per page the furthest."""
    for page in paper.pages:
        inner = frame(page.wide)
        found = [(_overrun(box, inner), what) for box, what in _ink(paper, page)]
        over, what = max(found, default=(0.0, ""), key=lambda one: one[0])
        if over > OUTER + RENDERER["80"] + 0.01:
            yield fails(page.number, _("{what} {over:.1f} mm outside").format(what=what, over=over))
        else:
            yield Reading(page.number, max(over, 0.0))


def _narrower(char: Char) -> Box:
    """Return the part of the ink within the em box: some faces' strokes reach a little over it."""
    ink, box = char.ink, char.box
    return Box(max(ink.x0, box.x0), max(ink.y0, box.y0), min(ink.x1, box.x1), min(ink.y1, box.y1))


def _overrun(box: Box, inner: Box) -> float:
    return max(inner.x0 - box.x0, inner.y0 - box.y0, box.x1 - inner.x1, box.y1 - inner.y1)


def _ink(paper: Paper, page: Page) -> Iterator[tuple[Box, str]]:
    """Yield the ink of a page with its name, but for what belongs outside or may hang over the edge."""
    letter = paper.kind is Kind.LETTER and page.number == 1
    free = {id(char) for line in paper.mark for char in line.chars} if letter else set()
    number = next((one for one in paper.page_numbers if one.page == page.number), None)
    place = number.reading.grown(0.5) if number is not None and number.reading is not None else None
    for char in page.chars:
        own_number = number is not None and (
            char.angle != 0 or (place is not None and place.contains(char.box))
        )
        hangs = char.text in NOT_FIRST and char.box.x0 <= frame(page.wide).x1 + 1
        if id(char) not in free and not own_number and not hangs:
            yield _narrower(char), f"“{char.text}”"
    for rule in page.rules:
        if not (letter and rule.colour.is_red):
            yield rule.box, _("a rule")
    for figure in page.figures:
        if figure not in paper.signature.figures:
            yield figure.box, _("a picture") if figure.picture else _("a drawing")
