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
from hongtou.model.notice import Notice
from hongtou.rules.facts import Facts
from hongtou.rules.form._notes import openness
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a secret paper that is, or is to be, published."""
    notice = facts.notice
    if notice.secrecy is not None and (where := _published(notice)):
        message = _("the paper is {level} and is to be published (“{key}”).")
        text = message.format(level=notice.secrecy.level, key=where)
        yield Hit(Place("notice", ("secrecy", "level")), text, _("Take one of the two away."))


def _published(notice: Notice) -> str:
    """Return the key that says so, empty for none."""
    if openness(notice.note or "") == "主动公开":
        return "note"
    given = notice.publication
    if given is not None and (given.openness == "主动公开" or given.published or given.url):
        return "publication"
    return ""
