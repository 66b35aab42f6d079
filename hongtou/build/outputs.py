"""Files to be written, held against those that are there: create, update, unchanged, conflict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from hongtou.i18n import _
from hongtou.render.fingerprint import untouched


class Verb(StrEnum):
    """What becomes of a file."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    LEFT = "left"
    """Written by gen for a unit that owes nothing any more."""
    REMOVE = "remove"


@dataclass(frozen=True)
class Output:
    """A file to be written: ``make`` returns what goes into it."""

    path: Path
    make: Callable[[], bytes] = field(compare=False)


@dataclass(frozen=True)
class Settled:
    """What becomes of the file at ``path``, and why; ``data`` is what goes into it where it is to be written."""

    path: Path
    verb: Verb
    reason: str
    data: bytes | None = None


def settle(output: Output, *, force: bool = False) -> Settled:
    """Make the file and say what becomes of it. Raises what making it raises, and OSError where it cannot be read."""
    path = output.path
    data = output.make()
    if path.is_dir():
        return Settled(path, Verb.CONFLICT, _("a folder is in its place"))
    try:
        present = path.read_bytes()
    except FileNotFoundError:
        return Settled(path, Verb.CREATE, _("not there yet"), data)
    if present == data:
        return Settled(path, Verb.UNCHANGED, _("the same"))
    if untouched(present):
        return Settled(path, Verb.UPDATE, _difference(present, data), data)
    if force:
        return Settled(path, Verb.UPDATE, _("replaced by force"), data)
    return Settled(path, Verb.CONFLICT, _("changed by hand, or not written by gen"))


def _difference(present: bytes, data: bytes) -> str:
    from hongtou.render.about import about, differences

    found = differences(about(present), about(data))
    return "; ".join(found) if found else _("it looks different")
