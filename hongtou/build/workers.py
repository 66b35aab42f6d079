"""Workers: processes that inherit what is made ready, and end when the one that started them does; else threads."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from hongtou.errors import GenError
from hongtou.i18n import _

Item = TypeVar("Item")
Result = TypeVar("Result")
_DONE = "done"


def in_parallel(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int
) -> Iterator[tuple[int, Result]]:
    """Yield the number of each of ``items`` with what ``work`` makes of it, as they are done, by ``jobs`` workers.

    Raises what ``work`` raises, and GenError where a worker is ended from outside; the other workers end then too.
    """
    if jobs <= 1:
        yield from ((number, work(item)) for number, item in enumerate(items))
    elif "fork" in multiprocessing.get_all_start_methods():
        yield from _in_processes(work, items, jobs)
    else:
        with ThreadPoolExecutor(jobs) as threads:
            yield from enumerate(threads.map(work, items))


def _in_processes(
    work: Callable[[Item], Result], items: Sequence[Item], jobs: int
) -> Iterator[tuple[int, Result]]:
    context = multiprocessing.get_context("fork")
    ours: list[Connection] = []
    processes = []
    try:
        for first in range(jobs):
            receiving, sending = context.Pipe(duplex=False)
            ours.append(receiving)
            mine = range(first, len(items), jobs)
            process = context.Process(target=_serve, args=(work, items, mine, sending, [*ours]), daemon=True)
            process.start()
            processes.append(process)
            sending.close()
        yield from _received(ours)
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _serve(
    work: Callable[[Any], Any],
    items: Sequence[Any],
    mine: range,
    sending: Connection,
    others: list[Connection],
) -> None:
    """Do ``mine`` of ``items`` and send what comes of it; ``others`` would keep a dead parent's pipes open."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for connection in others:
        connection.close()
    try:
        for number in mine:
            sending.send((number, work(items[number])))
        sending.send(_DONE)
    except BrokenPipeError:
        return
    except Exception as error:
        sending.send(error)


def _received(connections: list[Connection]) -> Iterator[tuple[int, Any]]:
    """Yield what workers send until each has said that it is done."""
    while connections:
        for connection in wait(connections):
            assert isinstance(connection, Connection)
            try:
                message = connection.recv()
            except EOFError as error:
                raise GenError(_("a worker was ended from outside."), _("Run the command again.")) from error
            if isinstance(message, BaseException):
                raise message
            if message == _DONE:
                connections.remove(connection)
            else:
                yield message
