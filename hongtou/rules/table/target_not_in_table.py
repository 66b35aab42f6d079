"""A target of the body stands in the row of its measure.

Who reads only the table, and that is everyone who has a task, does not know of it.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 建立1～2个工坊 in the body, and no number in the row
Right: the same number in both
Fix: none: the row must be worded.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.counted import is_told
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.rules.targets import labels, missing

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets of the text that no row has, neither in data nor in words."""
    for one in missing(facts):
        if one.elsewhere is None and one.changed is None and not is_told(facts, one.part, one.target.printed):
            message = _("“{words}” stands in the body and not in row {rows} of the table.")
            text = message.format(words=one.target.printed, rows=labels(one.rows))
            hint = _("Add it to the row, or take it out of the body.")
            yield Hit(one.part.where(one.target.printed), text, hint)
