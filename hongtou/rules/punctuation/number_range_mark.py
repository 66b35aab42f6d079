"""A range of numbers is joined by ～ or —: 10～20名.

A hyphen, however wide, is for codes and compounds, —— is a dash, and ~ is half as wide. Numbers of articles and pages
are joined in the same way: 第5～8条.

Clause: GB/T 15834-2011, 4.13.3
Binding: standard
Wrong: 培训10-20名骨干
Right: 培训10～20名骨干
Fix: writes ～; in the title of another document, in 《》, a person must decide.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import is_cited
from hongtou.rules.punctuation._marked import marked

SEVERITY = Severity.WARNING
_NUMBER = r"\d{1,8}(?:\.\d{1,4})?"
_SIGN = "[%％‰℃万亿]"
_COUNTED = "个|名|人(?!民)|位|项|家|户|次|天|周|岁|倍|元|分|成|批|级|件|份|篇|张|套|台|辆|架|艘|只|头|株|棵|间|座|所|处|场|条"
_MEASURED = "小时|公里|平方|立方|[毫厘千]?米|公顷|亩|吨|公斤|千?克|升|[千兆]瓦|千伏|(?:km|cm|mm|kg|mg|kV|MW|kW)(?![A-Za-z])"
_PARTS = "条|款|项|章|节|课|页|期|批|届|位|轮|行|列"
_YEARS = "年(?![级度月底初末代份])"
_MARK = "(?P<mark>——|[-–－~])"
_CHINESE = "[一二三四五六七八九十百]{1,5}"
_UNIT = f"{_SIGN}|{_COUNTED}|{_MEASURED}|{_YEARS}"


def _is_no_range(match: re.Match[str]) -> bool:
    """Whether the numbers are a code, years or a score, not a smaller and a larger one."""
    first, second = match["first"], match["second"]
    if first[0] in "一二三四五六七八九十百":
        return False
    years = re.fullmatch(r"(?:(?:19|20)\d\d){2}", first + second) is not None
    two_digit_years = match.groupdict().get("unit") == "年" and len(first) > 1
    return float(first) >= float(second) or years or two_digit_years


check = marked(
    rf"(?<![\d.\-–－~～—/〔A-Za-z第])(?P<first>{_NUMBER})(?:{_SIGN}|{_COUNTED})?{_MARK}"
    rf"(?P<second>{_NUMBER})(?=(?P<unit>{_UNIT}))",
    rf"第(?P<first>\d{{1,4}}|{_CHINESE}){_MARK}(?P<second>\d{{1,4}}|{_CHINESE})(?={_PARTS})",
    what=N_("a range of numbers is joined by ～."),
    fix=lambda match: None if is_cited(match) else "～",
    unless=_is_no_range,
)
