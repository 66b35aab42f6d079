"""A deadline lies within the years of the plan.

A plan of 2022—2024 that asks for something by 2025 asks for it when it has ended.

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
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING
_YEARS = re.compile(r"((?:19|20)\d\d)年?[-－—–～~至到]((?:19|20)\d\d)年")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines in years that the title of the plan does not have."""
    titles = [paper.title for paper, _path in facts.papers]
    match = next((found for title in titles if (found := _YEARS.search(title))), None)
    if match is None:
        return
    first, last = int(match[1]), int(match[2])
    for deadline, place in facts.deadlines:
        if deadline.date is not None and not first <= deadline.date.year <= last:
            message = _("“{words}” is {year}, outside the plan's {first}—{last}.").format(
                words=deadline.printed, year=deadline.date.year, first=first, last=last
            )
            yield Hit(place, message, _("Is it meant so? Else correct the year."))
