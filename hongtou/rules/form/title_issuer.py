"""A title begins with who issues the paper.

It has three parts: who issues, what about, which kind of paper. Orders, minutes, communiqués and resolutions have titles of
their own.

Clause: 党政机关公文处理工作条例, 9(7)
Binding: standard
Wrong: 关于做好养老服务工作的通知
Right: 某市人民政府办公室关于做好养老服务工作的通知
Fix: none: several issuers are named in one of several ways.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_WITHOUT = frozenset({Kind.ORDER, Kind.MINUTES, Kind.COMMUNIQUE, Kind.RESOLUTION})


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a title that does not begin with the first issuer, by any of its names."""
    notice, register = facts.notice, facts.register
    unit = register.unit((notice.issuers or (register.issuer,))[0])
    head = (notice.letterhead or "").removesuffix("文件")
    names = [name for name in (unit.name, unit.full_name, head, *unit.aliases) if name]
    if notice.kind not in _WITHOUT and not notice.title.startswith(tuple(names)):
        name = unit.full_name or unit.name
        message = _("the title does not begin with the issuer, {name}.").format(name=name)
        yield Hit(Place("notice", ("title",)), message, _("Write {name}关于……").format(name=name))
