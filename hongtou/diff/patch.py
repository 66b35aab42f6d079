"""The difference of two versions as data: operations that make one of the other, entries known by their ids.

A path leads through keys and, in lists of things with ids, through ``#id``: ``("tasks", "tasks", "#graduates", "text")``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Path = tuple[str, ...]
Data = Any
KEYS = ("id", "name")
"""What a list entry is known by: ids of parts and tasks, names of units and sets."""


@dataclass(frozen=True)
class Operation:
    """One step: ``set`` a value (None where there was none), ``add`` or ``remove`` an entry, ``order`` a list by ids."""

    op: str
    path: Path
    old: Data = None
    new: Data = None


def patch(old: Data, new: Data, path: Path = ()) -> Iterator[Operation]:
    """Yield the steps from ``old`` to ``new``: first what goes, then what changes inside, what comes, and the order."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from patch(old.get(key), new.get(key), (*path, key))
    elif (ours := keyed(old)) is not None and (theirs := keyed(new)) is not None and (ours or theirs):
        yield from _lists(ours, theirs, path)
    else:
        yield Operation("set", path, old, new)


def _lists(ours: dict[str, Data], theirs: dict[str, Data], path: Path) -> Iterator[Operation]:
    for name, entry in ours.items():
        if name not in theirs:
            yield Operation("remove", (*path, f"#{name}"), entry, None)
    for name, entry in theirs.items():
        if name in ours:
            yield from patch(ours[name], entry, (*path, f"#{name}"))
        else:
            yield Operation("add", (*path, f"#{name}"), None, entry)
    after = [name for name in ours if name in theirs] + [name for name in theirs if name not in ours]
    if after != [*theirs]:
        yield Operation("order", path, [*ours], [*theirs])


def keyed(data: Data) -> dict[str, Data] | None:
    """Return the entries of a list by their ids; None where it is no list or its entries are not all known by one."""
    if not isinstance(data, (list, tuple)) or not all(isinstance(entry, dict) for entry in data):
        return None
    for key in KEYS:
        found = {str(entry[key]): entry for entry in data if key in entry}
        if len(found) == len(data):
            return found
    return None


def apply(data: Data, operations: Sequence[Operation]) -> Data:
    """Return ``data`` after ``operations``. Raises ValueError where it is not what they were made from."""
    for operation in operations:
        data = _applied(data, operation.path, operation)
    return data


def _applied(data: Data, path: Path, operation: Operation) -> Data:
    if operation.op == "order" and not path:
        entries = keyed(data) or {}
        return [entries[name] for name in operation.new]
    if not path:
        _expect(data, operation.old)
        return operation.new
    step, rest = path[0], path[1:]
    if step.startswith("#"):
        return _in_list(keyed(data) or {}, step[1:], rest, operation)
    changed = dict(data or {})
    value = _applied(changed.get(step), rest, operation)
    if value is None:
        changed.pop(step, None)
    else:
        changed[step] = value
    return changed


def _in_list(entries: dict[str, Data], name: str, rest: Path, operation: Operation) -> list[Data]:
    if rest or operation.op in ("set", "order"):
        entries = {**entries, name: _applied(entries[name], rest, operation)}
    elif operation.op == "remove":
        _expect(entries.get(name), operation.old)
        return [entry for key, entry in entries.items() if key != name]
    else:
        _expect(entries.get(name), None)
        entries = {**entries, name: operation.new}
    return [*entries.values()]


def _expect(found: Data, wanted: Data) -> None:
    if found != wanted:
        raise ValueError(f"{found!r} is not {wanted!r}")
