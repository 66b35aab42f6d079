"""A 发文字号 has a year of four digits and a bare number: 〔2023〕19号.

No 第, no leading zero, no blank.

Clause: GB/T 9704-2012, 7.2.5
Binding: standard
Wrong: 中府办函〔2023〕第019号
Right: 中府办函〔2023〕19号
Fix: takes 第, zeros and blanks away; a year of two digits a person must complete.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_BLANKS = r"[ \u00a0\u3000]*"
_YEAR = rf"〔{_BLANKS}(?P<year>\d{{2,4}})年?{_BLANKS}〕"
_SERIAL = rf"第?{_BLANKS}(?P<number>\d{{1,5}}){_BLANKS}号"
_NUMBER = re.compile(rf"(?<=[{HAN}]){_BLANKS}{_YEAR}{_BLANKS}{_SERIAL}")
_RIGHT = re.compile(r"〔(?:19|20)\d\d〕[1-9]\d{0,4}号")


def check(script: Script) -> Iterator[Hit]:
    """Yield 发文字号 in other forms."""
    for match in _NUMBER.finditer(script.text):
        if not _RIGHT.fullmatch(match[0]):
            year, number = match["year"], int(match["number"])
            fix = f"〔{year}〕{number}号" if re.fullmatch(r"(?:19|20)\d\d", year) and number else None
            yield found(script, Span(*match.span()), N_("a 发文字号 is written 〔2023〕19号."), fix)
