"""One paper writes its unit lists in one way: the prefix once, or before every name.

市民政局、财政局 beside 市民政局、市财政局 looks like two hands.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 市民政局、财政局 in one row, 市民政局、市财政局 in the next
Right: 市民政局、财政局 in both
Fix: none: the paper may have been printed so.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.units import parse_list

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield printed lists in another style than the table, or in both."""
    table, notice = facts.policy.tasks, facts.notice
    style = table.list_style if table is not None else notice.recipients_style
    for holder in facts.holders:
        for number, assignment in enumerate(holder.duties.assignments):
            printed = assignment.printed or ""
            read = parse_list(printed, facts.register)
            several = any(len(group) > 1 for group in read.groups)
            if several and (
                read.style is None or (read.style is not style and _has_prefixes(facts, read.names))
            ):
                message = _("this list repeats its prefix otherwise than the others.")
                yield Hit(
                    holder.at("assignments", number, "printed"), message, _("Write all lists in one way.")
                )
    if table is not None and notice.recipients and notice.recipients_style is not style and _matters(facts):
        message = _("the recipients repeat their prefix otherwise than the table.")
        yield Hit(
            Place("notice", ("recipients_style",)),
            message,
            _("Give “recipients_style” and “list_style” one value."),
        )


def _has_prefixes(facts: Facts, names: tuple[str, ...]) -> bool:
    prefixes = [
        entry.prefix for name in names if (entry := facts.register.by_name.get(name)) and entry.prefix
    ]
    return len(prefixes) > len(set(prefixes))


def _matters(facts: Facts) -> bool:
    """Whether the recipients have a prefix to repeat."""
    groups = facts.notice.recipients
    names = tuple(name for entry in groups for name in ((entry,) if isinstance(entry, str) else entry))
    return _has_prefixes(facts, names)
