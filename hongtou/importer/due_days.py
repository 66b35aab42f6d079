"""Days 日期: those with a year that the rules know, several before one 前, and months whose year the context says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from hongtou.importer.due import BEFORE, DO, PARTS, Aside, Due, Read, Years, last_day, tells_which
from hongtou.model.duty import DeadlineKind
from hongtou.rules.days import date_of, days, sets

_WEEKDAY = "(?:（(?:(?:星期|周)[一二三四五六日天]|含(?:当[日天]|本[日数])?)）)?"
_CLOCK = r"(?:[上下中]午|晚上?)?(?:\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|[半整])?)|下班)?"
_MORE_YEARS = re.compile(r"[、和及与](?P<y>20\d\d)年(?:年?[底末])?(?![\d度—～至前以之])")
_MONTHS = re.compile(
    r"(?<![\d年.])(?P<m>\d{1,2})月(?:份)?(?:(?P<d>\d{1,2})日|(?P<p>[底末初]|[上中下]旬))?"
    + _WEEKDAY
    + _CLOCK
    + f"{BEFORE}"
)
_SOME_LIST = re.compile(r"\d月(?:\d{1,2}日|[底末份])?[、和及与]")
_LIST = re.compile(
    r"(?<![\d每.])(?:(?P<y>20\d\d)年|(?<!年))(?P<items>\d{1,2}月(?:\d{1,2}日|[底末份])?(?:[、和及与](?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[底末份])?){1,11})"
    + f"(?:{BEFORE}|(?=各(?!级|类|单|地|县|镇|区|部)|分别))"
)
_ITEM = re.compile(r"(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|[底末份])?")
_IN_YEAR = re.compile(
    r"(?<![\d每往去前历当同近上年后])(?:(?P<next>[明次])|[今本])?(?<![往去前历当同近上\d])年(?:年?[底末]|(?P<m>\d{1,2})月(?:份|(?P<p>[底末初]|[上中下]旬)|(?P<d>\d{1,2})日)?)"
    + _WEEKDAY
    + _CLOCK
    + f"{BEFORE}"
)
"""年底前, 今年6月底前, 明年3月15日前: the year is that of the paper, or the next."""
_TO_YEAR_END = re.compile("(?<![直截达])到(?:(?P<next>明)|[今本])?年年?[底末](?!前|以前|之前)")
_MONTH_END = re.compile(
    rf"(?<![\d年.至到每—])(?P<m>\d{{1,2}})月(?:份)?(?P<p>[底末]|[上中]?[上中下]旬)(?={DO}|[^，。；、\d]{{0,10}}(?:达到|不低于|完成)[^，。；]{{0,3}}\d)"
)
_MONTH_DOES = re.compile(rf"(?<![\d年.至到每—、和及与自从])(?P<m>\d{{1,2}})月(?:份)?(?={DO}(?!了))")
"""10月正式运行; the years of days that are over are not told."""
_MORE_MONTHS = re.compile(r"[、和及](?P<m>\d{1,2})月[底末](?!前|以前|之前)")
_THIS_MONTH = re.compile(f"本月(?:[底末]|(?P<d>\\d{{1,2}})日){BEFORE}")
_CLOSES = re.compile(
    r"(?:截止(?:时间|日期|日)?(?:定?[为是]|：|[到至于])?|(?:不[晚迟]于|不得?超过|最[晚迟](?:不得?超过|应?[于在])?))(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|[底末])"
    + _WEEKDAY
    + _CLOCK
    + f"(?:{BEFORE})?"
)
"""截止时间为6月30日17:00, 不迟于6月30日."""
_ENDS = re.compile(
    r"(?<![\d至到—～－-])(?:(?P<y>20\d\d)年|(?<!年))(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
    + _WEEKDAY
    + _CLOCK
    + "截止"
)
"""4月10日17:30截止."""
_PLAIN_DAY = re.compile(
    rf"(?<![\d.])(?P<y>20\d\d)(?P<mark>[-./])(?P<m>\d{{1,2}})(?P=mark)(?P<d>\d{{1,2}})(?!\d){BEFORE}"
)
"""2025-06-30前, 2025.6.30前."""
_SOME_CLOSES = re.compile("截止|不得?超过\\d|[晚迟][于应在不\\d]")
_AS_OF = re.compile(
    rf"(?<![^，。；：（])截[至止](?:到)?(?:(?P<y>20\d\d)年|(?P<this>[今本]年))?(?:(?P<m>\d{{1,2}})月(?:份|(?P<d>\d{{1,2}})日|[底末])?|(?<=年)年?[底末])(?=，|{DO}|全[省市县区镇])"
)
_TO_MONTH = re.compile(
    rf"(?<![^，。；：（])到(?:今年|本年)?(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日|(?:份)?[底末])(?!前|以前|之前)(?=，|{DO}|全[省市县区]|结束|、\d{{1,2}}月[底末])"
)
"""到6月底，完成总任务的50%: the year is that of the paper."""
_WILL_DO = re.compile(
    f"，?[^。；]{{0,24}}?{DO}(?!了)|，(?:力争|确保|争取|[^。；，]{{0,16}}(?:率|比例|面积|总量|规模)[^。；，]{{0,6}}\\d)"
)
_NAMED_DAY = re.compile(
    r"[本下](?:周|星期)[一二三四五六日天]（(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日）"
    + _CLOCK
    + BEFORE
)
"""本周五（3月14日）前."""
_EACH = re.compile("每年?$|\\d年$")
_LOOSE = re.compile(
    f"(?<![\u4e00-\u9fff])节{BEFORE}|(?<![\\d月年])(?:\\d{{1,2}}[日号]|(?:本|下)?季度?[末底]|(?:本|当|下|次)?(?<![一二三四五六七八九十份])月(?:[底末]|\\d{{1,2}}日)|[本下]?(?:周|星期)[一二三四五六日末]){BEFORE}|"
    r"(?:(?:整改|办[理结]|答复|处[理置]|审[批核])(?:期限|时限|时间)[^，。；\d]{0,6}|最长)不得?超过\d{1,3}(?:个?工作日|日|天)|"
    r"(?<![\d年.至到每—、～-])\d{1,2}月[底末](?=[\u4e00-\u9fff])(?![前之以至到起和及与的])|"
    r"(?:(?<![\d.])\d{1,2}[./]\d{1,2}|\d{1,2}月\d{1,2}号)"
    f"{BEFORE}|(?:次|翌|当|前一)[日天晚](?:[上下]午)?\\d{{1,2}}(?:[:：]\\d\\d|[时点]){BEFORE}|后年年?底{BEFORE}|"
    f"不[晚迟]于\\d{{1,2}}(?:[:：]\\d\\d|[时点])|当年(?:年?底|\\d{{1,2}}月(?:份)?(?:\\d{{1,2}}日|[底末])?){BEFORE}|"
    "(?:[一二][〇零○一二三四五六七八九]{3}年)?[一二三四五六七八九十]{1,2}月(?:份)?(?:[底末]|[一二三四五六七八九十]{1,3}日)?"
    f"{BEFORE}"
)
"""15日前, 下月底前, 本周五前: of which month or week, the words do not say; 九月底前 is not how papers print a month."""
"""15日前, 下月底前, 本周五前: of which month or week, the words do not say; 九月底前 is not how papers print a month."""
_READ = "   "
"""What stands in the place of days that were read, and are of no year that follows."""
_SOME_MONTH = re.compile(
    "[前底末旬晚迟]|超过|截[止至]|到\\d|月(?:份)?(?=[要应须将各全基正底前后完分建竣投启开实印出制达上运通报提召组举新改培引落消验销清形设])"
)


def known(sentence: str, years: Years) -> Iterator[Read]:
    """Yield the days with a year that the rules know, and the years that follow a horizon: 到2025年、2027年."""
    for match in days(sentence):
        date = date_of(match)
        if date is None:
            continue
        if not sets(match, years.issued):
            yield Aside(*match.span())
            continue
        yield Due(DeadlineKind.HORIZON if match["until"] else DeadlineKind.DATE, *match.span(), date=date)
        end = match.end()
        while match["until"] and (more := _MORE_YEARS.match(sentence, end)):
            end = more.end()
            yield Due(DeadlineKind.HORIZON, more.start() + 1, end, date=datetime.date(int(more["y"]), 12, 31))


def several(sentence: str, years: Years) -> Iterator[Read]:
    """Yield every day of 2025年6月底、12月底前."""
    for match in _LIST.finditer(sentence) if _SOME_LIST.search(sentence) else ():
        yield from _listed(match, years)


def months(sentence: str, years: Years, dated: Sequence[Due]) -> Iterator[Read]:
    """Yield 年底前, 6月底前 and 5月15日前: the year is one named before in the sentence (``dated``), else that of the paper."""
    if not _SOME_MONTH.search(sentence):
        return
    if "年" in sentence and years.year is not None:
        yield from _of_the_year(sentence, years, years.year, dated)
    for pattern in (_MONTHS, _MONTH_END, _MONTH_DOES) if "月" in sentence else ():
        for match in pattern.finditer(sentence):
            if _EACH.search(sentence[max(0, match.start() - 5) : match.start()]) is None:
                year = _meant(match, years, dated)
                yield from _inferred(match, years, year) if year is not None else ()
    if "日）" in sentence or "本月" in sentence:
        yield from _of_this_month(sentence, years)
    if "截" in sentence or "到" in sentence:
        yield from _stands_ahead(sentence, years, dated)
    yield from _closes(sentence, years) if _SOME_CLOSES.search(sentence) else ()
    for match in _PLAIN_DAY.finditer(sentence) if "20" in sentence else ():
        for one in _inferred(match, years, int(match["y"])):
            yield one._replace(year_inferred=False) if isinstance(one, Due) else one


def _closes(sentence: str, years: Years) -> Iterator[Read]:
    """Yield 截止时间为6月30日17:00, 不迟于6月30日."""
    for match in (*_CLOSES.finditer(sentence), *_ENDS.finditer(sentence)):
        year = int(match["y"]) if match["y"] else years.year
        closes = last_day(year, int(match["m"]), match["d"]) if year is not None else None
        if closes is not None and not years.is_past(closes):
            yield Due(DeadlineKind.DATE, *match.span(), date=closes, year_inferred=not match["y"])


def _of_this_month(sentence: str, years: Years) -> Iterator[Read]:
    """Yield 本周五（3月14日）前, and 本月底前 by the day of the paper."""
    for match in _NAMED_DAY.finditer(sentence) if "日）" in sentence else ():
        if (year := int(match["y"]) if match["y"] else years.year) is not None:
            yield from _inferred(match, years, year)
    if years.issued is not None:
        for match in _THIS_MONTH.finditer(sentence) if "本月" in sentence else ():
            yield from _inferred(match, years, years.issued.year, years.issued.month)


def _stands_ahead(sentence: str, years: Years, dated: Sequence[Due]) -> Iterator[Read]:
    """Yield 截至2025年6月底，完成…… and 到6月底，……; of a day that is over, the words say how things are."""
    for match in _AS_OF.finditer(sentence):
        year = int(match["y"]) if match["y"] else years.year
        day = last_day(year, int(match["m"] or 12), match["d"]) if year is not None else None
        if day is None or years.issued is None:
            continue
        if years.is_past(day):
            yield Aside(*match.span())
        elif _WILL_DO.match(sentence, match.end()):
            yield Due(DeadlineKind.DATE, *match.span(), date=day, year_inferred=not match["y"])
    for match in _TO_MONTH.finditer(sentence):
        yield from _to_months(match, years, _meant(match, years, dated))


def _to_months(match: re.Match[str], years: Years, year: int | None) -> Iterator[Read]:
    """Yield 到6月底, and the months that follow it: 、9月底、12月底."""
    day = last_day(year, int(match["m"]), match["d"]) if year is not None else None
    if year is None or day is None or years.is_past(day):
        return
    yield Due(DeadlineKind.HORIZON, *match.span(), date=day, year_inferred=True)
    end = match.end()
    while (more := _MORE_MONTHS.match(match.string, end)) and (day := last_day(year, int(more["m"]))):
        end = more.end()
        yield Due(DeadlineKind.HORIZON, more.start() + 1, end, date=day, year_inferred=True)


def _of_the_year(sentence: str, years: Years, year: int, dated: Sequence[Due]) -> Iterator[Read]:
    """Yield 今年6月底前, 年底前, 到明年底: by the year of the paper; 次年 follows the year named before it."""
    for match in _IN_YEAR.finditer(sentence):
        if match["next"] != "次":
            yield from _inferred(match, years, year + bool(match["next"]))
        elif before := [due.date.year for due in dated if due.date and due.end <= match.start()]:
            yield from _inferred(match, years, before[-1] + 1)
        elif _READ not in sentence[: match.start()]:
            yield from _inferred(match, years, year + 1)
    for match in _TO_YEAR_END.finditer(sentence):
        day = datetime.date(year + bool(match["next"]), 12, 31)
        yield Due(DeadlineKind.HORIZON, *match.span(), date=day, year_inferred=True)


def _inferred(match: re.Match[str], years: Years, year: int, month: int = 12) -> Iterator[Read]:
    """Yield the day in ``year``; one that is over by then is not it, and no other is supposed."""
    groups = match.groupdict()
    part = PARTS.get(groups.get("p") or "")
    day = last_day(year, int(groups.get("m") or month), groups.get("d") or part)
    if tells_which(match.string, *match.span()):
        yield Aside(*match.span())
    elif day is not None and not years.is_past(day):
        yield Due(DeadlineKind.DATE, *match.span(), date=day, year_inferred=True)


def _meant(match: re.Match[str], years: Years, dated: Sequence[Due]) -> int | None:
    """Return the year of a month without one: that of the last day before it, where it can follow that day."""
    named = [due for due in dated if due.end <= match.start()]
    last = max(named, key=lambda due: due.end, default=None)
    if last is None or last.date is None:
        return years.year
    return last.date.year if int(match["m"]) >= last.date.month else None


def _listed(match: re.Match[str], years: Years) -> Iterator[Read]:
    """Yield every day of 2025年6月底、12月底前."""
    year = int(match["y"]) if match["y"] else years.year
    if tells_which(match.string, *match.span()):
        yield Aside(*match.span())
        return
    for item in _ITEM.finditer(match.string, match.start("items"), match.end("items")):
        year = int(item["y"]) if item["y"] else year
        day = last_day(year, int(item["m"]), item["d"]) if year is not None else None
        start = match.start() if item.start() == match.start("items") else item.start()
        end = match.end() if item.end() == match.end("items") else item.end()
        if day is not None and not years.is_past(day):
            yield Due(DeadlineKind.DATE, start, end, date=day, year_inferred=not (match["y"] or item["y"]))


def unread_days(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield what names a day or the end of a time, whether or not it could be read."""
    for match in days(sentence):
        if match["year"] or match["until"]:
            yield match.span()
    for match in _LIST.finditer(sentence) if _SOME_LIST.search(sentence) else ():
        yield match.span()
    for pattern in (
        _MONTHS,
        _IN_YEAR,
        _MONTH_END,
        _THIS_MONTH,
        _CLOSES,
        _ENDS,
        _PLAIN_DAY,
        _TO_MONTH,
        _NAMED_DAY,
        _LOOSE,
    ):
        for match in pattern.finditer(sentence):
            yield match.span()
