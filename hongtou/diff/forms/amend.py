"""The amending sentences of a revision 修改文句, as decisions word them; numbers are those of the old paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hongtou.diff.change import Change, Match, PolicyDiff, Verb
from hongtou.diff.forms.clauses import alone, before, clauses_changed, placed, quoted, titled
from hongtou.diff.forms.phrases import FIELDS, ROLES, by_part
from hongtou.diff.parts import Kind, Part
from hongtou.diff.shifts import renamed, roles
from hongtou.diff.terms import listed, told
from hongtou.diff.whole import responsible
from hongtou.diff.words import WORDS, printed
from hongtou.i18n import in_chinese
from hongtou.model.base import flat
from hongtou.numerals import chinese

_TEXTS = frozenset({"text", "preamble", "closing", "grid"})
"""Fields that are the part itself, so that a sentence needs not name them."""
_PRINTED = WORDS | {"assignments", "recipients", "copies_to", "issuers", "signature", "urgency", "kind"}
"""Fields that stand on the paper; other data is amended in the files only."""
_BESIDE = frozenset({Kind.UNIT, Kind.SET, Kind.SETTINGS})
"""Parts that are in no paper."""
_COUNTED = {
    Kind.ITEM: "项",
    Kind.MEASURE: "项",
    Kind.TASK: "项",
    Kind.SECTION: "部分",
    Kind.ATTACHMENT: "个附件",
}


def amending(diff: PolicyDiff, shown: Sequence[Change]) -> list[str]:
    """Return the sentences for ``shown``, numbered, under a line that says what they amend.

    Words replaced everywhere come first, numbering last; nothing where nothing of the paper changed.
    """
    said = [*_Sentences(diff).all(shown)]
    lead = _lead(diff)
    return [lead, *(f"{chinese(n)}、{text}" for n, text in enumerate(said, 1))] if said else []


def _lead(diff: PolicyDiff) -> str:
    paper = next((m.old.data for m in diff.matches if m.old is not None and m.old.key == "notice"), None)
    number = getattr(paper, "document_number", None)
    name = titled(getattr(paper, "title", "")) + (f"（{number}）" if number else "")
    return f"对{name}作如下修改（除写明“修改后”的外，序号均为修改前的序号）："


@dataclass(frozen=True, eq=False)
class _Sentences:
    """The sentences about one comparison."""

    diff: PolicyDiff

    def all(self, shown: Sequence[Change]) -> Iterator[str]:
        """Yield the sentences for ``shown``."""
        for term in told(self.diff, shown):
            yield f"将全文中的{quoted(term.old)}统一修改为{quoted(term.new)}。"
        for old, new in renamed(self.diff, shown):
            yield f"将责任单位中的{quoted(old)}统一修改为{quoted(new)}。"
        for match, changes in by_part(c for c in listed(self.diff, shown) if not c.formal):
            if match.part.kind not in _BESIDE and match.part.key != "units":
                yield from map(_stopped, self._of_part(changes))
        moving = (Verb.ADD, Verb.DELETE, Verb.MOVE, Verb.SPLIT, Verb.MERGE)
        if any(c.verb in moving and not c.field and c.match.part.kind in _COUNTED for c in shown):
            yield "有关序号按照本次修改作相应调整。"

    def _of_part(self, changes: Sequence[Change]) -> Iterator[str]:
        """Yield the sentences of one part; a unit that replaces another is one sentence."""
        gone = [c for c in changes if c.shift is not None and c.shift.new is None]
        come = [c for c in changes if c.shift is not None and c.shift.old is None]
        swapped = len(gone) == len(come) == 1 and gone[0].shift.old is come[0].shift.new  # type: ignore[union-attr]
        for change in changes:
            if swapped and change is gone[0]:
                yield f"将{_where(change)}中的{quoted(change.old or '')}修改为{quoted(come[0].new or '')}"
            elif not change.field:
                yield self._whole(change)
            elif not (swapped and change is come[0]) and change.field in _PRINTED:
                yield from _one(change)

    def _whole(self, change: Change) -> str:
        part, old = change.match.part, change.match.before
        if change.verb in (Verb.ADD, Verb.SPLIT):
            return self._new(change, part)
        if change.verb is Verb.MOVE:
            return f"将{_place(old.place)}移至{self._behind(part)}，作为修改后的{_place(part.place)}"
        merged = f"，其内容并入修改后的{_place(change.others[0].place)}" if change.others else ""
        name = _name(old)
        return f"删去{_place(old.place)}{quoted(name) if name else ''}{merged}"

    def _new(self, change: Change, part: Part) -> str:
        if part.kind not in _COUNTED:
            return f"增加{_place(part.place)}"
        origin = f"（由{_place(change.others[0].place)}拆出）" if change.others else ""
        number = f"，作为修改后的{_place(part.place)}"
        return (
            f"在{self._behind(part)}增加一{_COUNTED[part.kind]}{number}{origin}：{quoted(self._text(part))}"
        )

    def _behind(self, part: Part) -> str:
        """Return behind what old part ``part`` stands now: 任务分解表第9项后, or at the beginning of what it is in."""
        if (after := self._before.get(part.key)) is not None:
            return f"{_place(after.place)}后"
        above = self._olds.get(part.parent)
        if part.kind is Kind.TASK or above is None or above.kind in (Kind.HEAD, Kind.TABLE):
            return {Kind.TASK: "任务分解表开头", Kind.ATTACHMENT: "附件开头"}.get(part.kind, "正文各部分之前")
        return f"{_place(above.place)}的各项之前"

    def _text(self, part: Part) -> str:
        """Return the words of a new part with those of all that stands in it and is new too."""
        inner = (f"{p.label}{self._text(p)}" for p in self._news.get(part.key, ()))
        name = getattr(part.data, "heading", None) or getattr(part.data, "name", None)
        title = getattr(part.data, "title", None)
        texts = (printed(getattr(part.data, field, ())) for field in ("text", "closing"))
        text, closing = ("".join(lines) for lines in texts)
        if (name or title) and text and not (name or title or "").endswith(("。", "，", "：")):
            name = f"{name or title}。"
        who = [f"{line}。" for line in responsible(roles(getattr(part.data, "assignments", ())))]
        return "".join((name or title or "", text, *who, *inner, closing))

    @cached_property
    def _olds(self) -> dict[str, Part]:
        return {m.new.key: m.old for m in self.diff.matches if m.new is not None and m.old is not None}

    @cached_property
    def _news(self) -> dict[str, list[Part]]:
        """The new parts by what they stand in."""
        found: dict[str, list[Part]] = {}
        for match in self.diff.matches:
            if match.old is None and match.new is not None:
                found.setdefault(match.new.parent, []).append(match.new)
        return found

    @cached_property
    def _before(self) -> dict[str, Part]:
        """For each part the old sibling that it stands behind in the new version."""
        last: dict[tuple[str, bool], Part] = {}
        found: dict[str, Part] = {}
        for match in self.diff.matches:
            if match.new is None:
                continue
            family = match.new.parent, match.new.kind is Kind.ITEM
            if family in last:
                found[match.new.key] = last[family]
            if match.old is not None and match.old.kind in _COUNTED:
                last[family] = match.old
        return found


def _one(change: Change) -> Iterator[str]:
    where = _where(change)
    if change.shift is not None:
        yield _unit(change)
    elif change.old is None:
        yield _added(change)
    elif change.new is None:
        yield f"删去{where}中的{quoted(change.old)}"
    elif not change.hunks or change.field in ("name", "heading", "title"):
        yield f"将{where}{quoted(change.old.rstrip('。'))}修改为{quoted(change.new.rstrip('。'))}"
    else:
        for old, new, place in placed(change.old, change.new, change.hunks):
            yield _clause(where, change.old, (old, new), place)


def _clause(where: str, text: str, words: tuple[str, str], place: int) -> str:
    """Return the sentence for clauses that changed at ``place`` of the old ``text``."""
    old, new = words
    if not old:
        behind = before(text, place)
        return (
            f"在{where}{quoted(behind)}后增加{quoted(new)}" if behind else f"在{where}开头增加{quoted(new)}"
        )
    around = alone(text, old, place)
    if not new:
        near = f"{quoted(around)}后的" if around else "中的"
        return f"删去{where}{near}{quoted(old)}"
    return f"将{where}中的{quoted(around + old)}修改为{quoted(around + new)}"


def _added(change: Change) -> str:
    """Return the sentence for a paragraph that came: behind which of the old ones."""
    where = _where(change)
    data = change.match.before.data
    count = len(printed(getattr(data, change.field, ()))) if change.match.old is not None else 0
    if change.field not in _TEXTS:
        return f"增加{where}{quoted(change.new or '')}"
    if change.field == "closing" and change.behind == count:
        at = "末尾"
    else:
        at = f"第{change.behind}段后" if change.behind else "开头" if count else "中"
    kind = "一行" if change.field == "grid" else "一段"
    at = at.replace("段", "行") if change.field == "grid" else at
    return f"在{where}{at}增加{kind}：{quoted(change.new or '')}"


def _stopped(sentence: str) -> str:
    """Return ``sentence`` with a full stop, unless its last quotation ends with one."""
    return sentence if sentence.endswith(("。”", "。")) else f"{sentence}。"


def _where(change: Change) -> str:
    """Return where in the old paper: 任务分解表第6项责任单位."""
    part = change.match.before
    name = change.field.partition("/")[0]
    if part.kind is Kind.HEAD and name in ("preamble", "closing"):
        paper = "正文" if part.key == "notice" else f"{part.place}正文"
        return paper + ("第一部分之前" if name == "preamble" else "结尾")
    return _place(part.place) + ("" if name in _TEXTS else in_chinese(FIELDS.get(name, "")))


def _place(place: str) -> str:
    """Return a place as a sentence names it: 正文“二、（二）”部分."""
    paper, _blank, labels = place.partition(" ")
    return f"{paper}“{labels}”部分" if labels else paper


def _name(part: Part) -> str:
    """Return what a part is called: its heading, else its first sentence, whole."""
    known = (getattr(part.data, field, None) for field in ("heading", "name", "title"))
    text = flat(getattr(part.data, "text", ()))
    name = next(filter(None, known), "") or text[: text.find("。") + 1] or text
    return name.rstrip("。")


def _unit(change: Change) -> str:
    shift, where = change.shift, _where(change)
    assert shift is not None
    if shift.new is None:
        return f"删去{where}中的{quoted(shift.unit)}"
    if shift.old is None:
        behind = _unit_before(change.match, shift.unit)
        return f"在{where}{quoted(behind) + '后' if behind else '首位'}增加{quoted(shift.unit)}"
    old, new = (in_chinese(ROLES[role]) for role in (shift.old, shift.new))
    return f"将{where}中{quoted(shift.unit)}的职责由{old}修改为{new}"


def _unit_before(match: Match, unit: str) -> str:
    """Return the last of the old units that stands before ``unit`` in the new list."""
    ours, theirs = (
        [*roles(getattr(part.data, "assignments", ()))] if part is not None else []
        for part in (match.old, match.new)
    )
    known = [name for name in theirs[: theirs.index(unit)] if name in ours]
    return known[-1] if known else ""


__all__ = ["amending", "clauses_changed"]
