"""The table of open problems 问题清单: task by task and line by line, who says what, and what they do next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, groupby

from hongtou.documents.blocks import Block, Cell, Paragraph, Table, TableRow, plain
from hongtou.documents.meeting import Point, Topic
from hongtou.documents.table import fits_a_page
from hongtou.model.notice import Orientation
from hongtou.sheet.styles import LIST_SIZE

COLUMNS = (
    ("序号", 13.0),
    ("涉及单位", 42.0),
    ("情况和问题", 61.0),
    ("下一步措施", 40.0),
)
"""Head and width in mm of each column; together the 156 mm of a page."""
_WIDTHS = tuple(width for _name, width in COLUMNS)
Listed = Callable[[Iterable[str]], str]


def issue_table(topics: Sequence[Topic], title: str, listed: Listed) -> tuple[Block, ...]:
    """Return the table of ``topics``, its rows counted on through all of them; ``listed`` prints units."""
    rows = [TableRow(tuple(Cell((plain("ListHead", name),)) for name, _width in COLUMNS))]
    numbers = count(1)
    for topic in topics:
        rows.append(_across("ListGroup", (topic.heading, topic.who)))
        for line, points in groupby(topic.points, lambda point: (point.text, point.deadline)):
            rows.append(_across("ListLine", _asked(*line).split("\n")))
            rows += [_row(next(numbers), point, listed) for point in points]
    return Table(_WIDTHS, tuple(rows), title=title), Paragraph("TableEnd", ())


def _asked(text: str, deadline: str) -> str:
    return f"{text}（时限：{deadline}）" if deadline else text


def _across(style: str, texts: Iterable[str]) -> TableRow:
    """Return a row over all columns that is kept to what follows: a task with who leads, or what is asked."""
    paragraphs = tuple(plain(style, text) for text in texts if text)
    whole = fits_a_page(
        ["\n".join(p.text for p in paragraphs)], [sum(_WIDTHS)], LIST_SIZE, Orientation.PORTRAIT
    )
    return TableRow((Cell(paragraphs, columns=len(COLUMNS)),), whole=whole)


def _row(number: int, point: Point, listed: Listed) -> TableRow:
    texts = (str(number), listed(point.units), "\n".join(_stands(point)), point.next or "—")
    cells = (
        Cell(tuple(plain("ListText" if at else "ListTextCenter", line) for line in text.split("\n")))
        for at, text in enumerate(texts)
    )
    return TableRow(tuple(cells), whole=fits_a_page(texts, _WIDTHS, LIST_SIZE, Orientation.PORTRAIT))


def _stands(point: Point) -> Iterator[str]:
    """Yield how a line stands, and the problem in the words of the unit."""
    marks = ["逾期"] * point.late + ["要求已变更，需重新确认"] * point.changed
    yield f"{'；'.join(marks)}（{point.said}）" if marks else point.said
    if point.problem:
        yield f"问题：{point.problem}"
