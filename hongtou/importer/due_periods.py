"""Ends of years, halves, quarters and months that the rules leave alone: 2025年上半年, 2026年底, 年内."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from hongtou.importer.due import DO, PARTS, Aside, Due, Read, Years, last_day, tells_which
from hongtou.model.duty import DeadlineKind

_HALF = re.compile(
    "(?<![每上去前往])(?:(?P<y>20\\d\\d)年|(?P<this>[今本明]年)|(?<!年))(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度)"
    "(?P<end>年?[底末]|内)?(?P<before>(?:以前|之前|前)(?![期后述]))?(?!起|开始|及?以后)"
)
_QUARTERS_OF = re.compile(f"(?<![\\d年])(?:今年|本年)?前(?P<quarter>[二三])(?:个)?季度(?=，?{DO})")
"""前三季度完成80%: by the end of the last of them."""
_BY_NAME = re.compile(
    "(?<![每上])学期[末底](?!考|测|评)|学期(?:起|开始)(?!前)|(?:今冬明春|(?:今年|明年|20\\d\\d年)[春夏秋冬]{1,2}季?)(?=，?(?:完成|开展|实施|组织|启动|建成))|年终(?:之|以)?前|“?[七八十][一二五]+”?前夕|[上下]半年(?:、|和)?(?:[上下]半年)?各[^，。；]{0,6}[一两二三\\d]次"
)
"""Time limits in names and halves of years that are read as none: no day is supposed."""
_LASTS = re.compile(
    r"(?:执行|延长|延续|延期|顺延|实施|持续|保留|缓缴期限|补贴期限|政策期限)[到至](?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|[底末])|(?<=年)年?[底末])(?![前之以])"
)
"""政策执行至2025年12月31日: until when something holds, for which the model has no words."""
_QUARTERS = "一二三四"
_YEAR_END = re.compile(
    r"(?P<modal>争取|力争)?(?<![止至到])(?P<y>20\d\d)年(?:年?[底末]|(?P<m>\d{1,2})月(?:份)?(?P<end>(?:(?P<d>\d{1,2})日)|[底末]|(?P<p>初|[上中下]旬))?)(?![前之以至到—～起止、\d])"
)
_IN_THE_YEAR = re.compile(
    "(?:(?<!\\d)(?P<y>20\\d\\d)|(?<!去)[今本]|(?P<next>明)|(?<![\\d一二三四五六七八九十百两几数近每半往多若当成整周学去前全历今本明]))"
    "年(?:度)?[之以]?内(?!的|无|未|不|没|累计|发生|出现|有|多次|若|生)"
)
_YEAR_NAMED = re.compile(
    rf"(?:(?:争取|力争|计划|确保|拟?于|在)(?P<y>20\d\d)年(?={DO}|[建完实达])|(?<![^，。；：（])(?P<y2>20\d\d)年(?=，?(?:全[省市县区镇州旗])?[^，。；、了已前\d]{{0,6}}?(?:{DO}|实施)(?!了)|，?(?:力争|确保|争取)))"
)
_REACHES = re.compile(r"(?<=[率重例值量数额、])(?P<y>20\d\d)年(?=达到)")
"""覆盖率2025年达到80%."""
_UNTIL = re.compile(
    r"(?<![^，。；：（])至(?P<y>20\d\d)年(?:年?[底末]|(?P<m>\d{1,2})月(?:[底末]|(?P<d>\d{1,2})日)?)?(?!前|\d)"
)
_THIS_YEAR = re.compile(rf"(?<![^，。；：（])今年(?=(?:力争|确保|计划|要|将){{0,2}}{DO}(?!了))")
_A_YEAR = re.compile(r"20\d\d年")
_MEETING = re.compile("[^，。；]{0,3}(?:召开|举办|举行|印发|出台)")
"""What happens on a day; nothing is due by it."""


def periods(sentence: str, years: Years) -> Iterator[Read]:
    """Yield ends of years, halves, quarters and months that the rules leave alone: 2025年上半年, 2026年底, 年内."""
    for match in _HALF.finditer(sentence) if "半年" in sentence or "季度" in sentence else ():
        yield from _half(match, years)
    for match in _QUARTERS_OF.finditer(sentence) if "季度" in sentence and years.year is not None else ():
        day = last_day(years.year or 0, 3 * _quarter(match["quarter"]))
        if day is not None and not years.is_past(day):
            yield _date(match, years, day, inferred=True)
    yield from _named(sentence, years) if "20" in sentence and _A_YEAR.search(sentence) else ()
    for match in _THIS_YEAR.finditer(sentence) if "今年" in sentence and years.year is not None else ():
        day = datetime.date(years.year or 0, 12, 31)
        yield _date(match, years, day, inferred=True, kind=DeadlineKind.HORIZON)
    for match in _IN_THE_YEAR.finditer(sentence) if "年内" in sentence or "年之内" in sentence else ():
        year = int(match["y"]) if match["y"] else years.year
        if year is not None:
            day = datetime.date(year + bool(match["next"]), 12, 31)
            yield _date(match, years, day, not match["y"])


def _named(sentence: str, years: Years) -> Iterator[Read]:
    """Yield ends of years and months that are named: 2026年底基本建成, 力争2027年建成, 2025年6月完成."""
    for match in _YEAR_END.finditer(sentence):
        part = match["p"] or ""
        month_alone = match["m"] and match["end"] is None
        day = last_day(int(match["y"]), int(match["m"] or 12), match["d"] or PARTS.get(part))
        behind = sentence[match.end() :]
        if day is None or (match["d"] and _MEETING.match(behind)):
            continue
        if not match["modal"] and (month_alone or match["d"]) and not re.match(DO, behind):
            continue
        yield _date(match, years, day)
    for match in _YEAR_NAMED.finditer(sentence):
        day = datetime.date(int(match["y"] or match["y2"]), 12, 31)
        yield _date(match, years, day, kind=DeadlineKind.HORIZON)
    for match in _REACHES.finditer(sentence) if "年达到" in sentence else ():
        day = datetime.date(int(match["y"]), 12, 31)
        yield _date(match, years, day, kind=DeadlineKind.HORIZON)
    for match in _UNTIL.finditer(sentence) if "至" in sentence else ():
        until = last_day(int(match["y"]), int(match["m"] or 12), match["d"])
        if until is not None:
            yield _date(match, years, until, kind=DeadlineKind.HORIZON)


def _date(
    match: re.Match[str],
    years: Years,
    day: datetime.date,
    inferred: bool = False,
    kind: DeadlineKind = DeadlineKind.DATE,
) -> Read:
    """Return a deadline on ``day``, unless it is over or the words only say which things are meant."""
    start = match.start() + len(match.groupdict().get("modal") or "")
    if years.is_past(day) or tells_which(match.string, *match.span()):
        return Aside(*match.span())
    return Due(kind, start, match.end(), date=day, year_inferred=inferred)


def _half(match: re.Match[str], years: Years) -> Iterator[Read]:
    """Yield the end of a half year or quarter; without a year only where something is to be done in it."""
    year = int(match["y"]) if match["y"] else years.year
    is_limit = match["y"] or match["this"] or match["end"] or match["before"]
    if year is None or not (is_limit or re.match(f"，?{DO}", match.string[match.end() :])):
        return
    day = last_day(year + (match["this"] == "明年"), _last_month(match))
    if day is None or (match["y"] is None and years.is_past(day)):
        return
    yield _date(match, years, day, not match["y"])


def part_of_year(text: str, year: int | None) -> datetime.date | None:
    """Return the last day of the half year or quarter that ``text`` is, None where it is none: 第三季度, 2025年上半年."""
    match = _HALF.fullmatch(text)
    year = int(match["y"]) if match and match["y"] else year
    if match is None or year is None:
        return None
    return last_day(year + (match["this"] == "明年"), _last_month(match))


def _last_month(match: re.Match[str]) -> int:
    if match["half"]:
        return 6 if match["half"] == "上" else 12
    return 3 * _quarter(match["quarter"])


def _quarter(text: str) -> int:
    return int(text) if text.isdigit() else _QUARTERS.index(text) + 1


def unread_periods(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield halves and quarters that something is to be done before or in, whether or not they could be read."""
    for match in _HALF.finditer(sentence):
        if match["end"] or match["before"]:
            yield match.span()
    for pattern in (_BY_NAME, _LASTS):
        yield from (match.span() for match in pattern.finditer(sentence))
