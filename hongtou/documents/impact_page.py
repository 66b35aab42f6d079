"""The impact page 修订影响一览表: whom a revision concerns, in which tasks, and what is to be sent; a page for a chief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.diff.impact import Action, Concern, Impact, Mark, Pair
from hongtou.documents.amendment_table import Side, issuer
from hongtou.documents.blocks import Block, Cell, Document, Paragraph, Table, TableRow, plain
from hongtou.documents.change_words import duty_label
from hongtou.documents.widths import ems
from hongtou.documents.wording import quoted
from hongtou.sheet.styles import LIST_SIZE

COLUMNS = (
    ("序号", 10.5, ()),
    ("责任单位", 43.5, ()),
    ("新增", 11.0, (Mark.GAINED,)),
    ("不再承担", 19.0, (Mark.LOST,)),
    ("内容或职责变化", 30.0, (Mark.CHANGED, Mark.ROLE, Mark.MERGED, Mark.SPLIT)),
    ("协同或序号", 26.5, (Mark.PARTNERS, Mark.NUMBER)),
    ("应发", 15.5, ()),
)
"""Head, width in mm, and what is listed in each column; together the 156 mm of a page."""
_SENT = {
    Action.LETTER: "重发责任函",
    Action.NOTE: "函告调整",
    Action.COMMON: "仅函告共同要求的调整",
    Action.SUCCEEDED: "已并入其他单位",
    Action.NOTHING: "不发",
}
ACTIONS = {Action.LETTER: "责任函", Action.NOTE: "调整函", Action.SUCCEEDED: "并入"}


_EM_MM = LIST_SIZE * 25.4 / 72
_MARGINS_MM = 4.0
"""What both sides of a cell take of its width, and a little."""


def impact_page(impact: Impact, old: Side, new: Side) -> Document:
    """Return the page: a row per unit that something changed for, the others named below the title."""
    notice = impact.new.notice
    title = f"{quoted(notice.title)}修订影响一览表"
    touched = [*_alike(impact.concerns)]
    head = TableRow(tuple(Cell((plain("ListHead", name),)) for name, _width, _marks in COLUMNS))
    rows = [_row(number, group) for number, group in enumerate(touched, 1)]
    widths = tuple(width for _name, width, _marks in COLUMNS)
    body: tuple[Block, ...] = (
        Table(widths, (head, *rows), title="修订影响一览表"),
        Paragraph("TableEnd", ()),
        *(plain("ListText", text) for text in _legend(touched)),
    )
    return Document(
        template="impact.docx",
        context={
            "title": "修订影响一览表",
            "notes": [*_notes(impact, old, new)],
            "body": body,
        },
        title=title,
        creator=issuer(impact.new),
        created=f"{notice.date or '2000-01-01'}T00:00:00Z",
        about=(("gen.paper", "impact"), ("gen.policy", impact.new.name)),
    )


def _notes(impact: Impact, old: Side, new: Side) -> Iterator[str]:
    yield f"依据：{quoted(impact.new.notice.title)}"
    before, after = (side.text.removesuffix(f"（{side.label}）") for side in (old, new))
    same = before == after and before != old.label
    yield (
        f"修订前后均为{before}（{old.label}、{new.label}）。"
        if same
        else f"修订前：{old.text}；修订后：{new.text}。"
    )
    counts = {action: sum(c.sent is action for c in impact.concerns) for action in Action}
    said = "，".join(f"{_SENT[action]}{count}个" for action, count in counts.items() if count)
    general = f"另有共同要求的修改{len(impact.general)}处，各单位均须知悉。" if impact.general else ""
    yield f"责任单位共{len(impact.concerns)}个（集合按一个计）：{said}。{general}"
    idle = [concern for concern in impact.concerns if concern.action is Action.NOTHING]
    if idle:
        yield f"任务没有变化的单位：{'、'.join(_named(concern) for concern in idle)}。"


def _legend(groups: Sequence[Sequence[Concern]]) -> Iterator[str]:
    """Yield what the numbers in the table are called."""
    pairs = {id(c.pair): c.pair for group in groups for c in group[0].cells if c.mark is not Mark.SAME}
    rows = sorted(
        (p for p in pairs.values() if p.duty.table), key=lambda p: (p.new is None, int(p.duty.label))
    )
    if rows:
        names = "；".join(
            f"{'原' if p.new is None else ''}{p.duty.label} {p.duty.name.rstrip('。')}" for p in rows
        )
        yield f"表中数字为任务序号：{names}。"


def _named(concern: Concern) -> str:
    """Return a unit, one that is no more with its successor, or a set with how many it stands for."""
    count = len(concern.members)
    if concern.heir:
        return f"{concern.unit}（并入{concern.heir}）"
    return concern.unit if count < 2 else f"{concern.unit}（{count}个）"


def _alike(concerns: Sequence[Concern]) -> Iterator[list[Concern]]:
    """Yield those that something changed for, the ones with the same changes together."""
    groups: dict[tuple[tuple[int, Mark], ...], list[Concern]] = {}
    for concern in concerns:
        if concern.action is not Action.NOTHING:
            key = tuple((id(cell.pair), cell.mark) for cell in concern.cells if cell.mark is not Mark.SAME)
            groups.setdefault(key, []).append(concern)
    yield from groups.values()


def _row(number: int, group: Sequence[Concern]) -> TableRow:
    concern = group[0]
    cells = [
        _cell("ListText", _lines(tasks([c.pair for c in concern.cells if c.mark in marks]), width))
        for _name, width, marks in COLUMNS[2:-1]
    ]
    unit, sent = "、".join(map(_named, group)), ACTIONS[concern.action]
    first = (_cell("ListTextCenter", [str(number)]), _cell("ListText", [unit]))
    return TableRow((*first, *cells, _cell("ListTextCenter", [sent])))


def _cell(style: str, lines: Sequence[str]) -> Cell:
    return Cell(tuple(plain(style, line) for line in lines or ["—"]))


def _lines(words: Sequence[str], width: float) -> list[str]:
    """Return ``words`` in the lines of a cell of ``width`` mm: broken here, since office programs put 、 at the beginning."""
    found: list[str] = []
    for number, word in enumerate(words, 1):
        longer = f"{found[-1]}、{word}" if found else word
        mark = "、" if number < len(words) else ""
        if found and ems(longer + mark) * _EM_MM <= width - _MARGINS_MM:
            found[-1] = longer
        else:
            found.append(word)
    return [f"{line}、" for line in found[:-1]] + found[-1:]


def tasks(pairs: Sequence[Pair]) -> list[str]:
    """Return the tasks of ``pairs`` by their numbers, those that are gone by their former ones: 4, 7, 原7."""
    rows = [pair for pair in pairs if pair.duty.table]
    now = [pair.duty.label for pair in rows if pair.new is not None]
    gone = [f"原{pair.duty.label}" for pair in rows if pair.new is None]
    return [*now, *gone, *(duty_label(pair.duty) for pair in pairs if not pair.duty.table)]
