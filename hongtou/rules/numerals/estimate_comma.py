"""Two numbers that give an estimate stand without 、: 两三天.

With 、 two things are named, as in 二、三产业.

Clause: GB/T 15834-2011, 4.5.3.4
Binding: standard
Wrong: 需要两、三天时间
Right: 需要两三天时间
Fix: takes the 、 away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_PAIRS = "|".join(
    f"(?<=(?<![第、一二三四五六七八九十]){a})、(?={b}"
    for a, b in zip("一两三四五六七八", "两三四五六七八九", strict=True)
)
check = pattern(
    "|".join(f"{pair}(?:个|天|年|月|次|名|人|家|项|倍|周|小时)(?![级类]))" for pair in _PAIRS.split("|")),
    N_("an estimate stands without 、."),
    fix="",
)
