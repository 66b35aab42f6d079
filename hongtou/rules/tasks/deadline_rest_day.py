"""A day by which something is handed in is a working day.

On a Sunday or a holiday nobody is there to receive it. 调休 is known for the years that the State Council has decided.

Clause: 全国年节及纪念日放假办法
Binding: practice
Wrong: 2024年10月20日前, a Sunday
Right: 2024年10月18日前
Fix: none: earlier or later a person must say.
"""

import datetime
from collections.abc import Iterator
from functools import cache

from hongtou.findings import Severity
from hongtou.i18n import N_, _
from hongtou.model.duty import DeadlineKind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING
_DAYS = (
    N_("a Monday"), N_("a Tuesday"), N_("a Wednesday"), N_("a Thursday"),
    N_("a Friday"), N_("a Saturday"), N_("a Sunday"),
)  # fmt: skip


def check(facts: Facts) -> Iterator[Hit]:
    """Yield days, named as such, on which nobody works; the last days of months and years are passed over."""
    for deadline, place in facts.deadlines:
        day = deadline.date
        if (
            day is None
            or deadline.kind is not DeadlineKind.DATE
            or not deadline.printed.rstrip("以之前").endswith("日")
        ):
            continue
        if rest := _rest(day):
            message = _("{date} is {day}.").format(date=day, day=rest)
            yield Hit(place, message, _("Take a working day, or say that the next one counts."))


@cache
def _rest(day: datetime.date) -> str:
    """Return which day of rest ``day`` is, empty for a working day."""
    from holidays import country_holidays

    china = country_holidays("CN", years=day.year, language="en_US")
    if day in china:
        return _("a public holiday ({name})").format(name=china[day])
    return "" if china.is_working_day(day) else _(_DAYS[day.weekday()])
