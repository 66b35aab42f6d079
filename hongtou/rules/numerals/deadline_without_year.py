"""A deadline names its year: 2023年6月底前, not 6月底前.

A month alone means another year as soon as the paper is a year old. 每年, 当年 and the like say which.

Clause: GB/T 15835-2011, 5.1.4
Binding: house
Wrong: 6月底前完成
Right: 2023年6月底前完成
Fix: none: the year a person must say.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_SAID = re.compile(
    r"(?:每|当|次|翌|本|同|今|明|逐|该)年[^，。；]{0,6}$|[年度月日季至—、和]$|每$|每[^，。；]{0,3}$|\d年[^。；]{0,20}$"
)


def _is_said(match: re.Match[str]) -> bool:
    """Whether the words before say which year is meant."""
    return (
        _SAID.search(match.string[max(match.start() - 24, 0) : match.start()].rpartition("\n")[2]) is not None
    )


check = pattern(
    r"(?<![\d年月—～至-])(?:1[0-2]|[1-9])月(?:份|底|中旬|上旬|下旬|[123]?\d日)?(?:以前|之前|前)",
    N_("this deadline does not say its year."),
    unless=_is_said,
)
