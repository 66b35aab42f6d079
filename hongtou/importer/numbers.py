"""Targets and deadlines 指标、时限 of the model, from sentences, each with the words that print it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hongtou.i18n import _
from hongtou.importer.context import Context
from hongtou.importer.deadlines import Due, deadline_of_cell, deadlines
from hongtou.importer.ids import Ids
from hongtou.importer.targets import Amount, targets
from hongtou.importer.words import Words
from hongtou.model.duty import Comparator, Deadline, Target

_LONGEST = 5000
"""Characters of a sentence beyond which it is none."""
_COUNTED = re.compile(r"\d|百分百")
"""No target is without one of these."""
Numbers = tuple[tuple[Target, ...], tuple[Deadline, ...]]


def numbers(sentences: Iterable[Words], context: Context, where: str) -> Numbers:
    """Return the targets and deadlines of ``sentences``; a deadline printed twice alike counts once."""
    ids = Ids()
    year = context.issued.year if context.issued else None
    found: list[Target] = []
    due: list[Deadline] = []
    for words in sentences:
        if len(words) > _LONGEST:
            message = _("a sentence of {count} characters was not searched for numbers and days.")
            context.ledger.doubts.append(message.format(count=len(words)))
            continue
        for amount in targets(words.text) if _COUNTED.search(words.text) else ():
            printed = words.cut(amount.start, amount.end)
            target = _target(amount, printed.text, ids)
            context.value(
                printed, f"{where}.targets", f"{target.comparator} {target.value}{target.unit or ''}"
            )
            found.append(target)
        for one in deadlines(words.text, context.issued, year):
            printed = words.cut(one.start, one.end)
            deadline = _deadline(one, printed.text)
            if deadline not in due:
                context.value(printed, f"{where}.deadlines", deadline.date or deadline.every or deadline.kind)
                due.append(deadline)
    return tuple(found), tuple(due)


def of_cells(cells: Iterable[Words], context: Context, where: str) -> tuple[Deadline, ...]:
    """Return the deadlines of cells in a column of time limits 完成时限."""
    year = context.issued.year if context.issued else None
    found: list[Deadline] = []
    for words in cells:
        for one in deadlines(words.text, context.issued, year) or deadline_of_cell(words.text, year):
            printed = words.cut(one.start, one.end)
            context.value(printed, f"{where}.deadlines", one.date or one.kind)
            found.append(_deadline(one, printed.text))
    return tuple(found)


def _target(amount: Amount, printed: str, ids: Ids) -> Target:
    upper = amount.upper if amount.comparator is Comparator.BETWEEN else None
    return Target(
        id=ids.make("target", amount.quantity + (amount.applies_to or "")),
        quantity=amount.quantity,
        comparator=amount.comparator,
        value=amount.value,
        upper=upper,
        unit=amount.unit,
        baseline=amount.baseline,
        period=amount.period,
        force=amount.force,
        applies_to=amount.applies_to,
        printed=printed,
    )


def _deadline(due: Due, printed: str) -> Deadline:
    return Deadline(
        kind=due.kind,
        date=due.date,
        start=due.begins,
        every=due.every,
        within=due.within,
        span=due.span,
        counted_from=due.counted_from,
        year_inferred=due.year_inferred,
        printed=printed,
    )
