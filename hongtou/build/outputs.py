"""Files to be written, held against those that are there: create, update, unchanged, conflict."""

from __future__ import annotations

import os
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


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written: ``make``, called with ``subject`` where there is one, returns what goes into it.

    Kept small, since there are as many as letters: the path is text.
    """

    file: str
    make: Callable[..., bytes] = field(compare=False)
    subject: str = ""

    @property
    def path(self) -> Path:
        """Where the file is to be."""
        return Path(self.file)

    def made(self) -> bytes:
        """Return what goes into the file."""
        return self.make(self.subject) if self.subject else self.make()


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a file, and why."""

    file: str
    verb: Verb
    reason: str

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.file)


def settle(output: Output, *, force: bool = False) -> tuple[Verb, str, bytes | None]:
    """Make the file; return what is to become of it, why, and what goes into it where it is to be written.

    Raises what making it raises, and OSError where the file that is there cannot be read.
    """
    data = output.made()
    if not os.path.exists(output.file):  # noqa: PTH110 - a Path for each costs as much as writing it
        return Verb.CREATE, _("not there yet"), data
    try:
        present = output.path.read_bytes()
    except OSError:
        if output.path.is_dir():
            return Verb.CONFLICT, _("a folder is in its place"), None
        raise
    if present == data:
        return Verb.UNCHANGED, _("the same"), None
    if untouched(present):
        return Verb.UPDATE, _difference(present, data), data
    if force:
        return Verb.UPDATE, _("replaced by force"), data
    return Verb.CONFLICT, _("changed by hand, or not written by gen"), None


def _difference(present: bytes, data: bytes) -> str:
    from hongtou.render.about import about, differences

    said = about(data)
    if "gen.content" not in said:
        return _("text or look changed")
    return "; ".join(differences(about(present), said)) or _("it looks different")
