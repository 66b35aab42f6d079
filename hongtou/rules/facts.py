"""A policy as rules ask about it: its parts and rows with their places, and what belongs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from hongtou.duties import Portfolio, portfolio
from hongtou.model.base import Paragraphs, flat, unit_names
from hongtou.model.duty import Deadline
from hongtou.model.notice import Item, Node, Notice, Paper
from hongtou.model.policy import Policy
from hongtou.model.register import Register
from hongtou.model.task import Task
from hongtou.numerals import item_label
from hongtou.outline import outline
from hongtou.rules.hit import Path, Place
from hongtou.rules.script import Script, script_of


@dataclass(frozen=True, eq=False)
class Holder:
    """A section, measure, item or row of the table, with its place and its number on paper."""

    duties: Node | Item | Task
    file: str
    path: Path
    label: str
    children: list[Holder] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id."""
        return self.duties.id

    @cached_property
    def sentences(self) -> tuple[tuple[Path, str], ...]:
        """Its sentences with their paths."""
        found = [*sentences(self.duties.text, (*self.path, "text"))]
        if isinstance(self.duties, Node):
            found += sentences(self.duties.closing, (*self.path, "closing"))
        return tuple(found)

    @cached_property
    def text(self) -> str:
        """Its own text in one piece, without that of what is under it."""
        return flat(self.duties.text) + (flat(self.duties.closing) if isinstance(self.duties, Node) else "")

    @property
    def called(self) -> str:
        """What it is called: its heading or name, else its first sentence."""
        heading = getattr(self.duties, "heading", None) or getattr(self.duties, "name", None)
        return heading or (self.sentences[0][1] if self.sentences else self.id)

    def at(self, *steps: str | int, words: str = "") -> Place:
        """Return the place ``steps`` below it."""
        return Place(self.file, (*self.path, *steps), words, self.id)

    @property
    def head(self) -> Place:
        """Where a finding about all of it is shown: at its name or heading, else at its id."""
        for key in ("heading", "name"):
            if getattr(self.duties, key, None):
                return self.at(key)
        return self.at("id")

    def where(self, words: str) -> Place:
        """Return the sentence that ``words`` stand in, else its head."""
        for path, sentence in self.sentences:
            if words in sentence:
                return Place(self.file, path, words, self.id)
        for key in ("heading", "name"):
            if words in (getattr(self.duties, key, None) or ""):
                return self.at(key, words=words)
        for item in self.children:
            if isinstance(item.duties, Item) and words in item.text:
                return item.where(words)
        return self.head

    def below(self) -> Iterator[Holder]:
        """Yield it and all that is under it."""
        yield self
        for child in self.children:
            yield from child.below()


