"""The year of a 发文字号 stands in 〔〕.

Neither [ ] nor （） nor 【】, 〈〉, { }, 《》: the registry sends it back. ﹝﹞ look alike and are other characters, which a search does
not find.

Clause: GB/T 9704-2012, 7.2.5
Binding: standard
Wrong: 中府办函[2023]19号
Right: 中府办函〔2023〕19号
Fix: writes 〔〕, and the number with 号 and without 第, zeros and blanks.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_NUMBER = re.compile(
    rf"(?<=[{HAN}])(?<![第证])(?<!证字)(?<![建地乡规]字)(?P<open>[\[［(（【〖﹝{{｛〈<＜「〔])(?P<year>(?:19|20)\d\d)(?P<close>[\]］)）】〗﹞}}｝〉>＞」〕])(?P<number>[ 第]*\d{{1,5}} ?号)"
)
_SIGN = "发函办字规电通复府税"
"""What a 机关代字 ends in: only behind it is a number without 号, or a year in 《》, surely meant for a 文号."""
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_END = r"(?=[）)，。；：》”]|、(?!\d)|文(?!号)|$)(?!，\d)"
_BARE = re.compile(
    rf"(?<=[{_SIGN}])(?P<open>[\[［(（【〖﹝]){_YEAR}(?P<close>[\]］)）】〗﹞])(?P<number>[ 第]*\d{{1,5}}){_END}",
    re.MULTILINE,
)
_TITLED = re.compile(
    rf"(?<=[{_SIGN}])(?P<open>《){_YEAR}(?P<close>》)(?P<number>[ 第]*\d{{1,5}} ?号)(?![线楼厅馆院])"
)


def check(script: Script) -> Iterator[Hit]:
    """Yield 发文字号 with other brackets."""
    for match in chain.from_iterable(form.finditer(script.text) for form in (_NUMBER, _BARE, _TITLED)):
        if match["open"] + match["close"] == "〔〕":
            continue
        number = match["number"].strip(" 第号")
        fix = f"〔{match['year']}〕{int(number)}号"
        hit = found(script, Span(*match.span()), N_("the year of a 发文字号 stands in 〔〕."), fix)
        yield replace(hit, severity=Severity.WARNING) if match["open"] == "﹝" else hit
