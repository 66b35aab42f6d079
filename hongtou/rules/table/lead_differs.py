"""Who leads by the words of a text leads in the table.

由市教育局牵头 in the body, and the row of the measure has another lead or does not name 市教育局 at all: two units lead, or none.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 由市教育局牵头 in the body, and lead 市民政局 in the row
Right: the same lead in both
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.model.notice import DeclarationKind
from hongtou.model.register import Unit
from hongtou.rules.amounts import is_quoted
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Place
from hongtou.rules.patterns import HAN
from hongtou.rules.targets import labels, rows_by_part
from hongtou.units import parse_list

SEVERITY = Severity.WARNING
_LEADS = re.compile(
    f"(?:^|[，。；：（由])(?P<names>(?:(?!由)[{HAN}、]){{2,60}}?)(?:共同|联合|负责)?牵头(?!单位|部门|人|抓总)(?![^，。；]*的)|"
    f"牵头单位[：为是]+(?P<named>[{HAN}、]{{2,60}})"
)


@dataclass(frozen=True)
class _Said:
    """A unit that leads by the words of a sentence."""

    unit: str
    place: Place


def check(facts: Facts) -> Iterator[Hit]:
    """Yield units that lead by the words of the body or of a row, and do not by the table."""
    if "牵头" not in facts.script.text:
        return
    rows_of = rows_by_part(facts)
    added = [d for d in facts.notice.declarations if d.kind is DeclarationKind.ADDS_UNITS]
    others = _members(facts, (name for d in added for name in unit_names(d.units)))
    for part in facts.parts:
        if not part.duties.assignments and (rows := rows_of.get(part.id, ())):
            yield from _compared(facts, part, rows, others)
    for row in facts.rows:
        yield from _compared(facts, row, [row], None)


def _compared(
    facts: Facts, holder: Holder, rows: Sequence[Holder], others: frozenset[str] | None
) -> Iterator[Hit]:
    """Yield the leads that ``holder`` names and ``rows`` do not have; ``others`` is None for a row, whose list another rule reads."""
    said = [*_said(facts, holder)]
    if not said:
        return
    assignments = [a for row in rows for a in row.duties.assignments]
    listed = _members(facts, (name for a in assignments for name in unit_names(a.units)))
    names = [name for a in assignments if a.role is Role.LEAD for name in unit_names(a.units)]
    leads = _members(facts, names)
    # Where the text names several leads, each may lead a part of the task.
    severity = Severity.INFO if len(said) > 1 else None
    for one in said:
        if others is not None and assignments and one.unit not in listed | others:
            if not any(a.open for a in assignments):
                message = _("“{unit}” leads by the text, and row {rows} of the table does not name it.")
                text = message.format(unit=one.unit, rows=labels(rows))
                yield Hit(one.place, text, _("Name it in the row, or correct the text."))
        elif one.unit in listed and leads and one.unit not in leads:
            message = _("“{unit}” leads by the text, {leads} by row {rows} of the table.")
            text = message.format(unit=one.unit, leads="、".join(dict.fromkeys(names)), rows=labels(rows))
            yield Hit(one.place, text, _("Let the same unit lead in both."), severity=severity)


def _said(facts: Facts, holder: Holder) -> Iterator[_Said]:
    for path, sentence in holder.sentences if "牵头" in holder.text else ():
        for match in _LEADS.finditer(sentence):
            words = match["names"] or match["named"]
            if is_quoted(sentence[: match.start()]):
                continue
            for name in dict.fromkeys(parse_list(words, facts.register).names):
                if isinstance(facts.register.by_name.get(name), Unit):
                    yield _Said(name, Place(holder.file, path, words, holder.id))


def _members(facts: Facts, names: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(facts.members(name) or {name} for name in names))
