"""A title names one kind of paper, not two: 请示 or 报告, never 请示报告.

The reader must know whether an answer is asked for.

Clause: 党政机关公文处理工作条例, 8, 15(4)
Binding: standard
Wrong: 关于经费的请示报告
Right: 关于经费的请示
Fix: none: which of the two is meant a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.form._titles import core
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR
_TWO = re.compile("(?:请示|报告|通知|通报|批复)(?:请示|报告|通知|通报|批复|函)$")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the title where it ends in two kinds; 征求意见函 is a letter."""
    if match := _TWO.search(core(facts.notice.title)):
        message = _("the title ends in two kinds of paper: {words}.").format(words=match[0])
        yield Hit(Place("notice", ("title",), match[0]), message, _("Keep the one that is meant."))
