"""``stage.py WORKSPACE OUT RUNS``: the letters alone, beside only writing the same bytes, in one process.

Start-up, reading the policy and the first letter are left out on both sides; what remains is what grows with letters.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from hongtou import dispatch
from hongtou.build.batch import write_all
from hongtou.papers import Papers
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace


def only_write(files: list[tuple[str, bytes]], out: Path) -> None:
    """Write ``files`` to ``out``, and do nothing else."""
    for name, data in files:
        handle = os.open(f"{out}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.write(handle, data)
        os.close(handle)


def main(workspace: str, out: str, runs: str) -> None:
    """Print the medians in seconds: only writing, default workers, one worker."""
    root = Path(workspace)
    papers = Papers(Workspace(root), load_policy(root / "policy" / "synthetic"))
    files = [(f"{n}.docx", papers.letter(unit)) for n, unit in enumerate(papers.portfolio.units)]
    contenders: dict[str, Callable[[Path], object]] = {
        "write": lambda place: only_write(files, place),
        "default": lambda place: write_all(dispatch.letters(papers, place)),
        "one": lambda place: write_all(dispatch.letters(papers, place), jobs=1),
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for run in range(int(runs)):
        for name, contender in contenders.items():
            # A new folder each time: writing where files were just deleted can take ten times as long.
            place = Path(out) / f"{name}-{run}"
            place.mkdir(parents=True)
            os.sync()
            start = time.perf_counter()
            contender(place)
            times[name].append(time.perf_counter() - start)
    print(*(statistics.median(seconds) for seconds in times.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])
