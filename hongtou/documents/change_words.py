"""What a change letter says of a duty 任务变化的说法: who has it now, which words became which, how it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hongtou.diff.change import Change, Level, Verb
from hongtou.diff.forms.amend import clauses_changed
from hongtou.diff.forms.phrases import FIELDS
from hongtou.diff.impact import Cell, Impact, Mark, Pair
from hongtou.diff.parts import Kind, Part
from hongtou.duties import Duty
from hongtou.i18n import in_chinese
from hongtou.model.duty import Role

_POSTS = {
    Role.LEAD: "牵头单位",
    Role.RESPONSIBLE: "责任单位",
    Role.SUPPORT: "配合单位",
    Role.PARTICIPATE: "参与单位",
    Role.GUIDE: "指导单位",
    Role.IMPLEMENT: "落实单位",
    Role.JOINTLY: "会同单位",
    Role.ASSESS: "考核单位",
    Role.COORDINATE: "统筹协调单位",
    Role.UNSPECIFIED: "未明确职责的单位",
}
_BY = {
    Role.LEAD: "由{you}牵头。",
    Role.SUPPORT: "由{you}配合。",
    Role.PARTICIPATE: "由{you}参与。",
    Role.GUIDE: "由{you}指导。",
    Role.IMPLEMENT: "由{you}负责落实。",
    Role.JOINTLY: "由{you}会同有关单位负责。",
    Role.ASSESS: "由{you}负责考核。",
    Role.COORDINATE: "由{you}统筹协调。",
}
_NUMERAL = re.compile("[一二三四五六七八九十百]+")
_INNER = str.maketrans("“”", "‘’")


class Words:
    """Says what became of the duties of ``unit``, which the letter calls ``you``."""

    def __init__(self, impact: Impact, unit: str, you: str) -> None:
        self._impact, self._unit, self._you = impact, unit, you

    def said(self, cell: Cell) -> str:
        """Return what changed in a duty, a sentence or more; empty where its number says it all."""
        pair = cell.pair
        if cell.mark is Mark.GAINED:
            return f"{''.join(pair.duty.sentences)}{self._by(cell.new)}{''.join(self._from(pair))}"
        if cell.mark is Mark.LOST:
            return self._to(pair)
        if cell.mark in (Mark.MERGED, Mark.SPLIT):
            return f"{self._turned(pair)}{self._by(cell.new) if cell.new else ''}"
        said = [self._role(cell)] if cell.mark is Mark.ROLE else []
        said += [text for change in pair.telling for text in self._moved(change, pair)]
        return "".join((*said, *self._partners(pair)))

    def _by(self, role: Role | None) -> str:
        return _BY.get(role, "").format(you=self._you) if role is not None else ""

    def _role(self, cell: Cell) -> str:
        assert cell.old is not None
        assert cell.new is not None
        return f"{self._you}由{_POSTS[cell.old]}改为{_POSTS[cell.new]}。"

    def _turned(self, pair: Pair) -> str:
        """Return what a duty was merged into, or split off."""
        change = pair.turned
        assert change is not None
        where = part_called(change.others[0])
        if change.verb is Verb.SPLIT:
            return f"由原{where}拆出，单列为一项。"
        return f"已并入{where}，按该项要求执行。"

    def _from(self, pair: Pair) -> Iterator[str]:
        """Yield where a duty comes from that is new for the unit."""
        if pair.turned is not None:
            yield f"本项任务由原{part_called(pair.turned.others[0])}拆出。"
        gone = [name for name in self._others(pair, 0) if not self._has(name, pair, 1)]
        left = [name for name in gone if self._impact.heirs.get(name) != self._unit]
        if left:
            yield f"此前由{'、'.join(left)}承担，请做好衔接。"

    def _to(self, pair: Pair) -> str:
        """Return what becomes of a duty that the unit has no longer."""
        if pair.turned is not None:
            return f"本项任务已并入{part_called(pair.turned.others[0])}，不再由{self._you}承担。"
        if pair.new is None and pair.match.new is None:
            return "本项任务已取消，不再执行。"
        before = {*self._others(pair, 0)}
        if come := [name for name in self._others(pair, 1) if name not in before]:
            return f"改由{'、'.join(come)}承担，请做好移交。"
        others = "由其他责任单位继续承担" if pair.new is not None else f"不再列{self._you}为责任单位"
        return f"本项任务{others}。"

    def _others(self, pair: Pair, side: int) -> list[str]:
        """Return the other units and sets that a duty names on a side, by the names of today."""
        return [name for name in self._named(pair, side) if name != self._unit]

    def _named(self, pair: Pair, side: int) -> dict[str, Role]:
        impact = self._impact
        return impact.after.named(pair.new) if side else impact.before.named(pair.old)

    def _has(self, name: str, pair: Pair, side: int) -> bool:
        """Whether all that ``name`` stands for have a part in a duty on a side."""
        impact = self._impact
        units = impact.after.units(pair.new) if side else impact.before.units(pair.old)
        members = impact.after.members(name) or impact.before.members(name)
        return name in self._named(pair, side) or (bool(members) and units.keys() >= {*members})

    def _partners(self, pair: Pair) -> Iterator[str]:
        """Yield who leads now, who joins and who leaves, who of the others has another part."""
        before, after = self._others(pair, 0), self._others(pair, 1)
        leads = self._impact.before.leads(pair.old), self._impact.after.leads(pair.new)
        told = {*leads[0], *leads[1]} if leads[0] != leads[1] else set()
        if told:
            yield from self._lead(*leads)
        gone = [name for name in before if name not in after and name not in told]
        come = [name for name in after if name not in before and name not in told]
        taken = {
            name: self._impact.heirs[name]
            for name in gone
            if self._impact.heirs.get(name) in (self._unit, *after)
        }
        yield from (self._taken(name, heir) for name, heir in taken.items())
        come = [self._called(name, pair) for name in come if name not in taken.values()]
        gone = [self._called(name, pair) for name in gone if name not in taken]
        said = [f"增加{'、'.join(come)}"] if come else []
        said += [f"不再有{'、'.join(gone)}"] if gone else []
        if said:
            yield f"协同单位{'，'.join(said)}。"
        yield from self._posts(pair, told)

    def _taken(self, name: str, heir: str) -> str:
        who = self._you if heir == self._unit else heir
        return f"协同单位{name}在本项任务中的职责由{who}承接。"

    def _called(self, name: str, pair: Pair) -> str:
        """Return how a partner is called: the others of a set that the unit belongs to are just those."""
        mine = self._unit in (*self._impact.after.members(name), *self._impact.before.members(name))
        return f"{name}中的其他单位" if mine else name

    def _posts(self, pair: Pair, told: Iterable[str]) -> Iterator[str]:
        """Yield who of the others has another part than before."""
        before, after = self._named(pair, 0), self._named(pair, 1)
        skipped = {self._unit, *told}
        found: dict[tuple[Role, Role], list[str]] = {}
        for name, role in after.items():
            was = before.get(name, role)
            if was is not role and name not in skipped:
                found.setdefault((was, role), []).append(self._called(name, pair))
        for (was, role), names in found.items():
            yield f"{'、'.join(names)}由{_POSTS[was]}改为{_POSTS[role]}。"

    def _lead(self, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
        """Yield who leads now, and what the unit that leads or led has to do about it."""
        was = "、".join(name for name in old if name not in new and name != self._unit)
        now = "、".join(name for name in new if name != self._unit)
        if self._unit in new and self._unit not in old:
            if was:
                yield f"此前由{was}牵头，请做好衔接。"
        elif self._unit in old and self._unit not in new:
            yield f"改由{now}牵头，请做好移交。" if now else "不再明确牵头单位。"
        elif old and new:
            yield f"牵头单位由{'、'.join(old)}改为{'、'.join(new)}。"
        else:
            yield f"明确由{'、'.join(new)}牵头。" if new else f"{'、'.join(old)}不再牵头，不再明确牵头单位。"

    def _moved(self, change: Change, pair: Pair) -> Iterator[str]:
        """Yield what became of the words; the order of the units only where nobody else leads by it."""
        if change.field != "assignments":
            yield from moved(change)
        elif change.shift is None and change.level is not Level.F:
            impact = self._impact
            if change.level is not Level.E:
                yield from moved(change)
            elif impact.before.leads(pair.old) == impact.after.leads(pair.new):
                yield f"责任单位的排列次序调整为：{change.new}。"


def moved(change: Change) -> Iterator[str]:
    """Yield what became of words: “15%以上……”改为“18%以上……”."""
    if not change.field or change.formal or change.shift is not None:
        return
    if "/" in change.field:
        yield f"{in_chinese(FIELDS.get(change.field.partition('/')[0], FIELDS['text']))}有调整，以修订后的文件为准。"
    elif change.old is None or change.new is None:
        yield became(change.old or "", change.new or "")
    elif change.field in ("name", "heading") or not change.hunks:
        yield became(change.old.rstrip("。"), change.new.rstrip("。"))
    else:
        for clauses in clauses_changed(change.old, change.new, change.hunks):
            yield from (became(old, new) for old, new in _at_bracket(*clauses))


def _at_bracket(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield two clauses that end within a bracket in two pieces, what stands before it and what in it, where they differ."""
    if all(text.count("（") == text.count("）") + 1 for text in (old, new)):
        (a, _mark, b), (c, _mark, d) = old.rpartition("（"), new.rpartition("（")
        if a and c and "）" not in b + d:
            yield from (piece for piece in ((a, c), (b, d)) if piece[0] != piece[1])
            return
    yield old, new


