"""Holding the files of a policy against each other: names, ids and printed words must be found.

Only what would make the policy unreadable; style and substance are for the rules.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hongtou.i18n import _
from hongtou.model.base import Paragraphs, flat
from hongtou.model.duty import Assignment, Comparator, Deadline, DeadlineKind, Target
from hongtou.model.house import HouseRules, places
from hongtou.model.notice import Attachment, Duties, Item, LetterPlan, Node, Notice, Paper
from hongtou.model.register import Register, UnitSet, set_issues, unregistered
from hongtou.model.report_wording import REPORT_PLACES
from hongtou.model.task import Holds, TaskTable
from hongtou.numerals import is_level_pattern
from hongtou.source.amounts import date_contradicted, date_words, value_contradicted, value_words
from hongtou.source.check import Location, node_at
from hongtou.source.nodes import Source, position
from hongtou.source.on_paper import check_on_paper
from hongtou.source.owners import misassigned, names_in
from hongtou.source.texts import paper_text, row_text
from hongtou.source.typed import Fault, typed_twice


def cross_check(
    notice_source: Source,
    notice: Notice | None,
    tasks_source: Source,
    tasks: TaskTable | None,
    register: Register,
) -> None:
    """Add findings to both sources for every name, id or printed word that does not lead anywhere.

    Where a file could not be read as its model (None), the names of units in it are checked all the same.
    """
    at = _Checker(notice_source, register)
    if notice is None:
        at.names(notice_source.data)
    else:
        at.paper(notice, ())
        at.letters(notice.letters)
        check_on_paper(notice_source, notice)
        _table_is_there(at, notice, tasks_source, tasks)
    rows = _Checker(tasks_source, register, at.ids, whole=notice is not None)
    if tasks is None:
        rows.names(tasks_source.data)
    else:
        rows.table(tasks)


def _table_is_there(at: _Checker, notice: Notice, tasks_source: Source, tasks: TaskTable | None) -> None:
    place = next(_tables(notice, ()), None)
    if place is not None and tasks is None and not tasks_source.findings:
        at.fault(
            place,
            _("there is no tasks.yaml beside this file."),
            _("Write it, or take “tasks: true” away."),
        )


def _tables(paper: Paper, at: Location) -> Iterator[Location]:
    """Yield where attachments say that they are the table, also those of a paper inside."""
    for number, attachment in enumerate(paper.attachments):
        place = (*at, "attachments", number)
        if attachment.tasks:
            yield (*place, "tasks")
        if attachment.document is not None:
            yield from _tables(attachment.document, (*place, "document"))


def check_rules(source: Source, rules: HouseRules, register: Register) -> None:
    """Add findings for unknown units, words in braces that mean nothing, and patterns that are none."""
    at = _Checker(source, register)
    for name in rules.letters.units:
        at.unit(name, ("letters", "units", name))
    for manner in ("told", "asked"):
        for place, text in _strings(getattr(rules.letters, manner).model_dump()):
            at.places(text, ("letters", manner, *place), places(*map(str, place)))
    for place, text in _strings(rules.reports.model_dump()):
        at.places(text, ("reports", *place), REPORT_PLACES if place[-1] != "we" else frozenset())
    for number, pattern in enumerate(rules.checklists.background):
        try:
            re.compile(pattern)
        except re.error as error:
            at.fault(
                ("checklists", "background", number),
                _("“{value}” is no regular expression: {reason}.").format(value=pattern, reason=error),
                _("Write the words themselves, with a backslash before every bracket or sign."),
            )


def _strings(data: object) -> Iterator[tuple[Location, str]]:
    """Yield every text in ``data`` with its place."""
    if isinstance(data, str):
        yield (), data
    elif isinstance(data, dict):
        for key, value in data.items():
            for place, text in _strings(value):
                yield (str(key), *place), text


@dataclass
class _Checker:
    """Walks a model beside its source; ``ids`` are the ids of nodes and items met, by name.

    ``whole`` says whether these are all there are; ids of a notice that cannot be read are not known.
    """

    source: Source
    register: Register
    ids: dict[str, Location] = field(default_factory=dict)
    whole: bool = True

    def fault(self, location: Location, message: str, hint: str = "") -> None:
        """Note a finding at ``location``."""
        self.source.add(node_at(self.source.root, location), message, hint, "reference")

    def faults(self, found: Iterable[Fault], at: Location) -> None:
        """Note findings whose places are below ``at``."""
        for place, message, hint in found:
            self.fault((*at, *place), message, hint)

    def names(self, data: object) -> None:
        """Check the names of units in data that fits no model."""
        for place, name in names_in(data):
            self.unit(name, place)

    def issuers(self, names: Sequence[str], at: Location) -> None:
        """Check that every issuer is a unit of the register."""
        for number, name in enumerate(names):
            self.unit(name, (*at, number))
            if isinstance(self.register.by_name.get(name), UnitSet):
                self.fault((*at, number), *set_issues(name))

    def paper(self, paper: Paper, at: Location) -> None:
        """Check a paper, and the papers inside it."""
        self.faults(typed_twice(paper), at)
        self.issuers(paper.issuers, (*at, "issuers"))
        self.units(paper.recipients, (*at, "recipients"))
        self.units(paper.copies_to, (*at, "copies_to"))
        self.lines(paper.title, paper.title_lines, (*at, "title_lines"))
        for number, pattern in enumerate(paper.numbering.levels):
            if not is_level_pattern(pattern):
                message = _("“{value}” cannot be counted on.").format(value=pattern)
                self.fault(
                    (*at, "numbering", "levels", number),
                    message,
                    _("Write the first label of the level: 一、 （一） 1. （1） ①"),
                )
        for number, section in enumerate(paper.sections):
            self.node(section, (*at, "sections", number))
        self.attachments(paper.attachments, at)
        self.end(paper, at)

    def end(self, paper: Paper, at: Location) -> None:
        """Check what belongs to the paper as a whole."""
        text = "".join(paper_text(paper))
        if paper.date is not None and paper.printed_on is not None and paper.printed_on < paper.date:
            message = _("the paper is printed before the day it bears.")
            self.fault((*at, "printed_on"), message, _("“printed_on” is “date” or a later day."))
        for number, contact in enumerate(paper.contacts):
            if contact.unit:
                self.unit(contact.unit, (*at, "contacts", number, "unit"))
            self.printed(contact.printed, text, (*at, "contacts", number, "printed"))
        for number, report in enumerate(paper.reports):
            self.unit(report.to, (*at, "reports", number, "to"))
            self.units(report.by, (*at, "reports", number, "by"))
            self.deadline(report.deadline, text, (*at, "reports", number, "deadline"))
        for number, basis in enumerate(paper.basis):
            self.printed(basis.printed, text, (*at, "basis", number, "printed"))
        for number, declaration in enumerate(paper.declarations):
            self.units(declaration.units, (*at, "declarations", number, "units"))
            self.printed(declaration.printed, text, (*at, "declarations", number, "printed"))
            if declaration.after is not None and declaration.after not in self.ids:
                self.unknown_id(declaration.after, (*at, "declarations", number, "after"))

    def letters(self, plan: LetterPlan) -> None:
        """Check what is said about the responsibility letters."""
        for name in plan.numbers:
            self.unit(name, ("letters", "numbers", name))
        if (plan.number is None) != (plan.first is None):
            self.fault(("letters",), _("“number” and “first” go together."), _("Give both, or neither."))

    def places(self, text: str, at: Location, known: frozenset[str]) -> None:
        """Check that the words in braces of a wording are ``known``."""
        for word in re.findall(r"\{(.*?)\}", text):
            if word not in known:
                self.fault(
                    at,
                    _("“{{{word}}}” means nothing here.").format(word=word),
                    _("Known here: {names}").format(names=", ".join(f"{{{name}}}" for name in sorted(known)))
                    if known
                    else _("Write it without braces."),
                )

    def attachments(self, attachments: Sequence[Attachment], at: Location) -> None:
        """Check that each attachment has one content, and what is in it."""
        self.distinct(
            [a.id for a in attachments], [(*at, "attachments", n, "id") for n in range(len(attachments))]
        )
        for number, attachment in enumerate(attachments):
            place = (*at, "attachments", number)
            self.lines(attachment.title, attachment.title_lines, (*place, "title_lines"))
            contents = attachment.tasks + (attachment.grid is not None) + (attachment.document is not None)
            if contents != (not attachment.absent):
                message = _(
                    "an attachment holds one of tasks, grid and document; this one holds {count}."
                ).format(count=contents)
                self.fault(
                    place, message, _("Where the paper names it and does not carry it, write “absent: true”.")
                )
            if attachment.note and not (attachment.tasks or attachment.grid is not None):
                message = _("“note” of an attachment stands under its table; this one has none.")
                self.fault((*place, "note"), message, _("Write it into the text, or take it away."))
            if attachment.document is not None:
                self.paper(attachment.document, (*place, "document"))

    def node(self, node: Node, at: Location) -> None:
        """Check a section or measure and what is under it."""
        self.new_id(node.id, (*at, "id"))
        text = (node.heading or "") + flat(node.text) + flat(node.closing)
        text += "".join(flat(item.text) for item in node.items)
        self.duties(node, text, at)
        if not (node.heading or node.text or node.items or node.measures):
            self.fault(
                at,
                _("“{id}” has neither heading nor text.").format(id=node.id),
                _("Write one, or take it away."),
            )
        for number, item in enumerate(node.items):
            self.item(item, (*at, "items", number))
        for number, measure in enumerate(node.measures):
            self.node(measure, (*at, "measures", number))

    def item(self, item: Item, at: Location) -> None:
        """Check one item 一是."""
        self.new_id(item.id, (*at, "id"))
        self.duties(item, flat(item.text), at)

    def table(self, tasks: TaskTable) -> None:
        """Check the tasks, against the ids of the notice where there are any."""
        self.distinct(
            [task.id for task in tasks.tasks], [("tasks", n, "id") for n in range(len(tasks.tasks))]
        )
        self.columns(tasks)
        for number, task in enumerate(tasks.tasks):
            at: Location = ("tasks", number)
            if task.measure is not None and self.whole and task.measure not in self.ids:
                self.unknown_id(task.measure, (*at, "measure"))
            if not (task.name or task.text):
                message = _("the task “{id}” has neither name nor text.").format(id=task.id)
                self.fault(at, message, _("Write “name: …” or “text: …”."))
            text = row_text(tasks, task)
            self.assignments(task.assignments, text, at)
            self.numbers(task.targets, task.deadlines, text, at)

    def columns(self, tasks: TaskTable) -> None:
        """Check that a column of the office's own says what it holds."""
        for number, column in enumerate(tasks.columns):
            if column.holds is Holds.ATTRIBUTE and column.attribute is None:
                known = sorted({name for task in tasks.tasks for name in task.attributes})
                self.fault(
                    ("columns", number),
                    _("the column “{header}” does not say which attribute it holds.").format(
                        header=column.header
                    ),
                    _("Add a line “attribute: {name}”.").format(name=known[0] if known else "…"),
                )

    def duties(self, holder: Duties, text: str, at: Location) -> None:
        """Check units, targets and deadlines that hang on a node."""
        self.assignments(holder.assignments, text, at)
        self.numbers(holder.targets, holder.deadlines, text, at)

    def assignments(self, assignments: Sequence[Assignment], text: str, at: Location) -> None:
        """Check the units of every assignment, and that the words it covers stand in ``text``."""
        self.faults(misassigned(assignments), (*at, "assignments"))
        for number, assignment in enumerate(assignments):
            self.units(assignment.units, (*at, "assignments", number, "units"))
            self.printed(assignment.covers, text, (*at, "assignments", number, "covers"))

    def numbers(
        self, targets: Sequence[Target], deadlines: Sequence[Deadline], text: str, at: Location
    ) -> None:
        """Check that targets and deadlines are whole, and printed where they say."""
        self.distinct([t.id for t in targets], [(*at, "targets", n, "id") for n in range(len(targets))])
        for number, target in enumerate(targets):
            place = (*at, "targets", number)
            self.printed(target.printed, text, (*place, "printed"))
            if numbers := value_contradicted(target):
                self.fault((*place, "value"), *value_words(numbers))
            if (target.comparator is Comparator.BETWEEN) != (target.upper is not None):
                self.fault(place, _("“between” and “upper” go together."), _("Give both, or neither."))
            elif target.upper is not None and target.upper <= target.value:
                self.fault(
                    (*place, "upper"), _("the upper value is not above the lower one."), _("Swap them.")
                )
        for number, deadline in enumerate(deadlines):
            self.deadline(deadline, text, (*at, "deadlines", number))

    def deadline(self, deadline: Deadline, text: str, at: Location) -> None:
        """Check that a deadline has what its kind needs, and is printed where it says."""
        self.printed(deadline.printed, text, (*at, "printed"))
        if day := date_contradicted(deadline):
            self.fault((*at, "date"), *date_words(day))
        for name in _NEEDED.get(deadline.kind, ()):
            if getattr(deadline, name) is None:
                self.fault(
                    at,
                    _("a deadline of the kind “{kind}” needs “{key}”.").format(kind=deadline.kind, key=name),
                    _("Add a line “{key}: …”.").format(key=name),
                )
        if deadline.start is not None and deadline.date is not None and deadline.date < deadline.start:
            self.fault((*at, "date"), _("the deadline ends before it begins."), _("Swap “start” and “date”."))

    def units(self, units: Paragraphs, at: Location) -> None:
        """Check the names of a unit list, flat or grouped."""
        for number, entry in enumerate(units):
            if isinstance(entry, str):
                self.unit(entry, (*at, number))
            else:
                for position_, name in enumerate(entry):
                    self.unit(name, (*at, number, position_))

    def unit(self, name: str, at: Location) -> None:
        """Check that ``name`` is how the register calls a unit or set."""
        if name in self.register.by_name:
            return
        self.fault(at, *unregistered(self.register, name, _("Add it to units.yaml.")))

    def new_id(self, name: str, at: Location) -> None:
        """Note an id; a second one of the same name is a fault."""
        if name in self.ids:
            self._twice(name, at, self.ids[name])
        else:
            self.ids[name] = at

    def distinct(self, names: Sequence[str], places: Sequence[Location]) -> None:
        """Check that no id of a list is there twice."""
        seen: dict[str, Location] = {}
        for name, place in zip(names, places, strict=True):
            if name in seen:
                self._twice(name, place, seen[name])
            seen.setdefault(name, place)

    def _twice(self, name: str, at: Location, first: Location) -> None:
        line = position(node_at(self.source.root, first))[0]
        self.fault(
            at,
            _("the id “{id}” is on line {line} already.").format(id=name, line=line),
            _("Give each its own id."),
        )

    def unknown_id(self, name: str, at: Location) -> None:
        """Note an id that the notice does not have."""
        near = difflib.get_close_matches(name, self.ids, n=1)
        hint = (
            _("Did you mean “{name}”?").format(name=near[0])
            if near
            else _("Ids of the notice: {ids}").format(ids=", ".join(self.ids))
        )
        self.fault(at, _("the notice has nothing with the id “{id}”.").format(id=name), hint)

    def lines(self, title: str, lines: Sequence[str], at: Location) -> None:
        """Check that the lines of a title are the title."""
        # A blank between the names of a joint title goes where a line ends.
        if lines and _without_blanks("".join(lines)) != _without_blanks(title):
            self.fault(
                at,
                _("these lines are not the title: {lines}").format(lines="".join(lines)),
                _("Break the title as it stands, or change both."),
            )

    def printed(self, words: str | None, text: str, at: Location) -> None:
        """Check that ``words`` stand in ``text``."""
        if words is not None and words not in text:
            self.fault(
                at,
                _("“{words}” does not stand in the text it belongs to.").format(words=words),
                _("Copy the words from the text, mark by mark."),
            )


def _without_blanks(text: str) -> str:
    return "".join(text.split())


_NEEDED: dict[DeadlineKind, tuple[str, ...]] = {
    DeadlineKind.DATE: ("date",),
    DeadlineKind.HORIZON: ("date",),
    DeadlineKind.RECURRING: ("every",),
    DeadlineKind.RELATIVE: ("within", "span"),
    DeadlineKind.EVENT: ("counted_from",),
}
