"""One finding: the same type for schema, references, templates and rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from hongtou.i18n import _


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def word(self) -> str:
        """The severity in the chosen language: 错误、警告、提示."""
        return {"error": _("error"), "warning": _("warning"), "info": _("info")}[self.value]


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong at a place, with a way out.

    ``path`` is as the user would type it; ``line`` and ``column`` count from 1, 0 means "the whole file".
    ``rule`` is a readable id such as ``unknown-unit``; ``hint`` is what to do, empty where nothing is known.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    rule: str = field(default="", compare=False)
    severity: Severity = field(default=Severity.ERROR, compare=False)

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column}"
        text = f"{place}: {self.severity.word}: {self.message}"
        if self.hint:
            text += f"\n    → {self.hint}"
        return text
