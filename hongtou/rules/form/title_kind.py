"""A title ends in the kind of paper it is: 关于……的通知.

方案, 办法, 要点 and the like are no kinds of paper: they travel as an attachment of a notice that prints them.

Clause: 党政机关公文处理工作条例, 8, 9(7)
Binding: standard
Wrong: 某市人民政府办公室关于养老服务的工作方案
Right: 某市人民政府办公室关于印发养老服务工作方案的通知
Fix: none: the title must be worded anew.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR
_ALSO = {Kind.ORDER: ("命令", "令")}


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the title where it does not end in the kind of the notice."""
    title, kind = facts.notice.title, facts.notice.kind
    if title.endswith(_ALSO.get(kind, (kind.value,))):
        return
    other = next((known for known in Kind if title.endswith(known.value)), None)
    if other is not None:
        message = _("the title ends in {other}, and “kind” says {kind}.").format(other=other, kind=kind)
        yield Hit(Place("notice", ("title",)), message, _("Change one of the two."))
    else:
        message = _("the title does not end in the kind of the paper, {kind}.").format(kind=kind)
        yield Hit(Place("notice", ("title",)), message, _("Write 关于……的{kind}.").format(kind=kind))
