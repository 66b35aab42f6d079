"""A paper with a 密级 is not published.

Before it may be, it must be declassified, and then it bears no 密级.

Clause: 党政机关公文处理工作条例, 9(2)
Binding: practice
Wrong: secrecy: {level: 秘密} and note: 此件公开发布
Right: secrecy: {level: 秘密}
Fix: none: a person must decide.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a secret paper that is to be published."""
    notice = facts.notice
    public = notice.publication is not None and notice.publication.openness in ("主动公开", None)
    noted = notice.note is not None and "公开发布" in notice.note
    if notice.secrecy is not None and (public or noted):
        message = _("the paper is {level} and is to be published.").format(level=notice.secrecy.level)
        yield Hit(Place("notice", ("secrecy", "level")), message, _("Take one of the two away."))
