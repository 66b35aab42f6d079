"""A date in a sentence is written 2023年3月7日, not 2023.3.7 or 2023/3/7.

Points and strokes belong to tables. 2023-3-7 is allowed where it is whole, but a paper writes its dates in one way, so
that is only a remark.

Clause: GB/T 15835-2011, 5.1.4; GB/T 9704-2012, 7.3.5.4
Binding: practice
Wrong: 自2023.3.7起施行
Right: 自2023年3月7日起施行
Fix: writes 年, 月 and 日.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found, is_cited
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_DATE = re.compile(
    rf"(?<=[{HAN}])((?:19|20)\d\d)([./-])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])日?(?=[{HAN}，。；、])(?![号版])"
)
_CODE = re.compile("(?:版本|编号|型号|批次|版|号)[为是]?$")


def check(script: Script) -> Iterator[Hit]:
    """Yield dates in digits alone between Chinese words; not the numbers of versions."""
    for match in _DATE.finditer(script.text):
        if is_cited(match) or _CODE.search(script.text[max(match.start() - 4, 0) : match.start()]):
            continue
        year, mark, month, day = match.groups()
        fix = f"{year}年{int(month)}月{int(day)}日"
        what = N_("a date in a sentence is written with 年, 月 and 日.")
        hit = found(script, Span(*match.span()), what, fix)
        yield replace(hit, severity=Severity.INFO) if mark == "-" else hit
