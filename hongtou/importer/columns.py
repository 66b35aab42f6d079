"""What the columns of a task table 任务分解表 hold, told by the words above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hongtou.importer.raw import RawTable
from hongtou.importer.role_words import ASIDE, OWN, PEOPLE, WATCHERS, role_of_head
from hongtou.importer.words import Words
from hongtou.model.duty import Role
from hongtou.model.task import Column, Holds

UNITS = (Holds.UNITS, Holds.LEAD, Holds.OTHERS)
"""What a column of units may hold."""
_HOLDS: tuple[tuple[Holds, str], ...] = (
    (Holds.NUMBER, "序号|编号"),
    (Holds.GROUP, "类别|分类|工作类别|任务类别|领域|重点领域|工作领域"),
    (Holds.DEADLINES, "(?:完成|办结|工作|任务|整改|落实)?(?:时限|时间|期限)(?:要求|节点)?|(?:完成)?时间节点|(?:完成|截止)(?:日期|时间)|(?:时间|进度)安排|工作进度"),
    (Holds.TEXT, "指标任务|工作要求|工作内容|主要内容|具体措施|工作措施|考核指标|任务内容|工作举措|目标要求|工作目标|任务要求|具体任务|具体内容|具体要求|主要措施|重点举措|主要举措|具体举措|推进举措|落实措施|工作标准|工作安排|任务分解|(?:主要|工作|部门|单位|具体)?职责(?:分工|任务)?"),
    (Holds.NAME, "内容|任务|工作任务|重点任务|主要任务|任务名称|目标任务|项目|项目名称|考核项目|改革举措|重点工作|主要工作|重点工作任务|重点工作内容|工作事项|重点事项|事项|事项名称|任务事项|工作项目|工作名称|分解任务|年度任务|措施|举措|任务清单"),
)  # fmt: skip
_ENDS = ((Holds.NAME, "(?:任务|事项|项目|名称)$"), (Holds.TEXT, "(?:措施|举措|要求|内容|目标)$"))
"""How heads end that offices make themselves: 整改措施."""
_LONGEST = 8
_SOMEBODY = re.compile("单位|部门|企业|公司|机构|姓名|人员|学校|镇|村|资金")
_WORDS = "分值|各项分值|指标|备注|推广范围|联系人|联系电话|考核权重|权重"
"""Heads of columns that hold words of their own."""
_KNOWN = re.compile(
    "|".join(f"(?:{pattern})" for _holds, pattern in _HOLDS) + f"|{_WORDS}|{PEOPLE}|{WATCHERS}"
)
_BEGINS = re.compile("开始|启动|开工|起始")
_MEMBERS = re.compile("(?:成员)?(?:单位|部门)(?:名称)?")
"""The head of units beside one of duties 职责."""
_SOME_UNITS = re.compile("(?:责任|牵头|配合|主办|协办|承办|负责|落实|参与).{0,4}(?:单位|部门|科室|处室)")
_TIMES = re.compile("时限|时间|期限|日期")


def bare(text: str) -> str:
    """Return the words of a head without the blanks that widen it 序　号."""
    return re.sub(r"\s", "", text)


@lru_cache(maxsize=1024)
def is_head(text: str) -> bool:
    """Whether ``text`` is what stands above a column."""
    if len(text) > 40:
        return False
    head = ASIDE.sub("", bare(text))
    return bool(head) and (_KNOWN.fullmatch(head) is not None or role_of_head(head) is not None)


def is_task_table(table: RawTable) -> bool:
    """Whether a table says who does what: it has a column of units and one of tasks."""
    held = {column.holds for column in columns_of(table.heads)}
    return bool(held & {Holds.UNITS, Holds.LEAD}) and bool(held & {Holds.NAME, Holds.TEXT})


def sets_times(column: Column) -> bool:
    """Whether each cell of a column is a time limit, and no words about the course of the work."""
    return _TIMES.search(column.header) is not None and not _BEGINS.search(column.header)


def columns_of(heads: Sequence[Words]) -> tuple[Column, ...]:
    """Return what each column holds, told by its head; what no head tells is an attribute of that name."""
    names = [bare(words.text) for words in heads]
    held = _once([_holds(name) for name in names], names)
    own = _apart([name or f"第{number}栏" for number, name in enumerate(names, 1)])
    return tuple(
        Column(holds=holds, header=words.text or "　", attribute=name if holds is Holds.ATTRIBUTE else None)
        for holds, name, words in zip(held, own, heads, strict=True)
    )


def _apart(names: Sequence[str]) -> Iterator[str]:
    """Yield ``names``, one that came before with a number: two columns of one head are two attributes."""
    seen: Counter[str] = Counter()
    for name in names:
        own = name
        while own in seen:
            seen[name] += 1
            own = f"{name}{seen[name]}"
        seen[own] += 1
        yield own


def is_about(column: Column) -> bool:
    """Whether a column of words of its own is about the task, as a second one of targets or measures is."""
    return column.holds is Holds.ATTRIBUTE and _holds(bare(column.header)) in (Holds.NAME, Holds.TEXT)


def is_unit_head(head: str) -> bool:
    """Whether a head says, in whatever words, that units stand below it: 责任单位及责任人."""
    name = bare(head)
    return role_of_head(name) is not None or _SOME_UNITS.search(name) is not None


def names_units(column: Column) -> bool:
    """Whether a column of words of its own names units in a role, which a table can hold only once."""
    return column.holds is Holds.ATTRIBUTE and role_of_head(bare(column.header)) is not None


def _holds(head: str) -> Holds:
    role = role_of_head(head)
    if role is not None:
        return Holds.LEAD if role is Role.LEAD else Holds.UNITS if role in OWN else Holds.OTHERS
    head = ASIDE.sub("", head)
    exact = next((holds for holds, pattern in _HOLDS if re.fullmatch(pattern, head)), None)
    if exact is not None or len(head) > _LONGEST or _SOMEBODY.search(head):
        return exact or Holds.ATTRIBUTE
    return next((holds for holds, pattern in _ENDS if re.search(pattern, head)), Holds.ATTRIBUTE)


def _once(held: list[Holds], names: Sequence[str]) -> list[Holds]:
    """Return ``held`` with each but once: what a table can hold only once, stands a second time as words of its own."""
    if not {Holds.UNITS, Holds.LEAD} & {*held} and any("职责" in name for name in names):
        held = [
            Holds.UNITS if _MEMBERS.fullmatch(name) else holds
            for holds, name in zip(held, names, strict=True)
        ]
    if Holds.UNITS not in held and (Holds.LEAD in held) < (Holds.OTHERS in held):
        # 指导部门 alone are the units of the table.
        held[held.index(Holds.OTHERS)] = Holds.UNITS
    if Holds.LEAD in held and Holds.OTHERS not in held and Holds.UNITS in held:
        held[held.index(Holds.UNITS)] = Holds.OTHERS
    texts = [n for n, holds in enumerate(held) if holds is Holds.TEXT]
    for n in sorted(texts, key=lambda n: "目标" in names[n])[1:]:
        held[n] = Holds.ATTRIBUTE
    found: list[Holds] = []
    for holds in held:
        if holds in found and holds is Holds.NAME and not {Holds.TEXT} & {*held, *found}:
            holds = Holds.TEXT
        found.append(Holds.ATTRIBUTE if holds in found else holds)
    return found
