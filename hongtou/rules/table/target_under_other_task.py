"""A target stands under the same task in body and table.

What the body puts under one measure and the table under another has two owners, or none.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 创建1家培训基地 under 集中就业 in the body, 挂牌1家培训基地 under 职业技能 in the table
Right: the same words under the same task
Fix: none: where it belongs a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.rules.targets import missing

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets of the text that only a row of another measure has."""
    for one in missing(facts):
        if one.elsewhere is not None:
            row, target = one.elsewhere
            message = _(
                "“{words}” stands here in the body; in the table it is “{others}”, under row {number}."
            )
            text = message.format(words=one.target.printed, others=target.printed, number=row.label)
            hint = _("Put it under one task, in the same words.")
            yield Hit(one.part.where(one.target.printed), text, hint)
