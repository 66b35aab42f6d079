"""Versions of a policy made by seeded edits, each of the kinds that offices make."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

from hongtou.diff.as_data import plain
from hongtou.model.house import HouseRules
from hongtou.model.notice import Notice
from hongtou.model.policy import Policy
from hongtou.model.register import Register
from hongtou.model.settings import SheetSettings
from hongtou.model.task import TaskTable

Data = dict[str, Any]
Edit = Callable[[Data, random.Random], None]
FRESH = "每季度末向市残联报送工作进展，不少于3次。"


def policy_of(data: Data, name: str = "sample") -> Policy:
    """Return the policy that ``plain`` data describes."""
    return Policy(
        name,
        Notice.model_validate(data["notice"]),
        TaskTable.model_validate(data["tasks"]) if "tasks" in data else None,
        Register.model_validate(data["units"]),
        SheetSettings.model_validate(data.get("sheet", {})),
        HouseRules.model_validate(data.get("rules", {})),
    )


def edited(policy: Policy, seed: int, count: int) -> Policy:
    """Return ``policy`` after ``count`` edits."""
    dice = random.Random(seed)
    data = plain(policy)
    for _number in range(count):
        dice.choice(EDITS)(data, dice)
    return policy_of(data, policy.name)


def _tasks(data: Data) -> list[Data]:
    return data["tasks"]["tasks"]


def _number(data: Data, dice: random.Random) -> None:
    """Another number in the text of a row."""
    text = dice.choice(_tasks(data)).get("text", [])
    places = [
        n for n, sentence in enumerate(text) if isinstance(sentence, str) and re.search(r"\d", sentence)
    ]
    if places:
        place = dice.choice(places)
        text[place] = re.sub(r"\d+", str(dice.randint(2, 99)), text[place], count=1)


def _sentence(data: Data, dice: random.Random) -> None:
    """A sentence more, or one less, in a row."""
    text = dice.choice(_tasks(data)).setdefault("text", [])
    if len(text) > 2 and dice.random() < 0.5:
        text.pop(dice.randrange(len(text)))
    else:
        text.insert(dice.randrange(len(text) + 1), FRESH if not text or isinstance(text[0], str) else [FRESH])


def _word(data: Data, dice: random.Random) -> None:
    """Another word in the text of a row."""
    task = dice.choice(_tasks(data))
    old, new = dice.choice(
        [("应当", "必须"), ("普遍", "全部"), ("加强", "强化"), ("，", ","), ("鼓励", "支持")]
    )
    task["text"] = [s.replace(old, new) if isinstance(s, str) else s for s in task.get("text", [])]


def _delete(data: Data, dice: random.Random) -> None:
    if len(_tasks(data)) > 3:
        _tasks(data).pop(dice.randrange(len(_tasks(data))))


def _add(data: Data, dice: random.Random) -> None:
    taken = {task["id"] for task in _tasks(data)}
    name = next(f"fresh-{n}" for n in range(1, 999) if f"fresh-{n}" not in taken)
    unit = dice.choice(data["units"]["units"])["name"]
    task = {
        "id": name,
        "name": f"实施新增行动{name[6:]}。",
        "text": [FRESH],
        "assignments": [{"units": [unit]}],
    }
    _tasks(data).insert(dice.randrange(len(_tasks(data)) + 1), task)


def _move(data: Data, dice: random.Random) -> None:
    tasks = _tasks(data)
    tasks.insert(dice.randrange(len(tasks)), tasks.pop(dice.randrange(len(tasks))))


def _rename(data: Data, dice: random.Random) -> None:
    task = dice.choice(_tasks(data))
    if "name" in task:
        task["name"] = task["name"].replace("行动", dice.choice(["专项行动", "行动", "工程"]))


def _units(data: Data, dice: random.Random) -> None:
    """Another unit in a row, one less, or another role."""
    assignments = dice.choice(_tasks(data)).get("assignments", [])
    if not assignments or any(not isinstance(u, str) for u in assignments[0]["units"]):
        return
    units = assignments[0]["units"]
    name = dice.choice(data["units"]["units"])["name"]
    if name not in units and dice.random() < 0.6:
        units.insert(dice.randrange(len(units) + 1), name)
    elif len(units) > 1:
        units.pop(dice.randrange(len(units)))


def _paragraph(data: Data, dice: random.Random) -> None:
    """A paragraph more at the end of a section."""
    section = dice.choice(data["notice"]["sections"])
    section.setdefault("closing", []).append(FRESH)


def _heading(data: Data, dice: random.Random) -> None:
    section = dice.choice(data["notice"]["sections"])
    if "heading" in section:
        section["heading"] += "，确保落实"


def _head(data: Data, dice: random.Random) -> None:
    notice = data["notice"]
    dice.choice(
        [
            lambda: notice.update(date="2023-03-17"),
            lambda: notice.update(document_number="某府办函〔2023〕29号"),
            lambda: notice.update(note="此件公开发布"),
        ]
    )()


def _sections(data: Data, dice: random.Random) -> None:
    """Two sections change places."""
    sections = data["notice"]["sections"]
    if len(sections) > 1:
        place = dice.randrange(len(sections) - 1)
        sections[place : place + 2] = sections[place : place + 2][::-1]


EDITS: list[Edit] = [
    *(_number, _number, _sentence, _word, _delete, _add, _move, _rename),
    *(_units, _units, _paragraph, _heading, _head, _sections),
]
