"""What the commands that write many files say: paths on stdout, all else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from hongtou.build.outputs import Output, Settled, Verb
from hongtou.errors import ExitCode
from hongtou.i18n import _

VERBS = (_("create"), _("update"), _("unchanged"), _("conflict"), _("left"), _("remove"))
"""The words of a plan, so that the catalogue has them."""
_WRITTEN = (Verb.CREATE, Verb.UPDATE, Verb.UNCHANGED)
_WORTH_A_BAR = 20


@contextmanager
def progress(count: int) -> Iterator[Callable[[int], object]]:
    """Give a function to be told of files that are done; it draws a bar on stderr where that is a terminal."""
    if count < _WORTH_A_BAR or not sys.stderr.isatty():
        yield lambda done: None
        return
    with click.progressbar(range(count), file=sys.stderr) as bar:
        yield lambda done: bar.update(done)


def write_and_tell(
    ctx: click.Context,
    outputs: Sequence[Output],
    *,
    force: bool,
    jobs: int | None = None,
    dry_run: bool = False,
    also: Sequence[Settled] = (),
    changed_only: bool = False,
) -> list[Settled]:
    """Write ``outputs``; print their paths, conflicts and counts; set the exit code where something was kept."""
    from hongtou.build.batch import write_all

    with progress(len(outputs)) as advance:
        settled = write_all(outputs, force=force, dry_run=dry_run, jobs=jobs, advance=advance)
    settled += also
    if dry_run:
        tell_plan(settled)
    else:
        tell_paths(settled, changed_only=changed_only)
    tell_counts(settled)
    if any(one.verb is Verb.CONFLICT for one in settled):
        ctx.exit(ExitCode.REFUSED)
    return settled


def tell_plan(settled: Sequence[Settled]) -> None:
    """Print a line per file: what becomes of it, its path, and why."""
    for one in settled:
        click.echo(f"{_(one.verb.value):9}  {one.path}  ({one.reason})")


def tell_paths(settled: Sequence[Settled], *, changed_only: bool) -> None:
    """Print the path of every file that is as it should be; say which were kept, and why."""
    wanted = (Verb.CREATE, Verb.UPDATE) if changed_only else _WRITTEN
    for one in settled:
        if one.verb in wanted:
            click.echo(str(one.path))
    for one in settled:
        if one.verb is Verb.CONFLICT:
            click.echo(_("gen: kept {path}: {reason}.").format(path=one.path, reason=one.reason), err=True)
        elif one.verb is Verb.LEFT:
            click.echo(_("gen: left {path}: {reason}.").format(path=one.path, reason=one.reason), err=True)
        elif one.verb is Verb.REMOVE:
            click.echo(_("gen: removed {path}: {reason}.").format(path=one.path, reason=one.reason), err=True)
    if any(one.verb is Verb.CONFLICT for one in settled):
        click.echo("    → " + _("Use --force to replace them; a folder must be moved away."), err=True)
    if any(one.verb is Verb.LEFT for one in settled):
        click.echo("    → " + _("“gen build --prune” removes them."), err=True)


def tell_counts(settled: Sequence[Settled]) -> None:
    """Print the closing line: how many files, and what became of them."""
    counts = {verb: sum(one.verb is verb for one in settled) for verb in Verb}
    names = {
        Verb.CREATE: _("{count} created"),
        Verb.UPDATE: _("{count} updated"),
        Verb.UNCHANGED: _("{count} unchanged"),
        Verb.CONFLICT: _("{count} kept"),
        Verb.LEFT: _("{count} left over"),
        Verb.REMOVE: _("{count} removed"),
    }
    pieces = [text.format(count=counts[verb]) for verb, text in names.items() if counts[verb]]
    total = _("{count} files").format(count=len(settled))
    click.echo(f"{total}{_(': ')}{_(', ').join(pieces)}" if pieces else total, err=True)
