"""A deadline usually lies within the years of the plan.

A plan of 2022—2024 that asks for something by 2025 asks for it when it has ended; by 2020, before it began. What is handed in
about the plan may be due in the year after it, getting ready in the year before, and what is said of a far future lies later.
“十四五” means 2021—2025, “十五五” 2026—2030.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 到2025年 under a plan of 2022—2024
Right: 到2024年
Fix: none: which of the two is right a person must say.
"""

import datetime
import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import DeadlineKind
from hongtou.model.notice import Paper
from hongtou.rules.deadlines import Due, deadlines
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.rules.tasks._inside import issued_on, papers_around
from hongtou.rules.tasks._reports import hands_in, text_at

SEVERITY = Severity.WARNING
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:度|学年)?[-－—–～~至到]((?:19|20)\d\d)(?=年|学年|[）)])")
_FIVE_YEARS = re.compile(
    "“十([二三四五六])五”|(?<![一二三四五六七八九])十([二三四五六])五(?=规划|时期|期间|计划|发展)"
)
_PERIODS = {"二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
"""The first year of each period of five years that a national plan covers."""
_PLAN = re.compile("方案|计划|规划|纲要|行动|意见|措施|办法|要点|任务|分工|分解|清单|安排|目标")
_ABOUT_A_PLAN = re.compile("评估|总结|验收|考核|表彰|通报|编制|申报|征集|征求|前期|起草")
_VISION = re.compile("远景|愿景|展望|长远|中长期")
_GETTING_READY = re.compile(
    "专班|领导小组|机构|方案|计划|台账|名册|名单|清单|摸底|摸排|调查|排查|部署|动员|准备|筹|启动|编制|制定|印发|宣传"
)
_ENDS = (DeadlineKind.DATE, DeadlineKind.HORIZON, DeadlineKind.PHASE)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines in years that come before or after those in the title of the plan."""
    spans = {id(paper): _span(paper) for paper, _path in facts.papers}
    if not any(spans.values()):
        return
    for due in deadlines(facts):
        span = next((found for paper in _around(facts, due.place) if (found := spans[id(paper)])), None)
        if due.deadline.date is None or span is None:
            continue
        if due.deadline.date.year > span[1]:
            yield from _after(facts, due, due.deadline.date.year, span)
        elif due.deadline.date.year < span[0]:
            yield from _before(facts, due, due.deadline.date, span)


def _after(facts: Facts, due: Due, year: int, span: tuple[int, int]) -> Iterator[Hit]:
    text = text_at(facts, due.place)
    if _VISION.search(text) or any(_VISION.search(paper.title) for paper in _around(facts, due.place)):
        return
    if year == span[1] + 1 and ("reports" in due.place.path or hands_in(text, due.deadline.printed)):
        return
    message = _("“{words}” is {year}, after the plan's {first}—{last}.").format(
        words=due.deadline.printed, year=year, first=span[0], last=span[1]
    )
    # A period of a higher plan (“十四五”期间) is often meant so.
    severity = None if str(year) in due.deadline.printed else Severity.INFO
    yield Hit(due.place, message, _("Is it meant so? Else correct the year."), severity=severity)


def _before(facts: Facts, due: Due, date: datetime.date, span: tuple[int, int]) -> Iterator[Hit]:
    """Yield a deadline before the plan begins, unless it is over (another rule says so) or for getting ready."""
    issued = issued_on(facts, due.place)
    if due.deadline.kind not in _ENDS or (issued is not None and date < issued):
        return
    is_eve = date.year == span[0] - 1
    text = text_at(facts, due.place)
    if is_eve and (
        "reports" in due.place.path or hands_in(text, due.deadline.printed) or _GETTING_READY.search(text)
    ):
        return
    message = _("“{words}” is {year}, before the plan's {first}—{last}.").format(
        words=due.deadline.printed, year=date.year, first=span[0], last=span[1]
    )
    severity = Severity.INFO if is_eve else None
    yield Hit(due.place, message, _("Is it meant so? Else correct the year."), severity=severity)


def _around(facts: Facts, place: Place) -> list[Paper]:
    """Return the papers that may say for which years a place is meant; for a row also those inside the notice."""
    inner = [paper for paper, _path in facts.papers[1:]] if place.file == "tasks" else []
    return papers_around(facts, place) + inner


def _span(paper: Paper) -> tuple[int, int] | None:
    """Return the years in the title of ``paper`` or of its task table; those of a plan named by its number come second."""
    titles = [paper.title, *(attachment.title for attachment in paper.attachments if attachment.tasks)]
    titles = [title for title in titles if _PLAN.search(title) and not _ABOUT_A_PLAN.search(title)]
    for title in titles:
        if found := _YEARS.findall(title):
            return int(found[-1][0]), int(found[-1][1])
    numbers = [first or second for title in titles for first, second in _FIVE_YEARS.findall(title)]
    first = _PERIODS[numbers[-1]] if len({*numbers}) == 1 else None
    return None if first is None else (first, first + 4)
