"""How every line of a unit stands 任务完成情况表; what was not answered is to be filled in, by the tags of the checklist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from hongtou.documents.blocks import Block, Cell, Control, Paragraph, Span, Table, TableRow, plain
from hongtou.documents.checklist import STATES
from hongtou.documents.lines import tag
from hongtou.documents.table import fits_a_page
from hongtou.followup.answers import paragraphs_of, state_text
from hongtou.model.notice import Orientation
from hongtou.numerals import date_text
from hongtou.sheet.styles import LIST_SIZE
from hongtou.tracking.standing import Mark, Standing

COLUMNS = ("序号", "工作要求和指标", "时限", "完成情况", "完成日期", "进展情况", "佐证材料")
WIDTHS = (14.0, 64.0, 24.0, 23.0, 34.0, 38.0, 28.0)
"""Column widths in mm; together the 225 mm of a landscape page."""
_END = Paragraph("TableEnd", ())


def progress_table(lines: Sequence[Standing]) -> tuple[Block, ...]:
    """Return the table of ``lines``, those of a task under its name."""
    rows = [head_row(COLUMNS)]
    for _duty, group in groupby(lines, lambda line: line.asked.duty):
        own = list(group)
        rows += [group_row(own[0], len(COLUMNS)), *map(_row, own)]
    return Table(WIDTHS, tuple(rows), title="任务完成情况表"), _END


def head_row(heads: Sequence[str]) -> TableRow:
    """Return the head of a table."""
    return TableRow(tuple(Cell((plain("ListHead", name),)) for name in heads))


def group_row(line: Standing, columns: int) -> TableRow:
    """Return the row that names the task of ``line``, over all columns and kept to what follows."""
    asked = line.asked
    text = f"{asked.duty.label}\u3000{asked.name}" if asked.duty is not None else asked.name
    return TableRow((Cell((plain("ListGroup", text.rstrip("\u3000")),), columns=columns),))


def _row(line: Standing) -> TableRow:
    answer = line.answer
    asked = (line.asked.label, line.asked.line.text, line.asked.line.deadline or "—")
    progress = paragraphs_of(answer.progress) if answer else ()
    evidence = paragraphs_of(answer.evidence) if answer else ()
    day = date_text(answer.date) if answer and answer.date else ""
    texts = (*asked, state_text(line), day, "\n".join(progress), "\n".join(evidence))
    styles = ("ListTextCenter", "ListText", "ListTextCenter")
    cells = [Cell((plain(style, text),)) for style, text in zip(styles, asked, strict=True)]
    return TableRow(
        (
            *cells,
            Cell(tuple(_state(line))),
            _said(line, "ListTextCenter", (day,) if day else (), "closed", "完成日期"),
            _said(line, "ListText", progress, "progress", "进展情况"),
            _said(line, "ListText", evidence, "evidence", "佐证材料"),
        ),
        whole=fits_a_page(texts, WIDTHS, LIST_SIZE, Orientation.LANDSCAPE),
    )


def _state(line: Standing) -> Iterator[Paragraph]:
    """Yield how the line stands, as boxes to tick where nobody said so."""
    if line.mark is not Mark.SILENT:
        yield plain("ListTextCenter", state_text(line))
        return
    for key, name in STATES:
        box = Span("☐", "CheckBoxChar", Control(_tag(line, key), name, "box"))
        yield Paragraph("ListTextCenter", (box, Span(name)))


def _said(line: Standing, style: str, texts: Sequence[str], key: str, title: str) -> Cell:
    """Return what was answered, a place to write where nothing was."""
    if texts:
        return Cell(tuple(plain(style, text) for text in texts))
    blank = Span("\u3000\u3000", control=Control(_tag(line, key), title))
    return Cell((Paragraph(style, (blank,)),))


def _tag(line: Standing, key: str) -> str:
    return tag(line.asked.task, line.asked.line.id, key)
