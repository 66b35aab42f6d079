"""A title says what it is about with 关于, 转发 or 印发.

It has three parts: who issues, what about, which kind of paper. Yearly and work reports, orders, minutes and what is made
public to all have titles of their own.

Clause: 党政机关公文处理工作条例, 9(7)
Binding: standard
Wrong: 某市人民政府办公室养老服务工作通知
Right: 某市人民政府办公室关于做好养老服务工作的通知
Fix: none: the title must be worded anew.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.form._titles import core
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_WITHOUT = frozenset(
    {Kind.ANNOUNCEMENT, Kind.PROCLAMATION, Kind.ORDER, Kind.MINUTES, Kind.COMMUNIQUE, Kind.RESOLUTION}
)
_ABOUT = re.compile("关于|转发|印发|(?:工作|情况|年度|执行)报告$|情况(?:的)?通报$")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a title that does not say what it is about."""
    notice = facts.notice
    if notice.kind not in _WITHOUT and not _ABOUT.search(core(notice.title)):
        message = _("the title does not say what it is about: 关于 is missing.")
        hint = _("Write 关于……的{kind}.").format(kind=notice.kind)
        yield Hit(Place("notice", ("title",)), message, hint)
