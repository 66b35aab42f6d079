"""A deadline does not lie behind the years of the plan.

A plan of 2022—2024 that asks for something by 2025 asks for it when it has ended. What is handed in about the plan may
be due in the year after it, and what is said of a far future lies later.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 到2025年 under a plan of 2022—2024
Right: 到2024年
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Paper
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.rules.tasks._inside import papers_around
from hongtou.rules.tasks._reports import hands_in, text_at

SEVERITY = Severity.WARNING
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:度|学年)?[-－—–～~至到]((?:19|20)\d\d)(?=年|学年|[）)])")
_PLAN = re.compile("方案|计划|规划|纲要|行动|意见|措施|办法|要点|任务|分工|分解|清单|安排|目标")
_ABOUT_A_PLAN = re.compile("评估|总结|验收|考核|表彰|通报|编制|申报|征集|征求")
_VISION = re.compile("远景|愿景|展望|长远|中长期")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines in years that come after those in the title of the plan."""
    spans = {id(paper): _span(paper) for paper, _path in facts.papers}
    if not any(spans.values()):
        return
    for deadline, place in facts.deadlines:
        span = next((found for paper in _around(facts, place) if (found := spans[id(paper)])), None)
        if deadline.date is None or span is None or deadline.date.year <= span[1]:
            continue
        text = text_at(facts, place)
        if _VISION.search(text):
            continue
        if deadline.date.year == span[1] + 1 and (
            "reports" in place.path or hands_in(text, deadline.printed)
        ):
            continue
        year = str(deadline.date.year)
        message = _("“{words}” is {year}, after the plan's {first}—{last}.").format(
            words=deadline.printed, year=year, first=span[0], last=span[1]
        )
        # A period of a higher plan (“十四五”期间) is often meant so.
        severity = None if year in deadline.printed else Severity.INFO
        yield Hit(place, message, _("Is it meant so? Else correct the year."), severity=severity)


def _around(facts: Facts, place: Place) -> list[Paper]:
    """Return the papers that may say for which years a place is meant; for a row also those inside the notice."""
    inner = [paper for paper, _path in facts.papers[1:]] if place.file == "tasks" else []
    return papers_around(facts, place) + inner


def _span(paper: Paper) -> tuple[int, int] | None:
    """Return the years in the title of ``paper`` or of its task table."""
    titles = [paper.title, *(attachment.title for attachment in paper.attachments if attachment.tasks)]
    for title in titles:
        found = _YEARS.findall(title) if _PLAN.search(title) and not _ABOUT_A_PLAN.search(title) else []
        if found:
            return int(found[-1][0]), int(found[-1][1])
    return None
