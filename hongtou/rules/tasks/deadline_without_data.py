"""A day that the text sets is a deadline in the data.

Letters, checklists and the calendar show deadlines of the data; one that is only text is missed, in the opening and closing
lines too. Days that say whom or what is meant (2000年底前建成的小区), and days gone by, set none.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 2026年6月30日前完成, and no deadline
Right: deadlines: [{kind: date, date: 2026-06-30, printed: 2026年6月30日前}]
Fix: none: what the day means a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.deadlines import unkept
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield days set in the text that no deadline covers; one that is over must be corrected first (deadline-before-issue)."""
    for one in unkept(facts):
        if one.is_past:
            continue
        message = _("“{words}” is no deadline in the data.").format(words=one.match[0])
        hint = _("Add it to “deadlines”, with the words that print it.")
        if one.outside:
            hint = _(
                "Add it to “reports” if something is handed in, else put it into a part with “deadlines”."
            )
        yield Hit(one.place, message, hint)
