"""A rule: a module with a docstring that documents it, a severity, and a function that finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from hongtou.findings import Severity
from hongtou.rules.hit import Hit

Binding = Literal["standard", "practice", "house"]
_FIELD = re.compile(r"^(Clause|Binding|Wrong|Right|Fix): (.*)$")


@dataclass(frozen=True)
class Rule:
    """A rule as the catalogue knows it.

    ``summary`` and ``reason`` are English; they are in the message catalogue. ``clause`` says where the rule
    comes from and ``binding`` how firmly: the standard says so, practice, or this house.
    """

    id: str
    family: str
    severity: Severity
    summary: str
    reason: str
    clause: str
    binding: Binding
    wrong: str
    right: str
    fix: str
    check: Callable[[Any], Iterable[Hit]]
    fixed_severity: bool = False
    """Whether the house has given the severity: then a hit's own does not count."""


def paragraphs(docstring: str) -> tuple[str, str]:
    """Return summary and reason of a rule's docstring, each on one line."""
    blocks = [" ".join(block.split()) for block in docstring.strip().split("\n\n")]
    reasons = [block for block in blocks[1:] if not _FIELD.match(block)]
    return blocks[0], " ".join(reasons)


def fields(docstring: str) -> dict[str, str]:
    """Return the fields of a rule's docstring: Clause, Binding, Wrong, Right, Fix."""
    found = (_FIELD.match(line.strip()) for line in docstring.splitlines())
    return {match[1].lower(): match[2] for match in found if match}


def rule_of(name: str, family: str, module: Any) -> Rule:
    """Return the rule in ``module``. Raises KeyError where its docstring lacks a field."""
    said = fields(module.__doc__ or "")
    summary, reason = paragraphs(module.__doc__ or "")
    return Rule(
        name.replace("_", "-"),
        family,
        module.SEVERITY,
        summary,
        reason,
        said["clause"],
        said["binding"],  # type: ignore[arg-type]
        said["wrong"],
        said["right"],
        said["fix"],
        module.check,
    )
