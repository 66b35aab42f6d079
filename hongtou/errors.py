"""What can go wrong, and with which exit code the command ends.

The library raises; only :mod:`hongtou.commands` prints and exits.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.findings import Finding


class ExitCode(IntEnum):
    """The exit codes of every ``gen`` command."""

    DONE = 0
    """Done, or nothing to report."""
    FINDINGS = 1
    """The command ran and found something: a failed assertion, a difference."""
    UNUSABLE = 2
    """Wrong usage, unreadable input, or a tool that is missing."""
    REFUSED = 3
    """Refused for safety: it would overwrite what a person has edited."""


class GenError(Exception):
    """Something the user can put right: one message and, where known, a way out.

    ``message`` says what is wrong, ``hint`` what to do about it.
    """

    exit_code: ExitCode = ExitCode.UNUSABLE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SourceError(GenError):
    """The source cannot be read as a policy; carries every finding, sorted by place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(sorted(set(findings)))
        super().__init__("\n".join(str(finding) for finding in self.findings))


class TemplateError(GenError):
    """A Word template cannot be filled; carries every finding."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(sorted(set(findings)))
        super().__init__("\n".join(str(finding) for finding in self.findings))


class ToolMissing(GenError):
    """A program outside Python (LibreOffice) is missing or failed."""


class Refused(GenError):
    """Going on would destroy something a person made."""

    exit_code = ExitCode.REFUSED


def os_reason(error: OSError) -> tuple[str, str]:
    """Return why the system refused a file, in the chosen language, and what to do about it."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return _("permission denied"), _("Ask for the right to it, or use another folder (-o).")
        case errno.EROFS:
            return _("the disk can only be read"), _("Use another folder (-o).")
        case errno.ENOENT:
            return _("there is no such file or folder"), _("Check the path, letter by letter.")
        case errno.EISDIR:
            return _("it is a folder"), _("Name a file in it.")
        case errno.EEXIST | errno.ENOTDIR:
            return _("a file stands where a folder is wanted"), _("Move it away, or use another folder (-o).")
        case errno.ENOSPC | errno.EDQUOT:
            return _("the disk is full"), _("Make room, or use another folder (-o).")
        case errno.EFBIG:
            return _("the file is too large for the disk"), _("Use another folder (-o).")
        case errno.ENAMETOOLONG:
            return _("the name is too long"), _("Give it a shorter name.")
        case errno.ELOOP:
            return _("links lead in a circle"), _("Put the file itself in the place of the link.")
    return error.strerror or str(error), _("Look at the path, at its rights and at the disk.")
