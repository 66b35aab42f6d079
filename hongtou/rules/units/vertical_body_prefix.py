"""A vertically managed body does not take the prefix of the city: 税务局, not 市税务局 of a 市 list.

It belongs to a ministry, not to the city that issues the paper. What matters most is that one paper does it in one way.

Clause: 党政机关公文处理工作条例, 9(5)
Binding: practice
Wrong: 市财政局、税务局 for 国家税务总局某市税务局
Right: 市财政局，税务局
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
    """Yield vertically managed bodies that are printed under a prefix, and who of them is not."""
    vertical = [unit for unit in facts.register.units if unit.kind is UnitKind.VERTICAL_BODY]
    prefixed = {unit.name: unit for unit in vertical if unit.prefix}
    if not prefixed:
        return
    named = {name for name, _place in facts.named}
    bare = [unit.name for unit in vertical if not unit.prefix and unit.name in named]
    for name, place in facts.named:
        if name in prefixed:
            yield Hit(
                place,
                _message(prefixed[name], bare),
                _("Leave “prefix” empty in units.yaml, or keep it for all."),
            )


def _message(unit: Unit, bare: list[str]) -> str:
    message = _("“{name}” is vertically managed and printed under the prefix {prefix}").format(
        name=unit.name, prefix=unit.prefix
    )
    without = _("; {names} is not").format(names="、".join(bare)) if bare else ""
    return f"{message}{without}{_('.')}"
