"""A task of several units usually says who leads.

Where a paper seldom says it, one note tells so and nobody is made to lead; where most of its tasks have a lead, the one
that has none was forgotten. A unit that is responsible with others that only support it leads.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
Binding: practice
Wrong: 责任单位：市民政局、财政局
Right: 牵头单位：市民政局；配合单位：市财政局
Fix: none: "the first leads" holds only where the paper says so.
"""

from collections.abc import Iterator, Sequence

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.model.notice import DeclarationKind
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Place
from hongtou.rules.tasks._asked import called

SEVERITY = Severity.WARNING
_LEADS = frozenset({Role.LEAD, Role.IMPLEMENT, Role.COORDINATE, Role.JOINTLY})
_BESIDE = frozenset({Role.SUPPORT, Role.PARTICIPATE, Role.GUIDE, Role.ASSESS})


def check(facts: Facts) -> Iterator[Hit]:
    """Yield tasks of several units without a lead; one note where most of the paper's have none."""
    if any(d.kind is DeclarationKind.FIRST_LEADS for d in facts.notice.declarations):
        return
    yield from _in(facts, facts.rows, Place("tasks", ("tasks",)))
    yield from _in(facts, [part for part in facts.parts if part.id not in facts.rows_of], None)


def _in(facts: Facts, tasks: Sequence[Holder], at: Place | None) -> Iterator[Hit]:
    shared = [task for task in tasks if _is_shared(task)]
    without = [task for task in shared if not _leads(task) and not _leads(_measure(facts, task))]
    if not without:
        return
    if len(without) * 2 > len(shared):
        message = _("{count} of {all} tasks with several units do not say who leads.")
        if len(without) == len(shared):
            message = _("no task says who leads ({count} have several units).")
        hint = _("If somebody leads, give “role: lead”; if the first always does, declare “first_leads”.")
        text = message.format(count=len(without), all=len(shared))
        yield Hit(at or without[0].head, text, hint, severity=Severity.INFO)
        return
    for task in without:
        message = _("“{task}” does not say who leads; others do.").format(task=called(task))
        if task.file == "tasks":
            message = _("row {number} does not say who leads; others do.").format(number=task.label)
        yield Hit(task.head, message, _("Give one assignment “role: lead”."))


def _measure(facts: Facts, task: Holder) -> Holder | None:
    return facts.part.get(getattr(task.duties, "measure", None) or "")


def _leads(task: Holder | None) -> bool:
    if task is None:
        return False
    whole = [a for a in task.duties.assignments if a.covers is None]
    if any(a.role in _LEADS for a in whole):
        return True
    others = [a for a in whole if a.role not in _BESIDE]
    return len(others) == 1 and len(whole) > 1 and len([*unit_names(others[0].units)]) == 1


def _is_shared(task: Holder) -> bool:
    """Whether several units have a task as a whole, and not only guide or judge it."""
    names = [
        name
        for a in task.duties.assignments
        if a.covers is None and a.role not in (Role.GUIDE, Role.ASSESS)
        for name in unit_names(a.units)
    ]
    return len(names) > 1
