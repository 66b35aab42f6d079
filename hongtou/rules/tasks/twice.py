"""No task stands in the table twice.

Two rows with the same words, or the same name, are one task, or one of them was copied and not changed. Rows that follow
each other under one name are a task in several parts, and those of different groups are different ones.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 序号 3 and 序号 7: 建设老年食堂。
Right: one row
Fix: none: which one goes a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.task import Task
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit
from hongtou.rules.names import bare

SEVERITY = Severity.WARNING
_LONG = 15
"""Characters of a text that two tasks do not share by chance."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows that say what a row before says, or bear its name."""
    texts: dict[tuple[str, str], Holder] = {}
    names: dict[tuple[str, str], Holder] = {}
    for row in facts.rows:
        assert isinstance(row.duties, Task)
        group, name, text = bare(row.duties.group or ""), bare(row.duties.name or ""), bare(row.text)
        same = texts.setdefault((group, text or name), row)
        namesake = names.get((group, name))
        if same is not row and len(text or name) > 3 and (hit := _same_text(row, same, text)):
            yield hit
        elif namesake is not None and len(name) > 3 and not _goes_on(row, namesake):
            message = _("row {number} has the name of row {first} and asks for something else.")
            text = message.format(number=row.label, first=namesake.label)
            yield Hit(row.head, text, _("Say in the name what differs, or let them be one."))
        names[group, name] = row


def _same_text(row: Holder, same: Holder, text: str) -> Hit | None:
    """Return a hit for a row with the words of another, where that is no chance."""
    ours, theirs = (bare(getattr(one.duties, "name", None) or "") for one in (row, same))
    if ours == theirs or not (ours and theirs):
        message = _("row {number} says the same as row {first}.")
        severity = None if _units(row) == _units(same) else Severity.INFO
    elif len(text) >= _LONG:
        message, severity = _("row {number} has the text of row {first} under another name."), None
    else:
        return None
    told = message.format(number=row.label, first=same.label)
    return Hit(row.head, told, _("Keep one of the two, or say what differs."), severity=severity)


def _goes_on(row: Holder, before: Holder) -> bool:
    """Whether ``row`` follows ``before`` as another part of the same task, the name printed once for both."""
    return int(row.label) == int(before.label) + 1


def _units(row: Holder) -> set[str]:
    return {name for assignment in row.duties.assignments for name in unit_names(assignment.units)}
