"""A date is not half Arabic and half Chinese: 2023年3月7日, not 2023年三月七日.

The two are systems of their own, and readers and searches know a date by its form.

Clause: GB/T 15835-2011, 5.1.4, 5.3
Binding: standard
Wrong: 2023年三月七日
Right: 2023年3月7日
Fix: none: the numerals of the whole date a person must choose.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_C = "[一二三四五六七八九十]{1,3}"
_YEAR = "[一二][〇零○一二三四五六七八九]{3}年"
check = pattern(
    rf"(?<!\d)(?:19|20)\d\d年{_C}月(?:{_C}日|\d{{1,2}}日)?|(?:19|20)\d\d年\d{{1,2}}月{_C}日"
    rf"|{_YEAR}\d{{1,2}}月(?:\d{{1,2}}日)?|(?<![\d年〇一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])月\d{{1,2}}日",
    N_("half of this date is Arabic, half Chinese."),
)
