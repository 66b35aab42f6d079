"""What comes after the body: signature and date, attachments, 版记."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hongtou.measure.flow import Paragraph, Setting
from hongtou.measure.lines import Line, level_rules
from hongtou.measure.page import Box, Figure, Page, Rule

DATE = re.compile(r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|二[〇○零Oo0]..?年.{1,2}月.{1,3}日")
LABEL = re.compile(
    r"(?:[\u4e00-\u9fff]{2,14}〔\d{4}〕\d+号)?附件(?P<number>[0-9０-９一二三四五六七八九十]*)[:：.．、]?"
)
"""附件1; one that is bound separately begins with the 文号 of its paper (clause 7.3.7)."""
COPIES = re.compile(r"(抄送|抄报|抄发|主送)[:：]")
PRINTED = re.compile(r".*(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}|年\d{0,2}月\d{0,2})日印(发|制)?$")
"""The line of 印发机关和印发日期; the date may still be blank (　　年　　月　　日印发)."""
_SMALL = 15.5
"""pt: 4号 is smaller, 3号 is not."""
COLOPHON_RULE = 60.0
"""mm: a level stroke from this length on may be a rule of the 版记."""


@dataclass
class Signature:
    """署名 and 成文日期, what stands after them, and the pictures (seals) among them."""

    names: list[Line] = field(default_factory=list)
    date: Line | None = None
    above: Line | None = None
    """The last line before the names."""
    remark: list[Line] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


@dataclass
class Attachment:
    """An attachment: its label, its title and its text."""

    label: Line
    first: bool
    """Whether the label is the first line of its page."""
    title: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)


@dataclass
class Colophon:
    """The 版记: its rules and its lines; ``page`` is 0 where there is none."""

    page: int = 0
    rules: list[Rule] = field(default_factory=list)
    copies: list[Line] = field(default_factory=list)
    """The lines of 主送 and 抄送."""
    printed: list[Line] = field(default_factory=list)
    """The parts of the 印发 line, left to right."""

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [*self.copies, *self.printed]


def split_attachments(
    lines: Sequence[Line], setting: Setting, pages: Sequence[Page]
) -> tuple[list[Line], list[Attachment]]:
    """Return the lines before the first attachment, and the attachments."""
    main: list[Line] = []
    found: list[Attachment] = []
    for index, line in enumerate(lines):
        if _is_label(line, setting, lines[:index]):
            first = all(other.page != line.page for other in lines[:index])
            found.append(Attachment(line, first))
        elif found:
            found[-1].rest.append(line)
        else:
            main.append(line)
    for attachment in found:
        _take_attachment_title(attachment, setting)
    return main, found


def _is_label(line: Line, setting: Setting, before: Sequence[Line]) -> bool:
    if not LABEL.fullmatch(line.text) or line.box.x0 > setting.left_of(line) + 12:
        return False
    # On the first page, a bare 附件 under the date is a label in the wrong place; elsewhere it is text.
    return line.page > 1 or any(DATE.fullmatch(other.text) for other in before)


def _take_attachment_title(attachment: Attachment, setting: Setting) -> None:
    rest = attachment.rest
    count = 0
    for line in rest:
        larger = line.size >= setting.size + 1.4
        same = not attachment.title or abs(line.size - attachment.title[0].size) < 0.4
        if line.page != attachment.label.page or not same or not (larger or setting.is_centred(line)):
            break
        attachment.title.append(line)
        count += 1
    attachment.rest = rest[count:]


def split_signature(
    main: list[Line], setting: Setting, pages: Sequence[Page]
) -> tuple[list[Line], Signature]:
    """Return the lines before the signature, and the signature with what follows it."""
    dates = [
        index
        for index, line in enumerate(main)
        if DATE.fullmatch(line.text) and line.box.x0 > setting.left_of(line) + 40
    ]
    if not dates:
        return main, Signature()
    at = dates[-1]
    start = at
    while (
        start > 0
        and at - start < 8
        and (
            _is_name(main[start - 1], main[at], setting)
            or (start < at and _is_beside(main[start - 1], main[start]))
        )
    ):
        start -= 1
    date = main[at]
    above = main[start - 1] if start else None
    signature = Signature(main[start:at], date, above, _remark(main[at + 1 :]))
    top = above.box.y1 - 15 if above is not None and above.page == date.page else 20.0
    page = next(page for page in pages if page.number == date.page)
    signature.figures = [
        figure
        for figure in page.figures
        if figure.box.width >= 8
        and figure.box.y1 > top
        and figure.box.x1 > 70
        and figure.box.y0 < date.box.y1
    ]
    return main[:start], signature


def _is_name(line: Line, date: Line, setting: Setting) -> bool:
    """Tell whether a line above the date is a 署名: short, off the left edge, without a stop."""
    begins = line.box.x0 - setting.left_of(line)
    centred_on_date = abs(line.box.centre - date.box.centre) < 6 and begins > 16
    return line.page == date.page and (begins > 40 or centred_on_date) and line.text[-1] not in "。；，："


def _is_beside(line: Line, name: Line) -> bool:
    """Tell whether a line is a name to the left of another: those of a joint paper stand in rows."""
    return line.page == name.page and abs(line.baseline - name.baseline) < 1


def _remark(after: Sequence[Line]) -> list[Line]:
    """Return the 附注: the lines from an opening to a closing bracket."""
    if not after or after[0].text[0] not in "（(":
        return []
    taken = []
    for line in after[:6]:
        taken.append(line)
        if line.text.endswith(("）", ")")):
            break
    return taken


def find_colophon(
    lines: list[Line], pages: Sequence[Page], tables: Mapping[int, Sequence[Box]]
) -> tuple[Colophon, list[Line]]:
    """Return the 版记 of the last page that has one, and the other lines."""
    starts = [
        line
        for line in lines
        if (COPIES.match(line.text) and (line.box.y0 > 100 or line.size < _SMALL))
        or (PRINTED.match(line.text) and line.size < _SMALL)
    ]
    if not starts:
        return Colophon(), lines
    page = max(line.page for line in starts)
    top = min(line.box.y0 for line in starts if line.page == page)
    taken = [line for line in lines if line.page == page and line.box.y0 >= top - 1]
    floor = max(line.box.y1 for line in taken)
    rules = [
        rule
        for rule in level_rules(pages[page - 1].rules)
        if rule.length >= COLOPHON_RULE
        and not rule.colour.is_red
        and top - 12 < rule.box.middle < floor + 12
        and not any(grid.grown(1).contains(rule.box) for grid in tables[page])
    ]
    printed = next((line for line in taken if PRINTED.match(line.text)), None)
    last = (
        [line for line in taken if abs(line.baseline - printed.baseline) < 2.5] if printed is not None else []
    )
    copies = [line for line in taken if line not in last]
    return Colophon(page, rules, copies, last), [line for line in lines if line not in taken]
