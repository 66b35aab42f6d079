"""A list that ends in 等 leaves open who else is meant.

gen writes to those who are named, and to nobody else.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 市民政局、市财政局等负责
Right: 市民政局、市财政局、市教育局负责
Fix: none: who is meant a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield assignments whose list is open."""
    for holder in facts.holders:
        for number, assignment in enumerate(holder.duties.assignments):
            if assignment.open:
                message = _("the list ends in 等: who else is meant is not known.")
                hint = _("Name all of them, and take “open” away.")
                yield Hit(holder.at("assignments", number, "open"), message, hint)
