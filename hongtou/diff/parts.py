"""A policy taken apart into what can change by itself: the head, sections, measures, items, attachments, rows, units.

Each part has its own fields only; what stands under it is parts of their own that name it as their parent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from hongtou.model.base import Model, flat
from hongtou.model.notice import Attachment, Item, Node, Notice, Paper
from hongtou.model.policy import Policy
from hongtou.model.task import Task
from hongtou.numerals import item_label
from hongtou.outline import outline

_NAME = 20
"""A part without a heading is called by as many of its first characters."""


class Kind(StrEnum):
    """What a part is."""

    HEAD = "head"
    SECTION = "section"
    MEASURE = "measure"
    ITEM = "item"
    ATTACHMENT = "attachment"
    TABLE = "table"
    TASK = "task"
    UNIT = "unit"
    SET = "set"
    SETTINGS = "settings"


@dataclass(frozen=True, eq=False)
class Part:
    """A part 一处 of a policy.

    ``key`` is unique in its policy (``tasks/graduates``), ``parent`` the key of what it stands in, ``label`` its number on
    paper (``（二）``, ``7``), ``place`` where a person finds it (``正文 二、（二）六是``), ``name`` what it is called, ``order`` its
    place among all parts.
    """

    key: str
    kind: Kind
    parent: str
    label: str
    place: str
    name: str
    data: Model
    order: int = 0

    @property
    def id(self) -> str:
        """Its id in the data, empty for heads."""
        return self.key.rpartition("/")[2] if self.kind not in (Kind.HEAD, Kind.TABLE, Kind.SETTINGS) else ""


def parts(policy: Policy) -> list[Part]:
    """Return the parts of ``policy`` in their order on paper, then the register and the settings."""
    return [replace(part, order=number) for number, part in enumerate(_all(policy))]


def _all(policy: Policy) -> Iterator[Part]:
    yield from _paper(policy.notice, "notice", "", "正文")
    if policy.tasks is not None:
        place = "任务分解表"
        yield Part("tasks", Kind.TABLE, "", "", place, "", policy.tasks)
        for number, task in enumerate(policy.tasks.tasks, 1):
            where = f"任务分解表第{number}项"
            yield Part(f"tasks/{task.id}", Kind.TASK, "tasks", str(number), where, task.called, task)
    yield Part("units", Kind.TABLE, "", "", "单位登记表", "", policy.register)
    for unit in policy.register.units:
        yield Part(f"units/{unit.name}", Kind.UNIT, "units", "", "单位登记表", unit.name, unit)
    for group in policy.register.sets:
        yield Part(f"sets/{group.name}", Kind.SET, "units", "", "单位登记表", group.name, group)
    yield Part("sheet", Kind.SETTINGS, "", "", "sheet.yaml", "", policy.settings)
    yield Part("rules", Kind.SETTINGS, "", "", "rules.yaml", "", policy.rules)


def _paper(paper: Paper, key: str, parent: str, place: str) -> Iterator[Part]:
    yield Part(key, Kind.HEAD, parent, "", "文首" if isinstance(paper, Notice) else place, "", paper)
    yield from _body(paper, key, place)
    for number, attachment in enumerate(paper.attachments, 1):
        yield from _attachment(attachment, key, number)


def _body(paper: Paper, key: str, place: str) -> Iterator[Part]:
    above: list[tuple[str, str]] = [(key, "")]
    for numbered in outline(paper):
        node, level = numbered.node, numbered.level
        del above[level:]
        own, (parent, labels) = f"{key}/{node.id}", above[-1]
        labels += numbered.label
        above.append((own, labels))
        kind = Kind.SECTION if level == 1 else Kind.MEASURE
        where = f"{place} {labels}".strip()
        yield Part(own, kind, parent, numbered.label, where, _called(node), node)
        for count, item in enumerate(node.items, 1):
            label = item_label(count)
            yield Part(f"{key}/{item.id}", Kind.ITEM, own, label, where + label, _called(item), item)


def _attachment(attachment: Attachment, key: str, number: int) -> Iterator[Part]:
    own = f"{key}/{attachment.id}"
    place = f"附件{number}"
    yield Part(own, Kind.ATTACHMENT, key, str(number), place, attachment.title, attachment)
    if attachment.document is not None:
        yield from _paper(attachment.document, f"{own}/document", own, place)


def _called(data: Node | Item | Task) -> str:
    """Return what a person calls a part: its heading, else how its text begins."""
    heading = getattr(data, "heading", None) or getattr(data, "name", None)
    text = flat(data.text)
    return heading or (text if len(text) <= _NAME else f"{text[:_NAME]}……")
