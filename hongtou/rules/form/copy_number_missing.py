"""A paper with a 密级 bears a 份号.

Every copy of it is counted.

Clause: 党政机关公文处理工作条例, 9(1)
Binding: standard
Wrong: secrecy: {level: 机密}
Right: secrecy: {level: 机密} and copy_number: "000001"
Fix: none: the registry gives it.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a secret paper without a number of its copy."""
    notice = facts.notice
    if notice.secrecy is not None and notice.copy_number is None:
        message = _("a paper that is {level} bears a 份号.").format(level=notice.secrecy.level)
        yield Hit(Place("notice", ("secrecy", "level")), message, _('Add “copy_number: "000001"”.'))
