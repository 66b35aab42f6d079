"""Writing many files: made by workers, written beside their places, flushed once, then all put in place.

Every file is at any moment the old one or the new one. What a killed run leaves behind is cleared by the next.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hongtou.build.outputs import Output, Settled, Verb, settle
from hongtou.build.workers import in_parallel
from hongtou.errors import GenError, os_reason
from hongtou.i18n import _

_BATCH = 4_000
"""Files that are flushed to disk together."""
_CHUNK = 50
"""Files that a worker is handed at a time."""
_WORTH_A_WORKER = 300
"""Files below which starting workers costs more than they save."""
_PART = re.compile(r"\.gen-(\d+)-\d+\.part")


_Results = list[tuple[Verb, str, str]]
"""What is to become of files, why, and the paths of those that lie beside their places."""


@dataclass(frozen=True)
class _Job:
    outputs: Sequence[Output]
    force: bool
    dry_run: bool


def default_jobs(count: int) -> int:
    """Return how many workers ``count`` files are worth."""
    if count < _WORTH_A_WORKER:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, 8)


def write_all(
    outputs: Sequence[Output],
    *,
    force: bool = False,
    dry_run: bool = False,
    jobs: int | None = None,
    advance: Callable[[int], object] = lambda count: None,
) -> list[Settled]:
    """Write ``outputs`` and return what became of each, in order; ``advance`` is told of every few that are done.

    Raises GenError where a folder cannot be made or the disk is full; what is in place by then is whole.
    """
    for folder in _folders(outputs):
        _make_ready(folder, dry_run)
    done: list[Settled] = []
    # What is ready stays ready: looking it through for garbage again and again would take as long as the papers.
    gc.freeze()
    try:
        for start in range(0, len(outputs), _BATCH):
            job = _Job(outputs[start : start + _BATCH], force, dry_run)
            done += _write_batch(job, jobs or default_jobs(len(outputs)), advance)
    finally:
        gc.unfreeze()
    return done


def _folders(outputs: Sequence[Output]) -> list[Path]:
    """Return the folders of ``outputs``, each once."""
    return [*map(Path, dict.fromkeys(os.path.dirname(output.file) for output in outputs))]  # noqa: PTH120


def _make_ready(folder: Path, dry_run: bool) -> None:
    """Make ``folder``, and clear away what a run that was killed has left in it."""
    if dry_run:
        return
    with _saying(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)


def _clear(folder: Path) -> None:
    """Take away what was written beside its place and never put there, but for what another run is writing now."""
    for path in folder.glob(".gen-*.part"):
        match = _PART.fullmatch(path.name)
        if match and not _is_other_run(int(match[1])):
            path.unlink(missing_ok=True)


def _is_other_run(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


@contextmanager
def _saying(path: Path | str) -> Iterator[None]:
    """Turn OSError into a message about ``path``."""
    try:
        yield
    except OSError as error:
        reason, hint = os_reason(error)
        raise GenError(_("cannot write {path}: {reason}").format(path=path, reason=reason), hint) from error


def _write_batch(job: _Job, jobs: int, advance: Callable[[int], object]) -> list[Settled]:
    chunks = [range(n, min(n + _CHUNK, len(job.outputs))) for n in range(0, len(job.outputs), _CHUNK)]
    results: list[_Results] = [[]] * len(chunks)
    try:
        for number, done in in_parallel(partial(_work, job), chunks, min(jobs, len(chunks))):
            results[number] = done
            advance(len(done))
        waiting = [one for done in results for one in done]
        if any(temporary for _verb, _reason, temporary in waiting):
            _flush()
        return [_put_in_place(output, *one) for output, one in zip(job.outputs, waiting, strict=True)]
    finally:
        if not job.dry_run:
            for folder in _folders(job.outputs):
                with suppress(OSError):
                    _clear(folder)


def _flush() -> None:
    """Bring what was written to disk, all at once: a third of the cost of one file after the other."""
    if hasattr(os, "sync"):
        os.sync()


def _put_in_place(output: Output, verb: Verb, reason: str, temporary: str) -> Settled:
    if temporary:
        try:
            os.replace(temporary, output.file)  # noqa: PTH105 - a Path for each would cost as much
        except OSError as error:
            reason = _("cannot be replaced: {reason}").format(reason=os_reason(error)[0])
            return Settled(output.file, Verb.CONFLICT, reason)
    return Settled(output.file, verb, reason)


def _work(job: _Job, numbers: range) -> _Results:
    """Settle the outputs ``numbers`` of ``job``; write those that are to be written beside their places."""
    results: _Results = []
    for number in numbers:
        output = job.outputs[number]
        with _saying(output.file):
            verb, reason, data = settle(output, force=job.force)
            temporary = ""
            if data is not None and not job.dry_run:
                temporary = f"{os.path.dirname(output.file)}{os.sep}.gen-{os.getpid()}-{number}.part"  # noqa: PTH120
                _write(temporary, data)
        results.append((verb, reason, temporary))
    return results


def _write(path: str, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
    finally:
        os.close(handle)
