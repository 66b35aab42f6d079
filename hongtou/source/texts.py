"""What a paper and a row of its table print, as one text each, to look words up in."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.model.base import flat
from hongtou.model.notice import Node, Paper
from hongtou.model.task import Holds, Task, TaskTable


def row_text(tasks: TaskTable, task: Task) -> str:
    """Return the words of a row: name and text, and what the other columns of the table print of the task."""
    parts = [task.name or "", flat(task.text)]
    for column in tasks.columns:
        match column.holds:
            case Holds.GROUP:
                parts.append(task.group or "")
            case Holds.ATTRIBUTE:
                parts.append(task.attributes.get(column.attribute or "", ""))
            case Holds.TARGETS:
                parts += [target.printed for target in task.targets]
            case Holds.DEADLINES:
                parts += [deadline.printed for deadline in task.deadlines]
    return "\n".join(parts)


def paper_text(paper: Paper) -> Iterator[str]:
    """Yield the text of ``paper`` piece by piece, without its attachments."""
    yield flat(paper.preamble)
    waiting: list[Node] = list(paper.sections)
    while waiting:
        node = waiting.pop(0)
        yield (node.heading or "") + flat(node.text) + "".join(flat(item.text) for item in node.items)
        yield flat(node.closing)
        waiting += node.measures
    yield flat(paper.closing)
