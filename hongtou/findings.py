"""One finding: the same type for schema, references, templates and rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from hongtou.i18n import _

_CITED = re.compile(r"(?!自定规则|通行做法|惯例).*(?:[\d第《]|条例|规[定范则]|办法|标准|制度)")
"""A clause that can be looked up 条款: practice and the house's own rules have none."""


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
    end: tuple[int, int] = field(default=(0, 0), compare=False)
    """Line and column behind the last character, (0, 0) where only the beginning is known."""
    item: str = field(default="", compare=False)
    """The id of the task, section or measure it is about."""
    clause: str = field(default="", compare=False)
    """Where it is asked for: a clause of a standard, an article, or practice."""
    fixable: bool = field(default=False, compare=False)
    """Whether it is known what to write instead."""

    def __str__(self) -> str:
        return self.shown()

    def shown(self, *, with_rule: bool = False) -> str:
        """Return a line for people, and what to do about it on the next; the rule with the clause it rests on."""
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column}"
        text = f"{place}: {self.severity.word}: {self.message}"
        if with_rule and self.rule:
            text += f" [{self.rule}]"
            if _CITED.match(self.clause):
                text += f" {self.clause}"
        if self.hint:
            text += f"\n    → {self.hint}"
        return text
