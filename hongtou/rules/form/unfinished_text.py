"""A paragraph of the text ends with a mark.

What ends without one has lost its end. Fields such as 责任单位：……, also behind a sentence, and addresses take none, nor need
the cells of a table, as long as all of them do it in one way. With ， or 、 at its end a paragraph goes nowhere, however
short it is.

Clause: GB/T 15834-2011, 4.1
Binding: practice
Wrong: 各单位要抓好落实
Right: 各单位要抓好落实。
Fix: adds the full stop; behind ， or 、 a person must say what was to follow.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_SHORTEST = 8
_FIELD = re.compile("[（(]?[^，。；：]{2,8}[：:]")
_LABEL = re.compile(
    "(?:(?:第一)?(?:责任|牵头|配合|参与|协同|协助|参加|主办|协办|承办|实施|落实|主管|主责|督办|督导|监管|包保|分管)"
    "(?:责任)?(?:单位|部门|机构|领导|人|科室|处室)?|(?:完成|工作|整改|办结|实施|起止)(?:时限|时间|期限|日期)|时限|联系(?:人|电话))"
    "(?:[及和与、](?:责任|配合|参与|协同)?(?:单位|部门|人))?[：:]"
)
"""What names who or by when behind the last sentence, printed on its line or on one of its own."""
_ENDED = re.compile(r"[。！？：；…”’）)—.!?:;A-Za-z\s]")
_OPEN = ("，", "、", ",")
_MOST = 4
"""Cells that end with a mark, for one that does not, for that one to be a slip."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield paragraphs of the body that end without a mark, and cells of the table where most others have one."""
    script = facts.script
    lacking: list[Span] = []
    ended = 0
    for start, line in script.lines():
        end = start + len(line)
        piece = script.piece(end - 1)
        if line[-1:] in _OPEN and piece.kind in ("text", "item"):
            yield _hit(script, Span(end - 1, end))
            continue
        if len(line) < _SHORTEST or piece.kind not in ("text", "item") or line.endswith("如下"):
            continue
        if _ENDED.match(line[-1]):
            ended += piece.file == "tasks"
        elif piece.file == "tasks":
            lacking.append(Span(end - 1, end))
        elif not _is_field(line):
            yield _hit(script, Span(end - 1, end))
    if ended >= _MOST * len(lacking):
        yield from (replace(_hit(script, span), severity=Severity.INFO) for span in lacking)


def _is_field(line: str) -> bool:
    """Whether ``line`` ends with a field: it is one, or 责任单位：…… stands behind its last sentence."""
    last = max(line.rfind(mark) for mark in "。！？；") + 1
    return bool(_FIELD.match(line) or _LABEL.match(line[last:].lstrip()))


def _hit(script: Script, span: Span) -> Hit:
    last = script.text[span.start : span.end]
    if last in _OPEN:
        return found(script, span, N_("this paragraph ends where something must follow."))
    return found(script, span, N_("this paragraph ends without a mark."), f"{last}。")
