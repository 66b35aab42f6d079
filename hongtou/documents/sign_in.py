"""The sign-in sheet 签到表 of a joint meeting: a row per responsible unit, and some for others."""

from __future__ import annotations

from hongtou.documents.agenda import when
from hongtou.documents.blocks import Block, Cell, Document, Paragraph, Table, TableRow, plain
from hongtou.documents.body import BODY
from hongtou.documents.meeting_words import Meeting, given

COLUMNS = (
    ("序号", 13.0),
    ("单位", 50.0),
    ("姓名", 22.0),
    ("职务", 22.0),
    ("联系电话", 28.0),
    ("签名", 21.0),
)
"""Head and width in mm of each column; together the 156 mm of a page."""
_SPARE = 3
"""Rows at the end for who comes besides 列席人员."""


def sign_in(meeting: Meeting) -> Document:
    """Return the sheet; the units stand in the order of the register, which is that of their rank."""
    title = meeting.title("签到表")
    return Document(
        template="sign-in.docx",
        context={
            "title": title,
            "facts": (
                Paragraph(BODY, when(meeting)),
                Paragraph(BODY, given("地点", meeting.call.place, "place")),
            ),
            "table": _table(meeting),
        },
        title=title.replace("\n", ""),
        creator=meeting.issuer,
        created=meeting.created,
        about=(("gen.paper", "sign-in"), ("gen.policy", meeting.policy.name)),
    )


def _table(meeting: Meeting) -> tuple[Block, ...]:
    head = TableRow(tuple(Cell((plain("SignHead", name),)) for name, _width in COLUMNS))
    names = (*meeting.invited, *("",) * _SPARE)
    rows = (_row(number, name) for number, name in enumerate(names, 1))
    widths = tuple(width for _name, width in COLUMNS)
    return Table(widths, (head, *rows), title="签到表"), Paragraph("TableEnd", ())


def _row(number: int, unit: str) -> TableRow:
    empty = (Cell((Paragraph("SignText", ()),)),) * (len(COLUMNS) - 2)
    return TableRow((Cell((plain("SignTextCenter", str(number)),)), Cell((plain("SignText", unit),)), *empty))
