"""The change letter 任务调整函: what a unit gains, loses, and what moved in its tasks from old to new."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cached_property

from hongtou.diff.change import Change, Level
from hongtou.diff.forms.amend import clauses_changed
from hongtou.diff.impact import Cell, Impact, Mark, Pair
from hongtou.documents.blocks import Block, Document, StyleChange, plain
from hongtou.documents.body import BODY, keep_last
from hongtou.documents.letter import Letters
from hongtou.documents.letterhead import letterhead, letterhead_changes
from hongtou.documents.lists import title_lines
from hongtou.documents.notice import secrecy_text
from hongtou.documents.share_table import ROLE_NAMES
from hongtou.documents.signature import place, signature_rows
from hongtou.duties import Duty
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.model.register import Unit
from hongtou.numerals import date_text, level_label

_GROUPS = (
    ("新增的任务", (Mark.GAINED,)),
    ("不再承担的任务", (Mark.LOST,)),
    ("职责变化的任务", (Mark.ROLE,)),
    ("内容有变化的任务", (Mark.CHANGED,)),
    ("协同单位或序号变化的任务", (Mark.PARTNERS, Mark.NUMBER)),
)
COMMON, SAME, EARLIER = "对各单位的共同要求", "没有变化的任务", "原责任函的使用"


class ChangeLetters:
    """Writes the change letters of a comparison, dated ``date`` (None: left to whoever registers them)."""

    def __init__(self, impact: Impact, old: Letters, new: Letters, date: datetime.date | None = None) -> None:
        self._impact, self._old, self._new = impact, old, new
        self._dated = date_text(date) if date is not None else ""

    def units(self) -> tuple[str, ...]:
        """Return the single units that something of their own changed for, in the order of the register."""
        return tuple(unit for unit, cells in self._impact.by_unit.items() if any(map(_counts, cells)))

    def letter(self, unit: str) -> Document:
        """Return the letter to ``unit``. Raises KeyError for a unit that has no task in either version."""
        cells = self._impact.by_unit[unit]
        entry = self._entry(unit)
        kind = self._new.kind(entry)
        title = f"{self._new.issuer}关于调整{self._new.matter}有关任务的{kind}"
        policy = self._impact.new
        return Document(
            template="change.docx",
            context={
                **self._common,
                "unit": entry,
                "title": "\n".join(title_lines(policy, title, ())),
                "recipients": self._new.addressee(entry),
                "body": tuple(self._body(entry, kind, cells)),
                "note": self._new.contact(unit),
            },
            changes=self._changes,
            title=title,
            creator=self._new.issuer,
            created=f"{policy.notice.date or '2000-01-01'}T00:00:00Z",
            about=(("gen.paper", "change"), ("gen.policy", policy.name), ("gen.unit", unit)),
        )

    def _entry(self, unit: str) -> Unit:
        register = self._impact.new.register
        return (register if unit in register.by_name else self._impact.old.register).unit(unit)

    @cached_property
    def _common(self) -> dict[str, object]:
        notice = self._impact.new.notice
        return {
            "letterhead": letterhead(self._impact.new, self._new.paper),
            "document_number": "",
            "copy_number": "",
            "secrecy": secrecy_text(notice),
            "urgency": notice.urgency or "",
            "attachment_notes": (),
            "signature": [*self._signature],
            "date": self._dated,
        }

    @cached_property
    def _signature(self) -> tuple[str, ...]:
        signature = self._impact.new.notice.signature
        return signature_rows(signature.mode, [signature.post or self._new.issuer], self._dated)

    @cached_property
    def _changes(self) -> tuple[StyleChange, ...]:
        policy = self._impact.new
        mode, lines = policy.notice.signature.mode, policy.settings.seal_space_lines
        return (
            *letterhead_changes(policy, self._new.paper),
            *place(mode, self._signature, self._dated, policy.settings, lines),
        )

    def _body(self, unit: Unit, kind: str, cells: Sequence[Cell]) -> Iterator[Block]:
        """Yield opening, a part for each kind of change, what is asked of all, what stays, the earlier letter, ending."""
        talk = self._new.talk(unit, kind)
        yield plain(BODY, talk.say("changed"))
        parts = [
            (name, [self._said(cell, unit.name) for cell in cells if cell.mark in marks])
            for name, marks in _GROUPS
        ]
        parts.append((COMMON, ["".join(_moved(change)) for change in self._impact.general]))
        parts.append((SAME, [_listed([cell.pair.duty for cell in cells if not _counts(cell)])]))
        parts.append((EARLIER, [self._earlier(unit.name, cells)]))
        filled = [(name, [text for text in texts if text]) for name, texts in parts]
        for number, (name, texts) in enumerate(((n, t) for n, t in filled if t), 1):
            yield plain("Heading1", level_label("一、", number) + name)
            single = len(texts) == 1
            for count, text in enumerate(texts, 1):
                yield plain(BODY, text if single else level_label("（一）", count) + text)
        yield from keep_last((plain(BODY, talk.say("ending")),))

    def _said(self, cell: Cell, unit: str) -> str:
        """Return what changed in a duty, a sentence or more."""
        pair = cell.pair
        head = _called(pair)
        if cell.mark is Mark.GAINED:
            return f"{head}：{''.join(pair.duty.sentences)}{_role(cell.new)}{self._from(pair, unit)}"
        if cell.mark is Mark.LOST:
            return f"{head}：{self._to(pair, unit)}"
        said = (
            [f"职责由{ROLE_NAMES[cell.old]}改为{ROLE_NAMES[cell.new]}。"]
            if cell.mark is Mark.ROLE and cell.old and cell.new
            else []
        )
        said += [text for change in pair.telling if change.shift is None for text in _moved(change)]
        said += _partners(pair, unit)
        return f"{head}：{''.join(said)}" if said else f"{head}。"

    def _from(self, pair: Pair, unit: str) -> str:
        before = _others(pair.old, unit)
        gone = [name for name in before if name not in _others(pair.new, unit)]
        return f"此前由{'、'.join(gone)}承担，请做好衔接。" if gone else ""

    def _to(self, pair: Pair, unit: str) -> str:
        if pair.new is None:
            return "本项任务已取消，不再执行。"
        come = [name for name in _others(pair.new, unit) if name not in _others(pair.old, unit)]
        return f"改由{'、'.join(come)}承担，请做好移交。" if come else "本项任务由其他责任单位继续承担。"

    def _earlier(self, unit: str, cells: Sequence[Cell]) -> str:
        """Return what becomes of the letter that the unit has."""
        if unit not in self._old.portfolio.units:
            return "责任函和任务清单另行发送。"
        number = self._old.numbers.get(unit)
        earlier = f"此前发送的责任函（{number}）" if number else "此前发送的责任函"
        grave = min((cell.level for cell in cells if cell.level is not None), default=Level.F)
        if unit not in self._new.portfolio.units:
            return f"{earlier}及其任务清单停止使用。"
        if grave <= Level.C:
            return f"{earlier}及其任务清单停止使用，以重新发送的责任函和任务清单为准。"
        return f"{earlier}继续有效，其中与本函不一致的，以本函为准。"


def _counts(cell: Cell) -> bool:
    return cell.mark is not Mark.SAME


def _called(pair: Pair) -> str:
    """Return how a letter calls a duty: 第7项（原第6项）“实施……行动”."""
    old, new = pair.old, pair.new
    duty = pair.duty
    label = f"第{duty.label}项" if duty.table else f"正文“{duty.label}”"
    if new is None:
        label = f"原{label}"
    elif old is not None and old.label != new.label:
        label += f"（原第{old.label}项）" if duty.table else f"（原“{old.label}”）"
    name = duty.name.rstrip("。")
    return f"{label}“{name}”" if name else label


def _role(role: Role | None) -> str:
    return "" if role in (None, Role.RESPONSIBLE, Role.UNSPECIFIED) else f"职责为{ROLE_NAMES[role]}。"


def _others(duty: Duty | None, unit: str) -> list[str]:
    found = (name for a in (duty.assignments if duty else ()) for name in unit_names(a.units))
    return [name for name in dict.fromkeys(found) if name != unit]


def _partners(pair: Pair, unit: str) -> list[str]:
    before, after = _others(pair.old, unit), _others(pair.new, unit)
    come = [name for name in after if name not in before]
    gone = [name for name in before if name not in after]
    said = [f"增加{'、'.join(come)}"] if come else []
    said += [f"不再有{'、'.join(gone)}"] if gone else []
    return [f"协同单位{'，'.join(said)}。"] if said else []


def _moved(change: Change) -> Iterator[str]:
    """Yield what became of words: “15%以上……”改为“18%以上……”."""
    if not change.field or change.formal:
        return
    if change.old is None or change.new is None:
        yield f"增加：“{change.new}”" if change.old is None else f"删去：“{change.old}”"
    elif change.field in ("name", "heading") or not change.hunks:
        yield f"“{change.old.rstrip('。')}”改为“{change.new.rstrip('。')}”。"
    else:
        for old, new in clauses_changed(change.old, change.new, change.hunks):
            yield f"增加“{new}”。" if not old else f"删去“{old}”。" if not new else f"“{old}”改为“{new}”。"


def _listed(duties: Sequence[Duty]) -> str:
    names = "；".join(
        f"{'第' + d.label + '项' if d.table else '正文“' + d.label + '”'}“{d.name.rstrip('。')}”"
        for d in duties
    )
    return f"{names}。" if names else ""
