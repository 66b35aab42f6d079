"""A policy as texts that a file can carry 随附数据, and back: the notice, the table, and the entries of the register they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from hongtou.model.notice import Notice
from hongtou.model.policy import Policy
from hongtou.model.register import Register, UnitSet
from hongtou.model.task import TaskTable

NAME, NOTICE, TASKS, UNITS = "name", "notice", "tasks", "units"


def texts(policy: Policy) -> dict[str, str]:
    """Return ``policy`` as JSON texts by name; settings and house rules are the office's own and stay."""
    parts = {NOTICE: policy.notice, TASKS: policy.tasks, UNITS: _named(policy)}
    dumped = {
        name: part.model_dump_json(by_alias=True, exclude_defaults=True)
        for name, part in parts.items()
        if part is not None
    }
    return {NAME: policy.name, **dumped}


def from_texts(given: Mapping[str, str]) -> Policy | None:
    """Return the policy that ``given`` holds; None where it holds none, or one of another version of the model."""
    try:
        tasks = TaskTable.model_validate_json(given[TASKS]) if TASKS in given else None
        notice, register = (
            Notice.model_validate_json(given[NOTICE]),
            Register.model_validate_json(given[UNITS]),
        )
    except (KeyError, ValidationError):
        return None
    return Policy(given.get(NAME, ""), notice, tasks, register)


def _named(policy: Policy) -> Register:
    """Return the register less what the policy does not name; members of sets and superiors are named with them."""
    register = policy.register
    wanted: dict[str, None] = {}
    left = [register.issuer, *_words(policy.notice.model_dump())]
    left += _words(policy.tasks.model_dump()) if policy.tasks is not None else []
    while left:
        entry = register.by_name.get(left.pop())
        if entry is None or entry.name in wanted:
            continue
        wanted[entry.name] = None
        left += entry.members if isinstance(entry, UnitSet) else [entry.parent or ""]
    return register.model_copy(
        update={
            "units": tuple(unit for unit in register.units if unit.name in wanted),
            "sets": tuple(one for one in register.sets if one.name in wanted),
        }
    )


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _words(inner)
