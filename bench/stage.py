"""``stage.py WORKSPACE OUT RUNS``: the letters alone, beside only writing the same bytes, in one process.

Start-up, reading the policy and the first letter are left out on both sides; what remains is what grows with letters.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
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


def emptied(folder: Path) -> None:
    """Empty ``folder`` and keep it: where a new one lies on the disk can change the time of writing tenfold."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    os.sync()


def main(workspace: str, out: str, runs: str) -> None:
    """Print the medians in seconds: only writing, default workers, one worker."""
    root, place = Path(workspace), Path(out)
    papers = Papers(Workspace(root), load_policy(root / "policy" / "synthetic"))
    files = [(f"{n}.docx", papers.letter(unit)) for n, unit in enumerate(papers.portfolio.units)]
    outputs = dispatch.letters(papers, place)
    contenders = {
        "write": lambda: only_write(files, place),
        "default": lambda: write_all(outputs),
        "one": lambda: write_all(outputs, jobs=1),
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _run in range(int(runs)):
        for name, contender in contenders.items():
            emptied(place)
            start = time.perf_counter()
            contender()
            times[name].append(time.perf_counter() - start)
    print(*(statistics.median(seconds) for seconds in times.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])
