"""Usually one unit leads a task.

Two wait for each other. Some papers have it all the same.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
Binding: practice
Wrong: 市民政局、市财政局牵头
Right: 市民政局牵头，市财政局配合
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import Role
from hongtou.rules.facts import Facts, sentences
from hongtou.rules.hit import Hit, Path, Place

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield tasks, or single sentences of them, with several leads."""
    for holder in facts.holders:
        leads: dict[str | None, list[tuple[Path, str]]] = {}
        for number, assignment in enumerate(holder.duties.assignments):
            if assignment.role is Role.LEAD:
                at = (*holder.path, "assignments", number, "units")
                leads.setdefault(assignment.covers, []).extend(sentences(assignment.units, at))
        for several in leads.values():
            if len(several) > 1:
                names = "、".join(name for _path, name in several)
                message = _("{count} units lead this: {names}.").format(count=len(several), names=names)
                path, name = several[1]
                hint = _("Let one lead and the others support, if it is not meant so.")
                yield Hit(Place(holder.file, path, name, holder.id), message, hint)
