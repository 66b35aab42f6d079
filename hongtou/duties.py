"""What each unit owes 各单位承担的任务: the tasks of the table and of the text, turned from tasks to units.

The relation is printed task by task and read unit by unit; both views come from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from hongtou.model.base import Paragraphs, unit_names
from hongtou.model.duty import Assignment, Deadline, LeadBy, Role, Target
from hongtou.model.notice import Declaration, DeclarationKind, Duties, Item, Node, Paper
from hongtou.model.policy import Policy
from hongtou.model.register import Register, UnitSet
from hongtou.model.task import Task
from hongtou.numerals import item_label
from hongtou.outline import outline


@dataclass(frozen=True, eq=False)
class Duty:
    """A row of the table, or a part of the text with units of its own; known by identity.

    ``label`` is its number on paper (序号 ``3``, or ``二、（二）六是`` in the text), ``sentences`` what is asked.
    ``table`` tells rows of the task table from parts of the text. ``stated`` are all deadlines of the row or part, in
    its order: ``deadlines`` are fewer where only one sentence of it is meant.
    """

    id: str
    label: str
    name: str
    sentences: tuple[str, ...]
    assignments: tuple[Assignment, ...]
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    table: bool = True
    stated: tuple[Deadline, ...] = ()


@dataclass(frozen=True, eq=False)
class Share:
    """A unit's part in a duty; the same object for units that have it by the same sets."""

    duty: Duty
    role: Role


Shares = tuple[Share, ...]


def duties_of(policy: Policy) -> tuple[Duty, ...]:
    """Return every duty that names units: the parts of the text in their order, then the rows of the table."""
    declared = _Declared(policy.notice.declarations)
    found = [*_in_text(policy.notice, declared)]
    tasks = policy.tasks.tasks if policy.tasks is not None else ()
    found += [declared.apply(_row(number, task)) for number, task in enumerate(tasks, 1)]
    return tuple(duty for duty in found if duty.assignments)


def _row(number: int, task: Task) -> Duty:
    return Duty(
        task.id,
        str(number),
        task.called,
        _sentences(task.text) or (task.called,),
        task.assignments,
        task.targets,
        task.deadlines,
        stated=task.deadlines,
    )


def _in_text(paper: Paper, declared: _Declared) -> Iterator[Duty]:
    """Yield the duties of the sections and measures of ``paper``, and of the papers it carries."""
    above: dict[int, str] = {}
    for part in outline(paper):
        node = part.node
        above[part.level] = part.label
        label = "".join(above[level] for level in range(1, part.level + 1)).rstrip("、.")
        sentences = _sentences(node.text) + tuple(s for item in node.items for s in _sentences(item.text))
        yield from _of_holder(node, label, node.heading or "", sentences, declared)
        for number, item in enumerate(node.items, 1):
            place = f"{label}{item_label(number)}"
            yield from _of_holder(item, place, "", _sentences(item.text), declared)
        declared.passed(node.id)
    for attachment in paper.attachments:
        if attachment.document is not None:
            declared.declare(attachment.document.declarations)
            yield from _in_text(attachment.document, declared)


def _of_holder(
    holder: Node | Item, label: str, name: str, sentences: tuple[str, ...], declared: _Declared
) -> Iterator[Duty]:
    """Yield a duty for what ``holder`` asks as a whole, and one for each sentence that is somebody's alone."""
    whole = tuple(a for a in holder.assignments if a.covers is None)
    stated = holder.deadlines
    if whole:
        duty = Duty(holder.id, label, name, sentences, whole, holder.targets, stated, False, stated)
        yield declared.apply(duty)
    for covered in dict.fromkeys(a.covers for a in holder.assignments if a.covers is not None):
        some = tuple(a for a in holder.assignments if a.covers == covered)
        numbers = _standing_in(covered, holder)
        yield declared.apply(Duty(holder.id, label, name, (covered,), some, *numbers, False, stated))


def _standing_in(text: str, holder: Duties) -> tuple[tuple[Target, ...], tuple[Deadline, ...]]:
    """Return the targets and deadlines whose printed words stand in ``text``."""
    return (
        tuple(target for target in holder.targets if target.printed in text),
        tuple(deadline for deadline in holder.deadlines if deadline.printed in text),
    )


def _sentences(text: Paragraphs) -> tuple[str, ...]:
    return tuple(unit_names(text))


