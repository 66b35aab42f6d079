"""Checks of what the page says where a machine can tell: the rows T1–T10."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.measure.elements import NOTE, NUMBER, Kind, Paper
from hongtou.measure.end import COPIES, LABEL
from hongtou.measure.flow import Paragraph
from hongtou.measure.reading import Reading, fails, holds

KINDS_OF_PAPER = (
    "决议",
    "决定",
    "命令",
    "令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
)
"""The 文种 of 条例 Art. 8."""
_NESTED = re.compile(rf"的?({'|'.join(KINDS_OF_PAPER)})的({'|'.join(KINDS_OF_PAPER)})$")
_ZERO = re.compile(r"年0|月0")
_STOP = "。；，、：.;,:"


def one_number(paper: Paper) -> Iterator[Reading]:
    """T1: one 文号, with its brackets 〔〕."""
    if paper.number:
        yield holds(1, paper.number.text, NUMBER.fullmatch(paper.number.text) is not None)


def date_zeros(paper: Paper) -> Iterator[Reading]:
    """T2: no leading zero in a date."""
    dates = [paper.signature.date] if paper.signature.date else []
    for line in [*dates, *paper.colophon.printed]:
        if "年" in line.text:
            arabic = not any(mark in line.text for mark in "〇○二")
            yield holds(line.page, line.text, _ZERO.search(line.text) is None and arabic)


def recipients_end(paper: Paper) -> Iterator[Reading]:
    """T3: 主送 ends with a full-width colon."""
    if paper.recipients:
        line = paper.recipients[-1]
        yield holds(line.page, line.text[-8:], line.text.endswith("："))


def copies_end(paper: Paper) -> Iterator[Reading]:
    """T4: 抄送 ends with a full stop."""
    lines = paper.colophon.copies
    starts = [index for index, line in enumerate(lines) if COPIES.match(line.text)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        # 抄送 the rest of the block: what follows on a line of its own is another element.
        text = lines[end - 1].text
        if lines[start].text.startswith("抄送"):
            yield holds(lines[start].page, text[-8:], text.endswith("。"))


def note_names(paper: Paper) -> list[str]:
    """Return the names in the 附件说明, without their numbers."""
    text = ""
    for line in paper.note:
        numbered = re.match(r"\d{1,2}[.．](?!\d)", line.text)
        text += ("\n" if numbered else "") + line.text
    text = NOTE.sub("", text, count=1)
    return [re.sub(r"^\d{1,2}[.．](?!\d)", "", name) for name in text.split("\n") if name]


def names_bare(paper: Paper) -> Iterator[Reading]:
    """T5: no mark after the name of an attachment, nor after its label."""
    for name in note_names(paper):
        yield holds(paper.note[0].page, name[-10:], name[-1] not in _STOP)
    for attachment in paper.attachments:
        yield holds(attachment.label.page, attachment.label.text, attachment.label.text[-1] not in _STOP)


def attachments_match(paper: Paper) -> Iterator[Reading]:
    """T6: the attachments are those of the 附件说明: as many, in order, by the same titles."""
    names = note_names(paper)
    if not names or not paper.attachments:
        return
    if len(names) != len(paper.attachments):
        counts = _("{listed} listed, {found} attached").format(
            listed=len(names), found=len(paper.attachments)
        )
        yield fails(paper.note[0].page, counts)
        return
    for at, (name, attachment) in enumerate(zip(names, paper.attachments, strict=True), start=1):
        title = "".join(line.text for line in attachment.title)
        if not title:
            continue
        label = LABEL.fullmatch(attachment.label.text) and re.sub(r"\D", "", attachment.label.text)
        numbered = label == (str(at) if len(names) > 1 else "")
        found = f"{attachment.label.text} {title}"
        yield holds(attachment.label.page, found, numbered and _bare(title) == _bare(name))


def _bare(title: str) -> str:
    # Marks have an assertion of their own.
    return re.sub(r"[《》\s]", "", title).rstrip(_STOP)


def one_kind(paper: Paper) -> Iterator[Reading]:
    """T7: the title ends with one 文种."""
    if not paper.title or paper.kind not in (Kind.GENERAL, Kind.LETTER):
        return
    title = "".join(line.text for line in paper.title)
    bare = re.sub(r"（[^（）]*）$", "", title)
    nested = _NESTED.search(bare) and not bare.endswith("》的通知")
    yield holds(1, title[-12:], bare.endswith(tuple(KINDS_OF_PAPER)) and not nested)


def body_on_page_one(paper: Paper) -> Iterator[Reading]:
    """T8: the first page shows text of the body."""
    if paper.body:
        on_one = any(line.page == 1 for paragraph in paper.body for line in paragraph.lines)
        yield holds(1, _("text") if on_one else _("none"), on_one)


_LEVELS = (
    re.compile(r"([一二三四五六七八九十]{1,3})、"),
    re.compile(r"（([一二三四五六七八九十]{1,3})）"),
    re.compile(r"(\d{1,2})[.．](?!\d)"),
    re.compile(r"（(\d{1,2})）"),
)


def level_sequence(paper: Paper) -> Iterator[Reading]:
    """T9: the numbers of each level count on from 1, or on through the paper.

    Only where paragraphs stand in: elsewhere nobody can tell where one begins after a full line.
    """
    if any(paper.setting.is_flush(paragraph.lines[0]) for paragraph in paper.all_paragraphs):
        return
    for text in (paper.body, *(attachment.body for attachment in paper.attachments)):
        yield from _sequence(text)


def _sequence(paragraphs: Sequence[Paragraph]) -> Iterator[Reading]:
    last = [0, 0, 0, 0]
    fresh = [True] * 4
    for paragraph in paragraphs:
        for level, form in enumerate(_LEVELS):
            match = form.match(paragraph.text)
            if match is None:
                continue
            number = _value(match[1])
            right = number == last[level] + 1 or (number == 1 and fresh[level])
            yield holds(paragraph.lines[0].page, paragraph.text[:8], right)
            last[level] = number
            fresh[level] = False
            # Under a new heading the lower levels may begin again.
            fresh[level + 1 :] = [True] * (3 - level)
            break


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    digits = "〇一二三四五六七八九"
    if not ten:
        return digits.find(numeral)
    return 10 * (digits.find(tens) if tens else 1) + (digits.find(ones) if ones else 0)


_WRONG_MARKS = (
    re.compile(r"^\d{1,2}、"),
    re.compile(r"^（[一二三四五六七八九十]{1,3}）、"),
    re.compile(r"》、《"),
)


def wrong_marks(paper: Paper) -> Iterator[Reading]:
    """T10: no 1、 and （一）、 at the head of a paragraph, no 》、《 within one."""
    for paragraph in paper.all_paragraphs:
        for form in _WRONG_MARKS:
            match = form.search(paragraph.text)
            if match:
                start = max(0, match.start() - 4)
                yield fails(paragraph.lines[0].page, paragraph.text[start : match.end() + 4])
    if paper.all_paragraphs:
        yield holds(paper.all_paragraphs[0].lines[0].page, _("none"), True)
