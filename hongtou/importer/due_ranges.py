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
_NOW = re.compile(
    rf"(?:[自从]?(?:即日|今日|现在|发文|印发)|[自从][^，。；：、（）\d自从]{{0,12}}之日)起{_TO}(?:(?P<y>20\d\d)年)?(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日|[底末])?(?:止)?"
)
_SOME_NOW = re.compile("[日在文发]起[至到—～－-]")
_BEGINS = re.compile(
    r"(?:[自从]|(?<![^，。；：、（）。]))(?:今年|本年)?(?<!\d)(?P<m>\d{1,2})月(?:份|(?P<d>\d{1,2})日|(?P<p>[底初]|[上中下]旬))?(?:[零\d]{1,2}[时点])?"
    r"(?:起|开始|及?以后)(?![至到—～－-]|\d)(?P<force>(?:正式)?(?:施行|生效))?"
)
"""自7月1日起: the year is that of the paper."""
_HOLDS = re.compile("(?:正式)?(?:实施|执行|实行)(?=[，。；]|$)")
_LIFE = re.compile("[^，。；]{0,4}(?:出生|毕业|取得|注册|登记|成立|竣工|入职|退役|离职|死亡|购[买置])")
_PAPER = re.compile("(?:^|[，。；])本[^，。；：]{2,12}$")
_FIRSTS = {"上旬": "1", "中旬": "11", "下旬": "21", "初": "1", "": "1"}
_HALF_BEGINS = re.compile(
    "[自从]?(?P<y>20\\d\\d)年(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四])季度)(?:起|开始|及?以后)(?![至到—～－-])"
)
_QUARTERS = "一二三四"
_FROM = re.compile(
    r"(?:[自从于]|(?<![^，。；：、（）。]))(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?(?:份)?(?:[零\d]{1,2}[时点])?(?:起|开始|及?以后)(?![至到—])(?P<force>(?:正式)?(?:施行|生效))?"
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
        yield from _begins(sentence, years) if "月" in sentence else ()
        for match in _HALF_BEGINS.finditer(sentence) if "半年" in sentence or "季度" in sentence else ():
            begins = datetime.date(int(match["y"]), _first_month(match), 1)
            yield Due(DeadlineKind.CONTINUOUS, *match.span(), begins=begins)
        yield from _from_now(sentence, years) if _SOME_NOW.search(sentence) else ()


def _begins(sentence: str, years: Years) -> Iterator[Read]:
    """Yield what begins on a day of the paper's year; one that is over by then is not it, and no other is supposed."""
    for match in _BEGINS.finditer(sentence):
        if match["force"] or _is_in_force(match) or _tells_who(match):
            yield Aside(*match.span())
        elif years.year is not None and match["p"] != "底":
            day = last_day(years.year, int(match["m"]), match["d"] or _FIRSTS[match["p"] or ""])
            if day is not None and not years.is_past(day):
                yield Due(DeadlineKind.CONTINUOUS, *match.span(), begins=day, year_inferred=True)


def _is_in_force(match: re.Match[str]) -> bool:
    """Whether the words say from when the paper itself holds: 本办法自7月1日起实施."""
    place = match.end()
    return (
        _HOLDS.match(match.string, place) is not None
        and _PAPER.search(match.string, 0, match.start()) is not None
    )


def _tells_who(match: re.Match[str]) -> bool:
    """Whether the words only say who is meant: 2025年1月1日以后出生的儿童."""
    return _LIFE.match(match.string, match.end()) is not None or tells_which(match.string, *match.span())


def _first_month(match: re.Match[str]) -> int:
    if match["half"]:
        return 1 if match["half"] == "上" else 7
    return 3 * _QUARTERS.index(match["quarter"]) + 1


def _from_now(sentence: str, years: Years) -> Iterator[Read]:
    """Yield 即日起至2025年6月底, 自印发之日起至6月底; from which day, nothing is supposed."""
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
    is_none = match.groupdict().get("force") or _is_in_force(match) or _tells_who(match)
    if is_old or is_none:
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
    for pattern in (_IN_PHASE, _NOW, _BEGINS):
        yield from (match.span() for match in pattern.finditer(sentence))
