"""A range of years, days or hours is joined by —: 2022—2024年.

A hyphen, however wide, is for codes and compounds, and —— is a dash. ～ is allowed but less usual, so that is only a
remark.

Clause: GB/T 15834-2011, 4.13.3
Binding: standard
Wrong: 2022-2024年
Right: 2022—2024年
Fix: writes —; in the title of another document, in 《》, a person must decide.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import is_cited
from hongtou.rules.punctuation._marked import marked

SEVERITY = Severity.WARNING
_MARK = "(?P<mark>——|[-–－~～])"
_ALONE = r"(?<![\d.\-–－—~～/A-Za-z第])"
_YEAR = r"(?:19|20)\d\d"
_TWO = r"\d{1,2}"
_HOUR = r"\d{1,2}[:：]\d\d"


def _is_no_range(match: re.Match[str]) -> bool:
    """Whether the numbers do not rise: 12-2 is a code."""
    found = match.groupdict()
    return "first" in found and int(found["first"]) >= int(found["second"])


check = marked(
    rf"{_ALONE}(?P<first>{_YEAR})年?{_MARK}(?P<second>{_YEAR})(?=学?年)",
    rf"(?<=[（(])(?P<first>{_YEAR}){_MARK}(?P<second>{_YEAR})(?=[）)])",
    rf"(?<=[年月日时点])(?<!{_YEAR}年){_MARK}(?={_YEAR}年)",
    rf"(?<=\d[月日时点]){_MARK}(?={_TWO}[月日时点])",
    rf"{_ALONE}(?P<first>{_TWO}){_MARK}(?P<second>{_TWO})(?=[月日])",
    rf"{_ALONE}{_HOUR}{_MARK}(?={_HOUR})",
    rf"(?:周|星期)[一二三四五六]{_MARK}(?=(?:周|星期)[一二三四五六日])",
    what=N_("a range of time is joined by —."),
    fix=lambda match: None if is_cited(match) else "—",
    unless=_is_no_range,
    severity=lambda match: Severity.INFO if match["mark"] == "～" else None,
)
