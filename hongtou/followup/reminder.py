"""The reminder 催办函: what is late with a unit, and nothing else; told or asked in the words due to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby

from hongtou.documents.blocks import Block, Cell, Document, Paragraph, Table, TableRow, plain
from hongtou.documents.body import BODY, keep_last
from hongtou.documents.letter import Letters
from hongtou.documents.letterhead import letterhead, letterhead_changes
from hongtou.documents.lists import title_lines
from hongtou.documents.notice import secrecy_text
from hongtou.documents.pages import PaperTexts
from hongtou.documents.reporting import Reporting
from hongtou.documents.signature import place, signature_rows
from hongtou.documents.table import cell_paragraphs, fits_a_page, row_height
from hongtou.duties import Duty
from hongtou.followup.answers import last_answer
from hongtou.followup.frame import UNDATED, room_for_seal
from hongtou.followup.progress_table import group_row, head_row
from hongtou.model.notice import Orientation
from hongtou.model.register import Unit
from hongtou.numerals import date_text
from hongtou.sheet.standard import MM_PER_POINT
from hongtou.sheet.styles import LINE, LIST_SIZE
from hongtou.tracking.standing import Mark, Standing, Standings

COLUMNS = ("序号", "工作要求和指标", "时限", "逾期天数", "最近反馈")
WIDTHS = (14.0, 64.0, 27.0, 19.0, 32.0)
"""Column widths in mm; together the 156 mm of the frame."""
_STYLES = ("ListTextCenter", "ListText", "ListTextCenter", "ListTextCenter", "ListText")
SOON = "尽快"
"""Stands where no day is set for the answer."""


class Reminders:
    """Writes the reminders by ``standings``: to be answered by the day ``reply_by``, dated ``date``; None leaves it open."""

    def __init__(
        self,
        standings: Standings,
        letters: Letters,
        date: datetime.date | None = None,
        reply_by: datetime.date | None = None,
    ) -> None:
        self._standings = standings
        self._letters = letters
        self._policy = standings.policy
        self._reporting = Reporting(standings.policy)
        self._dated = date_text(date) if date else UNDATED
        self._when = f"于{date_text(reply_by)}前" if reply_by else SOON

    def reminder(self, unit: str) -> Document:
        """Return the reminder to ``unit``, which is late."""
        policy, letters = self._policy, self._letters
        entry = policy.register.unit(unit)
        kind = letters.kind(entry)
        title = f"{letters.issuer}关于催办{letters.subject}有关任务的{kind}"
        mode = policy.notice.signature.mode
        names = signature_rows(mode, [policy.notice.signature.post or letters.issuer], self._dated)
        lines, body = title_lines(policy, title, ()), tuple(self._body(entry, kind))
        texts = PaperTexts(
            lines,
            letters.addressee(entry),
            tuple(block for block in body if isinstance(block, Paragraph)),
            (),
            names,
            self._dated,
            letters.contact(unit),
        )
        marks = bool(policy.notice.secrecy) + bool(policy.notice.urgency)
        seal_lines = room_for_seal(policy, letters.paper, mode, texts, marks + self._table_lines(unit))
        return Document(
            template="reminder.docx",
            context={
                "letterhead": letterhead(policy, letters.paper),
                "document_number": "",
                "copy_number": "",
                "secrecy": secrecy_text(policy.notice),
                "urgency": policy.notice.urgency or "",
                "unit": entry,
                "notice": policy.notice,
                "title": "\n".join(lines),
                "recipients": texts.recipients,
                "body": body,
                "attachment_notes": (),
                "signature": [*names],
                "date": self._dated,
                "note": texts.note,
            },
            changes=(
                *letterhead_changes(policy, letters.paper),
                *place(mode, names, self._dated, policy.settings, seal_lines),
            ),
            title=title,
            creator=letters.issuer,
            created=f"{policy.notice.date or '2000-01-01'}T00:00:00Z",
            about=(("gen.paper", "reminder"), ("gen.policy", policy.name), ("gen.unit", unit)),
        )

    def _body(self, unit: Unit, kind: str) -> Iterator[Block]:
        """Yield opening, the table of what is late, what is to be answered, ending."""
        late = self._standings.of(unit.name).late
        talk = self._letters.talk(unit, kind)
        day = date_text(self._standings.as_of)
        words = {"count": str(len(late)), "day": day, "state": _state(late), "we": talk.wording.we}
        to = "、".join(self._answered_to(unit.name)) or talk.wording.we
        yield plain(BODY, talk.say("overdue", **words))
        yield late_table(late, self._standings.as_of)
        yield Paragraph("TableEnd", ())
        yield plain(BODY, talk.say("reply", when=self._when, to=to, **words))
        yield from keep_last((plain(BODY, talk.say("ending")),))

    def _table_lines(self, unit: str) -> float:
        """Return how many lines of text the table of what is late is as high as."""
        heights = (
            row_height(row, WIDTHS, LIST_SIZE)
            for row in _rows_of(self._standings.of(unit).late, self._standings.as_of)
        )
        return sum(heights) / (LINE * MM_PER_POINT)

    def _answered_to(self, unit: str) -> tuple[str, ...]:
        """Return whom ``unit`` answers to: who collects its reports; nobody named where that is who writes."""
        found = dict.fromkeys(report.to for report in self._reporting.owed(unit))
        return tuple(name for name in found if name not in (unit, self._letters.issuer))


def _state(late: Sequence[Standing]) -> str:
    """Return what is known of the lines ``late``."""
    silent = sum(line.mark is Mark.SILENT for line in late)
    if silent == len(late):
        return "尚未反馈办理情况"
    return "尚未完成或者尚未反馈办理情况" if silent else "尚未完成"


def late_table(late: Sequence[Standing], as_of: datetime.date) -> Table:
    """Return the table of the lines ``late`` on the day ``as_of``, those of a task under its name."""
    rows = [head_row(COLUMNS)]
    for _task, group in groupby(late, _task_of):
        own = list(group)
        rows += [group_row(own[0], len(COLUMNS)), *(_row(line, as_of) for line in own)]
    return Table(WIDTHS, tuple(rows), title="逾期事项")


def _task_of(line: Standing) -> tuple[str, Duty | None]:
    return line.asked.task, line.asked.duty


def _rows_of(late: Sequence[Standing], as_of: datetime.date) -> Iterator[tuple[str, ...]]:
    """Yield the texts of all rows, to be measured."""
    yield COLUMNS
    for _task, group in groupby(late, _task_of):
        yield ("",) * len(COLUMNS)
        yield from (_texts(line, as_of) for line in group)


def _texts(line: Standing, as_of: datetime.date) -> tuple[str, ...]:
    asked = line.asked
    assert asked.line.date is not None
    days = (as_of - asked.line.date).days
    return asked.label, asked.line.text, asked.line.deadline, f"{days}天", "\n".join(last_answer(line))


def _row(line: Standing, as_of: datetime.date) -> TableRow:
    texts = _texts(line, as_of)
    cells = [Cell(cell_paragraphs(style, text)) for style, text in zip(_STYLES, texts, strict=True)]
    return TableRow(tuple(cells), whole=fits_a_page(texts, WIDTHS, LIST_SIZE, Orientation.PORTRAIT))
