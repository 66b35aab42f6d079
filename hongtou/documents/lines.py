"""What is ticked off: one line per sentence that asks something, and one per target with its number."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hongtou.duties import Duty
from hongtou.model.duty import Comparator, Deadline, Force, Target

TAG_LENGTH = 64
"""Characters that Word allows in the tag of a content control."""


@dataclass(frozen=True)
class Line:
    """A line of a checklist or ledger: ``id`` is unique in its duty and follows the words, not their place.

    ``deadline`` is what is printed of ``deadlines``, ``date`` the last day of them.
    """

    id: str
    text: str
    deadline: str = ""
    date: datetime.date | None = None
    deadlines: tuple[Deadline, ...] = ()


def lines_of(duty: Duty, background: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of ``duty``; sentences that match a pattern of ``background`` ask nothing and give none."""
    return tuple(_distinct(_lines(duty, re.compile("|".join(background) or r"(?!)"))))


def _lines(duty: Duty, background: re.Pattern[str]) -> Iterator[Line]:
    left = [*duty.targets]
    elsewhere = [d for d in duty.deadlines if not any(d.printed in text for text in duty.sentences)]
    for text in duty.sentences:
        standing = [target for target in left if target.printed in text]
        left = [target for target in left if target not in standing]
        when = elsewhere + [deadline for deadline in duty.deadlines if deadline.printed in text]
        if standing or not background.search(text):
            yield _line(f"s-{short_hash(text)}", text, when)
        for target in standing:
            yield _line(f"t-{target.id}", target_text(target), when)
    for target in left:
        yield _line(f"t-{target.id}", target_text(target), elsewhere)


def _line(name: str, text: str, deadlines: Sequence[Deadline]) -> Line:
    dates = [deadline.date for deadline in deadlines if deadline.date is not None]
    return Line(name, text, deadlines_text(deadlines), max(dates, default=None), tuple(deadlines))


def deadlines_text(deadlines: Iterable[Deadline]) -> str:
    """Return the printed words of ``deadlines`` 时限."""
    return "、".join(dict.fromkeys(deadline.printed for deadline in deadlines))


def _distinct(lines: Iterable[Line]) -> Iterator[Line]:
    """Number the ids of equal sentences apart."""
    seen: dict[str, int] = {}
    for line in lines:
        seen[line.id] = seen.get(line.id, 0) + 1
        yield replace(line, id=f"{line.id}-{seen[line.id]}") if seen[line.id] > 1 else line


def tag(*parts: str) -> str:
    """Return ``parts`` as the tag of a content control; one that is too long ends in a hash of the whole."""
    whole = "/".join(parts)
    if len(whole) <= TAG_LENGTH:
        return whole
    return f"{whole[: TAG_LENGTH - 7]}~{short_hash(whole)}"


def short_hash(text: str) -> str:
    """Return six letters that tell one sentence from another; the ids of lines end in them."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


_COMPARATORS = {
    Comparator.AT_LEAST: "不少于",
    Comparator.AT_MOST: "不超过",
    Comparator.MORE_THAN: "超过",
    Comparator.LESS_THAN: "低于",
    Comparator.ABOUT: "约",
    Comparator.EQUAL: "",
    Comparator.BETWEEN: "",
}
_FORCES = {
    Force.ENSURE: "确保",
    Force.STRIVE: "力争",
    Force.IN_PRINCIPLE: "原则上",
    Force.BASICALLY: "基本",
    Force.PLAIN: "",
}


def target_text(target: Target) -> str:
    """Return a target in words with its number: 指标：安排残疾人就业，不少于1名，“十四五”期间."""
    unit = target.unit or ""
    number = f"{target.value}{unit}"
    if target.upper is not None:
        # GB/T 15835 5.1.3: the per cent sign stands at both ends of a range.
        number = f"{target.value}{unit if unit == '%' else ''}～{target.upper}{unit}"
    pieces = (
        target.quantity,
        _FORCES[target.force] + _COMPARATORS[target.comparator] + number,
        target.period,
        target.baseline,
        f"适用于{target.applies_to}" if target.applies_to else None,
    )
    return "指标：" + "，".join(piece for piece in pieces if piece)
