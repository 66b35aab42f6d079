"""A policy: the notice, its task table and the register it is read with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from hongtou.model.house import HouseRules
from hongtou.model.notice import Notice
from hongtou.model.register import Register
from hongtou.model.settings import SheetSettings
from hongtou.model.task import TaskTable


@dataclass(frozen=True)
class Policy:
    """What every part of ``gen`` knows.

    ``name`` is the folder's name; ``folder`` is where it was read from (for messages only).
    ``tasks`` is None for a policy that has no task table.
    """

    name: str
    notice: Notice
    tasks: TaskTable | None
    register: Register
    settings: SheetSettings = field(default_factory=SheetSettings)
    rules: HouseRules = field(default_factory=HouseRules)
    folder: Path = Path()
