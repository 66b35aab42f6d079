"""A unit exists on the day the paper bears.

After a reform the old name stands in the register with the day it ended, for papers of that time.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: units: [市扶贫办] in 2026, with valid_to: 2021-02-25
Right: units: [市乡村振兴局]
Fix: none: who has taken the task over a person must say.
"""

import datetime
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.register import Unit
from hongtou.numerals import date_text
from hongtou.rules.facts import Facts, sentences
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield units that had ended or not begun on the day of the paper, wherever they are named."""
    date = facts.notice.date
    if date is None:
        return
    for name, place in (*facts.recipients, *_copies(facts), *facts.named):
        entry = facts.register.by_name.get(name)
        if isinstance(entry, Unit):
            yield from _out_of_use(entry, place, date)


def _copies(facts: Facts) -> Iterator[tuple[str, Place]]:
    for path, name in sentences(facts.notice.copies_to, ("copies_to",)):
        yield name, Place("notice", path, name)


def _out_of_use(unit: Unit, place: Place, date: datetime.date) -> Iterator[Hit]:
    if unit.valid_to is not None and unit.valid_to < date:
        message = _("“{name}” is in use until {day}; the paper is of {date}.")
        text = message.format(name=unit.name, day=date_text(unit.valid_to), date=date_text(date))
        yield Hit(place, text, _("Name the unit that has taken its place."))
    elif unit.valid_from is not None and unit.valid_from > date:
        message = _("“{name}” is in use from {day}; the paper is of {date}.")
        text = message.format(name=unit.name, day=date_text(unit.valid_from), date=date_text(date))
        yield Hit(place, text, _("Name the unit of that time."))
