"""A title begins with who issues the paper, in full.

Only the letterhead of a small office lets it be left out.

Clause: 党政机关公文处理工作条例, 9(7)
Binding: standard
Wrong: 关于做好养老服务工作的通知
Right: 某市人民政府办公室关于做好养老服务工作的通知
Fix: none: several issuers are named in one of several ways.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a title that does not begin with the first issuer."""
    notice, register = facts.notice, facts.register
    issuer = (notice.issuers or (register.issuer,))[0]
    full = register.unit(issuer).full_name or issuer
    if not notice.title.startswith((issuer, full)):
        message = _("the title does not begin with the issuer, {name}.").format(name=full)
        yield Hit(Place("notice", ("title",)), message, _("Write {name}关于……").format(name=full))
