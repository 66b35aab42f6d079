"""A day by which something is handed in is usually a working day.

At a weekend or on a holiday nobody is there to receive it. 调休 is known for the years that the State Council has decided.

Clause: 全国年节及纪念日放假办法
Binding: practice
Wrong: 2024年10月20日前报送, a Sunday
Right: 2024年10月18日前报送
Fix: none: earlier or later a person must say.
"""

import datetime
import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_, _
from hongtou.model.duty import Deadline, DeadlineKind
from hongtou.numerals import date_text
from hongtou.rest_days import SATURDAY, SUNDAY, holiday, is_working
from hongtou.rules.deadlines import deadlines
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.rules.tasks._inside import issued_on
from hongtou.rules.tasks._reports import hands_in, text_at

SEVERITY = Severity.WARNING
_DAY = re.compile(r"\d日(?:（[^）]*）)?(?:[上下中]午)?(?:\d{1,2}[:：时点](?:\d{0,2}分?|[半整]))?[之以]?前?$")
_WEEKEND = {SATURDAY: N_("a Saturday"), SUNDAY: N_("a Sunday")}


def check(facts: Facts) -> Iterator[Hit]:
    """Yield days, named as such, on which nobody works: a warning where something is handed in by then, else a note."""
    reports = {(r.deadline.date, r.deadline.printed) for paper, _path in facts.papers for r in paper.reports}
    for deadline, place in ((due.deadline, due.place) for due in deadlines(facts)):
        day = deadline.date
        if day is None or deadline.kind is not DeadlineKind.DATE or not _DAY.search(deadline.printed):
            continue
        issued = issued_on(facts, place)
        if issued is not None and day < issued:
            continue  # It is over, and must be another day anyhow (deadline-before-issue).
        is_report = (day, deadline.printed) in reports
        handed_in = is_report or _is_handed_in(facts, deadline, place)
        if (handed_in or not _ends_month(day)) and not is_working(day):
            name = holiday(day)
            rest = _("a holiday ({name})").format(name=name) if name else _(_WEEKEND[day.weekday()])
            message = _("{date} is {day}.").format(date=date_text(day), day=rest)
            hint = _("Take a working day, or say that the next one counts.")
            yield Hit(place, message, hint, severity=None if handed_in else Severity.INFO)


def _ends_month(day: datetime.date) -> bool:
    """Whether ``day`` is the last of a month, which is named for the month and not for the day."""
    return (day + datetime.timedelta(days=1)).day == 1


def _is_handed_in(facts: Facts, deadline: Deadline, place: Place) -> bool:
    return hands_in(text_at(facts, place), deadline.printed)
