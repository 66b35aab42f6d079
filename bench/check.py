"""``python bench/check.py [--tasks 1500] [--runs 5]``: what all rules cost, beside ruamel.yaml's C loader reading the same files.

The sample policy is repeated, body and table, with ids of their own; both sides run in one process in turn, after one
run that is not counted. Half and double the size show that time is linear in tasks.
"""

from __future__ import annotations

import argparse
import gc
import io
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

sys.path.insert(0, str(Path(__file__).parent.parent))

from hongtou.rules.suppress import review
from hongtou.source.load import load

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "policy" / "disability-employment"
IDS = frozenset({"id", "measure"})


def lay_out(root: Path, tasks: int) -> Path:
    """Write a policy of about ``tasks`` rows below ``root``: the sample's body and table, repeated."""
    folder = root / "policy" / "repeated"
    folder.mkdir(parents=True)
    (folder.parent / "units.yaml").write_bytes((SAMPLE.parent / "units.yaml").read_bytes())
    (folder.parent / "rules.yaml").write_bytes((SAMPLE.parent / "rules.yaml").read_bytes())
    safe = YAML(typ="safe")
    notice = safe.load((SAMPLE / "notice.yaml").read_text(encoding="utf8"))
    table = safe.load((SAMPLE / "tasks.yaml").read_text(encoding="utf8"))
    copies = range(max(1, tasks // len(table["tasks"])))
    notice["sections"] = [_own(section, n) for n in copies for section in notice["sections"]]
    table["tasks"] = [_own(task, n) for n in copies for task in table["tasks"]]
    _dump(notice, folder / "notice.yaml")
    _dump(table, folder / "tasks.yaml")
    return folder


def _own(data: Any, copy: int) -> Any:
    """Return ``data`` with ids, and names of rows, of copy number ``copy``."""
    if isinstance(data, list):
        return [_own(item, copy) for item in data]
    if not isinstance(data, dict):
        return data
    changed = {key: _own(value, copy) for key, value in data.items()}
    for key in IDS & changed.keys():
        changed[key] = f"{changed[key]}-{copy}"
    if "name" in changed and "assignments" in changed:
        changed["name"] = re.sub("。$", f"（{copy}）。", changed["name"])
        changed["text"] = [*changed["text"][:-1], f"做好第{copy}批相关工作，{changed['text'][-1]}"]
    return changed


def _dump(data: Any, path: Path) -> None:
    writer = YAML()
    writer.width = 100_000
    stream = io.StringIO()
    writer.dump(data, stream)
    path.write_text(stream.getvalue(), encoding="utf8")


def read(folder: Path) -> None:
    """Read the files of ``folder`` with ruamel.yaml's C loader."""
    for name in ("notice.yaml", "tasks.yaml"):
        YAML(typ="safe").load((folder / name).read_text(encoding="utf8"))


def timed(work: Any) -> float:
    """Return the seconds that ``work`` takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(tasks: int, runs: int) -> tuple[float, float, float]:
    """Return the medians: C loader, all rules on what is loaded, loading and rules."""
    with tempfile.TemporaryDirectory() as name:
        folder = lay_out(Path(name), tasks)
        times: list[tuple[float, float, float]] = []
        for _run in range(runs + 1):
            loaded = load(folder)
            rules = timed(lambda loaded=loaded: review(loaded))
            times.append((timed(lambda: read(folder)), rules, timed(lambda: review(load(folder)))))
    columns = [*zip(*times[1:], strict=True)]
    return tuple(statistics.median(column) for column in columns)  # type: ignore[return-value]


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=1_500)
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    print(
        "| tasks | C loader, s | all rules, C loader = 1 | loading and all rules, C loader = 1 | ms a task |"
    )
    print("|---|---|---|---|---|")
    for tasks in (wanted.tasks // 2, wanted.tasks, wanted.tasks * 2):
        loader, rules, whole = measure(tasks, wanted.runs)
        print(
            f"| {tasks:,} | {loader:.2f} | {rules / loader:.2f}× | {whole / loader:.2f}× | {rules / tasks * 1e3:.2f} |"
        )


if __name__ == "__main__":
    main()
