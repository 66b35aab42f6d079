"""Recognises the elements of a paper (标志, 文号, 标题 …) on its pages, whoever wrote it.

Places are only used as far as they tell elements apart; whether a place is right is for the assertions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from hongtou.measure.end import (
    Attachment,
    Colophon,
    Signature,
    find_colophon,
    split_attachments,
    split_signature,
)
from hongtou.measure.flow import Paragraph, Setting, paragraphs, setting
from hongtou.measure.lines import Line, level_rules, lines, tables
from hongtou.measure.numbers import PageNumber, page_number
from hongtou.measure.page import Box, Figure, Page, Rule

NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号")
ANY_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,14}[\[［(（【〖〔]\s*(?:19|20)?\d{2}\s*[\]］)）】〗〕]\s*第?0*\d+\s*号"
)
COPY_NUMBER = re.compile(r"\d{5,7}")
SECRECY = re.compile(r"(绝密|机密|秘密)(★.*)?")
URGENCY = re.compile(r"特急|加急|特提|平急")
SIGNER = re.compile(r"签发人[:：]")
NOTE = re.compile(r"附件[:：]")

MARK_SIZE = 21.5
"""pt: red letters from this size on are the 标志."""
HEAD_RULE = 90.0
"""mm: a level stroke from this length on may be a rule of the head."""


class Kind(StrEnum):
    """The formats of clauses 5–7 and 10; ``PLAIN`` is a paper without a head."""

    GENERAL = "general"
    LETTER = "letter"
    ORDER = "order"
    MINUTES = "minutes"
    PLAIN = "plain"


@dataclass
class Paper:
    """The elements found on the pages; what was not found is empty."""

    pages: tuple[Page, ...]
    """As a reader holds them."""
    sheets: tuple[Page, ...]
    """As they lie in the pile: upright."""
    kind: Kind = Kind.PLAIN
    setting: Setting = field(default_factory=Setting)
    flow: list[Line] = field(default_factory=list)
    tables: dict[int, list[Box]] = field(default_factory=dict)
    mark: list[Line] = field(default_factory=list)
    head_rule: Rule | None = None
    upper_rules: list[Rule] = field(default_factory=list)
    lower_rules: list[Rule] = field(default_factory=list)
    number: Line | None = None
    copy_number: Line | None = None
    secrecy: Line | None = None
    urgency: Line | None = None
    signers: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    subtitle: list[Line] = field(default_factory=list)
    recipients: list[Line] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    note: list[Line] = field(default_factory=list)
    signature: Signature = field(default_factory=Signature)
    attachments: list[Attachment] = field(default_factory=list)
    colophon: Colophon = field(default_factory=Colophon)
    page_numbers: list[PageNumber] = field(default_factory=list)

    @property
    def text_lines(self) -> list[Line]:
        """The lines of the body and of the attachments' text, paragraph by paragraph."""
        return [line for paragraph in self.all_paragraphs for line in paragraph.lines]

    @property
    def all_paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the body and of the attachments."""
        return [*self.body, *(one for attachment in self.attachments for one in attachment.body)]

    @property
    def seals(self) -> list[Figure]:
        """Round red marks or pictures near the signature, 30–65 mm across."""
        return [
            figure
            for figure in self.signature.figures
            if figure.round and 30 <= figure.box.width <= 65 and (figure.picture or figure.colour.is_red)
        ]


def recognise(pages: Sequence[Page]) -> Paper:
    """Return the elements of ``pages``, in the order in which they can be told apart."""
    read = tuple(page.to_read() for page in pages)
    # A page whose text runs upwards on an upright sheet already lies as it should.
    sheets = tuple(page.upright() for page in pages)
    paper = Paper(read, sheets)
    paper.tables = {page.number: tables(page) for page in read}
    paper.page_numbers = [
        found for page, sheet in zip(read, sheets, strict=True) if (found := page_number(page, sheet))
    ]
    numbered = {found.page: found for found in paper.page_numbers}
    for page in read:
        holes = list(paper.tables[page.number])
        found = numbered.get(page.number)
        if found is not None and found.reading is not None:
            holes.append(found.reading.grown(0.5))
        paper.flow += lines(page, holes)
    paper.setting = setting(paper.flow, {page.number for page in read if page.wide})
    _find_head(paper)
    head = set(_head_lines(paper))
    rest = [line for line in paper.flow if line not in head]
    paper.colophon, rest = find_colophon(rest, read, paper.tables)
    _find_main(paper, rest)
    return paper


# --- head ---


def _find_head(paper: Paper) -> None:
    first = [line for line in paper.flow if line.page == 1]
    rules = [rule for rule in level_rules(paper.pages[0].rules, bridge=12) if rule.length >= HEAD_RULE]
    grids = paper.tables[1]
    rules = [rule for rule in rules if not any(grid.grown(1).contains(rule.box) for grid in grids)]
    red = [rule for rule in rules if rule.colour.is_red]
    paper.mark = _mark(first, rules)
    _find_head_texts(paper, first)
    _find_kind(paper, red)
    if paper.kind is Kind.LETTER:
        under = paper.mark[-1].box.middle if paper.mark else 0
        middle = paper.pages[0].height / 2
        paper.upper_rules = _pair([rule for rule in red if under < rule.box.middle < middle])
        paper.lower_rules = _pair([rule for rule in red if rule.box.middle > middle][::-1])[::-1]
    else:
        paper.head_rule = _head_rule(paper, red, rules)
    if paper.kind is Kind.PLAIN and paper.head_rule:
        paper.kind = Kind.GENERAL


def _mark(first: Sequence[Line], rules: Sequence[Rule]) -> list[Line]:
    """Return the 标志: the large red lines; on a paper printed in black, the very large ones above a rule."""
    red = [line for line in first if line.red and line.size >= MARK_SIZE]
    if red:
        largest = max(line.size for line in red)
        return [line for line in red if line.size >= 0.6 * largest]
    floor = min((rule.box.y0 for rule in rules if rule.box.y0 > 40), default=0.0)
    return [line for line in first if line.size >= 28 and line.box.y1 < min(floor, 150)]


def _find_head_texts(paper: Paper, first: Sequence[Line]) -> None:
    upper = [line for line in first if line.box.y1 < 200 and line not in paper.mark]
    paper.number = next((line for line in upper if ANY_NUMBER.fullmatch(line.text)), None)
    above = [line for line in upper if line.box.y0 < 130]
    paper.copy_number = next((line for line in above if COPY_NUMBER.fullmatch(line.text)), None)
    paper.secrecy = next((line for line in above if SECRECY.fullmatch(line.text)), None)
    paper.urgency = next((line for line in above if URGENCY.fullmatch(line.text)), None)
    signer = next((line for line in upper if SIGNER.match(line.text)), None)
    if signer is not None:
        bottom = paper.number.baseline if paper.number else signer.baseline
        paper.signers = [
            line
            for line in upper
            if line is not paper.number
            and line.box.x0 >= signer.box.x0 - 1
            and signer.baseline - 1 <= line.baseline <= bottom + 1
        ]


def _find_kind(paper: Paper, red: Sequence[Rule]) -> None:
    text = "".join(line.text for line in paper.mark)
    height = paper.pages[0].height
    low = any(rule.box.middle > 0.85 * height for rule in red)
    high = bool(paper.mark) and paper.mark[0].box.y0 < 45 and bool(red) and not text.endswith("文件")
    if low or high:
        paper.kind = Kind.LETTER
    elif text.endswith("令"):
        paper.kind = Kind.ORDER
    elif text.endswith("纪要"):
        paper.kind = Kind.MINUTES
    elif paper.mark:
        paper.kind = Kind.GENERAL


def _pair(rules: Sequence[Rule]) -> list[Rule]:
    """Return the first rule and the one beside it: the two strokes of a double rule."""
    return [rule for rule in rules if abs(rule.box.middle - rules[0].box.middle) <= 3][:2]


def _head_rule(paper: Paper, red: Sequence[Rule], rules: Sequence[Rule]) -> Rule | None:
    """Return the rule under the head: a red one, or one of another colour right under the 文号."""
    top = paper.mark[-1].box.middle if paper.mark else 0
    for rule in red:
        if top < rule.box.y0 < 200:
            return rule
    if paper.number is None:
        return None
    bottom = paper.number.box.y1
    return next((rule for rule in rules if bottom - 1 < rule.box.y0 < bottom + 20), None)


def _head_lines(paper: Paper) -> list[Line]:
    single = (paper.number, paper.copy_number, paper.secrecy, paper.urgency)
    return [*paper.mark, *paper.signers, *(line for line in single if line is not None)]


# --- body ---


def _find_main(paper: Paper, rest: list[Line]) -> None:
    floor = _head_floor(paper)
    rest = [line for line in rest if line.page > 1 or line.box.y1 > floor]
    main, paper.attachments = split_attachments(rest, paper.setting, paper.pages)
    main = _take_title(paper, main)
    main = _take_recipients(paper, main)
    main, paper.signature = split_signature(main, paper.setting, paper.pages)
    main = _take_note(paper, main)
    paper.body = paragraphs(main, paper.setting)
    for attachment in paper.attachments:
        attachment.body = paragraphs(attachment.rest, paper.setting)


def _head_floor(paper: Paper) -> float:
    rules = [*paper.upper_rules, *([paper.head_rule] if paper.head_rule else [])]
    edges = [rule.box.y1 for rule in rules] + [line.box.y0 for line in paper.mark]
    return max(edges, default=0.0)


def _take_title(paper: Paper, main: list[Line]) -> list[Line]:
    """Set the title: the lines of one size at the top that are larger than the body or centred."""
    first = main[0] if main else None
    if first is None or first.page > 1 or not _stands_out(first, paper.setting):
        return main
    count = 0
    for line in main:
        if line.page > 1 or abs(line.size - first.size) > 0.4 or not _stands_out(line, paper.setting):
            break
        count += 1
    paper.title = main[:count]
    while count < len(main) and main[count].page == 1 and paper.setting.is_centred(main[count]):
        paper.subtitle.append(main[count])
        count += 1
    return main[count:]


def _stands_out(line: Line, setting: Setting) -> bool:
    return line.size >= setting.size + 1.4 or setting.is_centred(line)


def _take_recipients(paper: Paper, main: list[Line]) -> list[Line]:
    """Set the 主送: the lines flush left above the first indented one, without a full stop in them."""
    count = 0
    for line in main[:12]:
        if line.page > 1 or line.box.x0 > paper.setting.left + 3.5 or "。" in line.text:
            break
        count += 1
        if line.text.endswith(("：", ":")):
            break
    taken = main[:count]
    ends = bool(taken) and taken[-1].text.endswith(("：", ":"))
    if not ends and (count >= len(main) or not paper.setting.is_indented(main[count])):
        return main
    paper.recipients = taken
    return main[count:]


def _take_note(paper: Paper, main: list[Line]) -> list[Line]:
    """Set the 附件说明: from the last line that begins 附件： to the end, as far as it hangs together."""
    starts = [index for index, line in enumerate(main) if NOTE.match(line.text)]
    if not starts or len(main) - starts[-1] > 40:
        return main
    start = starts[-1]
    end = start + 1
    while end < len(main) and _goes_on(main[end - 1], main[end], paper.setting):
        end += 1
    paper.note = main[start:end]
    return main[:start] + main[end:]


def _goes_on(line: Line, following: Line, setting: Setting) -> bool:
    if following.page != line.page:
        return True
    return following.baseline - line.baseline < 1.5 * setting.pitch
