"""``gen git-setup``: let git show policies by sentences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.versions.setup import Change


@click.command(
    "git-setup",
    help="Let git show policies by sentences, and papers by paragraphs, in this repository; --undo puts back what was there.",
)
@click.option("--undo", is_flag=True, help="Put the settings back as they were.")
@click.option("--attributes", is_flag=True, help="Add the lines that .gitattributes lacks.")
def command(undo: bool, attributes: bool) -> None:
    """Write the settings of the repository, and say what was set and what was replaced."""
    from hongtou.versions.repository import find_repository
    from hongtou.versions.setup import set_up, take_back, textconv_command
    from hongtou.workspace import find_workspace

    root = find_workspace(Path.cwd()).root
    git = find_repository(root).git
    changes = take_back(git) if undo else set_up(git, textconv_command())
    for change in changes:
        click.echo(_told(change))
    if not changes:
        click.echo(_("nothing to put back.") if undo else _("git is set up already."))
    if not undo:
        _attributes(root, write_them=attributes)


def _told(change: Change) -> str:
    now, former = ", ".join(change.now), ", ".join(change.former)
    if change.kept:
        return _("{key} was changed since; it stays as it is: {value}").format(
            key=change.key, value=now or "-"
        )
    if not change.now:
        return _("{key} is no longer set").format(key=change.key)
    line = f"{change.key} = {now}"
    return line + (" " + _("(before: {value})").format(value=former) if former else "")


def _attributes(root: Path, *, write_them: bool) -> None:
    """Add the lines that .gitattributes lacks, or say which they are."""
    from hongtou.build.write import write
    from hongtou.source.files import decode, read_bytes
    from hongtou.versions.attributes import FILE, missing_lines, with_lines

    lines = missing_lines(root)
    path = root / FILE
    if not lines:
        return
    if not write_them:
        click.echo(
            _("{file} lacks these lines (gen git-setup --attributes adds them):").format(file=path), err=True
        )
        for line in lines:
            click.echo(f"    {line}", err=True)
        return
    data = read_bytes(path, str(path)) if path.exists() else b""
    text = decode(data, str(path)) if isinstance(data, bytes) else data
    if not isinstance(text, str):
        from hongtou.errors import SourceError

        raise SourceError([text])
    write(path, with_lines(text, lines).encode(), force=True)
    click.echo(_("{file}: {count} lines added").format(file=path, count=len(lines)))
