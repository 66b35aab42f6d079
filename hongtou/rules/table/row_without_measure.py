"""Every row of the table belongs to a measure of its own in the body, where its neighbours do.

A row that no measure asks for appears out of nowhere.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: a row 农村残疾人就业帮扶, and no measure of that name
Right: a measure in the body, and its id in the row
Fix: none: the body must be worded.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.task import Task
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows without a measure, or hung on one whose parts have rows themselves."""
    if not facts.rows_of:
        return
    for row in facts.rows:
        assert isinstance(row.duties, Task)
        part = facts.part.get(row.duties.measure or "")
        if part is None:
            message = _("row {number}, “{name}”, belongs to no measure of the body.")
            yield Hit(row.head, message.format(number=row.label, name=row.called), _("Add “measure: …”."))
        elif any(child.id in facts.rows_of for child in part.children):
            message = _(
                "row {number}, “{name}”, has no measure of its own: “{parent}” is divided into others."
            )
            text = message.format(number=row.label, name=row.called, parent=part.called)
            yield Hit(
                row.at("name" if getattr(row.duties, "name", None) else "id"),
                text,
                _("Add a part to the body, and name it under “measure”."),
            )
