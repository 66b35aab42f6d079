"""Expressions of others over plain data: Jinja's sandbox with everything taken away that a rule does not need.

An expression is looked through before it runs: only operators, names of fields, and a closed list of filters and
tests. There are no calls, no loops and no way to make much out of little, so that each run is about as long
as what it looks at; what all runs take together is limited too.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from typing import Any, NoReturn

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from hongtou.i18n import _
from hongtou.rules.hit import Path
from hongtou.rules.own.budget import Budget
from hongtou.rules.own.fault import RuleFault, out_of_time
from hongtou.rules.own.fields import FIELDS, Record
from hongtou.rules.own.matcher import LONGEST, Matcher
from hongtou.rules.own.plainly import of_template, of_values, unused

_ALLOWED = (
    nodes.Const, nodes.List, nodes.Tuple, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter,
    nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Mul,
    nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.CondExpr, nodes.Keyword,
)  # fmt: skip
_DEEPEST = 40
_LARGEST = 1_000_000
"""Characters or entries that may be put together."""
_PARTS_OF_DAYS = ("year", "month", "day", "days")
POLICY = "policy"
"""The name under which an expression has the notice."""


def _join(values: list[Any], mark: str = "") -> str:
    texts = [str(value) for value in values]
    _check_size(sum(map(len, texts)) + len(texts) * len(mark))
    return mark.join(texts)


def _matching(text: str, pattern: str) -> bool:
    return bool(Matcher(str(pattern), budget=Budget(0.5)).spans(str(text)))


FILTERS: dict[str, Callable[..., Any]] = {
    "length": len,
    "count": len,
    "first": lambda values: next(iter(values), None),
    "last": lambda values: next(reversed(values), None),
    "min": lambda values: min(values, default=None),
    "max": lambda values: max(values, default=None),
    "sum": sum,
    "sort": sorted,
    "unique": lambda values: [*dict.fromkeys(values)],
    "join": _join,
    "abs": abs,
    "int": int,
    "trim": str.strip,
    "lower": str.lower,
    "upper": str.upper,
}
"""All filters that an expression may use."""
TESTS: dict[str, Callable[..., Any]] = {
    "none": lambda value: value is None,
    "startingwith": str.startswith,
    "endingwith": str.endswith,
    "matching": _matching,
    "among": lambda values, known: set(values) <= set(known),
}
"""All tests that an expression may use."""


def _check_size(size: int) -> None:
    if size > _LARGEST:
        _refuse(_("this would make too much text."))


def _refuse(message: str) -> NoReturn:
    raise SecurityError(message)


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that knows plain data only."""

    intercepted_binops = frozenset({"+", "*", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an entry of a mapping, or a part of a date; there are no attributes."""
        if isinstance(obj, dict):
            return obj.get(attribute)
        if isinstance(obj, datetime.date | datetime.timedelta) and attribute in _PARTS_OF_DAYS:
            return getattr(obj, attribute)
        return _refuse(_("“.{name}” is not used here.").format(name=attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry of a mapping or a list, or a character."""
        if isinstance(obj, dict) and isinstance(argument, str):
            return obj.get(argument)
        if isinstance(obj, str | list | tuple) and isinstance(argument, int):
            return obj[argument]
        return _refuse(_("“[…]” is not used here."))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers; texts and lists are joined, but neither repeated nor filled in."""
        if operator == "+":
            _check_size(sum(len(value) for value in (left, right) if isinstance(value, str | list | tuple)))
        elif not (isinstance(left, int | float) and isinstance(right, int | float)):
            _refuse(_("“{operator}” is for numbers.").format(operator=operator))
        return super().call_binop(context, operator, left, right)


_SANDBOX = _Sandbox(undefined=StrictUndefined, autoescape=False)
_SANDBOX.globals.clear()
_SANDBOX.filters.clear()
_SANDBOX.filters.update(FILTERS)
_SANDBOX.tests.clear()
_SANDBOX.tests.update(TESTS)


def _entry(node: nodes.Getattr | nodes.Getitem) -> str:
    """Return the name behind the point or in the brackets; nothing where it is worked out, or a number."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    return (
        str(node.arg.value) if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str) else ""
    )


def _check_name(name: str, known: Collection[str]) -> None:
    """Refuse a name that none of ``known`` is, where they are known, and every one of Python's own."""
    if name.startswith("_") or (known and name and name not in known):
        message = _("there is no “{name}” here").format(name=name)
        _refuse(f"{message} ({', '.join(known)})." if known else f"{message}.")


class Expression:
    """A condition over the fields of a thing; ``steps`` lead from its rule to it."""

    def __init__(
        self, source: str, fields: Collection[str], steps: Path = (), budget: Budget | None = None
    ) -> None:
        self.source = source
        self.steps = steps
        self.budget = Budget() if budget is None else budget
        self._names = (*fields, POLICY)
        self._run = self._guarded(self._compile)

    def holds(self, record: Record, policy: Mapping[str, Any]) -> bool:
        """Whether it is true of ``record``. Raises RuleFault where it cannot be said."""
        with self.budget.spending():
            found: bool = self._guarded(lambda: bool(self._run({**record, POLICY: policy})))
        if self.budget.exhausted:
            raise out_of_time(self.steps)
        if self.budget.spent:
            raise self._fault(_("“{expression}” takes too long."))
        return found

    def _guarded(self, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except RuleFault as fault:
            raise RuleFault(fault.message, fault.hint, self.steps) from None
        except TemplateError as error:
            raise self._fault(_("“{expression}” cannot be used: {reason}."), of_template(error)) from None
        # An expression of others can fail in every way that Python has; none of them is ours.
        except Exception as error:
            raise self._fault(_("“{expression}” cannot be worked out: {reason}."), of_values(error)) from None

    def _compile(self) -> Any:
        if len(self.source) > LONGEST:
            _refuse(_("it is too long."))
        self._look_through(Parser(_SANDBOX, self.source, state="variable").parse_expression())
        return _SANDBOX.compile_expression(self.source, undefined_to_none=False)

    def _look_through(self, node: nodes.Node, depth: int = 0) -> None:
        """Refuse whatever is not needed to say something about plain data."""
        if depth > _DEEPEST:
            _refuse(_("it is nested too deep."))
        if not isinstance(node, _ALLOWED):
            _refuse(unused(type(node).__name__))
        if isinstance(node, nodes.Name):
            _check_name(node.name, self._names)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            of_policy = isinstance(node.node, nodes.Name) and node.node.name == POLICY
            _check_name(_entry(node), FIELDS["notice"] if of_policy else ())
        for child in node.iter_child_nodes():
            self._look_through(child, depth + 1)

    def _fault(self, message: str, reason: str = "") -> RuleFault:
        shown = self.source if len(self.source) <= 60 else f"{self.source[:60]}…"
        hint = _("Try it on a case: gen rules test.")
        return RuleFault(message.format(expression=shown, reason=reason), hint, self.steps)
