"""``python bench/notice.py``: what writing the sample notice costs, as ratios in one run.

Each command is a whole process; runs are interleaved and medians compared, so that a noisy machine
spoils all alike. The yardstick is importing the libraries that any such tool would import.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 9
IMPORTS = "import click, jinja2, docx, ruamel.yaml"
COMMANDS = {
    "import click, jinja2, docx, ruamel.yaml": ["-c", IMPORTS],
    "gen --help": ["cli.py", "--help"],
    "gen notice (first time)": ["cli.py", "notice", "-o", "{new}"],
    "gen notice (unchanged)": ["cli.py", "notice", "-o", "{same}"],
}


def main() -> None:
    """Time every command and print medians as multiples of the yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        same = Path(folder) / "same"
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for run in range(RUNS):
            for name, arguments in COMMANDS.items():
                filled = [a.format(new=Path(folder) / str(run), same=same) for a in arguments]
                start = time.perf_counter()
                subprocess.run([sys.executable, *filled], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
                times[name].append(time.perf_counter() - start)
    yardstick = statistics.median(times["import click, jinja2, docx, ruamel.yaml"])
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"{name:42} {median / yardstick:5.2f}×  (median {median * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
