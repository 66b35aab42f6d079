"""A paper usually names vertically managed bodies in one way: 市税务局 and 市邮政管理局, or 税务局 and 邮政管理局.

They belong to a ministry and not to the city, so that many offices leave 市 out; what counts is that it is done to all or to
none. Names that never take it (海关, 人行支行) do not count.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
Binding: practice
Wrong: 市税务局 in one row, 邮政管理局 in another
Right: 市税务局 and 市邮政管理局
Fix: none: the register says how a unit is called.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.register import Unit, UnitKind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the first mention of every vertically managed body that is printed under a prefix where others are not."""
    named = dict(reversed(facts.named))
    vertical = [u for u in facts.register.units if u.kind is UnitKind.VERTICAL_BODY and u.name in named]
    for unit in vertical:
        without = [other.name for other in vertical if unit.prefix and _could_have(other, unit.prefix)]
        if without:
            message = _(
                "“{name}” is vertically managed and printed under the prefix {prefix}, {names} is not."
            )
            text = message.format(name=unit.name, prefix=unit.prefix, names="、".join(without))
            hint = _("Give all of them “prefix” in units.yaml, or none.")
            yield Hit(named[unit.name], text, hint)


def _could_have(unit: Unit, prefix: str) -> bool:
    """Whether ``unit`` is named without the ``prefix`` that its full name has."""
    return not unit.prefix and (unit.full_name or "").endswith(prefix + unit.name)
