"""Phases 阶段, and what begins on a day: 2025年7—9月, 2025年4月1日至6月20日, 2024—2026年, 2025年5月1日起."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from hongtou.importer.due import PARTS, Aside, Due, Read, Years, last_day, tells_which
from hongtou.model.duty import DeadlineKind

_TO = r"(?:[至到—～－-]{1,2})"
_PART = "[上中下]旬|[初底末]"
_RANGE = re.compile(
    r"(?<![\d.每第])(?:(?P<y>20\d\d)年|(?<!年))(?P<m>\d{1,2})(?P<month>月(?:份)?)?(?:(?P<d>\d{1,2})日|(?P<p>"
    + _PART
    + rf"))?(?:起|开始)?{_TO}"
    r"(?:(?P<y2>20\d\d)年|(?P<next>[次翌明]年)|(?:当年|同年))?(?:(?P<m2>\d{1,2})(?P<month2>月)(?:份)?)?(?:(?P<d2>\d{1,2})日|(?P<p2>"
    + _PART
    + "))?"
)
_YEARS = re.compile(rf"(?<!\d)(?P<y>20\d\d)年?{_TO}(?P<y2>20\d\d)年(?![度级代]|\d)")
_NAME = re.compile("[^，。；：]{0,12}(?:方案|规划|计划|行动|学年|纲要|工程|意见|清单)")
_NAMED = re.compile("(?:方案|规划|计划|行动|纲要|工程|意见|清单)[（(]$")
_OPEN_RANGE = re.compile(
    r"[（(](?P<y>20\d\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?(?:—{1,2}|起|～)[）)]"
)
_NOW = re.compile(rf"即日起{_TO}(?:(?P<y>20\d\d)年)?(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日|[底末])?(?:止)?")
_FROM = re.compile(
    r"(?:[自从]|(?<![^，。；：、（）。]))(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?(?:份)?(?:起|开始|及?以后)(?![至到—])(?P<force>(?:正式)?(?:施行|生效))?"
)
_SOME_RANGE = re.compile(r"[\d月日年旬底末初份起始][至到—～－-]")
_VALID = re.compile("(?:有效|试行)期限?[^，。；]{0,6}$")
_FIRST = {"中旬": "11", "下旬": "21", "底": None, "末": None}
"""The days on which parts of a month begin; its end is its last day."""
_IN_PHASE = re.compile(r"阶段[^。（(]{0,20}[（(](?:20\d\d年)?\d{1,2}月(?:[上中下]旬|份|[底初末])?[）)]")


def ranges(sentence: str, years: Years) -> Iterator[Read]:
    """Yield phases 阶段: 2025年7—9月, 2025年4月1日至6月20日, 2024—2026年 and what begins on a day."""
    if ("月" in sentence or "年" in sentence) and _SOME_RANGE.search(sentence):
        for match in _RANGE.finditer(sentence):
            if (read := _phase(match, years)) is not None:
                yield read
        for match in _YEARS.finditer(sentence):
            yield _of_years(match, years)
    if "起" in sentence or "开始" in sentence or "—" in sentence or "以后" in sentence:
        for match in (*_FROM.finditer(sentence), *_OPEN_RANGE.finditer(sentence)):
            yield from _open(match, years)
    if "即日起" in sentence:
        yield from _from_now(sentence, years)


def _from_now(sentence: str, years: Years) -> Iterator[Read]:
    """Yield 即日起至2025年6月底; from which day, nothing is supposed."""
    for match in _NOW.finditer(sentence):
        year = int(match["y"]) if match["y"] else years.year
        day = last_day(year, int(match["m"]), match["d"]) if year is not None else None
        if day is not None and not years.is_past(day):
            yield Due(DeadlineKind.PHASE, *match.span(), date=day, year_inferred=not match["y"])


def _of_years(match: re.Match[str], years: Years) -> Read:
    """Return 2024—2026年, which is no phase where it is part of a name."""
    sentence, first, last = match.string, int(match["y"]), int(match["y2"])
    is_name = _NAME.match(sentence, match.end()) or _NAMED.search(sentence[: match.start()])
    if tells_which(sentence, *match.span()) or is_name or first >= last:
        return Aside(*match.span())
    return _or_past(match, years, datetime.date(last, 12, 31), datetime.date(first, 1, 1))


def _or_past(
    match: re.Match[str], years: Years, ends: datetime.date, begins: datetime.date, inferred: bool = False
) -> Read:
    if years.is_past(ends):
        return Aside(*match.span())
    return Due(DeadlineKind.PHASE, *match.span(), date=ends, begins=begins, year_inferred=inferred)


def _phase(match: re.Match[str], years: Years) -> Read | None:
    """Return the phase that a range of days or months is; None where it cannot be told."""
    if not (match["month2"] or match["d2"] or match["p2"]) or not (match["month"] or match["month2"]):
        return None
    if not match["month"] and (match["d"] or match["d2"] or match["p"]):
        return None
    if match["d2"] and not match["month2"] and not match["d"]:
        return None
    year = int(match["y"]) if match["y"] else years.year
    if year is None:
        return None
    year2 = int(match["y2"]) if match["y2"] else year + bool(match["next"])
    begins = last_day(year, int(match["m"]), match["d"] or _FIRST.get(match["p"] or "", "1"))
    ends = last_day(year2, int(match["m2"] or match["m"]), match["d2"] or PARTS.get(match["p2"] or ""))
    if begins is None or ends is None or begins > ends:
        return None
    if tells_which(match.string, *match.span()) or _VALID.search(match.string[: match.start()]):
        return Aside(*match.span())
    return _or_past(match, years, ends, begins, not match["y"])


def _open(match: re.Match[str], years: Years) -> Iterator[Read]:
    """Yield what begins on a day and does not end; since when a paper is in force is none of it."""
    day = last_day(int(match["y"]), int(match["m"] or 1), match["d"] or "1")
    is_old = years.issued is not None and int(match["y"]) < years.issued.year
    if is_old or match.groupdict().get("force"):
        yield Aside(*match.span())
    elif day is not None:
        kind = DeadlineKind.PHASE if match[0][0] in "（(" else DeadlineKind.CONTINUOUS
        inside = (match.start() + 1, match.end() - 1) if kind is DeadlineKind.PHASE else match.span()
        yield Due(kind, *inside, begins=day)


def unread_ranges(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield ranges of months in brackets, where phases stand, whether or not they could be read."""
    for match in _RANGE.finditer(sentence):
        if match["month"] and match["month2"] and sentence[match.start() - 1 : match.start()] in ("（", "("):
            yield match.span()
    yield from (match.span() for match in _IN_PHASE.finditer(sentence))
