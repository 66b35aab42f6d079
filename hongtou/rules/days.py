"""Days in running text 文中的时限: which set a time for something, and which day they mean."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from hongtou.model.duty import Deadline, DeadlineKind
from hongtou.rules.amounts import behind, is_quoted

_BEFORE = (
    "(?:以前|之前|前)(?!(?:[一二两三四五六七八九十几\\d后夕期半列述款置沿端瞻景往茅]|提(?![交出供请醒升高])))"
)
"""6月30日前 and no 前提; but 6月30日前提交 is."""
_MONTH = r"\d{1,2}月(?:份)?(?:\d{1,2}日|底|末|初|[上中下]旬)?"
_CLOCK = r"(?:（[^（）]{1,6}）)?(?:[上下中]午)?(?:\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|[半整])?)|下班)?"
_DAY = re.compile(
    # Only where one of the forms can begin are all of them tried.
    r"(?=[\d到今明当每年印制])(?:"
    rf"(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{{1,2}})月(?:份)?(?:(?P<day>\d{{1,2}})日{_CLOCK}|底|末|(?P<part>初|[上中下]旬))?|"
    rf"(?P<half>[上下])半年|第?(?P<quarter>[一二三四])季度|年?[底末])?{_BEFORE}|"
    r"(?<![年达复高加少低延迟\d])到(?P<until>(?:19|20)\d\d)年"
    r"(?:年?[底末]|(?P<until_month>\d{1,2})月(?:[底末]|(?P<until_day>\d{1,2})日)?)?|"
    rf"(?:今年|明年|当年|每年)?(?<![\d.]){_MONTH}{_BEFORE}|每月\d{{1,2}}日(?:、\d{{1,2}}日)*{_BEFORE}|"
    rf"(?:今年|明年|当年|每年|年)年?底{_BEFORE}|[印制]发之日起[^，。；]{{0,4}}\d+个?(?:工作日|日|天|月|年)[之以]?内)"
)
_SOME_DAY = re.compile(r"\d[年月日]|年底|发之日起")
_TAIL = re.compile("[^，。；：、）]*")
_CLASS = re.compile(
    "[已未尚]?(?:经|曾)?(?:建成|竣工|出生|取得|登记|注册|成立|开工|投产|入学|毕业|退役|参加|签订|批准|立项|购[买置]|入职|设立|发生|形成|"
    "存在|[入离]职|印发|发布|出台|制定|公布)[^，。；\\d]{0,4}的|止"
)
_VALID = re.compile("有效期[^，。；]{0,4}$")
_DOES = re.compile("(?:全部|基本|全面|务必|要|须)?(?:完成|报送|上报|提交|建成|实现|报)[^的已]*$")
_ASKS = re.compile(
    "(?:(?<![申邀聘])请|务必|须|(?<![适响反供效])应|(?<![主重需只])要(?!求)|(?<![有无权时界期])限|确保)[^，。；]{0,10}$"
)
_PARTS = {"初": 10, "上旬": 10, "中旬": 20}
_QUARTERS = "一二三四"


def days(text: str) -> Iterator[re.Match[str]]:
    """Yield the days of ``text`` by which something may be due."""
    return _DAY.finditer(text) if _SOME_DAY.search(text) else iter(())


def is_asked_for(match: re.Match[str]) -> bool:
    """Whether the words before the day ask for something: 请于, 务必在."""
    return _ASKS.search(behind(match.string[: match.start()], "，。；：")) is not None


def sets(match: re.Match[str], issued: datetime.date | None) -> bool:
    """Whether something is to be done by the day, and it does not only tell what is meant."""
    text = match.string
    before = text[: match.start()]
    tail = _TAIL.match(text, match.end())
    rest = tail[0] if tail is not None else ""
    if is_quoted(before) or rest.endswith("的") or _CLASS.match(rest) or _VALID.search(before):
        return False
    day = date_of(match)
    is_past = issued is not None and day is not None and day < issued
    return not is_past or is_asked_for(match) or _DOES.match(rest) is not None


def date_of(match: re.Match[str]) -> datetime.date | None:
    """Return the last day that the words leave time for, None where they do not name the year or there is no such day."""
    if match["year"] is None and match["until"] is None:
        return None
    year = int(match["year"] or match["until"])
    month = int(match["month"] or match["until_month"] or _month(match))
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(match["day"] or match["until_day"] or _PARTS.get(match["part"] or "", last))
    return datetime.date(year, month, day) if 1 <= day <= last else None


def _month(match: re.Match[str]) -> int:
    """Return the last month of the half or the quarter that the words name, else of the year."""
    if match["quarter"]:
        return 3 * (_QUARTERS.index(match["quarter"]) + 1)
    return 6 if match["half"] == "上" else 12


def deadline_of(match: re.Match[str]) -> Deadline | None:
    """Return the deadline that the words set, None where they do not say which day."""
    date = date_of(match)
    if date is None:
        return None
    kind = DeadlineKind.HORIZON if match["until"] else DeadlineKind.DATE
    return Deadline(kind=kind, date=date, printed=match[0])
