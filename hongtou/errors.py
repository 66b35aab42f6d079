"""What can go wrong, and with which exit code the command ends.

The library raises; only :mod:`hongtou.commands` prints and exits.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

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
