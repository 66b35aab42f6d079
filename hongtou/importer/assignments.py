"""Assignments 责任分工 and rules 文内规则 of the model, from the lists found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hongtou.i18n import _
from hongtou.importer.clauses import Clause
from hongtou.importer.context import Context
from hongtou.importer.lists import Found
from hongtou.importer.names import OWNED, Reading, is_open, is_plausible
from hongtou.importer.role_words import DEED, DUTIES, OWES
from hongtou.importer.unit_words import are_names
from hongtou.importer.unread_lists import stray_rules
from hongtou.importer.words import Words
from hongtou.model.base import unit_names
from hongtou.model.duty import Assignment, LeadBy, Role
from hongtou.model.notice import Declaration, DeclarationKind
from hongtou.model.register import UnitSet
from hongtou.units import group

_ADDS = re.compile("(?:以下)?(?:各项)?均[需由](?P<units>.+?)(?P<verb>配合落实|配合|落实|负责)")
_DEFAULT = re.compile("(?P<name>[\u4e00-\u9fff]{2,6}?)均为(?P<value>[^。，]+)")
_FIRST = re.compile("(?:列|排)(?:在)?(?:第一|首)")
_ROLES = {"配合落实": Role.SUPPORT, "配合": Role.SUPPORT, "落实": Role.IMPLEMENT, "负责": Role.RESPONSIBLE}
COORDINATES = "统筹协调"
_COUNT = re.compile(r"（(?:共|计)?\d{1,3}[项条个]）$")
"""How many tasks a unit has, behind its name in a heading 县教育局（5项）."""
_SUBJECT = re.compile(f"^(?P<unit>[^，。；、（）]{{2,16}}?)(?:要|应当?|负责)(?P<duty>.*{COORDINATES}.*)$")


def assignments(
    found: Found, context: Context, where: str, covers: str | None = None
) -> tuple[Assignment, ...]:
    """Return the assignments of one list; ``covers`` are the words it is about, None for all of its part."""
    context.lists += 1
    readings = context.names.read_clauses([clause.units.text for clause in found.clauses])
    made = [
        _assignment(clause, reading, context, where, covers)
        for clause, reading in zip(found.clauses, readings, strict=True)
    ]
    return once(tuple(one for one in made if one is not None), context)


def once(made: tuple[Assignment, ...], context: Context) -> tuple[Assignment, ...]:
    """Return ``made`` with no unit that leads in another role as well: its lead is kept, the fault is told."""
    if len(made) < 2 or not any(one.role is Role.LEAD for one in made):
        return made
    leads = {(one.covers, name) for one in made if one.role is Role.LEAD for name in unit_names(one.units)}
    kept: list[Assignment] = []
    for one in made:
        named = () if one.role is Role.LEAD else unit_names(one.units)
        both = [name for name in named if (one.covers, name) in leads]
        for name in both:
            message = _("“{name}” leads and is “{role}” in the same task; it is kept as the lead.")
            context.ledger.faults.append(message.format(name=name, role=one.role))
        left = tuple(name for name in unit_names(one.units) if name not in both)
        if left:
            kept.append(one.model_copy(update={"units": left}) if both else one)
    return tuple(kept)


def _assignment(
    clause: Clause, reading: Reading, context: Context, where: str, covers: str | None
) -> Assignment | None:
    if not reading.names:
        return None
    note_reading(reading, clause.units, context, where)
    fields = {
        "role": clause.role,
        "units": arranged(reading, context),
        "open": clause.with_others or is_open(clause.units.text),
        "lead_by": LeadBy.EXPLICIT if clause.role is Role.LEAD else None,
        "covers": covers,
    }
    return Assignment(**{key: value for key, value in fields.items() if value})


def arranged(reading: Reading, context: Context) -> tuple[str, ...] | tuple[tuple[str, ...], ...]:
    """Return names flat where their groups are those that are computed, else as groups; each once."""
    names = tuple(dict.fromkeys(reading.names))
    if len(reading.groups) == 1 or len(names) < len(reading.names):
        return names
    register = context.names.full
    return names if register is not None and group(names, register) == reading.groups else reading.groups


def note_reading(reading: Reading, words: Words, context: Context, where: str) -> None:
    """Note what was read from a list, and which names were made whole."""
    context.value(words, f"{where}.units", "、".join(reading.names))
    for printed, name in reading.elided:
        if (printed, name) in context.whole:
            continue
        context.whole.add((printed, name))
        if context.names.register is None or name not in context.names.register.by_name:
            message = _("“{printed}” in a list is read as “{name}”: it follows names of that owner.")
            context.ledger.guesses.append(message.format(printed=printed, name=name))
    if len(set(reading.names)) < len(reading.names):
        message = _("a list names a unit twice: {list}")
        context.ledger.faults.append(message.format(list=words.text))


def rules(found: Iterable[Found], context: Context, node: str, before: str | None, where: str) -> None:
    """Note the rules that the lists of ``node`` declare; ``before`` is the part in front of it.

    首位牵头，下同 holds for the list in which it stands as well, 以下均需… for what follows.
    """
    for words in [rule for one in found for rule in one.rules]:
        made = [*_declared(words, context, node, before)]
        context.declarations += made
        if made:
            context.value(words, f"{where}.declarations", made[0].kind.value)
        else:
            context.ledger.doubts.append(
                _("this looks like a rule for what follows, and is not understood: {words}").format(
                    words=words.text
                )
            )


def tell_stray_rules(paragraph: Words, found: Iterable[Found], context: Context) -> None:
    """Note rules for lists that stand outside all lists: how far they reach is not said, and they were not applied."""
    for words in stray_rules(paragraph, [*found]):
        message = _(
            "this says whose part it is in several lists, and was not applied; write it into the assignments: {words}"
        )
        context.ledger.doubts.append(message.format(words=words.text[:80]))


def _declared(words: Words, context: Context, node: str, before: str | None) -> Iterator[Declaration]:
    text = words.text
    if _FIRST.search(text):
        yield Declaration(kind=DeclarationKind.FIRST_LEADS, after=before, printed=text)
    elif match := _ADDS.search(text):
        units = context.names.read(match["units"]).names
        yield Declaration(
            kind=DeclarationKind.ADDS_UNITS, after=node, units=units, role=_ROLES[match["verb"]], printed=text
        )
    elif match := _DEFAULT.search(text):
        yield Declaration(
            kind=DeclarationKind.DEFAULT_ATTRIBUTE,
            after=node,
            attribute=match["name"],
            value=match["value"],
            printed=text,
        )


def coordinators(sentence: Words, context: Context, where: str) -> Iterator[Assignment]:
    """Yield the unit that a sentence with 统筹协调 makes coordinate the work: its subject, where that is a known unit."""
    match = _SUBJECT.match(sentence.text)
    register = context.names.full
    entry = register.find(match["unit"]) if match is not None and register is not None else None
    if match is None or entry is None or isinstance(entry, UnitSet):
        return
    context.value(sentence.cut(*match.span("unit")), f"{where}.assignments.coordinate", entry.name)
    yield Assignment(role=Role.COORDINATE, units=(entry.name,), covers=sentence.text)


def owners(heading: Words, above: str, text: str, context: Context, where: str) -> Iterator[Assignment]:
    """Yield the unit that a heading is: （五）区社会事业局.

    The part above says that duties follow 职责分工, or the ``text`` below begins with one.
    """
    name = heading.text.rstrip("。：")
    name = _COUNT.sub("", name) if name.endswith("）") else name
    if "，" in name or not are_names(name) or not is_plausible(name) or DEED.match(name):
        return
    is_owned = OWNED.match(name) is not None
    if not DUTIES.search(above) and not (OWES.match(text) and (is_owned or name.startswith("各"))):
        if is_owned:
            message = _(
                "the heading “{heading}” names units; that they owe what stands below it is not said, and they were not assigned."
            )
            context.ledger.doubts.append(message.format(heading=heading.text[:60]))
        return
    reading = context.names.read(name)
    context.value(heading, f"{where}.units", "、".join(reading.names))
    context.lists += 1
    yield Assignment(units=reading.names)


def with_attributes(found: Iterable[Found]) -> dict[str, str]:
    """Return the attributes that lists give beside units: 适用范围."""
    return {name: value for one in found for name, value in one.attributes}
