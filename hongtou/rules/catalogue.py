"""All rules that gen has, by family; a rule is known by the name of its module."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from hongtou.i18n import N_
from hongtou.rules.rule import Rule, rule_of

FAMILIES = {
    "punctuation": N_("Punctuation"),
    "numerals": N_("Numerals"),
    "form": N_("Form"),
    "units": N_("Units"),
    "tasks": N_("Tasks"),
    "table": N_("Body against table"),
    "package": N_("Package"),
    "own": N_("Own rules"),
}
"""The families in their order, with their titles; ``own`` are those of ``policy/rules.yaml``."""
TEXTUAL = frozenset({"punctuation", "numerals"})
"""Families that need nothing but running text."""


READING = frozenset({"yaml", "merge", "fold", "schema", "reference", "register", "encoding", "file"})
"""What stands in brackets behind findings of reading, which come from no rule."""
HUSHING = frozenset({"unused-suppression", "suppression-without-reason", "unknown-rule"})
"""The same of what is wrong about hushing."""
TEST = "test"
"""The word of ``gen rules test``."""
RESERVED = READING | HUSHING | {TEST}
"""Names that no rule can have."""


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, sorted by family and id."""
    return tuple(rule for family in FAMILIES if family != "own" for rule in _family(family))


@cache
def _family(family: str) -> tuple[Rule, ...]:
    package = importlib.import_module(f"hongtou.rules.{family}")
    names = sorted(name for _finder, name, _package in pkgutil.iter_modules([str(Path(package.__path__[0]))]))
    return tuple(
        rule_of(name, family, importlib.import_module(f"{package.__name__}.{name}"))
        for name in names
        if not name.startswith("_")
    )


def text_rules() -> tuple[Rule, ...]:
    """Return the rules for running text of any kind."""
    return tuple(rule for family in FAMILIES if family in TEXTUAL for rule in _family(family))
