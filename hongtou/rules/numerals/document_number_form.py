"""A 发文字号 has a year of four digits and a bare number: 〔2023〕19号.

No 第, no leading zero, no blank, and 号 behind it: 〔2023〕19 is half a number. In 〔2023〕19、20号 one 号 stands for both.

Clause: GB/T 9704-2012, 7.2.5
Binding: standard
Wrong: 中府办函〔2023〕第019号
Right: 中府办函〔2023〕19号
Fix: takes 第, zeros and blanks away, adds 号; a year of two digits a person must complete.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_WHAT = N_("a 发文字号 is written 〔2023〕19号.")
_BLANKS = r"[ \u00a0\u3000]*"
_YEAR = rf"〔{_BLANKS}(?P<year>\d{{2,4}})年?{_BLANKS}〕"
_SERIAL = rf"第?{_BLANKS}(?P<number>\d{{1,5}}){_BLANKS}号"
_NUMBER = re.compile(rf"(?<=[{HAN}]){_BLANKS}{_YEAR}{_BLANKS}{_SERIAL}")
_BARE = re.compile(
    rf"(?<=[{HAN}])〔(?P<year>(?:19|20)\d\d)〕第?(?P<number>\d{{1,5}})(?=[）)，。；：》”]|、(?!\d)|文(?!号)|$)(?!，\d)",
    re.MULTILINE,
)
_RIGHT = re.compile(r"〔(?:19|20)\d\d〕[1-9]\d{0,4}号")


def check(script: Script) -> Iterator[Hit]:
    """Yield 发文字号 in other forms."""
    for match in _NUMBER.finditer(script.text):
        if not _RIGHT.fullmatch(match[0]):
            year, number = match["year"], int(match["number"])
            fix = f"〔{year}〕{number}号" if re.fullmatch(r"(?:19|20)\d\d", year) and number else None
            yield found(script, Span(*match.span()), _WHAT, fix)
    for match in _BARE.finditer(script.text):
        # The number of the paper itself is looked at as a whole elsewhere.
        if script.piece(match.start()).kind != "number":
            yield found(script, Span(*match.span()), _WHAT, f"〔{match['year']}〕{int(match['number'])}号")