class _Declared:
    """The rules a paper states once and relies on afterwards; each begins after the node it names."""

    def __init__(self, declarations: Iterable[Declaration]) -> None:
        self._waiting = [d for d in declarations if d.after is not None]
        self._active = [d for d in declarations if d.after is None]

    def declare(self, declarations: Iterable[Declaration]) -> None:
        """Add the rules of a paper that is carried: they hold from its beginning or behind the nodes they name."""
        for declaration in declarations:
            (self._active if declaration.after is None else self._waiting).append(declaration)

    def passed(self, node: str) -> None:
        """Note that ``node`` is behind us."""
        self._active += [d for d in self._waiting if d.after == node]

    def apply(self, duty: Duty) -> Duty:
        """Return ``duty`` with the units and the lead that the active rules give it."""
        assignments = duty.assignments
        for declaration in self._active:
            if declaration.kind is DeclarationKind.ADDS_UNITS:
                assignments += (Assignment(role=declaration.role, units=declaration.units),)
            elif declaration.kind is DeclarationKind.FIRST_LEADS:
                assignments = _first_leads(assignments)
        return replace(duty, assignments=assignments)


def _first_leads(assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """Return ``assignments`` with the first unit leading, unless the paper says itself who leads.

    Who coordinates 统筹协调 by a sentence of its own stands in no list, and so is first in none.
    """
    if (
        not assignments
        or assignments[0].role is Role.COORDINATE
        or any(a.role is Role.LEAD for a in assignments)
    ):
        return assignments
    first, *others = assignments
    names = [*unit_names(first.units)]
    alone = len(names) == 1
    lead = Assignment(role=Role.LEAD, units=(names[0],), lead_by=LeadBy.RULE, open=first.open and alone)
    rest = () if alone else (first.model_copy(update={"units": without(first.units, names[0])}),)
    return (lead, *rest, *others)


def without(units: Paragraphs, name: str) -> Paragraphs:
    """Return ``units``, flat or grouped, less the unit ``name``; a group that would be empty is gone."""
    left = [
        entry if isinstance(entry, str) else tuple(member for member in entry if member != name)
        for entry in units
        if entry != name
    ]
    return tuple(entry for entry in left if entry)  # type: ignore[return-value]


@dataclass(frozen=True)
class Portfolio:
    """Who owes what: asked by unit, worked out when asked, so that it stays small however many units there are."""

    register: Register
    duties: tuple[Duty, ...]
    _known: dict[tuple[object, ...], Shares] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The responsible units 责任单位 in the order of the register, sets expanded; the issuer itself is left out."""
        return tuple(
            unit.name
            for unit in self.register.units
            if unit.name != self.register.issuer and (unit.name in self._direct or unit.name in self._sets)
        )

    @cached_property
    def unresolved(self) -> tuple[str, ...]:
        """The sets named in duties whose members are not known 成员不明确的集合: nobody can be written to for them."""
        sets = (self.register.by_name.get(name) for name in self._direct)
        return tuple(s.name for s in sets if isinstance(s, UnitSet) and not (s.resolved and s.members))

    def of(self, unit: str) -> Shares:
        """Return what ``unit`` owes, in the order of the duties; the same object for units that owe the same by their sets."""
        sets = self._sets.get(unit, ())
        key = (sets, unit if unit in self._direct else "")
        if key not in self._known:
            found = ((duty, self._role(duty, unit, sets)) for duty in self.duties)
            self._known[key] = tuple(Share(duty, role) for duty, role in found if role is not None)
        return self._known[key]

    def is_named(self, unit: str) -> bool:
        """Whether a duty names ``unit`` itself, and not only a set it belongs to."""
        return unit in self._direct

    def _role(self, duty: Duty, unit: str, sets: tuple[str, ...]) -> Role | None:
        """Return the part of ``unit``: the one it is named for, before one it has as a member of a set."""
        for wanted in ({unit}, set(sets)):
            for assignment in duty.assignments:
                if not wanted.isdisjoint(unit_names(assignment.units)):
                    return assignment.role
        return None

    @cached_property
    def _direct(self) -> dict[str, None]:
        """The units and sets that duties name, each once."""
        return dict.fromkeys(
            name for duty in self.duties for a in duty.assignments for name in unit_names(a.units)
        )

    @cached_property
    def _sets(self) -> dict[str, tuple[str, ...]]:
        """The sets that each unit belongs to, directly or through other sets; equal ones are one object."""
        belongs: dict[str, list[str]] = {}
        for group in self.register.sets:
            if group.name in self._direct:
                for member in self.register.expand(group.name):
                    belongs.setdefault(member.name, []).append(group.name)
        same: dict[tuple[str, ...], tuple[str, ...]] = {}
        return {unit: same.setdefault(tuple(names), tuple(names)) for unit, names in belongs.items()}


def portfolio(policy: Policy) -> Portfolio:
    """Return who owes what under ``policy``."""
    return Portfolio(policy.register, duties_of(policy))
