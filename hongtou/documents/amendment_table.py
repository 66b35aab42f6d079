"""The amendment table 修订对照表: old and new side by side, changed words marked so that a photocopy shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hongtou.diff.change import Change, Match, PolicyDiff, UnitShift, Verb
from hongtou.diff.forms.marked import CUT, Ink, Run, shortened, sides
from hongtou.diff.forms.phrases import FIELDS, by_part, hidden, left_out
from hongtou.diff.parts import Kind, Part
from hongtou.diff.shifts import renamed, roles
from hongtou.diff.terms import listed, told
from hongtou.diff.whole import CALLED
from hongtou.documents.blocks import Block, Cell, Document, Paragraph, Span, Table, TableRow, plain
from hongtou.documents.lists import title_lines
from hongtou.documents.table import fits_a_page
from hongtou.documents.wording import quoted
from hongtou.i18n import in_chinese
from hongtou.model.base import flat
from hongtou.model.duty import Role
from hongtou.model.notice import Orientation
from hongtou.model.policy import Policy
from hongtou.numerals import date_text
from hongtou.sheet.styles import LIST_SIZE

COLUMNS = (
    ("序号", 13.0),
    ("位置（章节、事项）", 36.0),
    ("修订前", 66.0),
    ("修订后", 66.0),
    ("修订类型", 20.0),
    ("修订说明（依据）", 24.0),
)
"""Head and width in mm of each column; together the 225 mm of a landscape page."""
LEGEND = "说明：删除的文字加删除线，新增的文字加粗并加下划线，“……”为未修改、从略的文字。"
_INKS = {Ink.SAME: "", Ink.GONE: "GoneChar", Ink.NEW: "NewChar"}
_TEXTS = frozenset({"text", "preamble", "closing", "grid"})
_LONG = 60
"""A part without a name that says more is shown by its beginning."""
_TYPES = {
    Verb.ADD: "新增",
    Verb.DELETE: "删除",
    Verb.CHANGE: "修改",
    Verb.MOVE: "移位",
    Verb.RENUMBER: "编号变化",
    Verb.SPLIT: "拆分",
    Verb.MERGE: "合并",
}


@dataclass(frozen=True)
class Side:
    """A version as a paper names it: the policy, and what git calls it."""

    policy: Policy
    label: str

    @property
    def text(self) -> str:
        """Return 文号、成文日期 and label: 中府办函〔2023〕19号，2023年3月7日（v1）."""
        notice = self.policy.notice
        known = [notice.document_number or "", date_text(notice.date) if notice.date else ""]
        words = "，".join(filter(None, known))
        return f"{words}（{self.label}）" if words else self.label


def amendment_table(
    old: Side, new: Side, diff: PolicyDiff, shown: Sequence[Change], *, full: bool = False
) -> Document:
    """Return the table of ``shown``; changes that only replace a term everywhere are told above it."""
    rows = [
        _row(number, match, changes, full)
        for number, (match, changes) in enumerate(_grouped(_rows(diff, shown)), 1)
    ]
    head = TableRow(tuple(Cell((plain("ListHead", name),)) for name, _width in COLUMNS))
    table = Table(tuple(width for _name, width in COLUMNS), (head, *rows), title="修订对照表")
    notice = new.policy.notice
    title = f"{quoted(notice.title)}修订对照表"
    # Where the notes tell all, there is no table of nothing under them.
    blocks: tuple[Block, ...] = (*([table] if rows else []), Paragraph("TableEnd", ()))
    return Document(
        template="comparison.docx",
        context={
            "title": "\n".join(title_lines(new.policy, title, (), Orientation.LANDSCAPE)),
            "notes": [*_notes(old, new, diff, shown)],
            "body": blocks,
        },
        title=title,
        creator=issuer(new.policy),
        created=f"{notice.date or '2000-01-01'}T00:00:00Z",
        about=(("gen.paper", "amendment-table"), ("gen.policy", new.policy.name)),
    )


def issuer(policy: Policy) -> str:
    """Return who writes."""
    return (policy.notice.issuers or (policy.register.issuer,))[0]


def _notes(old: Side, new: Side, diff: PolicyDiff, shown: Sequence[Change]) -> Iterator[str]:
    """Yield what stands above the table: both versions, terms told once, what is not listed."""
    yield f"修订前：{old.text}；修订后：{new.text}。"
    for term in told(diff, shown):
        yield f"“{term.old}”统一修改为“{term.new}”（共{term.count}处），仅有此项修改的不再逐条列出。"
    for before, after in renamed(diff, shown):
        yield f"责任单位“{before}”统一改称“{after}”，不逐条列出。"
    if missing := left_out(diff, shown):
        yield f"本表只列所选的{len(diff.substantive) - missing}处修改，其余{missing}处未列出。"
    if more := hidden(diff, shown):
        yield f"序号、标点和文字格式等形式调整{more}处，不逐条列出。"
    yield LEGEND


def _rows(diff: PolicyDiff, shown: Sequence[Change]) -> list[Change]:
    """Return the changes that get a row: not those that the notes above the table tell."""
    names = renamed(diff, shown)
    return [
        change
        for change in listed(diff, shown)
        if change.field != "name" or (change.old, change.new) not in names
    ]


def _grouped(changes: Sequence[Change]) -> Iterator[tuple[Match, list[Change]]]:
    """Yield the changes row by row: each alone, but all units of a part together."""
    for match, found in by_part(changes):
        units = [change for change in found if change.shift is not None]
        for change in found:
            if change.shift is None:
                yield match, [change]
            elif change is units[0]:
                yield match, units


def _row(number: int, match: Match, changes: Sequence[Change], full: bool) -> TableRow:
    first = changes[0]
    shifts = [change.shift for change in changes if change.shift is not None]
    before, after = _units(match, shifts) if shifts else _words(first, full)
    reason = getattr(match.part.data, "reason", None) or ""
    cells = (
        (plain("ListTextCenter", str(number)),),
        tuple(plain("ListText", text) for text in _place(first)),
        before,
        after,
        (plain("ListTextCenter", _type(changes)),),
        (plain("ListText", reason),),
    )
    texts = ["\n".join(paragraph.text for paragraph in cell) for cell in cells]
    widths = [width for _name, width in COLUMNS]
    whole = fits_a_page(texts, widths, LIST_SIZE, Orientation.LANDSCAPE)
    return TableRow(tuple(Cell(cell) for cell in cells), whole=whole)


def _place(change: Change) -> list[str]:
    match = change.match
    place = match.part.place.replace(" ", "")
    if match.new is None:
        place = f"原{place}"
    elif match.old is not None and match.old.label != match.new.label:
        number = f"第{match.old.label}项" if match.part.kind is Kind.TASK else match.old.label
        place += f"（原{number}）"
    name = match.part.name.rstrip("。") if match.part.kind is not Kind.HEAD else ""
    field = change.field.partition("/")[0]
    what = "" if field in _TEXTS else in_chinese(FIELDS.get(field, ""))
    return [text for text in (place, name, f"（{what}）" if what else "") if text]


def _type(changes: Sequence[Change]) -> str:
    first = changes[0]
    if first.verb is Verb.MOVE and first.match.old is not None and first.match.new is not None:
        return f"原{_number(first.match.old.place)}移至{_number(first.match.new.place)}"
    verbs = {change.verb for change in changes}
    return _TYPES[first.verb] if len(verbs) == 1 else _TYPES[Verb.CHANGE]


def _number(place: str) -> str:
    return place.removeprefix("任务分解表").removeprefix("正文 ")


def _words(change: Change, full: bool) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    if change.verb in (Verb.MOVE, Verb.RENUMBER):
        return _moved(change.match, full)
    gone, new = sides(change, full=full)
    nothing = (plain("ListText", "（新增）"),), (plain("ListText", "（删除）"),)
    return _inked(gone) or nothing[0], _inked(new) or nothing[1]


def _moved(match: Match, full: bool) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what a part is that moved, by its name or its words, and that it is the same elsewhere."""
    data = match.before.data
    name = getattr(data, "heading", None) or getattr(data, "name", None) or flat(getattr(data, "text", ()))
    words = name if full else shortened(name, first=False, last=True) if len(name) > _LONG else name
    same = all(_bare(part) == _bare(match.part) for part in (match.old, match.new) if part is not None)
    after = "（内容不变）" if same else "（内容另有修改，见有关各行）"
    return (plain("ListText", words),), (plain("ListText", after),)


