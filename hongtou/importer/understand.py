"""From a :class:`Scan` to a policy 识读: notice, task table, proposed entries of the register, and the book of characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.importer.columns import UNITS, columns_of, is_task_table
from hongtou.importer.context import Context
from hongtou.importer.elements import elements
from hongtou.importer.extras import publication
from hongtou.importer.gaps import parted
from hongtou.importer.issuers import issuers_of
from hongtou.importer.ledger import Ledger
from hongtou.importer.lines import clean
from hongtou.importer.links import linked
from hongtou.importer.names import Names
from hongtou.importer.papers import paper_fields
from hongtou.importer.raw import RawAttachment, RawPaper, day_of, walk
from hongtou.importer.rows import task_table
from hongtou.importer.scan import Scan
from hongtou.importer.unit_cells import is_list, listed
from hongtou.importer.unread_lists import may_declare
from hongtou.memory import uncollected
from hongtou.model.base import Model
from hongtou.model.notice import Notice
from hongtou.model.register import Register, Relation, Unit, UnitSet
from hongtou.model.task import TaskTable
from hongtou.source.on_paper import MOST_COLUMNS

_STEM = re.compile(
    "^([\u4e00-\u9fff]{2,5}?)(?:特别行政区|自治区|自治州|综合实验区|开发区|新区|省|市|区|县|州|旗|镇|乡)"
)


@dataclass(frozen=True)
class Imported:
    """What was understood of a file; ``proposed`` are the units and sets that the register does not have."""

    notice: Notice
    tasks: TaskTable | None
    register: Register
    proposed: tuple[Unit | UnitSet, ...]
    ledger: Ledger
    widened: tuple[int, ...]
    lists: int
    carried: bool = False
    """Whether the paper carried the policy itself, so that nothing is a guess."""


@uncollected()
def understand(scan: Scan, register: Register | None = None, issuer: str = "") -> Imported:
    """Return the policy that ``scan`` prints; units are those of ``register``, others are proposed.

    ``issuer`` is who issues the paper, for one that does not say so itself.

    Raises GenError where there is no paper in it.
    """
    ledger = Ledger(scan)
    cleaned = clean(scan, ledger)
    raw = elements(cleaned.pieces)
    raw.issuer = issuer
    raw.recipients = parted(raw.recipients)
    if not raw.title and "标题" in cleaned.published.values:
        raw.title = [cleaned.published.values["标题"]]
    if not raw.title or not (raw.nodes or raw.preamble or raw.attachments):
        raise GenError(
            _("{path} holds no paper that could be read: no title with a text below it.").format(
                path=scan.path
            ),
            _("Give the file of the notice itself: title, addressees, text."),
        )
    _check_tables(raw)
    context = Context(ledger, _names(raw, register))
    context.issued = day_of(raw.date)
    context.may_declare = may_declare(scan.text)
    table = next((one for one in raw.attached() if one.table is not None and is_task_table(one.table)), None)
    tasks = task_table(table.table, context) if table is not None and table.table is not None else None
    fields = paper_fields(raw, context, "", table if tasks is not None else None)
    fields["publication"] = publication(cleaned.published, context)
    notice = Notice(schema_version=1, **fields)
    tasks = linked(tasks, notice, ledger) if tasks is not None else None
    _tell_twins(context, notice)
    for lost in ledger.nowhere([*_texts(notice), *(_texts(tasks) if tasks is not None else ())]):
        message = _("this was read and has no place in the policy: {words}")
        ledger.doubts.append(message.format(words=lost.value[:60]))
    return Imported(
        notice,
        tasks,
        _register(context, notice),
        tuple(context.names.proposed.values()),
        ledger,
        cleaned.widened,
        context.lists,
    )


def _check_tables(raw: RawPaper) -> None:
    """Raise GenError for a table that no paper can print, hence no policy can hold."""
    width = max((one.table.width for one in raw.attached() if one.table is not None), default=0)
    if width > MOST_COLUMNS:
        raise GenError(
            _("the table has {count} columns; Word takes {most} at most.").format(
                count=width, most=MOST_COLUMNS
            ),
            _("Make two tables of it, or swap rows and columns."),
        )


def _tell_twins(context: Context, notice: Notice) -> None:
    """Tell of proposed units that may be an issuer by its shorter name: 石城县教育局, 县教育局."""
    for name in context.names.proposed:
        whole = next((one for one in notice.issuers if one != name and one.endswith(name)), None)
        if whole is not None and len(name) > 3:
            message = _(
                "“{name}” may be “{issuer}”, who issues the paper: then make it an alias of that unit."
            )
            context.ledger.guesses.append(message.format(name=name, issuer=whole))


def _texts(model: Model) -> list[str]:
    """Return every text of ``model`` in its order, and the names of attributes."""
    found: list[str] = []
    _gather(model.__dict__.values(), found)
    return found


def _gather(values: Iterable[object], found: list[str]) -> None:
    for value in values:
        if not value:
            continue
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            _gather(value, found)
        elif isinstance(value, Model):
            _gather(value.__dict__.values(), found)
        elif isinstance(value, dict):
            _gather((*value, *value.values()), found)


def _names(raw: RawPaper, register: Register | None) -> Names:
    """Return a reader of unit names that has looked through every list of the paper."""
    issuers = issuers_of(raw)
    stems = [stem[1] for stem in map(_STEM.match, issuers) if stem is not None]
    names = Names(register, [*dict.fromkeys(stems)])
    names.learn([*([issuer] for issuer in issuers), *_printed(raw)])
    for issuer in issuers:
        names.one(issuer)
    return names


def _printed(raw: RawPaper) -> Iterator[list[str]]:
    """Yield every list of units of a paper as printed, its clauses apart."""
    yield from ([words.text] for words in (raw.recipients, raw.copies))
    for node in walk(raw.nodes):
        for found in chain(node.headed, *node.lists):
            yield [clause.units.text for clause in found.clauses]
    for one in raw.attachments:
        if one.paper is not None:
            yield from _printed(one.paper)
        if one.table is not None and is_task_table(one.table):
            yield from _cells(one)


def _cells(one: RawAttachment) -> Iterator[list[str]]:
    assert one.table is not None
    for column, held in enumerate(columns_of(one.table.heads)):
        if held.holds in UNITS:
            for cell in one.table.column(column):
                text = listed(cell, "。").text
                yield [text if is_list(text) else ""]


def _register(context: Context, notice: Notice) -> Register:
    """Return the register with what is proposed; the issuer of the paper is its own where there was none."""
    register = context.names.full
    if register is not None and context.names.register is not None:
        return register
    issuer = notice.issuers[0] if notice.issuers else ""
    if register is None or not issuer:
        raise GenError(
            _("the paper does not say who issues it."),
            _("Say it: --issuer 某市人民政府办公室"),
        )
    units = tuple(
        unit.model_copy(update={"relation": Relation.SELF}) if unit.name == issuer else unit
        for unit in register.units
    )
    return register.model_copy(update={"issuer": issuer, "units": units})
