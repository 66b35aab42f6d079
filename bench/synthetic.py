"""A policy with as many units as wanted, made from the sample: a task for all towns, one for every second, and so on."""

from __future__ import annotations

from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "policy"
_SETS = 15
_NAMED = 24
"""Units that the sample's tasks name themselves; all others are towns."""


def lay_out(folder: Path, units: int) -> Path:
    """Write a workspace with ``units`` responsible units into ``folder``; return the policy's folder."""
    policy = folder / "policy" / "synthetic"
    policy.mkdir(parents=True, exist_ok=True)
    towns = [f"第{number}镇" for number in range(1, units - _NAMED + 1)]
    register = (SAMPLE / "units.yaml").read_text(encoding="utf8").split("sets:\n")[0]
    entries = "".join(f"  - {{name: {town}, kind: town, relation: town_or_street}}\n" for town in towns)
    sets = "".join(
        f"  - name: 第{n}类镇\n    members: [{', '.join(towns[::n] or towns)}]\n" for n in range(1, _SETS + 1)
    )
    others = "  - {name: 各镇政府, resolved: false}\n  - {name: 各街道办事处, resolved: false}\n  - {name: 市各有关单位, resolved: false}\n"
    (folder / "policy" / "units.yaml").write_text(
        f"{register}{entries}sets:\n{others}{sets}", encoding="utf8"
    )
    (policy / "notice.yaml").write_bytes((SAMPLE / "disability-employment/notice.yaml").read_bytes())
    tasks = (SAMPLE / "disability-employment/tasks.yaml").read_text(encoding="utf8")
    for number in range(1, _SETS + 1):
        tasks = tasks.replace("各镇街]", f"第{number}类镇]", 1)
    (policy / "tasks.yaml").write_text(tasks, encoding="utf8")
    return policy
