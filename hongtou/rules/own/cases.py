"""The cases that an own rule comes with: what it must find, and what it must leave alone.

A case is a text, where the rule looks at texts; a record, with the fields that matter; or a list of these, where
things are held against each other. Where other things matter too, it is a mapping of lists, such as
``{measure: [{id: a}], task: [{measure: a}]}``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.model.own_rule import AnyRule
from hongtou.rules.hit import Path, Place
from hongtou.rules.locate import ends
from hongtou.rules.own.build import find, id_faults
from hongtou.rules.own.fault import RuleFault
from hongtou.rules.own.fields import FIELDS, PARTS, TEXTS, Record
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, plain
from hongtou.source.nodes import Source


@dataclass(frozen=True)
class Failure:
    """A case that did not come out as it says, or a rule that cannot be tried; ``path`` leads there in the data."""

    rule: str
    path: Path
    message: str
    hint: str = ""


def case_findings(rules: Sequence[AnyRule], source: Source) -> list[Finding]:
    """Return the failures of all ``rules`` at their lines of ``source``, which is rules.yaml."""
    found = []
    for failure in failures(rules):
        start, end = ends(source, Place("rules", failure.path))
        found.append(
            Finding(source.path, *start, failure.message, failure.hint, failure.rule, end=end)
        )  # fmt: skip
    return sorted(found)


def failures(rules: Sequence[AnyRule]) -> list[Failure]:
    """Return what the cases of ``rules`` show to be wrong."""
    return [
        failure
        for number, (rule, fault) in enumerate(zip(rules, id_faults(rules), strict=True))
        for failure in _failures(rule, ("check", "rules", number), fault)
    ]


def _failures(rule: AnyRule, at: Path, fault_of_id: RuleFault | None) -> Iterator[Failure]:
    try:
        if fault_of_id is not None:
            raise fault_of_id
        list(find(rule, World(lambda _on: ())))
        for key, cases in (("fires", rule.cases.fires), ("silent", rule.cases.silent)):
            if not cases:
                yield Failure(rule.id, (*at, "cases", key), *_lacking(key))
            for number, case in enumerate(cases):
                yield from _tried(rule, at, case, ("cases", key, number))
    except RuleFault as fault:
        yield Failure(rule.id, (*at, *fault.steps), fault.message, fault.hint)


def _tried(rule: AnyRule, at: Path, case: Any, place: Path) -> Iterator[Failure]:
    """Yield what is wrong with a case. Raises RuleFault where it is the rule: no other case is tried then."""
    try:
        world = _world(rule, case, place)
    except RuleFault as fault:
        yield Failure(rule.id, (*at, *fault.steps), fault.message, fault.hint)
        return
    found = list(find(rule, world))
    if bool(found) != (place[1] == "fires"):
        yield Failure(rule.id, (*at, *place), *_words(found))


def _lacking(key: str) -> tuple[str, str]:
    if key == "fires":
        return _("no case shows that the rule finds anything."), _("Add one: “cases: {fires: […]}”.")
    return _("no case shows what the rule leaves alone."), _("Add one: “cases: {silent: […]}”.")


def _words(found: Sequence[Found]) -> tuple[str, str]:
    hint = _("Change the rule, or the case.")
    if not found:
        return _("the rule should find something in this case, and finds nothing."), hint
    message = _("the rule should find nothing in this case; it finds “{words}”: {what}")
    return message.format(words=found[0].shown, what=found[0].what), hint


def _world(rule: AnyRule, case: Any, place: Path) -> World:
    """Return the things of a case."""
    if isinstance(case, dict) and case and all(_is_thing(key, value) for key, value in case.items()):
        given = {
            on: [_thing(on, one, (*place, on, n)) for n, one in enumerate(ones)] for on, ones in case.items()
        }
    elif isinstance(case, list):
        given = {rule.on: [_thing(rule.on, one, (*place, n)) for n, one in enumerate(case)]}
    else:
        given = {rule.on: [_thing(rule.on, case, place)]}

    def gather(on: str) -> Iterable[Thing]:
        return chain.from_iterable(given.get(name, ()) for name in (on, *PARTS.get(on, ())))

    return World(gather)


def _is_thing(key: str, value: Any) -> bool:
    return key in FIELDS and isinstance(value, list)


def _thing(on: str, given: Any, place: Path) -> Thing:
    if isinstance(given, str) and on in TEXTS:
        given = {"text": given}
    if not isinstance(given, dict):
        wanted = _("a text") if on in TEXTS else _("fields with values, like “{ id: a }”")
        raise RuleFault(_("a case of “{on}” is {wanted}.").format(on=on, wanted=wanted), "", place)
    record: Record = {**FIELDS[on]}
    for name, value in given.items():
        if name not in record:
            message = _("“{on}” has no field “{name}”.").format(on=on, name=name)
            hint = _("Known here: {names}").format(names=", ".join(record))
            raise RuleFault(message, hint, (*place, name))
        record[name] = _value(value, record[name], (*place, name))
    return Thing(record, Place("rules", place))


def _value(value: Any, empty: Any, place: Path) -> Any:
    """Return ``value`` where it is of the kind that the field holds."""
    if value is None:
        return empty
    if isinstance(empty, list | dict):
        inner = value.values() if isinstance(value, dict) else value
        fits = isinstance(value, type(empty)) and not any(isinstance(one, list | dict) for one in inner)
    elif empty is None:
        fits = isinstance(value, int | float | datetime.date)
    else:
        fits = isinstance(value, type(empty))
    if not fits:
        raise RuleFault(_("“{value}” does not fit this field.").format(value=plain(value)), "", place)
    return value