def _bare(part: Part) -> dict[str, object]:
    """Return what a part itself says, without what stands in it."""
    inner = ("measures", "items", "sections", "attachments", "document", "id", "formerly", "reason")
    return {n: getattr(part.data, n) for n in type(part.data).model_fields if n not in inner}


def _inked(runs: Sequence[Run]) -> tuple[Paragraph, ...]:
    """Return runs as paragraphs of a cell, cut where the text has line breaks."""
    lines: list[list[Span]] = [[]]
    for run in runs:
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(Span(piece, _INKS[run.ink] if piece != CUT else ""))
    return tuple(Paragraph("ListText", tuple(line)) for line in lines if line)


def _units(match: Match, shifts: Sequence[UnitShift]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return both unit lists, those that went struck through and those that came or have another role marked."""
    changed = {shift.unit for shift in shifts}
    leads = any(Role.LEAD in (shift.old, shift.new) for shift in shifts)
    ours, theirs = (
        roles(getattr(part.data, "assignments", ()), first_leads=leads) if part else {}
        for part in (match.old, match.new)
    )
    plainly = {*ours.values(), *theirs.values()} == {Role.RESPONSIBLE}
    return (
        (Paragraph("ListText", tuple(_listed(ours, changed, "GoneChar", plainly=plainly))),),
        (Paragraph("ListText", tuple(_listed(theirs, changed, "NewChar", plainly=plainly))),),
    )


def _listed(found: dict[str, Role], changed: set[str], ink: str, *, plainly: bool) -> Iterator[Span]:
    """Yield the units under their roles, in the order of the roles; ``plainly`` without the roles."""
    by_role: dict[Role, list[str]] = {}
    for unit, role in found.items():
        by_role.setdefault(role, []).append(unit)
    for count, (role, units) in enumerate(by_role.items()):
        if not plainly:
            yield Span(f"{'；' if count else ''}{CALLED[role]}：")
        for number, unit in enumerate(units):
            if number:
                yield Span("、")
            yield Span(unit, ink if unit in changed else "")
