"""No blank stands between Chinese characters.

Every character has its cell; a blank is left over from a line break or a web page. Single characters spaced evenly
(主 要 内 容) are layout and are left alone.

Clause: GB/T 15834-2011, 5.1
Binding: standard
Wrong: 各有关 单位要加强领导。
Right: 各有关单位要加强领导。
Fix: takes the blank away.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import CHINESE, HAN, pattern

SEVERITY = Severity.WARNING
_SPACED = re.compile(rf"(?:^|[ \u00a0])[{HAN}](?:[ \u00a0]+[{HAN}])+(?=[ \u00a0]|$|[{CHINESE}])")


def _is_layout(match: re.Match[str]) -> bool:
    """Whether the blank stands in a run of single characters spaced evenly, or between two short names."""
    line_start = match.string.rfind("\n", 0, match.start()) + 1
    line_end = match.string.find("\n", match.end())
    line = match.string[line_start : line_end if line_end >= 0 else None]
    return any(
        found.start() <= match.start() - line_start <= found.end()
        for found in _SPACED.finditer(line)
        if len(found[0].split()) > 1
    )


check = pattern(
    rf"(?<=[{HAN}，。；：、？！”》）])[ \u00a0]+(?=[{HAN}，。；：、？！“《（])",
    N_("no blank stands between Chinese characters."),
    fix="",
    unless=_is_layout,
)
