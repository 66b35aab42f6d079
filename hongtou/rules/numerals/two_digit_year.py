"""A year has four digits: 2023年3月, not 23年3月.

The century is part of the date. 22-24年 may be a span of years or a number of them, 08-12年 cannot.

Clause: GB/T 15835-2011, 5.1.4; GB/T 9704-2012, 7.3.5.4
Binding: standard
Wrong: 自23年3月起
Right: 自2023年3月起
Fix: none: the century a person must say.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
# Spans of years (近10年12月平均气温) and years of an era (民国23年3月) are no dates of the paper.
_SPAN = "(?<![\\d.第近前后每满逾过超达])"
_ERA = "(?<!民国)(?<!光绪)(?<!宣统)(?<!同治)(?<!乾隆)(?<!康熙)(?<!昭和)(?<!平成)(?<!令和)"
check = pattern(
    rf"{_SPAN}{_ERA}[’']?\d{{2}}年(?=(?:1[0-2]|0?[1-9])月(?:[1-3]?\d日|份|底|[起前至，。、）]))"
    r"|(?:(?<=[于在自从])|(?<=截至)|(?<=预计)|(?<=到))\d{2}年(?=(?:1[0-2]|0?[1-9])月|底)"
    rf"|{_SPAN}(?:0\d[-－–—~～至]\d\d年|\d\d[-－–—~～至]\d\d年(?=度))",
    N_("a year has four digits."),
)
