"""Every row of the table belongs to a measure of its own in the body, where its neighbours do.

A row that no measure asks for appears out of nowhere.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: a row 农村残疾人就业帮扶, and no measure of that name
Right: a measure in the body, and its id in the row
Fix: none: the body must be worded.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit
from hongtou.rules.names import bare

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows without a measure, or hung on one whose parts have rows themselves."""
    without = [row for row in facts.rows if _measure(row) is None]
    if len(without) * 2 > len(facts.rows):
        return
    names = {bare(part.called): part.id for part in facts.parts if part.id not in facts.rows_of}
    for row in without:
        message = _("row {number}, “{name}”, belongs to no measure of the body.")
        text = message.format(number=row.label, name=row.called)
        yield Hit(row.head, text, _hint(names.get(bare(row.called), "")))
    divided = {part.id for part in facts.parts if any(one.id in facts.rows_of for one in part.children)}
    for row in facts.rows:
        if _measure(row) in divided:
            message = _(
                "row {number}, “{name}”, has no measure of its own: “{parent}” is divided into others."
            )
            parent = facts.part[_measure(row) or ""].called
            text = message.format(number=row.label, name=row.called, parent=parent)
            yield Hit(row.head, text, _("Add a part to the body, and name it under “measure”."))


def _measure(row: Holder) -> str | None:
    return getattr(row.duties, "measure", None)


def _hint(part: str) -> str:
    if part:
        return _("A part of the body is called the same: write “measure: {id}” here.").format(id=part)
    return _("Name the part of the body it carries out under “measure”, or word one for it.")
