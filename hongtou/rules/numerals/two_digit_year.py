"""A year has four digits: 2023年3月, not 23年3月.

The century is part of the date. 22-24年 may be a span of years or a number of them, 08-12年 and
08年 cannot. 2022—23年度 is left alone: it may be one season.

Clause: GB/T 15835-2011, 5.1.4; GB/T 9704-2012, 7.3.5.4
Binding: standard
Wrong: 自23年3月起
Right: 自2023年3月起
Fix: none: the century a person must say.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import is_cited, pattern

SEVERITY = Severity.WARNING
# Spans of years (近10年12月平均气温) and years of an era (民国23年3月) are no dates of the paper.
_SPAN = "(?<![\\d.第近前后每满逾过超达])"
_ERA = "(?<!民国)(?<!光绪)(?<!宣统)(?<!同治)(?<!乾隆)(?<!康熙)(?<!昭和)(?<!平成)(?<!令和)"
# Digits of a code or a larger number are no year, and no one counts 08年.
_PLAIN = "(?<![A-Za-z号卷册型表图续时+/／—－–~～-])(?<!\\d )"
_ZERO = r"0\d年(?![级限代期]|以[上下内])"
_SHORTENED = r"(?:19|20)(?P<first>\d\d)年?[-－–—~～至](?P<second>\d\d)年(?![级限代期度])"


def _is_none(match: re.Match[str]) -> bool:
    """Whether the years are of the title of another document, or do not rise: 2012-08年."""
    if match["first"] is not None and match["first"] >= match["second"]:
        return True
    return match["alone"] is not None and is_cited(match)


check = pattern(
    rf"{_SPAN}{_ERA}[’']?\d{{2}}年(?=(?:1[0-2]|0?[1-9])月(?:[1-3]?\d日|份|底|[起前至，。、）]))"
    r"|(?:(?<=[于在自从])|(?<=截至)|(?<=预计)|(?<=到))\d{2}年(?=(?:1[0-2]|0?[1-9])月|底)"
    rf"|{_SPAN}(?:0\d[-－–—~～至]\d\d年(?!级)|\d\d[-－–—~～至]\d\d年(?=度))"
    rf"|(?P<alone>{_SPAN}{_ERA}{_PLAIN}(?:{_ZERO}|{_SHORTENED}))",
    N_("a year has four digits."),
    unless=_is_none,
)
