"""No task stands in the table twice.

Two rows with the same words are one task, or one of them was copied and not changed. Rows under one name that ask for
different things are none, nor those of different groups.

Clause: 党政机关公文处理工作条例, 19
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
    """Yield rows that say what a row before says."""
    seen: dict[tuple[str, str], Holder] = {}
    for row in facts.rows:
        assert isinstance(row.duties, Task)
        group, name, text = bare(row.duties.group or ""), bare(row.duties.name or ""), bare(row.text)
        same = seen.setdefault((group, text or name), row)
        if same is row or len(text or name) <= 3:
            continue
        first = bare(getattr(same.duties, "name", None) or "")
        if first == name or not (first and name):
            message = _("row {number} says the same as row {first}.")
            severity = None if _units(row) == _units(same) else Severity.INFO
        elif len(text) >= _LONG:
            message = _("row {number} has the text of row {first} under another name.")
            severity = None
        else:
            continue
        text = message.format(number=row.label, first=same.label)
        yield Hit(row.head, text, _("Keep one of the two, or say what differs."), severity=severity)


def _units(row: Holder) -> set[str]:
    return {name for assignment in row.duties.assignments for name in unit_names(assignment.units)}
