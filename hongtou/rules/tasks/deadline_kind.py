"""The kind of a deadline is what its words say: 每年 recurs, 长期 goes on, a day is a day.

A recurring duty kept as a single day is asked for once, one kept as monthly twelve times a year where 每年 says once; a day
kept as something that goes on is not in the calendar.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: kind: date and printed: 每年6月底前
Right: kind: recurring, every: year
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from hongtou.findings import Severity
from hongtou.i18n import N_, _
from hongtou.model.duty import Deadline, DeadlineKind, Span
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_KINDS = DeadlineKind
_RECURS = re.compile(
    "每[两二三四五六半\\d]?个?(?:年|季|月|周|旬|日|天|学期|半年)|(?:[半一]年|季度?|月|周)[一\\d]次|按[年季月周]|逐年"
)
_GOES_ON = re.compile("(?<!中)长期|持续|常态化|常年|全年")
_FROM = re.compile(r"(?:之日|[批复开工立项下达]后?)起?.{0,8}(?:日|天|月|年)[之以]?内")
_PERIODS = {
    Span.YEAR: "每年|按年|[一1]年[一1]次",
    Span.HALF_YEAR: "(?<![上下])半年",
    Span.QUARTER: "每个?季|按季|(?<![两双二三])季度?[一1]次",
    Span.MONTH: "每个?月|(?<![两双二三四六个])月[一1]次",
    Span.WEEK: "每个?周|(?<![两双二三四])周[一1]次|每个?星期",
    Span.TERM: "学期",
}
_SEVERAL = re.compile(
    r"每年[^，。；]{0,6}(?:[2-9]|1\d|[两二三四五六七八九十多])次|月[^，。；]{0,4}[、和及与]\d{1,2}月|[上下]半年[、和及与]?[上下]半年|分[别批次期]"
)
"""Words that make a shorter period of a longer one: 每年2次, 每年6月、12月."""
_OF_PAPER = re.compile("[印制]发|发布|公布|施行|下发")
_A_DAY = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日|底)?|年?底)[之以]?前")
_HINTS = {
    _KINDS.RECURRING: N_("Write “kind: recurring”, and how often under “every”."),
    _KINDS.CONTINUOUS: N_("Write “kind: continuous”."),
    _KINDS.RELATIVE: N_("Write “kind: relative”, and how long under “within” and “span”."),
    _KINDS.DATE: N_("Write “kind: date”, and the day under “date”."),
}


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines of another kind than their words say, or of another period."""
    for place, deadline in _deadlines(facts):
        said, period = _said(deadline), _period(deadline.printed)
        if said is not None:
            yield Hit(place, _message(deadline, said, deadline.kind), _(_HINTS[said]))
        elif None not in (period, deadline.every) and period is not deadline.every:
            at = replace(place, path=(*place.path[:-1], "every"))
            hint = _("Write “every: {period}”.").format(period=period)
            yield Hit(at, _message(deadline, period, deadline.every), hint)


def _message(deadline: Deadline, said: StrEnum | None, kept: StrEnum | None) -> str:
    message = _("“{words}” is “{said}”, the data says “{kind}”.")
    return message.format(words=deadline.printed, said=said, kind=kept)


def _period(words: str) -> Span | None:
    """Return how often the words say that it is due; None where they do not say, or name two periods."""
    found = [span for span, pattern in _PERIODS.items() if re.search(pattern, words)]
    return found[0] if len(found) == 1 and not _SEVERAL.search(words) else None


def _deadlines(facts: Facts) -> Iterator[tuple[Place, Deadline]]:
    for holder in facts.holders:
        for number, deadline in enumerate(holder.duties.deadlines):
            yield holder.at("deadlines", number, "kind"), deadline
    for paper, path in facts.papers:
        for number, report in enumerate(paper.reports):
            yield (
                Place("notice", (*path, "reports", number, "deadline", "kind"), "", report.id),
                report.deadline,
            )


def _said(deadline: Deadline) -> DeadlineKind | None:
    """Return the kind that the words say, None where the data says it too, or the words leave it open."""
    words, kind = deadline.printed, deadline.kind
    if _RECURS.search(words):
        # 逐年 goes on as much as it recurs; a horizon with a period says both.
        is_both = deadline.every is not None or ("逐年" in words and kind is _KINDS.CONTINUOUS)
        return None if kind is _KINDS.RECURRING or is_both else _KINDS.RECURRING
    if _FROM.search(words):
        is_day = kind in (_KINDS.DATE, _KINDS.PHASE) and _OF_PAPER.search(words)
        return None if kind is _KINDS.RELATIVE or is_day else _KINDS.RELATIVE
    if _A_DAY.search(words) and kind in (_KINDS.CONTINUOUS, _KINDS.RECURRING, _KINDS.RELATIVE):
        return _KINDS.DATE
    if _GOES_ON.search(words) and not re.search(r"\d|[年月]底", words):
        return None if kind in (_KINDS.CONTINUOUS, _KINDS.RECURRING) else _KINDS.CONTINUOUS
    return None
