"""Two numbers that give an estimate stand without 、: 两三天.

With 、 two things are named, as in 二、三产业 and 五、六月份.

Clause: GB/T 15834-2011, 4.5.3.4
Binding: standard
Wrong: 需要两、三天时间
Right: 需要两三天时间
Fix: takes the 、 away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.WARNING
_PAIRS = (*zip("一两三四五六七八", "两三四五六七八九", strict=True), ("三", "五"))
_COUNTED = "个(?!坚持|全面|维护|确保|结合|统筹|清单)|天|年(?![级制])|次|名|人|家|倍|周(?!岁)|小时"
# What stands before must be a word: 一、两个 is a heading that begins with its number.
_BEFORE = f"(?<=[{HAN}])(?<![第一二两三四五六七八九十])"
check = pattern(
    "|".join(rf"(?<={first})(?<={_BEFORE}{first})、(?={second}(?:{_COUNTED}))" for first, second in _PAIRS),
    N_("an estimate stands without 、."),
    fix="",
)
