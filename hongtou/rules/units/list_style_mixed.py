"""One paper usually writes its unit lists in one way: the prefix once, or before every name.

市民政局、财政局 beside 市民政局、市财政局 looks like two hands.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
Binding: practice
Wrong: 市民政局、财政局 in one row, 市民政局、市财政局 in the next
Right: 市民政局、财政局 in both
Fix: none: the paper may have been printed so.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import Paragraphs
from hongtou.model.duty import ListStyle
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.units import as_groups, parse_list

SEVERITY = Severity.WARNING


class _List(NamedTuple):
    """A list that repeats its prefix or leaves it out; ``style`` is None where it does both."""

    style: ListStyle | None
    at: Place


def check(facts: Facts) -> Iterator[Hit]:
    """Yield lists in another style than most, and those that mix both."""
    lists = [*_of_rows(facts), *_of_recipients(facts)]
    count = Counter(one.style for one in lists if one.style is not None)
    usual = max(count, key=lambda style: count[style], default=None)
    for one in lists:
        if one.style is None:
            message = _("this list repeats its prefix before one name and not before another.")
        elif one.style is not usual:
            message = _("this list repeats its prefix otherwise than the others.")
        else:
            continue
        yield Hit(one.at, message, _("Write all lists in one way (“list_style”, “recipients_style”)."))


def _of_rows(facts: Facts) -> Iterator[_List]:
    table = facts.policy.tasks
    for row in facts.rows if table is not None else ():
        for number, assignment in enumerate(row.duties.assignments):
            at = row.at("assignments", number, "units")
            if assignment.printed is not None:
                at = row.at("assignments", number, "printed")
            assert table is not None
            yield from _list(facts, assignment.units, assignment.printed, table.list_style, at)


def _of_recipients(facts: Facts) -> Iterator[_List]:
    notice = facts.notice
    keys = ("recipients_printed", "recipients_style")
    key = next((key for key in keys if key in notice.model_fields_set), "recipients")
    at = Place("notice", (key,))
    yield from _list(facts, notice.recipients, notice.recipients_printed, notice.recipients_style, at)


def _list(
    facts: Facts, units: Paragraphs, printed: str | None, style: ListStyle | None, at: Place
) -> Iterator[_List]:
    """Yield the list as it stands on paper, where its style can be seen."""
    read = parse_list(printed, facts.register) if printed is not None else None
    groups = as_groups(units, facts.register) if read is None else read.groups
    style = style if read is None else read.style
    if style is None or any(_repeats(facts, group) for group in groups):
        yield _List(style, at)


def _repeats(facts: Facts, names: tuple[str, ...]) -> bool:
    """Whether a name of the group has the prefix of one before it."""
    entries = (facts.register.by_name.get(name) for name in names)
    prefixes = [entry.prefix for entry in entries if entry and entry.prefix]
    return len({*prefixes}) < len(prefixes)
