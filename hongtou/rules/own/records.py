"""The things of a policy as plain records, each with the places that its fields come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import Any

from hongtou.model.base import Model, Paragraphs, unit_names
from hongtou.model.duty import Role
from hongtou.model.notice import Item, Section
from hongtou.model.register import Unit, UnitSet
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Path, Place
from hongtou.rules.own.fields import FIELDS, Record
from hongtou.rules.own.thing import Thing
from hongtou.rules.script import Piece


def gather(facts: Facts, on: str) -> Iterator[Thing]:
    """Yield the things ``on`` of a policy in their order."""
    yield from _GATHER[on](facts)


def _record(on: str, model: Model, **more: Any) -> Record:
    """Return the fields of a thing from the model it is, or from ``more``."""
    return {
        name: more[name] if name in more else _plain(getattr(model, name, None), empty)
        for name, empty in FIELDS[on].items()
    }


def _plain(value: Any, empty: Any) -> Any:
    if value is None:
        return empty
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return len(value) if type(empty) is int else [*unit_names(value)]
    return value


def _written(model: Model, at: Path) -> dict[str, Sequence[Path]]:
    """Return the places of all keys that ``model`` has in its file, each attribute by itself."""
    attributes = getattr(model, "attributes", {})
    return {
        **{name: [(*at, name)] for name in model.model_fields_set},
        **{f"attributes.{name}": [(*at, "attributes", name)] for name in attributes},
    }


def _leaves(text: Paragraphs, at: Path) -> list[Path]:
    """Return the path of every sentence or name in ``text``."""
    found: list[Path] = []
    for number, entry in enumerate(text):
        if isinstance(entry, str):
            found.append((*at, number))
        else:
            found += [(*at, number, count) for count in range(len(entry))]
    return found


def _notice(facts: Facts) -> Iterator[Thing]:
    notice = facts.notice
    body = [p for p in facts.script.pieces if p.file == "notice" and p.kind in ("text", "item")]
    sentences = [_words(facts, piece) for piece in body]
    record = _record(
        "notice", notice,
        sentences=sentences, text="".join(sentences),
        secrecy=notice.secrecy.level if notice.secrecy else "",
        attachments=[attachment.title for attachment in notice.attachments],
        tasks=len(facts.rows),
    )  # fmt: skip
    paths = _written(notice, ())
    for name in ("issuers", "recipients", "copies_to", "signers"):
        paths[name] = _leaves(getattr(notice, name), (name,))
    paths["sentences"] = paths["text"] = [piece.path for piece in body]
    paths["attachments"] = [("attachments", n, "title") for n in range(len(notice.attachments))]
    yield Thing(record, Place("notice", ("title",)), paths)


def _parts(kind: str) -> Callable[[Facts], Iterator[Thing]]:
    def find(facts: Facts) -> Iterator[Thing]:
        return (_part(facts, part) for part in facts.parts if kind in ("node", _kind(part)))

    return find


def _kind(part: Holder) -> str:
    if isinstance(part.duties, Item):
        return "item"
    return "section" if isinstance(part.duties, Section) else "measure"


def _part(facts: Facts, part: Holder) -> Thing:
    rows = [row.id for row in facts.rows_of.get(part.id, ())]
    more = {"kind": _kind(part), "label": part.label, "tasks": rows}
    return _holding("node", part, more)


def _tasks(facts: Facts) -> Iterator[Thing]:
    return (_holding("task", row, {"number": int(row.label)}) for row in facts.rows)


def _holding(on: str, holder: Holder, more: Record) -> Thing:
    """Return a part or a row with what it owes."""
    duties = holder.duties
    named = [
        (assignment.role, name, path)
        for number, assignment in enumerate(duties.assignments)
        for name, path in zip(
            unit_names(assignment.units),
            _leaves(assignment.units, (*holder.path, "assignments", number, "units")),
            strict=True,
        )
    ]
    leading = [entry for entry in named if entry[0] is Role.LEAD]
    dated = [(n, deadline.date) for n, deadline in enumerate(duties.deadlines) if deadline.date is not None]
    sentences = [path for path, _sentence in holder.sentences]
    paths = _written(duties, holder.path) | {
        "units": [path for _role, _name, path in named],
        "leads": [path for _role, _name, path in leading or named[:1]],
        "roles": [(*holder.path, "assignments", n, "role") for n in range(len(duties.assignments))],
        "dates": [(*holder.path, "deadlines", n, "date") for n, _date in dated],
        "sentences": sentences,
        "text": sentences,
        "number": [holder.head.path],
        "label": [holder.head.path],
    }
    record = _record(
        on, duties, **more,
        text=holder.text, sentences=[sentence for _path, sentence in holder.sentences],
        units=[name for _role, name, _path in named], leads=[name for _role, name, _path in leading],
        roles=[assignment.role.value for assignment in duties.assignments],
        dates=[date for _number, date in dated], attributes=dict(duties.attributes),
    )  # fmt: skip
    return Thing(record, holder.head, paths)


def _owed(on: str, key: str, head: str) -> Callable[[Facts], Iterator[Thing]]:
    """Return what yields the targets, deadlines or assignments of all parts and rows."""

    def find(facts: Facts) -> Iterator[Thing]:
        for holder in facts.holders:
            for number, model in enumerate(getattr(holder.duties, key)):
                path = (*holder.path, key, number)
                paths = _written(model, path)
                if on == "assignment":
                    paths["units"] = _leaves(model.units, (*path, "units"))
                place = Place(holder.file, (*path, head), "", holder.id)
                yield Thing(_record(on, model, item=holder.id), place, paths)

    return find


def _units(facts: Facts) -> Iterator[Thing]:
    groups: list[tuple[str, Sequence[Unit | UnitSet]]] = [
        ("units", facts.register.units),
        ("sets", facts.register.sets),
    ]
    for key, entries in groups:
        for number, entry in enumerate(entries):
            path = (key, number)
            paths = _written(entry, path)
            for name in ("aliases", "members"):
                paths[name] = _leaves(getattr(entry, name, ()), (*path, name))
            record = _record("unit", entry, set=isinstance(entry, UnitSet))
            yield Thing(record, Place("units", (*path, "name")), paths)


def _recipients(facts: Facts) -> Iterator[Thing]:
    units = facts.notice.recipients
    for name, path in zip(unit_names(units), _leaves(units, ("recipients",)), strict=True):
        entry = facts.register.by_name[name]
        record = _record("recipient", entry, set=isinstance(entry, UnitSet))
        yield Thing(record, Place("notice", path))


def _texts(fits: Callable[[Piece], bool]) -> Callable[[Facts], Iterator[Thing]]:
    def find(facts: Facts) -> Iterator[Thing]:
        for piece in facts.script.pieces:
            if fits(piece):
                record = {
                    "text": _words(facts, piece), "kind": piece.kind, "file": piece.file, "item": piece.item,
                }  # fmt: skip
                yield Thing(record, Place(piece.file, piece.path), start=piece.start)

    return find


def _words(facts: Facts, piece: Piece) -> str:
    return facts.script.text[piece.start : facts.script.end_of(piece)]


_GATHER: dict[str, Callable[[Facts], Iterable[Thing]]] = {
    "notice": _notice,
    "section": _parts("section"),
    "measure": _parts("measure"),
    "item": _parts("item"),
    "node": _parts("node"),
    "task": _tasks,
    "target": _owed("target", "targets", "printed"),
    "deadline": _owed("deadline", "deadlines", "printed"),
    "assignment": _owed("assignment", "assignments", "units"),
    "unit": _units,
    "recipient": _recipients,
    "title": _texts(lambda piece: piece.kind == "title" and piece.path[-1] == "title"),
    "heading": _texts(lambda piece: piece.kind in ("heading", "run-in")),
    "sentence": _texts(lambda piece: piece.kind in ("text", "item")),
    "text": _texts(lambda piece: True),
}
