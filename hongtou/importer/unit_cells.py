"""A cell of units 责任单位栏: names beside or below each other, clauses with a role, open lists, and dashes that are none.

What is not plainly units is told and not placed: a person, 同上, names run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from hongtou.i18n import N_, _
from hongtou.importer.assignments import arranged, note_reading
from hongtou.importer.clauses import LABEL, Clause, ends_with_role, opened, read_list
from hongtou.importer.context import Context
from hongtou.importer.gaps import WHOLE, at_gaps
from hongtou.importer.names import OWNED, Reading, is_open, is_plausible, printed
from hongtou.importer.role_words import PART_OF, role_of_head
from hongtou.importer.unit_kinds import is_body, is_run_together
from hongtou.importer.unit_words import are_names
from hongtou.importer.words import Words, joined
from hongtou.model.duty import Assignment, LeadBy, ListStyle, Role
from hongtou.model.register import Register
from hongtou.model.task import Column

_DASH = re.compile(r"[-—–―－~～/／\\|·.…*＊×]+|一|无|暂无")
_MARKS = ("、", "，", "；")
_MARK = re.compile("[、，；]")
_MARKED = re.compile(f"（(?P<part>{'|'.join(PART_OF)})(?:单位|部门)?）")
"""A role behind one of several units: 县民政局（牵头）、县财政局."""
DASH = N_("it says that the cell is empty")


class _Part(NamedTuple):
    """Units of a cell in one role; ``printed`` are their words where the register would print others."""

    reading: Reading
    role: Role
    open: bool
    printed: str | None


def is_dash(cell: Sequence[Words]) -> bool:
    """Whether a cell is empty and says so: —, /, 无."""
    return _DASH.fullmatch("".join(words.text for words in cell)) is not None


def listed(cell: Sequence[Words], end: str) -> Words:
    """Return the list of units in a cell, without its ``end``.

    Lines without marks between them are one list, its units below each other; a name may go on in the next line.
    The same holds for what blanks part, which are gone by now and have left a gap.
    """
    parts: list[Words] = []
    for words in (part for line in cell for part in at_gaps(line)):
        mark = _between(parts[-1].text, words.text) if parts else ""
        if mark and len(parts[-1]):
            parts.append(Words(mark, (parts[-1].places[-1],)))
        parts.append(words)
    whole = joined(parts)
    if end and whole.text.endswith(end):
        whole = whole.cut(0, len(whole) - len(end))
    return whole.strip("、，；。")


def _between(above: str, below: str) -> str:
    """Return the mark that is missing between two lines, none where a name goes on."""
    if above.endswith(_MARKS) or below.startswith(_MARKS):
        return ""
    if LABEL.match(below) is not None:
        return "；"
    last, first = _MARK.split(above)[-1], _MARK.split(below)[0]
    if ends_with_role(last):
        return "，"
    if len(last) < 2 or not are_names(last) or not (are_names(first) or ends_with_role(first)):
        return ""
    begins = OWNED.match(first) is not None or first.startswith("各")
    return "、" if begins or (len(first) > 2 and WHOLE.search(last)) else ""


def is_list(text: str, register: Register | None = None) -> bool:
    """Whether ``text`` is units and nothing else, each plainly one, or one of ``register``."""
    tokens = [token for group in printed(text) for token in group]
    return (
        bool(tokens)
        and is_plausible(text)
        and not _MARKED.search(text)
        and all(_is_plain(token) or (register is not None and register.find(token)) for token in tokens)
    )


def _is_plain(name: str) -> bool:
    return (are_names(name) or is_body(name)) and not is_run_together(name)


def of_cell(
    column: Column, cell: Sequence[Words], end: str, style: ListStyle, context: Context, where: str
) -> list[Assignment]:
    """Return the assignments of a cell of ``column``, none where it cannot be read: that is told."""
    if is_dash(cell):
        for words in cell:
            context.ledger.leave(words, DASH)
        return []
    words = listed(cell, end)
    parts = [*_parts(column, words, style, context)]
    if not parts:
        message = _("this is no list of units that could be read; it was not placed: {words}")
        context.ledger.doubts.append(message.format(words=words.text[:60]))
        return []
    context.lists += 1
    context.ledger.computed(joined(cell))
    for part in parts:
        note_reading(part.reading, words, context, where)
    stop = "。" if not end and cell[-1].text.endswith("。") else ""
    if stop:
        parts[-1] = parts[-1]._replace(printed=(parts[-1].printed or words.text) + stop)
    return [
        Assignment(
            role=part.role,
            units=arranged(part.reading, context),
            open=part.open,
            lead_by=LeadBy.EXPLICIT if part.role is Role.LEAD else LeadBy.UNKNOWN,
            printed=part.printed,
        )
        for part in parts
    ]


def _parts(column: Column, words: Words, style: ListStyle, context: Context) -> Iterator[_Part]:
    role = role_of_head(column.header) or Role.RESPONSIBLE
    if ends_with_role(words.text) or LABEL.search(words.text):
        yield from _by_clause(words, context)
    elif _MARKED.search(words.text):
        yield from _by_mark(words.text, role, context)
    elif is_list(words.text, context.names.register):
        clause = opened(Clause(words, role))
        reading = context.names.read(clause.units.text)
        is_exact = reading.is_exact(style) and words.text == reading.text + "等" * clause.with_others
        is_open_ = clause.with_others or is_open(clause.units.text)
        yield _Part(reading, role, is_open_, None if is_exact else words.text)


def _by_clause(words: Words, context: Context) -> Iterator[_Part]:
    """Yield the parts of A牵头，B配合, and of 牵头单位：A；配合单位：B."""
    clauses, rules, attributes = read_list(words) or ((), (), ())
    texts = [clause.units.text for clause in clauses]
    register = context.names.register
    if not clauses or rules or attributes or not all(is_list(text, register) for text in texts):
        return
    shown = _shown(words.text, texts)
    for clause, reading, text in zip(clauses, context.names.read_clauses(texts), shown, strict=True):
        yield _Part(reading, clause.role, clause.with_others or is_open(reading.text), text)


def _shown(text: str, lists: Sequence[str]) -> Iterator[str]:
    """Yield the words of each clause with what says its role: from behind the mark that ends the one before."""
    cuts, behind = [0], 0
    for number, units in enumerate(lists):
        at = text.index(units, behind)
        if number:
            mark = max(text.rfind(mark, behind, at) + 1 for mark in "，；。")
            cuts.append(max(mark, behind))
        behind = at + len(units)
    for start, stop in pairwise([*cuts, len(text)]):
        yield text[start:stop].strip("，；。")


def _by_mark(text: str, role: Role, context: Context) -> Iterator[_Part]:
    """Yield the parts of a list that marks some of its units: 县民政局（牵头）、县财政局."""
    text = re.sub(f"({_MARKED.pattern})(?=[^、，；])", r"\1、", text)
    plain = _MARKED.sub("", text)
    tokens = [token for group in printed(text) for token in group]
    reading = context.names.read(plain) if is_list(plain, context.names.register) else None
    if reading is None or len(reading.names) != len(tokens):
        return
    marks = [_MARKED.search(token) for token in tokens]
    roles = [PART_OF[mark["part"]] if mark else role for mark in marks]
    if role is Role.LEAD and Role.LEAD in [PART_OF[mark["part"]] for mark in marks if mark] and None in marks:
        message = _(
            "of the units in a column of leads one is marked as the lead; all are kept as leads: {list}"
        )
        context.ledger.doubts.append(message.format(list=text[:60]))
    elided = reading.elided
    for one, run in groupby(zip(tokens, reading.names, roles, strict=True), key=lambda entry: entry[2]):
        members = [*run]
        names = tuple(name for _token, name, _role in members)
        shown = "、".join(token for token, _name, _role in members)
        yield _Part(Reading(plain, (names,), names, elided, reading.register), one, is_open(plain), shown)
        elided = ()
