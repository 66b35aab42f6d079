"""A number before a list in a text is the number of its entries: 以下三项工作：一是、二是、三是.

An entry was added or taken out, and the number stayed.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 做好以下两项工作：一是摸底；二是建档；三是帮扶。
Right: 做好以下三项工作：一是摸底；二是建档；三是帮扶。
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.numerals import integer
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_N = "[一二两三四五六七八九十]{1,3}"
_HEAD = re.compile(
    rf"(?:以下|下列|如下|做好|抓好|落实|开展|完成)(?P<n>{_N})(?:个方面|方面|项|条|点|件)(?:[^，。；：\n]{{0,8}})[：。]"
    r"(?=一是|一要|第一，|（一）)"
)
_ENTRIES = (
    re.compile(rf"(?<=[，。；：])({_N})(?:是|要)"),
    re.compile(rf"(?<=[。；：])第({_N})，"),
    re.compile(rf"(?<=[。；：])（({_N})）"),
)


def check(script: Script) -> Iterator[Hit]:
    """Yield numbers that the list behind them, in the same paragraph, does not have."""
    for match in _HEAD.finditer(script.text):
        line = script.text[match.end() - 1 :].partition("\n")[0]
        count = max(map(_run, (family.findall(line) for family in _ENTRIES)))
        if count != integer(match["n"].replace("两", "二")):
            message = _("“{words}”: {count} follow.").format(words=match[0][:-1], count=count)
            yield found(script, Span(*match.span()), message)


def _run(numbers: list[str]) -> int:
    """Return how far the numbers go on from one; a second list behind the first does not count."""
    last = 0
    for number in map(integer, numbers):
        if number <= last:
            break
        last = number
    return last
