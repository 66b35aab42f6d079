"""An event named by its date has · between month and day: “3·15”, “一二·九”, but “五四”.

A point makes a number of it. In Chinese numerals · stands only behind 一, 十一 and 十二 (一二), where it is needed.

Clause: GB/T 15834-2011, 4.14.3.5
Binding: standard
Wrong: “3.15”国际消费者权益日
Right: “3·15”国际消费者权益日
Fix: writes ·, or takes it away.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_EVENT = "事件|事故|专案|地震|灾害|火灾|爆炸|节|日|运动|战役|惨案|讲话|晚会|宣传"
_BEHIND = rf"(?=[^，。；\n“”\d]{{0,12}}(?:{_EVENT}))"
_DIGITS = rf"“(?P<month>1[0-2]|[1-9])[.．-](?P<day>3[01]|[12]\d|[1-9])”{_BEHIND}"
_CHINESE = r"“(?:[二三四五六七八九十]·[一二三四五六七八九十]{1,3}|一二[八九])”(?=运动|事变|[^，。；\n“”\d]{0,12}(?:节|日))"


def _written(match: re.Match[str]) -> str:
    if match["month"]:
        return f"“{match['month']}·{match['day']}”"
    words = match[0].strip("“”")
    return f"“{words.replace('·', '')}”" if "·" in words else f"“一二·{words[-1]}”"


check = pattern(
    f"{_DIGITS}|{_CHINESE}",
    N_("an event's date has · between month and day where it is needed."),
    fix=_written,
)
