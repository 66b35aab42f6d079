"""Targets and deadlines 指标、时限 of the model, from sentences, each with the words that print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hongtou.i18n import _
from hongtou.importer.context import Context
from hongtou.importer.deadlines import deadline_of_cell, read, says_time, unread
from hongtou.importer.due import Due, Read, Years
from hongtou.importer.ids import Ids
from hongtou.importer.spoken import says_number, unread_amounts
from hongtou.importer.targets import Amount, targets
from hongtou.importer.words import Words
from hongtou.model.duty import Comparator, Deadline, DeadlineKind, Target

LONGEST = 5000
"""Characters of a sentence beyond which it is none."""
_CLOCK = re.compile(
    r"(?:[上下中]午|晚上?)?\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|[半整])?)(?=(?:以前|之前|前|截止)?$)"
)
_IN_FORCE = re.compile(
    "(?:自|从)[^，。；]{0,20}起(?:满?\\d{1,3}个?(?:工作)?[日天]后)?(?:正式)?(?:施行|生效)|本[^，。；：]{2,12}(?:自|从)[^，。；]{0,20}起(?:正式)?(?:实施|执行|实行)(?=[，。；]|$)|有效期[^，。；]{0,24}"
)
_BEGINS = re.compile(
    r"(?:截至|自|从)?20\d\d年(?:年?[底末]前?|以来|[上下]半年|第?[一二三四]季度|\d{1,2}月(?:\d{1,2}日|[底末份])?)?(?:，|全[省市县区]|[我本][省市县区])"
)
_YEAR = re.compile(r"(20\d\d)年")
_AROUND = 12
"""Characters beside words that are told of, so that they are found in the paper."""
Numbers = tuple[tuple[Target, ...], tuple[Deadline, ...]]


def numbers(parts: Iterable[Words], context: Context, where: str) -> Numbers:
    """Return the targets and deadlines of the sentences ``parts``; a deadline printed twice alike counts once."""
    ids = Ids()
    years = years_of(context)
    found: list[Target] = []
    due: list[Deadline] = []
    for words in parts:
        if len(words) > LONGEST:
            message = _("a sentence of {count} characters was not searched for numbers and days.")
            context.ledger.doubts.append(message.format(count=len(words)))
            continue
        is_timed = says_time(words.text)
        times = read(words.text, years) if is_timed else ()
        amounts: list[Target] = []
        if says_number(words.text) and not is_past(words.text, years):
            amounts += _targets(words, context, where, ids, _is_ahead(words.text, times))
            found += amounts
        if is_timed:
            tell_unread(words, times, context, amounts)
            _tell_in_force(words, context)
        for one in times:
            if not isinstance(one, Due):
                continue
            printed = words.cut(one.start, one.end)
            deadline = _deadline(one, printed.text)
            if deadline not in due:
                context.value(printed, f"{where}.deadlines", deadline.date or deadline.every or deadline.kind)
                due.append(deadline)
        if times:
            years = _carried(years, times)
    return tuple(found), tuple(due)


def _is_ahead(text: str, times: Sequence[Read]) -> bool:
    """Whether a sentence begins with a day that is a deadline: 截至2025年底，完成……."""
    return bool(times) and text.startswith("截") and isinstance(times[0], Due) and times[0].start == 0


def _targets(words: Words, context: Context, where: str, ids: Ids, is_ahead: bool) -> Iterator[Target]:
    """Yield the targets of a sentence, and note numbers that look like one and were not read."""
    read_ = sorted(targets(words.text, is_ahead), key=lambda amount: (amount.start, amount.end))
    for amount in read_:
        if not amount.quantity:
            _tell_target(words, amount.start, amount.end, context)
            continue
        printed = words.cut(amount.start, amount.end)
        target = _target(amount, printed.text, ids)
        context.value(printed, f"{where}.targets", f"{target.comparator} {target.value}{target.unit or ''}")
        yield target
    for start, end in unread_amounts(words.text, [(amount.start, amount.end) for amount in read_]):
        _tell_target(words, start, end, context)


def _tell_target(words: Words, start: int, end: int, context: Context) -> None:
    """Note a number that looks like a target, and of which it is not known what it counts, or how much it is."""
    message = _("this looks like a target and was not read as one: {words}")
    context.ledger.doubts.append(message.format(words=around(words.text, start, end)))


def is_past(text: str, years: Years) -> bool:
    """Whether a sentence begins with a year that is over, and names none that is not: 2023年，全市投入3亿元."""
    if years.issued is None or not _BEGINS.match(text):
        return False
    return all(int(year) < years.issued.year for year in _YEAR.findall(text))


def years_of(context: Context) -> Years:
    """Return the day of the paper, and its year for times that name none."""
    return Years(context.issued, context.issued.year if context.issued else None)


def _carried(years: Years, times: Sequence[Read]) -> Years:
    """Return ``years`` for the next sentence: behind a day of another year, a month alone may be of that year as well."""
    if not times:
        return years
    named = {
        one.date.year
        for one in times
        if isinstance(one, Due) and one.kind is DeadlineKind.DATE and one.date and not one.year_inferred
    }
    return years._replace(year=None) if named - {years.year} else years


def tell_unread(
    words: Words, times: Sequence[Read], context: Context, amounts: Sequence[Target] = ()
) -> None:
    """Note what looks like a time limit and was not read: no day is supposed.

    What was read as one of the ``amounts`` is none: 审批时间不超过12个工作日.
    """
    for start, end in unread(words.text, times):
        if any(one.printed and one.printed in words.text[start:end] for one in amounts):
            continue
        message = _("this looks like a time limit and was not read as one: {words}")
        context.ledger.doubts.append(message.format(words=around(words.text, start, end)))


def around(text: str, start: int, end: int) -> str:
    """Return words with what stands beside them, so that a person finds them."""
    return text[max(0, start - _AROUND) : min(end, start + 60) + _AROUND]


def _tell_in_force(words: Words, context: Context) -> None:
    """Note from when and how long the paper holds 施行、有效期: the model has no field for it, and nothing is due."""
    text = words.text
    may_be = "施行" in text or ("起" in text and "本" in text) or "生效" in text or "有效期" in text
    for match in _IN_FORCE.finditer(text) if may_be else ():
        message = _(
            "“{words}” says when the paper is in force; it is kept as text, and is not taken for a deadline."
        )
        context.ledger.guesses.append(message.format(words=match[0]))


def of_cells(cells: Iterable[Words], context: Context, where: str) -> tuple[Deadline, ...]:
    """Return the deadlines of cells in a column of time limits 完成时限; one that says nothing of the kind is told."""
    years = years_of(context)
    found: list[Deadline] = []
    for words in cells:
        times = read(words.text, years)
        dues = [one for one in times if isinstance(one, Due)] or deadline_of_cell(words.text, years.year)
        for one in dues:
            printed = words.cut(one.start, one.end)
            context.value(printed, f"{where}.deadlines", one.date or one.kind)
            found.append(_deadline(one, printed.text))
        if not dues and re.search(r"\w", words.text):
            message = _("this looks like a time limit and was not read as one: {words}")
            context.ledger.doubts.append(message.format(words=words.text[:60]))
    return tuple(found)


def _target(amount: Amount, printed: str, ids: Ids) -> Target:
    fields = {
        "id": ids.make("target", amount.quantity + (amount.applies_to or "")),
        "quantity": amount.quantity,
        "comparator": amount.comparator,
        "value": amount.value,
        "upper": amount.upper if amount.comparator is Comparator.BETWEEN else None,
        "unit": amount.unit,
        "baseline": amount.baseline,
        "period": amount.period,
        "force": amount.force,
        "applies_to": amount.applies_to,
        "printed": printed,
    }
    return Target(**{key: value for key, value in fields.items() if value is not None})


def _deadline(due: Due, printed: str) -> Deadline:
    clock = _CLOCK.search(printed) if due.kind is DeadlineKind.DATE else None
    return Deadline(
        kind=due.kind,
        date=due.date,
        start=due.begins,
        clock=clock[0] if clock else None,
        every=due.every,
        within=due.within,
        span=due.span,
        counted_from=due.counted_from,
        year_inferred=due.year_inferred,
        printed=printed,
    )
