"""Time limits 时限, read from a sentence: date, horizon, recurring, relative, phase, continuous; the year from the context.

Which days ask for something is known to :mod:`hongtou.rules.days`; this reads the forms it does not name as well.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from hongtou.model.duty import DeadlineKind, Span
from hongtou.numerals import integer
from hongtou.rules.days import date_of, days, sets

_MAY_BE = re.compile("[年月每内期末]")
"""No deadline is without one of these."""
_PLAN = re.compile("“(?P<plan>十[一二三四五六七八])五”(?:规划)?(?:期间|时期|末)")
_PLANS = {"十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035, "十一": 2010}
_EVERY = re.compile(
    "每(?<![人户家]每)(?:半年|季度?|学期|年度?|月|周|日|工作日)(?:\\d{1,2}月(?:\\d{1,2}日|[底末])?(?:、\\d{1,2}月(?:\\d{1,2}日|[底末])?)*(?:以?前)?|[首末]月\\d{1,2}日(?:以?前)?|\\d{1,2}日(?:、\\d{1,2}日)*(?:以?前)?|[底末]前?)?"
)
_SPANS = {
    "半年": Span.HALF_YEAR,
    "季": Span.QUARTER,
    "学期": Span.TERM,
    "年": Span.YEAR,
    "月": Span.MONTH,
    "周": Span.WEEK,
    "日": Span.DAY,
    "工作": Span.WORKDAY,
}
_COUNT = "(?P<count>\\d{1,3}|[一二三四五六七八九十两]{1,2})"
_WITHIN = re.compile(
    f"(?:(?:自|在|于)?(?P<start>[^，。；、（）要在于自]{{0,14}}之日)起[^，。；]{{0,3}}?)?(?:\\d{{1,2}}[—～-])?{_COUNT}个?(?P<span>工作日|日|天|周|月|季度|年)[之以]?内"
)
_SOME_SPAN = re.compile("[日天周月度年][之以]?内")
_WITHINS = {
    "工作日": Span.WORKDAY,
    "日": Span.DAY,
    "天": Span.DAY,
    "周": Span.WEEK,
    "月": Span.MONTH,
    "季度": Span.QUARTER,
    "年": Span.YEAR,
}
_FULL = r"(?P<{0}>\d{{4}})年(?P<{1}>\d{{1,2}})月(?P<{2}>\d{{1,2}})日"
_RANGE = re.compile(
    _FULL.format("y", "m", "d") + r"(?:至|到|—|-|～)+(?:(?P<y2>\d{4})年)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日"
)
_FROM = re.compile(r"[自从](?P<y>\d{4})年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?起")
_MONTH = re.compile(
    r"(?=\d)(?<![\d年.])(?P<m>\d{1,2})月(?:份)?(?:(?P<d>\d{1,2})日|[底末])?(?:\d{1,2}[:：]\d\d)?(?:以前|之前|前)(?![期后述])"
)
_IN_YEAR = re.compile(
    r"(?<![\d每年往去前历当同近上])(?:(?P<next>[明次])|[今本])?(?<![往去前历当同近上\d])年(?:年?[底末]|(?P<m>\d{1,2})月(?:份|[底末]|(?P<d>\d{1,2})日)?)(?:以前|之前|前)"
)
"""年底前, 今年6月底前, 明年3月15日前: the year is that of the paper, or the next."""
_EACH = re.compile("[每\\d]年?$|每$")
_YEAR = re.compile(r"\d年")
_YEAR_END = re.compile(
    r"(?=[争力2])(?P<modal>争取|力争)?(?P<y>20\d\d)年(?:年)?[底末](?!前)|(?:争取|力争)(?P<y3>20\d\d)年(?=[建完实达])"
)
_HALF = re.compile(r"(?P<y>20\d\d)年(?P<half>[上下])半年(?!以?前)")


_CELL = re.compile(
    r"(?P<always>长期(?:坚持)?|持续(?:推进|实施)?|常年|全年)|"
    r"(?=.)(?:(?P<y>20\d\d)年)?(?:年?[底末]|(?P<m>\d{1,2})月(?:份|[底末]|(?P<d>\d{1,2})日)?)?"
)


class Due(NamedTuple):
    """A deadline as read; ``start`` and ``end`` are the places of its words in the sentence."""

    kind: DeadlineKind
    start: int
    end: int
    date: datetime.date | None = None
    begins: datetime.date | None = None
    every: Span | None = None
    within: int | None = None
    span: Span | None = None
    counted_from: str | None = None
    year_inferred: bool = False


def deadlines(sentence: str, issued: datetime.date | None, year: int | None) -> tuple[Due, ...]:
    """Return the deadlines of ``sentence``; ``year`` is the one meant where only a month is printed."""
    if not _MAY_BE.search(sentence):
        return ()
    found = [*_known(sentence, issued), *_others(sentence), *_calendar(sentence), *_months(sentence, year)]
    kept: list[Due] = []
    for due in sorted(found, key=lambda due: (due.start, -due.end)):
        if not kept or due.start >= kept[-1].end:
            kept.append(due)
    return tuple(kept)


def deadline_of_cell(text: str, year: int | None) -> tuple[Due, ...]:
    """Return the deadline that a cell of a column of time limits is, where it only names the time: 2023年12月, 长期."""
    match = _CELL.fullmatch(text.rstrip("。"))
    if match is None:
        return ()
    if match["always"]:
        return (Due(DeadlineKind.CONTINUOUS, *match.span()),)
    named = int(match["y"]) if match["y"] else year
    if named is None or (day := _last_day(named, int(match["m"] or 12), match["d"])) is None:
        return ()
    return (Due(DeadlineKind.DATE, *match.span(), date=day, year_inferred=not match["y"]),)


def _known(sentence: str, issued: datetime.date | None) -> Iterator[Due]:
    for match in days(sentence):
        date = date_of(match)
        if date is None or not sets(match, issued):
            continue
        kind = DeadlineKind.HORIZON if match["until"] else DeadlineKind.DATE
        yield Due(kind, *match.span(), date=date)


def _others(sentence: str) -> Iterator[Due]:
    """Yield plans, what recurs, and what is counted from a day."""
    for match in _PLAN.finditer(sentence) if "五”" in sentence else ():
        if match["plan"] in _PLANS:
            yield Due(DeadlineKind.HORIZON, *match.span(), date=datetime.date(_PLANS[match["plan"]], 12, 31))
    for match in _EVERY.finditer(sentence) if "每" in sentence else ():
        name = next(name for name in _SPANS if match[0].startswith(f"每{name}"))
        yield Due(DeadlineKind.RECURRING, *match.span(), every=_SPANS[name])
    for match in _WITHIN.finditer(sentence) if _SOME_SPAN.search(sentence) else ():
        counted = match["start"]
        if counted or match["span"] in ("年", "月", "季度"):
            within = _count(match["count"])
            yield Due(
                DeadlineKind.RELATIVE,
                *match.span(),
                within=within,
                span=_WITHINS[match["span"]],
                counted_from=counted,
            )


def _calendar(sentence: str) -> Iterator[Due]:
    """Yield ranges of days, what begins on a day, and ends of years and half years."""
    if not _YEAR.search(sentence):
        return
    for match in _RANGE.finditer(sentence):
        begins = _day(match["y"], match["m"], match["d"])
        ends = _day(match["y2"] or match["y"], match["m2"], match["d2"])
        if begins is not None and ends is not None and begins <= ends:
            yield Due(DeadlineKind.PHASE, *match.span(), date=ends, begins=begins)
    for match in _FROM.finditer(sentence):
        yield Due(
            DeadlineKind.CONTINUOUS,
            *match.span(),
            begins=_day(match["y"], match["m"] or "1", match["d"] or "1"),
        )
    for match in _YEAR_END.finditer(sentence):
        kind = DeadlineKind.HORIZON if match["y3"] else DeadlineKind.DATE
        yield Due(kind, *match.span(), date=datetime.date(int(match["y"] or match["y3"]), 12, 31))
    for match in _HALF.finditer(sentence):
        last = (6, 30) if match["half"] == "上" else (12, 31)
        yield Due(DeadlineKind.DATE, *match.span(), date=datetime.date(int(match["y"]), *last))


def _months(sentence: str, year: int | None) -> Iterator[Due]:
    """Yield 年底前, 6月底前 and 5月15日前, the year taken from ``year``."""
    if year is None or "前" not in sentence:
        return
    for match in _IN_YEAR.finditer(sentence) if "年" in sentence else ():
        day = _last_day(year + bool(match["next"]), int(match["m"] or 12), match["d"])
        if day is not None:
            yield Due(DeadlineKind.DATE, *match.span(), date=day, year_inferred=True)
    for match in _MONTH.finditer(sentence) if "月" in sentence else ():
        day = _last_day(year, int(match["m"]), match["d"])
        if day is not None and _EACH.search(sentence[: match.start()]) is None:
            yield Due(DeadlineKind.DATE, *match.span(), date=day, year_inferred=True)


def _last_day(year: int, month: int, day: str | None) -> datetime.date | None:
    """Return the last day that ``month``, or ``day`` in it, leaves; None where there is no such month."""
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(int(day or last), last))


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _count(text: str) -> int:
    return int(text) if text.isascii() else integer(text)