class Facts:
    """What rules ask of a policy; worked out when first asked for."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    @property
    def notice(self) -> Notice:
        """The notice."""
        return self.policy.notice

    @property
    def register(self) -> Register:
        """The register of units."""
        return self.policy.register

    @cached_property
    def script(self) -> Script:
        """The running text."""
        return script_of(self.policy)

    @cached_property
    def body(self) -> str:
        """The running text of the notice without titles, attachments' names and the table."""
        script = self.script
        kinds = ("text", "item", "heading", "run-in", "note")
        return "".join(
            script.text[piece.start : script.end_of(piece)]
            for piece in script.pieces
            if piece.file == "notice" and piece.kind in kinds
        )

    @cached_property
    def portfolio(self) -> Portfolio:
        """Who owes what."""
        return portfolio(self.policy)

    @cached_property
    def papers(self) -> tuple[tuple[Paper, Path], ...]:
        """The notice and the papers inside it, with their paths."""
        return tuple(_papers(self.notice, ()))

    @cached_property
    def roots(self) -> tuple[Holder, ...]:
        """The sections of all papers; what is under them hangs on them."""
        return tuple(root for paper, path in self.papers for root in _parts(paper, path))

    @cached_property
    def parts(self) -> tuple[Holder, ...]:
        """Every section, measure and item, in the order of the paper."""
        return tuple(part for root in self.roots for part in root.below())

    @cached_property
    def rows(self) -> tuple[Holder, ...]:
        """The rows of the task table."""
        tasks = self.policy.tasks.tasks if self.policy.tasks is not None else ()
        return tuple(Holder(task, "tasks", ("tasks", n), str(n + 1)) for n, task in enumerate(tasks))

    @cached_property
    def holders(self) -> tuple[Holder, ...]:
        """Parts and rows: all that may have units, targets and deadlines."""
        return (*self.parts, *self.rows)

    @cached_property
    def lists(self) -> tuple[tuple[Paragraphs, tuple[Place, ...]], ...]:
        """The unit list of every assignment, with the place of each name."""
        return tuple(
            (assignment.units, tuple(_name_places(holder, number, assignment.units)))
            for holder in self.holders
            for number, assignment in enumerate(holder.duties.assignments)
        )

    @cached_property
    def named(self) -> tuple[tuple[str, Place], ...]:
        """Every unit and set that an assignment names, with its place."""
        return tuple(
            (name, place)
            for units, places in self.lists
            for name, place in zip(unit_names(units), places, strict=True)
        )

    @cached_property
    def recipients(self) -> tuple[tuple[str, Place], ...]:
        """Every unit and set that the notice is addressed to, with its place."""
        units = self.notice.recipients
        return tuple(
            (name, Place("notice", ("recipients", *path), name)) for path, name in sentences(units, ())
        )

    @cached_property
    def deadlines(self) -> tuple[tuple[Deadline, Place], ...]:
        """Every deadline with the sentence that prints it; one of a report only where no task has it already."""
        found = [
            (deadline, holder.where(deadline.printed))
            for holder in self.holders
            for deadline in holder.duties.deadlines
        ]
        known = {(deadline.date, deadline.printed) for deadline, _place in found}
        for paper, path in self.papers:
            for number, report in enumerate(paper.reports):
                if (report.deadline.date, report.deadline.printed) not in known:
                    place = Place("notice", (*path, "reports", number, "deadline", "printed"), "", report.id)
                    found.append((report.deadline, place))
        return tuple(found)

    @cached_property
    def report_words(self) -> list[str]:
        """The printed deadlines of reports."""
        return [report.deadline.printed for paper, _path in self.papers for report in paper.reports]

    def members(self, name: str) -> frozenset[str]:
        """Return the names of the units that ``name`` stands for, none for an unresolved set."""
        if name not in self._members:
            self._members[name] = frozenset(unit.name for unit in self.register.expand(name))
        return self._members[name]

    @cached_property
    def _members(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def part(self) -> dict[str, Holder]:
        """Parts by id."""
        return {part.id: part for part in self.parts}

    @cached_property
    def rows_of(self) -> dict[str, list[Holder]]:
        """The rows of each part, by the id of the part."""
        found: dict[str, list[Holder]] = defaultdict(list)
        for row in self.rows:
            assert isinstance(row.duties, Task)
            if row.duties.measure is not None:
                found[row.duties.measure].append(row)
        return found


def _papers(paper: Paper, at: Path) -> Iterator[tuple[Paper, Path]]:
    yield paper, at
    for number, attachment in enumerate(paper.attachments):
        if attachment.document is not None:
            yield from _papers(attachment.document, (*at, "attachments", number, "document"))


def _parts(paper: Paper, at: Path) -> Iterator[Holder]:
    labels = {id(numbered.node): numbered.label for numbered in outline(paper)}
    for number, section in enumerate(paper.sections):
        yield _part(section, (*at, "sections", number), labels)


def _part(node: Node, at: Path, labels: dict[int, str]) -> Holder:
    items = [
        Holder(item, "notice", (*at, "items", n), item_label(n + 1)) for n, item in enumerate(node.items)
    ]
    measures = [_part(measure, (*at, "measures", n), labels) for n, measure in enumerate(node.measures)]
    return Holder(node, "notice", at, labels[id(node)], [*items, *measures])


def _name_places(holder: Holder, number: int, units: Paragraphs) -> Iterator[Place]:
    at = (*holder.path, "assignments", number, "units")
    return (Place(holder.file, path, name, holder.id) for path, name in sentences(units, at))


def sentences(text: Paragraphs, at: Path) -> Iterator[tuple[Path, str]]:
    """Yield the sentences of ``text``, which stands at ``at``, with their paths."""
    for number, entry in enumerate(text):
        if isinstance(entry, str):
            yield (*at, number), entry
        else:
            yield from (((*at, number, count), sentence) for count, sentence in enumerate(entry))
