"""The impact page 修订影响一览表: whom a revision concerns, in which tasks, and what is to be sent; a page for a chief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.diff.impact import Action, Concern, Impact, Mark, Pair
from hongtou.documents.amendment_table import Side, issuer
from hongtou.documents.blocks import Block, Cell, Document, Paragraph, Table, TableRow, plain
from hongtou.documents.wording import quoted

COLUMNS = (
    ("序号", 12.0, ()),
    ("责任单位", 42.0, ()),
    ("新增", 13.0, (Mark.GAINED,)),
    ("不再承担", 17.0, (Mark.LOST,)),
    ("内容或职责变化", 27.0, (Mark.CHANGED, Mark.ROLE)),
    ("协同或序号变化", 28.0, (Mark.PARTNERS, Mark.NUMBER)),
    ("应发", 17.0, ()),
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
    yield f"修订前：{old.text}；修订后：{new.text}。"
    counts = {action: sum(c.sent is action for c in impact.concerns) for action in Action}
    said = "，".join(f"{_SENT[action]}{count}个" for action, count in counts.items() if count)
    general = f"另有正文修改{len(impact.general)}处，各单位均须知悉。" if impact.general else ""
    yield f"责任单位共{len(impact.concerns)}个（集合按一个计）：{said}。{general}表中数字为任务序号。"
    same = [concern for concern in impact.concerns if concern.action is Action.NOTHING]
    if same:
        yield f"没有变化的单位：{'、'.join(_named(concern) for concern in same)}。"


def _named(concern: Concern) -> str:
    """Return a unit, or a set with how many it stands for."""
    count = len(concern.members)
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
    texts = [str(number), "、".join(map(_named, group))]
    texts += [
        tasks([c.pair for c in concern.cells if c.mark in marks]) for _name, _width, marks in COLUMNS[2:-1]
    ]
    texts.append(ACTIONS[concern.action])
    styles = ("ListTextCenter", *("ListText",) * (len(COLUMNS) - 2), "ListTextCenter")
    return TableRow(
        tuple(Cell((plain(style, text or "—"),)) for style, text in zip(styles, texts, strict=True))
    )


def tasks(pairs: Sequence[Pair]) -> str:
    """Return the tasks of ``pairs`` by their numbers, those that are gone by their former ones: 4、7，原7."""
    rows = [pair for pair in pairs if pair.duty.table]
    now = "、".join(pair.duty.label for pair in rows if pair.new is not None)
    gone = "、".join(pair.duty.label for pair in rows if pair.new is None)
    said = [now] if now else []
    said += [f"原{gone}"] if gone else []
    said += [f"正文“{pair.duty.label}”" for pair in pairs if not pair.duty.table]
    return "，".join(said)