def became(old: str, new: str) -> str:
    """Return that ``old`` is ``new`` now, or came or went; words that end a sentence end this one too."""
    said = (
        f"增加{quote(new)}"
        if not old
        else f"删去{quote(old)}"
        if not new
        else f"{quote(old)}改为{quote(new)}"
    )
    return said if said.endswith("。”") else f"{said}。"


def quote(text: str) -> str:
    """Return ``text`` in quotation marks, those inside it turned into single ones (GB/T 15834 4.8)."""
    return f"“{text.translate(_INNER)}”"


def called(pair: Pair) -> str:
    """Return how a letter calls a duty: 第7项（原第6项）“实施……行动”."""
    old, new = pair.old, pair.new
    label = duty_label(pair.duty)
    if new is None and pair.match.new is None:
        label = f"原{label}"
    elif old is not None and new is not None and old.label != new.label:
        label += f"（原第{old.label}项）" if new.table else f"（原{spot(old.label)}）"
    return label + _name(pair.duty.name)


def duty_label(duty: Duty) -> str:
    """Return where a duty stands: 第7项, or 正文第三部分."""
    return f"第{duty.label}项" if duty.table else f"正文{spot(duty.label)}"


def spot(labels: str) -> str:
    """Return a place in the text: 第三部分, or “三、（二）”部分 where it is no whole part."""
    label = labels.rstrip("、.")
    return f"第{label}部分" if _NUMERAL.fullmatch(label) else f"“{label}”部分"


def listed(duty: Duty) -> str:
    """Return a duty by its number and name."""
    return duty_label(duty) + _name(duty.name)


def part_called(part: Part) -> str:
    """Return a part by its number and name: a row, or a place in the text."""
    if part.kind is Kind.TASK:
        return f"第{part.label}项{_name(part.name)}"
    return place(part)


def place(part: Part) -> str:
    """Return where a part stands on paper: 正文第三部分, 附件1."""
    paper, _blank, labels = part.place.partition(" ")
    return f"{paper}{spot(labels)}" if labels else paper


def _name(name: str) -> str:
    return quote(name.rstrip("。")) if name else ""
