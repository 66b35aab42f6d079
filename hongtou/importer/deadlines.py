"""Time limits 时限, read from a sentence: date, horizon, recurring, relative, phase, continuous, event.

What looks like one and could not be told for sure is not supposed: :func:`unread` names it, and a person must look.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from hongtou.importer.due import Aside, Due, Read, Years, last_day
from hongtou.importer.due_days import known, months, several, unread_days
from hongtou.importer.due_periods import part_of_year, periods, unread_periods
from hongtou.importer.due_ranges import ranges, unread_ranges
from hongtou.importer.due_spans import events, recurring, relative, unread_recurring, unread_relative
from hongtou.model.duty import DeadlineKind

_SAYS_TIME = re.compile(
    # A character that is looked for at once, and only then what stands beside it.
    "[每夕底末终按季年内月日前周期五未今：于施生效](?:(?<=[每夕])|(?<=[年月季期][底末终])|(?<=按)[季月半年周学]|(?<=季)度|(?<=半年)|"
    "(?<=[日天周期月度年时钟半间]内)|(?<=[日天周期月度年时钟半间][之以]内)|"
    r"(?<=[\d一二三四五六七八九十][年月日])|(?<=[\d号时点年节旦庆秋明午阳会假汛季期冬夏梅耕播收种学考末束”临来始日月底周班一二三四五六之以]前)|"
    "(?<=[周期])[一二三四五六日末起开]|(?<=年)(?=[力确计要将完建新])|(?<=五)”?(?:规划)?(?:期|时期|末)|(?<=[年月])半?(?:左右)?的?(?:时间|努力)|(?<=未)来|(?<=今)(?:[后冬]|年(?=[春夏秋冬]))|"
    "(?<=工作日)|(?<=[时期][限间]：)|(?<=日期：)|(?<=节点：)|(?<=要求：)|(?<=[晚迟]于)|(?<=施)行|(?<=生)效|(?<=效)期)"
)
"""No sentence without a match says anything of times."""
_PLAN = re.compile(
    "(?:“(?P<plan>十[一二三四五六七八])五”|(?P<bare>十[一二三四五六])五)(?:规划)?(?:期间|时期|末|期末)"
)
_PLANS = {"十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035, "十一": 2010}
_MAY_BE_LEFT = re.compile("[前内每止月末底终各晚迟期过冬季春夏秋]")
_LEFT = re.compile(
    r"[\d一二三四五六七八九十][日月]|月[底末]|[周期][一二三四五六日末]|每[两二三四五六七八九十\d]|[日天周期月度年][之以]?内|季度|半年|年[底终]|前夕|截止|节前|节之前|节以前|学期|每旬|超过\d|季[末底]|[号时点]前|[年冬][春夏秋冬明]|[\d年]前|[晚迟]于\d"
)
"""No unread deadline is without one of these."""
_CELL = re.compile(
    r"(?P<always>长期(?:坚持|推进|实施)?|持续(?:推进|实施|开展)?|常年|全年|常态化(?:推进|开展)?)|"
    r"(?=.)(?:(?P<y>20\d\d)年?)?(?:年?[底末]|[—-]?(?P<m>\d{1,2})月(?:份|[底末]|(?P<d>\d{1,2})日)?)?|"
    r"(?:(?P<y2>20\d\d)年)?(?P<m1>\d{1,2})月?[—～至到-](?P<m2>\d{1,2})月"
)

_SAID = re.compile(
    "(?:(?:完成|办结|整改|落实|工作|截止|截至)(?:时限|时间|期限|日期)|时间节点|时限(?:要求)?)：(?P<value>[^；。，、：（）【】〔〕［］]{2,24})"
)
"""A time limit behind a label, printed as in a cell of a table: 完成时限：5月31日."""
_START = attrgetter("start")
_UNREAD = (unread_days, unread_ranges, unread_periods, unread_recurring, unread_relative)


def read(sentence: str, years: Years) -> tuple[Read, ...]:
    """Return what ``sentence`` says of times, in its order: deadlines, and words that plainly are none.

    What one reader has read is blank for the next, which so has less to look at.
    """
    if not says_time(sentence):
        return ()
    found: list[Read] = []
    rest = _taken(sentence, recurring(sentence), found)
    for reader in (ranges, several, known):
        rest = _taken(rest, reader(rest, years), found)
    if not says_time(rest):
        return tuple(sorted(found, key=_START))
    named = [one for one in found if isinstance(one, Due) and _names_a_year(one)]
    rest = _taken(rest, months(rest, years, named), found)
    rest = _taken(rest, relative(rest), found)
    rest = _taken(rest, periods(rest, years), found)
    found += [*_plans(rest, years), *events(rest), *_labelled(rest, years)]
    return tuple(sorted(found, key=_START))


def _taken(sentence: str, reads: Iterable[Read], found: list[Read]) -> str:
    """Put into ``found`` what a reader has read, and return ``sentence`` without it."""
    more = _first(reads)
    found += more
    return _without(sentence, more) if more else sentence


def says_time(sentence: str) -> bool:
    """Whether ``sentence`` may say something of times; most do not, and need not be looked through."""
    return _SAYS_TIME.search(sentence) is not None


def deadlines(sentence: str, issued: datetime.date | None, year: int | None) -> tuple[Due, ...]:
    """Return the deadlines of ``sentence``; ``year`` is the one meant where only a month is printed."""
    return tuple(one for one in read(sentence, Years(issued, year)) if isinstance(one, Due))


def unread(sentence: str, found: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """Yield start and end of what looks like a deadline and is none of those ``found`` in ``sentence``."""
    for match in _SAID.finditer(sentence) if "：" in sentence else ():
        if not any(one.start < match.end() and match.start("value") < one.end for one in found):
            yield match.span()
            return
    if not _MAY_BE_LEFT.search(sentence):
        return
    rest = _without(sentence, found)
    if not _LEFT.search(rest):
        return
    done = 0
    for start, end in sorted(set(chain.from_iterable(reader(rest) for reader in _UNREAD))):
        if start >= done:
            yield start, end
            done = end


def deadline_of_cell(text: str, year: int | None) -> tuple[Due, ...]:
    """Return the deadline that a cell of a column of time limits is, where it only names the time: 2023年12月, 长期."""
    text = text.rstrip("。")
    if (end := part_of_year(text, year)) is not None:
        return (Due(DeadlineKind.DATE, 0, len(text), date=end, year_inferred="20" not in text),)
    match = _CELL.fullmatch(text)
    if match is None:
        return ()
    if match["always"]:
        return (Due(DeadlineKind.CONTINUOUS, *match.span()),)
    printed = match["y"] or match["y2"]
    named = int(printed) if printed else year
    if named is None:
        return ()
    day = last_day(named, int(match["m"] or match["m2"] or 12), match["d"])
    begins = last_day(named, int(match["m1"]), "1") if match["m1"] else None
    if day is None or (match["m1"] and (begins is None or begins > day)):
        return ()
    kind = DeadlineKind.PHASE if begins else DeadlineKind.DATE
    return (Due(kind, *match.span(), date=day, begins=begins, year_inferred=not printed),)


def _labelled(sentence: str, years: Years) -> Iterator[Due]:
    """Yield the deadlines behind labels 完成时限：, as far as nothing else has read them."""
    for match in _SAID.finditer(sentence) if "：" in sentence else ():
        for due in deadline_of_cell(match["value"], years.year):
            at = match.start("value")
            yield due._replace(start=at + due.start, end=at + due.end)


def _names_a_year(due: Due) -> bool:
    return due.kind is DeadlineKind.DATE and not due.year_inferred


def _plans(sentence: str, years: Years) -> Iterator[Read]:
    """Yield the ends of plans of five years: “十四五”期间."""
    for match in _PLAN.finditer(sentence) if "五" in sentence else ():
        plan = match["plan"] or match["bare"]
        if plan in _PLANS:
            day = datetime.date(_PLANS[plan], 12, 31)
            is_past = years.is_past(day)
            yield Aside(*match.span()) if is_past else Due(DeadlineKind.HORIZON, *match.span(), date=day)


def _first(found: Iterable[Read]) -> list[Read]:
    """Return ``found`` in the order of the sentence: of those that overlap the first, of those the longest."""
    every = [*found]
    if len(every) < 2:
        return every
    kept: list[Read] = []
    for one in sorted(every, key=lambda one: (one.start, -one.end, isinstance(one, Aside))):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _without(sentence: str, found: Sequence[Read]) -> str:
    """Return ``sentence`` with blanks for the words of ``found``, every other character in its place."""
    for one in found:
        sentence = f"{sentence[: one.start]}{' ' * (one.end - one.start)}{sentence[one.end :]}"
    return sentence
