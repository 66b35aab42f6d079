"""Loading a policy: its files read, checked and held against each other, every fault at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel

from hongtou.errors import SourceError
from hongtou.findings import Finding
from hongtou.memory import uncollected
from hongtou.model.house import HouseRules
from hongtou.model.notice import Notice
from hongtou.model.policy import Policy
from hongtou.model.register import Register
from hongtou.model.settings import SheetSettings
from hongtou.model.task import TaskTable
from hongtou.source.check import check, node_at
from hongtou.source.files import decode, read_bytes
from hongtou.source.nodes import Source, read
from hongtou.source.references import check_rules, cross_check

Reader = Callable[[Path, str], bytes | Finding]
"""Returns what is in a file, or why it cannot be had; a git revision can stand in for the working tree."""


class Place(Protocol):
    """Where the files of a policy lie: the working tree, or a revision that stands in for it."""

    def exists(self, path: Path) -> bool:
        """Whether something is at ``path``, be it readable or not."""

    def shown(self, path: Path) -> str:
        """Return ``path`` as messages call it."""


Read = TypeVar("Read", bound=BaseModel)


@dataclass(frozen=True)
class Loaded:
    """A policy with the files it was read from, by name: notice, tasks, units, sheet, rules."""

    policy: Policy
    sources: dict[str, Source]


class _WorkingTree:
    """The files as they lie on the disk 工作区."""

    def exists(self, path: Path) -> bool:
        return os.path.lexists(path)

    def shown(self, path: Path) -> str:
        return shown_path(path)


WORKING_TREE: Place = _WorkingTree()


def load_policy(folder: Path, reader: Reader = read_bytes) -> Policy:
    """Return the policy in ``folder``, with the register and settings of the folder above.

    Raises SourceError with every finding of every file.
    """
    return load(folder, reader).policy


def load(folder: Path, reader: Reader = read_bytes, place: Place = WORKING_TREE) -> Loaded:
    """Return the policy in ``folder`` of ``place`` with its sources, for what must be told at its line.

    Raises SourceError with every finding of every file.
    """
    with uncollected():
        return _policy(folder, reader, place)


def _policy(folder: Path, reader: Reader, place: Place) -> Loaded:
    above = folder.parent
    notice_source, notice = _load(folder / "notice.yaml", Notice, reader, place)
    tasks_source, tasks = _load(folder / "tasks.yaml", TaskTable, reader, place, optional=True)
    units_source, register = _load(above / "units.yaml", Register, reader, place)
    sheet_source, settings = _load(above / "sheet.yaml", SheetSettings, reader, place, optional=True)
    rules_source, rules = _load(above / "rules.yaml", HouseRules, reader, place, optional=True)
    sources = [notice_source, tasks_source, units_source, sheet_source, rules_source]
    if register is not None:
        for problem in register.problems():
            units_source.add(
                node_at(units_source.root, problem.path), problem.message, problem.hint, "register"
            )
        cross_check(notice_source, notice, tasks_source, tasks, register)
        if rules is not None:
            check_rules(rules_source, rules, register)
    findings = [finding for source in sources for finding in source.findings]
    if findings or notice is None or register is None:
        raise SourceError(findings)
    name = folder.resolve().name
    policy = Policy(name, notice, tasks, register, settings or SheetSettings(), rules or HouseRules(), folder)
    return Loaded(policy, dict(zip(("notice", "tasks", "units", "sheet", "rules"), sources, strict=True)))


def load_file(path: Path, model: type[Read], reader: Reader = read_bytes) -> tuple[Source, Read | None]:
    """Return the file at ``path`` as ``model``, None where it does not fit; what is wrong is in the source's findings."""
    return _load(path, model, reader)


def _load(
    path: Path, model: type[Read], reader: Reader, place: Place = WORKING_TREE, *, optional: bool = False
) -> tuple[Source, Read | None]:
    shown = place.shown(path)
    if optional and not place.exists(path):
        return Source(shown), None
    data = reader(path, shown)
    text = decode(data, shown) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return Source(shown, findings=[text]), None
    source = read(text, shown)
    return source, check(source, model)


def shown_path(path: Path) -> str:
    """Return ``path`` as the user would type it."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
