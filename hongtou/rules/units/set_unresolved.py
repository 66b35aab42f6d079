"""A set that has a task has members.

Nobody can be written to for 各成员单位 as long as the register does not say who they are.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: units: [各成员单位], with resolved: false
Right: members: [市民政局, 市财政局]
Fix: none: who is meant a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the first mention of every set without members that has a task."""
    told: set[str] = set()
    for name, place in facts.named:
        if name not in told and not facts.members(name):
            told.add(name)
            message = _("“{name}” has a task and no members.").format(name=name)
            yield Hit(place, message, _("Give it “members” in units.yaml."))
