"""Duties under the name of who owes them 单位在前: 县民政局：负责…, 县民政局负责…，县财政局负责….

A paragraph is read so only where it begins with plainly one unit or a list of units, and goes on with a colon or the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hongtou.importer.names import OWNED, printed
from hongtou.importer.role_words import DUTIES, OWES
from hongtou.importer.unit_cells import is_list
from hongtou.importer.unit_kinds import kind_of
from hongtou.importer.words import Words
from hongtou.model.duty import Role
from hongtou.model.register import UnitKind

_UNITS = "(?P<units>[^，。；：“”《》（）]{2,40}?(?:（[^（），。；：]{1,10}）)?)"
_COLON = re.compile(_UNITS + "：(?=.{4})")
_REACH = 80
"""Characters in which the units at the beginning of a text end, and the colon or verb behind them."""
_ROLES = {
    "负责牵头": Role.LEAD, "牵头负责": Role.LEAD, "牵头": Role.LEAD, "负责": Role.RESPONSIBLE, "指导": Role.GUIDE,
    "配合": Role.SUPPORT, "协助": Role.SUPPORT,
}  # fmt: skip
_OTHER = "做好|落实|组织|加强|开展|承担|督促|推进|统筹|会同|要|应"
"""What a unit does in a clause, which says no role."""
_VERB = re.compile(f"{_UNITS}(?:按照?职责分工|具体)?(?P<verb>{'|'.join(_ROLES)}|{_OTHER})(?![人同的])")
_SOMEBODY = re.compile("[^，。；：]{2,16}：(?=负责|牵头|具体负责)")
_CLAUSE = re.compile("[，；。]")
_LEADS = re.compile("(?:负责)?牵头")
_NO_DUTY = re.compile(r"[\d\-（）— ]{6,}|联系|电话")


class First(NamedTuple):
    """Units that a paragraph names before what they owe, from ``start`` to ``end``."""

    units: Words
    role: Role
    start: int
    end: int


def first_units(paragraph: Words, above: str) -> tuple[First, ...]:
    """Return the units of a paragraph with their duties; ``above`` is what the parts it stands in are called."""
    text = paragraph.text
    beginning = text[:_REACH]
    if "：" not in beginning and "负责" not in beginning:
        return ()
    under_duties = DUTIES.search(above) is not None
    match = _COLON.match(text)
    if match is not None:
        is_read = _is_certain(match["units"], under_duties) and _is_duty(text, match.end(), under_duties)
        role = Role.LEAD if _LEADS.match(text, match.end()) else Role.RESPONSIBLE
        return (First(paragraph.cut(*match.span("units")), role, 0, len(text)),) if is_read else ()
    return tuple(_by_verb(paragraph, under_duties))


def unread_first(paragraph: Words, above: str, first: Sequence[First]) -> Iterator[Words]:
    """Yield what a paragraph begins with that may name who owes it, in a part about duties: a person must look.

    ``first`` are the units that were read.
    """
    under_duties = DUTIES.search(above) is not None
    match = _SOMEBODY.match(paragraph.text) if under_duties else None
    if match is not None and not first:
        yield paragraph.cut(*match.span())
    for _start, clause in _clauses(paragraph.text, under_duties):
        if clause["verb"] not in _ROLES:
            yield paragraph.cut(*clause.span())


def _clauses(text: str, under_duties: bool) -> list[tuple[int, re.Match[str]]]:
    """Return the clauses that begin with units, each with its place, where the first begins the text with 负责."""
    first = _VERB.match(text) if "负责" in text[:_REACH] else None
    if first is None or "负责" not in first["verb"] or not _is_certain(first["units"], under_duties):
        return []
    found = [(0, first)]
    for clause in _CLAUSE.finditer(text):
        match = _VERB.match(text, clause.end())
        if match is not None and _is_certain(match["units"], under_duties):
            found.append((clause.end(), match))
    return found


def _by_verb(paragraph: Words, under_duties: bool) -> Iterator[First]:
    """Yield the units of clauses that begin with them and say their role."""
    found = _clauses(paragraph.text, under_duties)
    ends = [*(start for start, _match in found[1:]), len(paragraph)]
    for (start, match), end in zip(found, ends, strict=True) if found else ():
        role = _ROLES.get(match["verb"])
        if role is not None:
            yield First(paragraph.cut(*match.span("units")), role, start, end)


def _is_certain(units: str, under_duties: bool) -> bool:
    """Whether words are plainly units: with their owner or 各, or in a part about duties of a kind that is known."""
    if not is_list(units):
        return False
    names = [name for group in printed(units) for name in group]
    owned = [OWNED.match(name) is not None or name.startswith("各") for name in names]
    return owned[0] or (under_duties and all(kind_of(name) is not UnitKind.OTHER for name in names))


def _is_duty(text: str, place: int, under_duties: bool) -> bool:
    """Whether what stands behind the colon is something to do, and no person or telephone."""
    if _NO_DUTY.match(text, place):
        return False
    return under_duties or OWES.match(text, place) is not None or text.endswith(("。", "；"))
