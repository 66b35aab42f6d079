"""A plan that is printed stands in the title without 《》: 关于印发某某方案的通知.

《》 are for laws, regulations, rules and books; elsewhere only where the title could be misread.

Clause: 党政机关公文处理工作条例, 9(7)
Binding: practice
Wrong: 关于印发《养老服务工作方案》的通知
Right: 关于印发养老服务工作方案的通知
Fix: none: some offices write them.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.INFO
_PLAN = re.compile("印发《([^《》]*(?:方案|意见|要点|计划|名单|清单)(?:（[^（）]*）)?)》的")
_MISREAD = re.compile("[〈、和与及“]|关于|落实|的")
"""What in a title makes it unclear where it ends, without 《》."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a title with 《》 round a plan."""
    match = _PLAN.search(facts.notice.title)
    if match and not _MISREAD.search(match[1]):
        message = _("a plan stands in a title without 《》.")
        place = Place("notice", ("title",), f"《{match[1]}》")
        yield Hit(place, message, _("Write {words}.").format(words=match[1]))
