"""``python bench/fuzz_import.py [--inputs 20000] [--seed 1]``: damaged files through the whole import, guided by coverage.

An own small loop and no atheris: what is fuzzed is Python, so the steps that an input takes are told by ``sys.settrace``
in the importer's files alone, and the loop needs no package, runs in CI, and gives the same inputs for the same seed.
Inputs that take a new step from line to line are kept and changed again (:mod:`bench.mutations`); policies among them, and a tenth of
the others, are written and must load; no stretch of a plain text may be lost. A crash is whatever is no GenError, a hang what takes
more than ``--limit`` seconds of the processor, several times what it takes where no steps are told (and more for more than 100 kB).
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.mutations import mutated  # noqa: E402
from hongtou.errors import GenError  # noqa: E402
from hongtou.importer.read import scan  # noqa: E402
from hongtou.importer.report import report  # noqa: E402
from hongtou.importer.save import plan  # noqa: E402
from hongtou.importer.understand import Imported, understand  # noqa: E402
from tests.importer.accounts import lost  # noqa: E402
from tests.importer.fuzz_seeds import SEEDS  # noqa: E402

_ROOM = str(ROOT / "hongtou" / "importer")
_FROM_SEEDS = 0.5
"""Share of inputs made from files that are read well: the others are mostly refused at once."""
Step = tuple[str, int, int]
"""A file, a line of it, and the line that was run before."""
_LARGE = 100_000
"""Bytes of an input from which on it may take more time, in proportion."""
_WRITTEN = 0.1
"""Share of policies that are written and loaded again, besides those that were read on new ways."""


@dataclass
class Outcome:
    """What became of the inputs."""

    inputs: int = 0
    read: int = 0
    policies: int = 0
    refused: int = 0
    kept: int = 0
    slowest: float = 0.0
    steps: set[Step] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, bytes]] = field(default_factory=list)


class Hang(BaseException):
    """An input took too long."""


def seeds() -> list[bytes]:
    """Return the files that the tests read: what is read well, and what is refused."""
    from tests.importer import test_read_hostile as hostile

    small = [data for data, _says in hostile.REFUSED.values()] + list(hostile.READ.values())
    return [*SEEDS, *(data for data in small if len(data) < 3_000)]


def fuzz(inputs: int, seed: int = 1, limit: float = 10.0) -> Outcome:
    """Read ``inputs`` changed files; ``limit`` is seconds for each."""
    chance, corpus, outcome = random.Random(seed), seeds(), Outcome()
    for data in corpus:
        _try(data, outcome, limit)
    while outcome.inputs < inputs:
        start = corpus[: len(SEEDS)] if chance.random() < _FROM_SEEDS else corpus
        data = mutated(chance.choice(start), corpus, chance)
        known = len(outcome.steps)
        imported = _try(data, outcome, limit)
        if len(outcome.steps) > known:
            corpus.append(data)
            outcome.kept += 1
        if imported is not None and (data is corpus[-1] or chance.random() < _WRITTEN):
            _written(imported, data, outcome)
    return outcome


def _try(data: bytes, outcome: Outcome, limit: float) -> Imported | None:
    """Import ``data``; return the policy where there is one in it."""
    outcome.inputs += 1
    start = time.process_time()
    imported = None
    try:
        with _at_most(limit * max(1.0, len(data) / _LARGE)), _traced(outcome.steps):
            found = scan(data, "x")
            outcome.read += 1
            outcome.kinds[found.kind] += 1
            if problem := unsound(found):
                outcome.faults.append((problem, data))
            imported = understand(found, issuer="某市人民政府")
            sum(map(len, report(imported)))
        outcome.policies += 1
        if found.kind == "text" and (words := lost(imported)):
            outcome.faults.append((f"lost: {' '.join(words)[:80]}", data))
    except GenError:
        outcome.refused += 1
    except Hang:
        outcome.faults.append((f"took more than {limit} s", data))
    except Exception as error:
        outcome.faults.append((_told(error), data))
    outcome.slowest = max(outcome.slowest, time.process_time() - start)
    return imported


def _told(error: Exception) -> str:
    """Return what was raised, and where."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"


def _written(imported: Imported, data: bytes, outcome: Outcome) -> None:
    """Note a policy that cannot be written and loaded again."""
    try:
        plan(imported, Path("no such folder") / "x", "x")
    except Exception as error:
        outcome.faults.append((f"written, {_told(error)}", data))


def unsound(found: Any) -> str:
    """Return what a scan promises and this one does not hold, empty where it is sound."""
    if "\n".join(line.text for line in found.lines) != found.text:
        return "the lines are not the text"
    for line in found.lines:
        if found.text[line.span.start : line.span.end] != line.text or "\n" in line.text:
            return "a span is not where its line is"
        if line.cell and (
            min(line.cell.rows, line.cell.columns) < 1 or min(line.cell.row, line.cell.column) < 0
        ):
            return "a cell is nowhere"
    return ""


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Hang

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _traced(steps: set[Step]) -> Iterator[None]:
    """Note the steps from line to line that the importer takes."""
    last = 0

    def inside(frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal last
        if event == "line":
            steps.add((frame.f_code.co_filename, last, frame.f_lineno))
            last = frame.f_lineno
        return inside

    def called(frame: FrameType, _event: str, _argument: object) -> Callable[..., Any] | None:
        return inside if frame.f_code.co_filename.startswith(_ROOM) else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        yield
    finally:
        sys.settrace(before)


def main() -> int:
    """Fuzz, print the figures, and write inputs that broke something beside the working folder's other files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds for each input")
    given = parser.parse_args()
    start = time.perf_counter()
    outcome = fuzz(given.inputs, given.seed, given.limit)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(outcome.kinds.items()))
    print(
        f"{outcome.inputs} inputs in {time.perf_counter() - start:.0f} s: {outcome.read} read ({kinds}), {outcome.policies} understood as a policy, the others refused"
    )
    print(f"{len(outcome.steps)} steps taken, {outcome.kept} inputs kept; slowest {outcome.slowest:.2f} s")
    for number, (problem, times) in enumerate(Counter(problem for problem, _data in outcome.faults).items()):
        path = Path(f"fuzz-{given.seed}-{number}.bin")
        path.write_bytes(min((data for one, data in outcome.faults if one == problem), key=len))
        print(f"{path}: {times}× {problem}")
    return bool(outcome.faults)


if __name__ == "__main__":
    raise SystemExit(main())
