"""Checks of what the page says where a machine can tell: the rows T1–T10."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.measure.elements import NOTE, NUMBER, Kind, Paper
from hongtou.measure.end import COPIES, LABEL, Attachment
from hongtou.measure.flow import Paragraph
from hongtou.measure.lines import Line
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
_ZERO_INSIDE = re.compile(r"(?:19|20)\d{2}年(?:0\d月|\d{1,2}月0\d日)")
_NUMBER_INSIDE = re.compile(
    r"[\u4e00-\u9fff]{1,14}(?:[\[［【〖](?:19|20)\d{2}[\]］】〗]第?\d+号|〔(?:19|20)\d{2}〕(?:第|0)\d*号)"
)
"""A 文号 in the text that is surely wrong; round brackets may be something else (（2020）12号楼)."""
_STOP = "。；，、：.;,:"


def one_number(paper: Paper) -> Iterator[Reading]:
    """T1: one 文号, with its brackets 〔〕; those named in the text have them too."""
    if paper.number:
        yield holds(1, paper.number.text, NUMBER.fullmatch(paper.number.text) is not None)
    yield from _found(paper, _NUMBER_INSIDE)


def _found(paper: Paper, wrong: re.Pattern[str], around: int = 0) -> Iterator[Reading]:
    """Yield a failure for each match in the text, with ``around`` characters on either side."""
    for paragraph in paper.all_paragraphs:
        for match in wrong.finditer(paragraph.text):
            start = max(0, match.start() - around)
            yield fails(paragraph.lines[0].page, paragraph.text[start : match.end() + around])


def date_zeros(paper: Paper) -> Iterator[Reading]:
    """T2: no leading zero in a date."""
    dates = [paper.signature.date] if paper.signature.date else []
    for line in [*dates, *paper.colophon.printed]:
        if "年" in line.text:
            arabic = not any(mark in line.text for mark in "〇○二")
            yield holds(line.page, line.text, _ZERO.search(line.text) is None and arabic)
    yield from _found(paper, _ZERO_INSIDE)


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
    return _names(paper.note)


def _names(lines: Sequence[Line]) -> list[str]:
    text = ""
    for line in lines:
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
    own, inner = _by_owner(paper.attachments)
    yield from _matches(paper.note[0].page, names, own)
    for page, listed, attachments in inner:
        yield from _matches(page, listed, attachments)


Owned = tuple[int, list[str], list[Attachment]]
"""The page of a 附件说明, the names in it, and the attachments that go with it."""


def _by_owner(attachments: Sequence[Attachment]) -> tuple[list[Attachment], list[Owned]]:
    """Tell the paper's own attachments from those that a paper inside one of them lists."""
    own: list[Attachment] = []
    inner: list[Owned] = []
    waiting = list(attachments)
    while waiting:
        attachment = waiting.pop(0)
        own.append(attachment)
        page, names = _inner_note(attachment)
        if names and len(waiting) >= len(names):
            inner.append((page, names, waiting[: len(names)]))
            del waiting[: len(names)]
    return own, inner


def _inner_note(attachment: Attachment) -> tuple[int, list[str]]:
    """Return the 附件说明 of the paper inside an attachment: from 附件： as far as the items go on."""
    lines = attachment.rest
    start = next((index for index, line in enumerate(lines) if NOTE.match(line.text)), len(lines))
    end = start + 1
    while end < len(lines) and lines[end].page == lines[start].page and _goes_on(lines[start], lines[end]):
        end += 1
    return (lines[start].page, _names(lines[start:end])) if start < len(lines) else (0, [])


def _goes_on(first: Line, line: Line) -> bool:
    """Whether a line stands in further than 附件：, and is no name or date far to the right."""
    return first.box.x0 + 2 < line.box.x0 < first.box.x0 + 40


def _matches(page: int, names: Sequence[str], attachments: Sequence[Attachment]) -> Iterator[Reading]:
    if len(names) != len(attachments):
        counts = _("{listed} listed, {found} attached").format(listed=len(names), found=len(attachments))
        yield fails(page, counts)
        return
    for at, (name, attachment) in enumerate(zip(names, attachments, strict=True), start=1):
        title = "".join(line.text for line in attachment.title)
        if not title:
            continue
        label = LABEL.fullmatch(attachment.label.text)
        numbered = label is not None and label["number"] == (str(at) if len(names) > 1 else "")
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
    # Half-width marks, and a pair of brackets set twice (GB/T 15834 5.1); brackets in brackets are another matter.
    re.compile(r"(?<=[\u4e00-\u9fff])[,.:;()\[\]](?=[\u4e00-\u9fff])"),
    re.compile(r"（（[^（）]*））"),
)


def wrong_marks(paper: Paper) -> Iterator[Reading]:
    """T10: no 1、 and （一）、 at the head of a paragraph, no 》、《, no half-width mark between Han, no doubled brackets."""
    for form in _WRONG_MARKS:
        yield from _found(paper, form, around=4)
    if paper.all_paragraphs:
        yield holds(paper.all_paragraphs[0].lines[0].page, _("none"), True)
