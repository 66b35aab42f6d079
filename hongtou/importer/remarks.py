"""Comments in the YAML that say what was inferred and how 注释: beside the value, where the next reader looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.notice import Attachment, Format, Node, Notice, Paper
from hongtou.model.register import Unit, UnitSet
from hongtou.model.task import TaskTable
from hongtou.source.check import Location, key_at, node_at
from hongtou.source.nodes import Source, position

Remark = tuple[Location, str]


def commented(text: str, remarks: Iterable[Remark], head: str = "") -> str:
    """Return YAML ``text`` with every remark as a comment above its place, and ``head`` below the first line."""
    above: dict[int, list[str]] = {}
    remarks = [*remarks]
    root = Source("", text).root if remarks else None
    for place, words in remarks:
        node = key_at(root, place) if isinstance(place[-1], str) else node_at(root, place)
        above.setdefault(position(node)[0] - 1, []).append(words)
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        lines += [f"{indent}# {words}" for words in dict.fromkeys(above.get(number, ()))]
        lines.append(line)
        if number == 0 and head:
            lines += [f"# {words}" for words in head.split("\n")]
    return "\n".join(lines)


def of_notice(notice: Notice) -> Iterator[Remark]:
    """Yield what was inferred in a notice."""
    if notice.format is Format.LETTER:
        yield ("format",), _("Inferred: the number is that of a letter (函).")
    yield from _of_paper(notice, ())


def _of_paper(paper: Paper, at: Location) -> Iterator[Remark]:
    for number, section in enumerate(paper.sections):
        yield from _of_node(section, (*at, "sections", number))
    for number, attachment in enumerate(paper.attachments):
        yield from _of_attachment(attachment, (*at, "attachments", number))


def _of_attachment(attachment: Attachment, at: Location) -> Iterator[Remark]:
    if attachment.document is not None:
        yield from _of_paper(attachment.document, (*at, "document"))
    if attachment.absent:
        yield (*at, "absent"), _("Named in the paper, not found in the file.")


def _of_node(node: Node, at: Location) -> Iterator[Remark]:
    yield from _years(node.deadlines, at)
    for number, item in enumerate(node.items):
        yield from _years(item.deadlines, (*at, "items", number))
    for number, measure in enumerate(node.measures):
        yield from _of_node(measure, (*at, "measures", number))


def _years(deadlines: Sequence[object], at: Location) -> Iterator[Remark]:
    for number, deadline in enumerate(deadlines):
        if getattr(deadline, "year_inferred", False):
            yield (*at, "deadlines", number), _("The paper does not print the year: that of its date.")


def of_tasks(tasks: TaskTable) -> Iterator[Remark]:
    """Yield what was inferred in a task table."""
    for number, task in enumerate(tasks.tasks):
        if task.measure is not None:
            yield ("tasks", number, "measure"), _("Inferred: the two have the same name.")
        yield from _years(task.deadlines, ("tasks", number))


def of_entry(entry: Unit | UnitSet) -> str:
    """Return what was inferred of a proposed entry of the register."""
    if isinstance(entry, UnitSet):
        return _("Proposed by gen import: name the members, and write “resolved: true”.")
    return _("Proposed by gen import: kind and relation are guesses from the name.")
