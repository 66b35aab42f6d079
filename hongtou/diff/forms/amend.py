"""The amending sentences of a revision 修改文句, as decisions word them; numbers are those of the old paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.diff.change import Change, PolicyDiff, Verb
from hongtou.diff.forms.phrases import FIELDS, ROLES, by_part
from hongtou.diff.parts import Kind, Part
from hongtou.diff.shifts import roles
from hongtou.diff.terms import listed, told
from hongtou.diff.text import Hunk
from hongtou.i18n import in_chinese
from hongtou.numerals import chinese

_MARKS = "，。；、,;\n"
_TEXTS = frozenset({"text", "preamble", "closing", "grid"})
"""Fields that are the part itself, so that a sentence needs not name them."""


def amending(diff: PolicyDiff, shown: Sequence[Change]) -> list[str]:
    """Return the sentences for ``shown``, numbered; terms replaced everywhere come first, numbering last."""
    said = [f"将全文中的“{term.old}”统一修改为“{term.new}”。" for term in told(diff, shown)]
    before = _predecessors(diff)
    for _match, changes in by_part(change for change in listed(diff, shown) if not change.formal):
        said += _of_part(changes, before)
    if any(
        change.verb in (Verb.ADD, Verb.DELETE, Verb.MOVE, Verb.SPLIT, Verb.MERGE) and not change.field
        for change in shown
    ):
        said.append("有关序号按照本次修改作相应调整。")
    return [f"{chinese(number)}、{text}" for number, text in enumerate(said, 1)]


def _of_part(changes: Sequence[Change], before: dict[str, Part]) -> Iterator[str]:
    """Yield the sentences of one part; a unit that replaces another is one sentence."""
    gone = [c for c in changes if c.shift is not None and c.shift.new is None]
    come = [c for c in changes if c.shift is not None and c.shift.old is None]
    swapped = len(gone) == len(come) == 1 and gone[0].shift.old is come[0].shift.new  # type: ignore[union-attr]
    for change in changes:
        if swapped and change is gone[0]:
            yield f"将{_where(change)}中的“{change.old}”修改为“{come[0].new}”。"
        elif not (swapped and change is come[0]):
            yield from _one(change, before)


def _one(change: Change, before: dict[str, Part]) -> Iterator[str]:
    if not change.field:
        yield _whole(change, before)
    elif change.shift is not None:
        yield _unit(change)
    elif change.old is None:
        yield f"在{_where(change)}中增加：“{change.new}”"
    elif change.new is None:
        yield f"删去{_where(change)}中的“{change.old}”"
    elif not change.hunks or change.field in ("name", "heading", "title"):
        yield f"将{_where(change)}“{change.old.rstrip('。')}”修改为“{change.new.rstrip('。')}”。"
    else:
        for old, new in clauses_changed(change.old, change.new, change.hunks):
            yield _clause(change, old, new)


def _clause(change: Change, old: str, new: str) -> str:
    if not old:
        return f"在{_where(change)}中增加“{new}”。"
    if not new:
        return f"删去{_where(change)}中的“{old}”。"
    return f"将{_where(change)}中的“{old}”修改为“{new}”。"


def clauses_changed(old: str, new: str, hunks: Sequence[Hunk]) -> list[tuple[str, str]]:
    """Return old and new clauses that differ: each hunk with the rest of its clause, those in one clause together."""
    spans: list[list[int]] = []
    for hunk in hunks:
        whole = (hunk.a0 == hunk.a1 and new[hunk.b1 - 1] in _MARKS) or (
            hunk.b0 == hunk.b1 and old[hunk.a1 - 1] in _MARKS
        )
        left, right = (0, 0) if whole else (_left(old, hunk.a0), _right(old, hunk.a1))
        span = [hunk.a0 - left, hunk.a1 + right, hunk.b0 - left, hunk.b1 + right]
        near = old[spans[-1][1] : span[0]] in ("", "、") if spans else False
        if near and span[2] <= spans[-1][3] + 1:
            spans[-1][1], spans[-1][3] = span[1], span[3]
        else:
            spans.append(span)
    return [_bare(old[a:b], new[c:d]) for a, b, c, d in spans]


def _bare(old: str, new: str) -> tuple[str, str]:
    """Return both clauses without a closing bracket that was opened before them."""
    if all(side.endswith("）") and side.count("（") < side.count("）") for side in (old, new)):
        return old[:-1], new[:-1]
    return old, new


def _left(text: str, place: int) -> int:
    """Return how far the clause reaches to the left of ``place``."""
    return next((n for n in range(place) if _ends(text, place - n - 1)), place)


def _right(text: str, place: int) -> int:
    return next((n for n in range(len(text) - place) if _ends(text, place + n)), len(text) - place)


def _ends(text: str, place: int) -> bool:
    """Whether a clause ends with the character at ``place``: not with the comma of 1,200."""
    grouped = (
        text[place] == "," and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
    )
    return text[place] in _MARKS and not grouped


def _where(change: Change) -> str:
    """Return where in the old paper: 任务分解表第6项责任单位."""
    part = change.match.before
    name = change.field.partition("/")[0]
    return _quoted(part.place) + ("" if name in _TEXTS else in_chinese(FIELDS.get(name, "")))


def _quoted(place: str) -> str:
    """Return a place as a sentence names it: 正文“二、（二）”部分."""
    paper, _blank, labels = place.partition(" ")
    return f"{paper}“{labels}”部分" if labels else paper


def _unit(change: Change) -> str:
    shift = change.shift
    assert shift is not None
    if shift.old is None:
        return f"在{_where(change)}中增加“{shift.unit}”。"
    if shift.new is None:
        return f"删去{_where(change)}中的“{shift.unit}”。"
    return f"将{_where(change)}中“{shift.unit}”的职责由{in_chinese(ROLES[shift.old])}修改为{in_chinese(ROLES[shift.new])}。"


def _whole(change: Change, before: dict[str, Part]) -> str:
    part, old = change.match.part, change.match.before
    words = (change.new or change.old or "").replace("\n", "")
    if change.verb in (Verb.ADD, Verb.SPLIT):
        after = before.get(part.key)
        place = f"在{_quoted(after.place)}后" if after is not None else f"在{_container(part)}中"
        number = f"，作为第{part.label}项" if part.kind is Kind.TASK else ""
        origin = f"（由{change.others[0].place}拆出）" if change.others else ""
        units = "、".join(roles(getattr(part.data, "assignments", ())))
        who = f"责任单位为{units}。" if units else ""
        return f"{place}增加一{_COUNTED.get(part.kind, '份文件')}{number}{origin}：“{words}”{who}"
    if change.verb is Verb.MOVE:
        moved = f"将{_quoted(old.place)}移至{_quoted(part.place)}。"
        return moved if old.place != part.place else f"{_quoted(old.place)}的位置作相应调整。"
    merged = f"，其内容并入修改后的{_quoted(change.others[0].place)}" if change.others else ""
    return f"删去{_quoted(old.place)}“{old.name}”{merged}。"


def _container(part: Part) -> str:
    return "任务分解表" if part.kind is Kind.TASK else "附件" if part.kind is Kind.ATTACHMENT else "正文"


_COUNTED = {
    Kind.TASK: "项",
    Kind.ITEM: "项",
    Kind.MEASURE: "项",
    Kind.SECTION: "部分",
    Kind.ATTACHMENT: "个附件",
}


def _predecessors(diff: PolicyDiff) -> dict[str, Part]:
    """Return for each part the old sibling that it stands behind in the new version."""
    last: dict[str, Part] = {}
    found: dict[str, Part] = {}
    for match in diff.matches:
        if match.new is None:
            continue
        if match.new.parent in last:
            found[match.new.key] = last[match.new.parent]
        if match.old is not None:
            last[match.new.parent] = match.old
    return found
