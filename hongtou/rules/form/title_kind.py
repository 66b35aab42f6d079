"""A title ends in the kind of paper it is: 关于……的通知.

方案, 办法, 要点 and the like are no kinds of paper: they travel as an attachment of a notice that prints them. （试行） and the
like may follow.

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
from hongtou.rules.form._titles import core
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR
_ALSO = {Kind.ORDER: ("命令", "令")}
_PRINTED = ("方案", "办法", "细则", "要点", "规划", "计划", "规定", "总结", "分解表", "清单")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the title where it does not end in the kind of the notice."""
    title, kind = core(facts.notice.title.rstrip("。，；：！？.,;:!?")), facts.notice.kind
    if title.endswith(_ALSO.get(kind, (kind.value,))):
        return
    place = Place("notice", ("title",))
    other = next((known for known in Kind if title.endswith(known.value)), None)
    if other is not None:
        message = _("the title ends in {other}, and “kind” says {kind}.").format(other=other, kind=kind)
        yield Hit(place, message, _("Change one of the two."))
        return
    message = _("the title does not end in the kind of the paper, {kind}.").format(kind=kind)
    if title.endswith(_PRINTED):
        hint = _("Attach the plan, and write 关于印发……的通知.")
    else:
        hint = _("Write 关于……的{kind}.").format(kind=kind)
    yield Hit(place, message, hint)
