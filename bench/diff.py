"""``python bench/diff.py [--tasks 1500] [--changes 150] [--runs 5]``: what a comparison costs beside loading both versions.

Both sides run in one process in turn, after one run that is not counted. Then fields of 10,000 characters, hard ones among
them, beside rapidfuzz's Indel (exit 1 where one takes more than 20 times as long), and the characters that are marked on edits whose right marking a person made.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.check import _dump, lay_out, timed
from hongtou.diff.as_data import as_data, plain
from hongtou.diff.compare import compare
from hongtou.diff.forms.text import as_text
from hongtou.diff.impact import Impact
from hongtou.diff.text import hunks
from hongtou.source.load import load_policy
from tests.diff.edits import edited
from tests.diff.hard import CASES, fields

LIMIT = 20
"""As many times Indel a field may take."""


def versions(root: Path, tasks: int, changes: int) -> tuple[Path, Path]:
    """Write a policy of ``tasks`` rows and another version of it with ``changes`` edits."""
    old = lay_out(root / "old", tasks)
    new = lay_out(root / "new", tasks)
    data = plain(edited(load_policy(old), 1, changes))
    _dump(data["notice"], new / "notice.yaml")
    _dump(data["tasks"], new / "tasks.yaml")
    return old, new


def whole(root: Path, tasks: int, changes: int, runs: int) -> None:
    """Print the cost of the comparison as a multiple of loading both versions."""
    folders = versions(root, tasks, changes)
    old, new = map(load_policy, folders)
    unlike = _without_ids(new)
    jobs: dict[str, Any] = {
        "loading both": lambda: [*map(load_policy, folders)],
        "comparing": lambda: compare(old, new),
        "comparing, impact, text, JSON": lambda: _everything(old, new),
        "comparing without common ids": lambda: compare(old, unlike),
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for run in range(runs + 1):
        for name, job in jobs.items():
            seconds = timed(job)
            if run:
                times[name].append(seconds)
    base = statistics.median(times["loading both"])
    count = len(compare(old, new).substantive)
    print(f"{tasks} tasks, {changes} edits, {count} changes found; loading both = 1 ({base:.2f} s)")
    for name in [*jobs][1:]:
        print(f"  {name:32} {statistics.median(times[name]) / base:.2f}")


def _everything(old: Any, new: Any) -> None:
    diff = compare(old, new)
    assert Impact(old, new, diff).concerns
    as_text(diff, diff.substantive, ("old", "new"), colour=False)
    json.dumps(as_data(diff, old, new, {}, diff.changes), ensure_ascii=False)


def _without_ids(policy: Any) -> Any:
    from tests.diff.edits import policy_of

    data = plain(policy)
    for number, task in enumerate(data["tasks"]["tasks"]):
        task["id"] = f"imported-{number}"
    return policy_of(data)


def field(runs: int) -> bool:
    """Print the cost of fields of 10,000 characters as multiples of rapidfuzz's Indel; return whether all are within the limit."""
    worst = 0.0
    for name, (old, new) in fields(10_000).items():
        ours = statistics.median(timed(lambda old=old, new=new: hunks(old, new)) for _ in range(runs))
        theirs = statistics.median(
            timed(lambda old=old, new=new: Indel.opcodes(old, new)) for _ in range(runs)
        )
        worst = max(worst, ours / theirs)
        print(f"  10,000 characters, {name}: {ours / theirs:.1f} times Indel")
    print(f"  the slowest: {worst:.1f} times Indel, {LIMIT} are allowed")
    return worst <= LIMIT


def marking() -> None:
    """Print how many characters are marked, 1.00 being what a person marked."""
    cases = json.loads((CASES / "set-a.json").read_text("utf-8"))
    wanted = sum(b - a + d - c for case in cases for a, b, c, d in case["hunks"])
    marked = sum(h.a1 - h.a0 + h.b1 - h.b0 for case in cases for h in hunks(case["old"], case["new"]))
    print(f"  characters marked in 15 edited rows: {marked / wanted:.2f} of what a person marked")


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=1500)
    parser.add_argument("--changes", type=int, default=150)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        whole(Path(name), chosen.tasks, chosen.changes, chosen.runs)
    within = field(chosen.runs)
    marking()
    sys.exit(not within)


if __name__ == "__main__":
    main()
