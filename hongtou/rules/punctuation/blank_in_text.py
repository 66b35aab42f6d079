"""No blank stands between the Chinese characters of a sentence.

Every character has its cell; a blank is left over from a line break or a web page. What is layout is left alone: lines
that are no sentences (titles with several issuers, names, signatures), 张 某, 主 要 内 容, 第一条 and its text, fields
such as 联系人：某某 电话：123.

Clause: GB/T 15834-2011, 5.1
Binding: standard
Wrong: 各有关 单位要加强领导。
Right: 各有关单位要加强领导。
Fix: takes the blank away.
"""

import re
from collections import deque
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_BLANKS = "[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]+"
_BLANK = re.compile(rf"(?<=[{HAN}，。；：、？！”》）]){_BLANKS}(?=[{HAN}，。；：、？！“《（])")
_SENTENCE = re.compile("[，。；]")
_ARTICLE = re.compile(rf"(?:{_BLANKS})?第[一二三四五六七八九十百零\d]+[编章节条款]")
_FIELD = re.compile(f"[{HAN}]{{2,8}}：")
_SPACED = re.compile(rf"(?<![{HAN}])[{HAN}]{{1,4}}(?:{_BLANKS}[{HAN}]{{1,4}}){{2,}}(?![{HAN}])")
_NAME = re.compile(
    rf"(?:(?:^|(?<=[，；（]))[{HAN}][\u2003\u3000]+|(?<=[：、])[{HAN}]{_BLANKS})[{HAN}](?![{HAN}])"
)
"""A name of two characters set as wide as one of three: 联系人：张 三."""


def check(script: Script) -> Iterator[Hit]:
    """Yield blanks in sentences that are not layout."""
    for start, line in script.lines():
        if _SENTENCE.search(line):
            for blank in _left_over(line):
                span = Span(start + blank.start(), start + blank.end())
                yield found(script, span, N_("no blank stands between Chinese characters."), "")


def _left_over(line: str) -> Iterator[re.Match[str]]:
    layout = deque(sorted(match.span() for form in (_SPACED, _NAME) for match in form.finditer(line)))
    article = _ARTICLE.match(line)
    for blank in _BLANK.finditer(line):
        while layout and layout[0][1] <= blank.start():
            layout.popleft()
        spaced = bool(layout) and layout[0][0] < blank.start()
        numbered = article is not None and article.end() == blank.start()
        if not (spaced or numbered or _FIELD.match(line, blank.end())):
            yield blank
