"""``python bench/tracking.py [--returns 1600] [--large 40000] [--runs 3]``: collecting returns, and progress over many units.

Collecting is held against python-docx only opening the same files; both are whole processes, interleaved. Progress is
timed at three sizes and its peak memory printed, so that anything but a straight line shows.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.letters import gen, peak, timed
from bench.synthetic import lay_out
from tests.tracking.filled import answers, filled, words

OPEN = "import sys, docx; [docx.Document(path) for path in sys.argv[1:]]"
BOUND = 3.0


def fill(folder: Path) -> list[Path]:
    """Let every unit of the policy in ``folder`` fill in its checklist; return the files."""
    out = folder / "out"
    subprocess.run([*gen(folder, "checklists"), "-o", str(out)], check=True, capture_output=True)
    back = folder / "back"
    back.mkdir()
    files = sorted(path for path in out.glob("*.docx") if "台账" not in path.name)
    for number, path in enumerate(files):
        sent = path.read_bytes()
        data = filled(sent, answers(words(sent), number, share=1), saved="2024-01-01T00:00:00Z")
        (back / path.name).write_bytes(data)
    return sorted(back.glob("*.docx"))


def collecting(folder: Path, returns: int, runs: int) -> Iterator[str]:
    """Yield what collecting costs beside only opening."""
    lay_out(folder, returns)
    files = fill(folder)
    policy = folder / "policy" / "synthetic"
    collect = [sys.executable, str(Path(__file__).parent.parent / "cli.py"), "collect"]
    collect += [str(folder / "back"), "--policy", str(policy)]
    times: dict[str, list[float]] = {"open": [], "collect": [], "again": []}
    for _run in range(runs):
        (policy / "progress.yaml").unlink(missing_ok=True)
        times["open"].append(timed([sys.executable, "-c", OPEN, *map(str, files)], folder))
        times["collect"].append(timed(collect, folder))
        times["again"].append(timed(collect, folder))
    opened, collected, again = (statistics.median(times[name]) for name in ("open", "collect", "again"))
    yield f"{returns} returns: python-docx only opens them in {opened:.1f} s"
    yield f"  gen collect {collected:.1f} s, {collected / opened:.2f}× (bound {BOUND})"
    yield f"  the same once more {again:.1f} s, {again / opened:.2f}×; memory {peak(collect, folder):.0f} MiB"


def progress(folder: Path, units: int) -> str:
    """Return what progress over ``units`` costs; every unit answered half of its lines."""
    lay_out(folder, units)
    policy = folder / "policy" / "synthetic"
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent.parent)!r})\n"
        "from pathlib import Path\n"
        "from hongtou.model.progress import Answer, State, UnitProgress\n"
        "from hongtou.papers import Papers\n"
        "from hongtou.source.load import load_policy\n"
        "from hongtou.tracking.asked import Requirements\n"
        "from hongtou.tracking.book import HEAD, Book\n"
        "from hongtou.workspace import Workspace\n"
        f"policy = load_policy(Path({str(policy)!r})); book = Book(HEAD, 'x')\n"
        "need = Requirements(policy, Papers(Workspace(Path()), policy).portfolio)\n"
        "for unit in need.units:\n"
        "    tasks = {}\n"
        "    for asked, _role in need.of(unit)[::2]:\n"
        "        tasks.setdefault(asked.task, {})[asked.line.id] = Answer(state=State.DONE, person='经办人', asked=asked.hash)\n"
        "    book.put(unit, UnitProgress(tasks=tasks))\n"
        f"Path({str(policy / 'progress.yaml')!r}).write_text(book.text, 'utf8')\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    command = [sys.executable, "-c", _PROGRESS.format(root=str(Path(__file__).parent.parent)), str(policy)]
    size = (policy / "progress.yaml").stat().st_size / 1e6
    seconds, memory = timed(command, folder), peak(command, folder)
    return f"  {units:6} units, {size:6.1f} MB: {seconds:6.1f} s, {seconds / units * 1000:.2f} ms a unit, {memory:.0f} MiB"


_PROGRESS = (
    "import sys; sys.path.insert(0, {root!r}); from hongtou.commands import main; "
    "sys.argv = ['gen', 'progress', sys.argv[1], '--as-of', '2024-01-01', '--format', 'json']\n"
    "try: main()\nexcept SystemExit: pass"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--returns", type=int, default=1600)
    parser.add_argument("--large", type=int, default=40000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for line in collecting(Path(name), given.returns, given.runs):
            print(line, flush=True)
    print("progress:")
    for units in (given.large // 16, given.large // 4, given.large):
        with tempfile.TemporaryDirectory() as name:
            print(progress(Path(name), units), flush=True)


if __name__ == "__main__":
    main()
