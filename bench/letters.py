"""``python bench/letters.py [--letters 1600] [--runs 3] [--large 40000]``: what letters cost, beside the peers, in one run.

Every figure is a whole process, start-up and reading of the input included; runs are interleaved and medians compared,
so that a noisy machine spoils all alike. Peers write the same visible text (checked) from JSON that is prepared for
them; gen reads its YAML, checks it, and writes content controls besides. Needs ``pip install -e '.[dev]'`` and npm.
"""

from __future__ import annotations

import argparse
import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.peer_templates import all_text, docxtpl_template, easy_template, write_contexts
from bench.synthetic import lay_out

ROOT = Path(__file__).parent.parent
PEERS = ROOT / "bench" / "peers"
PEERS_NAMED = ("easy-template-x", "docxtpl")
IMPORTS = "import click, jinja2, ruamel.yaml"
LOAD = "import sys; sys.path.insert(0, {root!r}); from pathlib import Path; from hongtou.source.load import load_policy; load_policy(Path({policy!r}))"


def gen(workspace: Path, *arguments: str) -> list[str]:
    """Return the command line of gen for the synthetic policy of ``workspace``."""
    return [sys.executable, str(ROOT / "cli.py"), *arguments, str(workspace / "policy" / "synthetic")]


def timed(command: list[str], cwd: Path) -> float:
    """Return the seconds that ``command`` takes as a whole process."""
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak(command: list[str], cwd: Path) -> float:
    """Return the peak memory in MiB of the largest process of ``command``."""
    probe = f"import resource, subprocess; subprocess.run({command!r}, cwd={str(cwd)!r}, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return int(ran.stdout) / 1024


def install_peers() -> None:
    """Install easy-template-x beside the bench, once."""
    if not (ROOT / "bench" / "node_modules" / "easy-template-x").is_dir():
        subprocess.run(
            ["npm", "install", "--silent", "--no-fund", "--no-audit"], cwd=ROOT / "bench", check=True
        )


def prepare(folder: Path, letters: int) -> dict[str, list[str]]:
    """Lay out the policy, the peers' input and the floor's bytes in ``folder``; return every contender's command."""
    lay_out(folder, letters)
    out = folder / "made"
    subprocess.run(
        [*gen(folder, "letters"), "-o", str(out)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    files = sorted(out.glob("*.docx"))
    assert len(files) == letters, len(files)
    (folder / "blob").write_bytes(pickle.dumps([(path.name, path.read_bytes()) for path in files]))
    write_contexts(folder / "contexts", ((path.stem, path.read_bytes()) for path in files))
    (folder / "docxtpl.docx").write_bytes(docxtpl_template(ROOT / "templates/letter.docx"))
    (folder / "easy.docx").write_bytes(easy_template(ROOT / "templates/letter.docx"))
    contexts = str(folder / "contexts")
    return {
        "only writing the same bytes": [sys.executable, str(PEERS / "only_write.py"), str(folder / "blob")],
        "gen letters": [*gen(folder, "letters"), "-o"],
        "gen letters --jobs 1": [*gen(folder, "letters"), "--jobs", "1", "-o"],
        "easy-template-x": ["node", str(PEERS / "easy_template_x.mjs"), str(folder / "easy.docx"), contexts],
        "docxtpl": [
            sys.executable,
            str(PEERS / "docxtpl_letters.py"),
            str(folder / "docxtpl.docx"),
            contexts,
        ],
    }


def race(folder: Path, commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """Return the median seconds of every contender, run in turn, each time into an empty folder."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs):
        for name, command in commands.items():
            os.sync()
            times[name].append(
                timed([*command, str(folder / f"{name.replace(' ', '-')}-{run}")], ROOT / "bench")
            )
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def stage(folder: Path, runs: int) -> Iterator[str]:
    """Yield what the letters alone cost, start-up and input left out on both sides."""
    command = [
        sys.executable,
        str(ROOT / "bench" / "stage.py"),
        str(folder),
        str(folder / "stage"),
        str(runs),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    write, default, one = map(float, ran.stdout.split())
    yield f"the letters alone: default workers {default / write:.1f}×, one worker {one / write:.1f}× only writing ({write:.2f} s)"


def compare_texts(folder: Path) -> None:
    """Stop where a peer's letter does not say the same as ours."""
    ours = sorted((folder / "made").glob("*.docx"))
    for path in ours[:: max(1, len(ours) // 20)]:
        for peer in PEERS_NAMED:
            assert all_text(folder / f"{peer}-0" / path.name) == all_text(path), (peer, path.name)


def table(medians: dict[str, float], letters: int) -> Iterator[str]:
    """Yield the rows of the comparison as Markdown."""
    floor, one = medians["only writing the same bytes"], medians["gen letters --jobs 1"]
    yield f"| {letters:,} letters | letters/s | time, floor = 1 | time, gen with one worker = 1 |"
    yield "|---|---|---|---|"
    for name, seconds in sorted(medians.items(), key=lambda pair: pair[1]):
        yield f"| {name} | {letters / seconds:,.0f} | {seconds / floor:.1f}× | {seconds / one:.2f}× |"


def memory(folder: Path, few: int, many: int) -> Iterator[str]:
    """Yield peak memory and time for few and many letters, beside what only reading the policy takes."""
    yield "| letters | peak MiB | of which reading the policy | seconds | letters/s |"
    yield "|---|---|---|---|---|"
    peaks = []
    for count in (few, many):
        place = folder / str(count)
        policy = lay_out(place, count)
        load = peak([sys.executable, "-c", LOAD.format(root=str(ROOT), policy=str(policy))], place)
        command = [*gen(place, "letters"), "--jobs", "1", "-o", str(place / "out")]
        whole = peak(command, place)
        shutil.rmtree(place / "out")
        seconds = timed(command, place)
        shutil.rmtree(place / "out")
        peaks.append((load, whole))
        yield f"| {count:,} | {whole:.0f} | {load:.0f} | {seconds:.1f} | {count / seconds:,.0f} |"
    (load_few, few_), (load_many, many_) = peaks
    bound = 1.2 * few_ + load_many - load_few
    yield ""
    yield f"peak for {many:,}: {many_:.0f} MiB; bound 1.2 × {few_:.0f} + input {load_many - load_few:.0f} = {bound:.0f} MiB"


def unchanged_build(folder: Path, runs: int) -> Iterator[str]:
    """Yield what a build with nothing to do costs, beside importing the libraries."""
    out = folder / "sample"
    command = [sys.executable, str(ROOT / "cli.py"), "build", "-o", str(out)]
    first = timed(command, ROOT)
    pairs = [(timed(command, ROOT), timed([sys.executable, "-c", IMPORTS], ROOT)) for _run in range(4 * runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    yield f"gen build of the sample, nothing changed: {ratio:.2f}× `{IMPORTS}` (first build {first / statistics.median(b for _a, b in pairs):.1f}×)"


def main(arguments: Callable[[], argparse.Namespace]) -> None:
    """Run everything and print Markdown."""
    wanted = arguments()
    install_peers()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("\n".join(unchanged_build(folder, wanted.runs)), flush=True)
        medians = race(folder, prepare(folder, wanted.letters), wanted.runs)
        compare_texts(folder)
        print("\n".join(table(medians, wanted.letters)), flush=True)
        print("\n".join(stage(folder, 2 * wanted.runs + 1)), flush=True)
        if wanted.large:
            print("\n".join(memory(folder, wanted.letters, wanted.large)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=1600)
    parser.add_argument("--large", type=int, default=40_000, help="0 leaves the memory test out")
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main(_arguments)
