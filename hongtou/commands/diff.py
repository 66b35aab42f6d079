"""``gen diff``: what changed between two versions of a policy."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import Any

import click

from hongtou.commands.comparing import Compared, compared, print_to, side, two_versions
from hongtou.commands.values import MOMENT, Whole
from hongtou.errors import ExitCode
from hongtou.i18n import _

_PRINTED = ("text", "json", "markdown", "html", "amend")
_PAPERS = ("table", "redline")
_LEVELS = tuple("ABCEF")
"""D, another partner, is known of a unit only: gen impact tells it."""
_ONLY_FOR = {
    "units": ("text", "json", "markdown", "html", "amend", "table"),
    "levels": ("text", "json", "markdown", "html", "amend", "table"),
    "formal": ("text", "json", "markdown", "html", "table"),
    "full": ("text", "markdown", "html", "table"),
    "max_bytes": ("markdown",),
    "author": ("redline",),
    "date": ("redline",),
}
"""The formats that an option does something in."""


@click.command(
    "diff",
    help="Say what changed in a policy from OLD to NEW: each a git revision, a tag, REVISION:PATH, a folder, or left out. "
    "Without OLD it is the last tag that touched the policy, else HEAD; without NEW the working tree.",
)
@two_versions
@click.option(
    "--format",
    "style",
    type=click.Choice((*_PRINTED, *_PAPERS)),
    default="text",
    show_default=True,
    help="text, json, markdown and html are printed; amend prints the amending sentences; table writes the 修订对照表 "
    "and redline the notice with tracked changes, both as DOCX.",
)
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="NAME",
    help="Only what concerns this unit or set; may be repeated.",
)
@click.option(
    "--only",
    "levels",
    multiple=True,
    type=click.Choice(_LEVELS, case_sensitive=False),
    help="Only changes of this class: A who owes what, B numbers and dates, C what is asked, E place, F form. May be repeated.",
)
@click.option(
    "--formal", is_flag=True, help="Also what is form only: numbering, marks, width, unprinted data."
)
@click.option("--full", is_flag=True, help="Print paragraphs whole instead of what is near the changes.")
@click.option("--max-bytes", type=Whole(min=1000), help="With markdown: end before it gets longer.")
@click.option("--author", help="With redline: who made the changes; by default who wrote the commit.")
@click.option(
    "--date",
    type=MOMENT,
    help="With redline: when they were made; by default when the commit was written.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write to; by default a paper goes to output/ and all else is printed.",
)
@click.option("--force", is_flag=True, help="Replace a file that was changed by hand.")
@click.pass_context
def command(
    ctx: click.Context, /, old: str | None, new: str | None, policy: str | None, **options: Any
) -> None:
    """Print or write the comparison; exit 1 where something of what is shown differs."""
    from hongtou.diff.forms.phrases import chosen

    _refuse_idle(ctx, options)
    both = compared(policy, old, new)
    parts = both.parts_of(both.units(options["units"])) if options["units"] else None
    levels = tuple(level.upper() for level in options["levels"])
    formal = options["formal"] or options["style"] == "json" or "F" in levels
    shown = chosen(both.diff, levels, parts, formal=formal)
    if options["style"] in _PAPERS:
        _write(both, shown, options)
    else:
        print_to(_printed(both, shown, options), options["output"], force=options["force"])
    if shown or (parts is None and not levels and both.diff.changes):
        ctx.exit(ExitCode.FINDINGS)


def _printed(both: Compared, shown: Any, options: dict[str, Any]) -> str:
    full, style = options["full"], options["style"]
    if style == "json":
        from hongtou.diff.as_data import as_data

        sides = {"from": side(both.old), "to": side(both.new)}
        data = as_data(both.diff, both.old.loaded.policy, both.new.loaded.policy, sides, shown)
        return json.dumps(data, ensure_ascii=False, indent=2)
    if style == "markdown":
        from hongtou.diff.forms.markdown import as_markdown

        return as_markdown(both.diff, shown, both.sides, full=full, limit=options["max_bytes"] or 0)
    if style == "html":
        from hongtou.diff.forms.html import as_html

        return as_html(both.diff, shown, both.sides, full=full)
    if style == "amend":
        from hongtou.diff.forms.amend import amending

        return "\n".join(amending(both.diff, shown))
    from hongtou.diff.forms.text import as_text

    colour = options["output"] is None and sys.stdout.isatty()
    return as_text(both.diff, shown, both.sides, colour=colour, full=full)


def _refuse_idle(ctx: click.Context, options: dict[str, Any]) -> None:
    """Raise UsageError for an option that would do nothing in the chosen format, and for an author without a name."""
    given = [
        p for p in ctx.command.params if p.name in _ONLY_FOR and options[p.name] not in (None, False, ())
    ]
    for parameter in given:
        formats = _ONLY_FOR[str(parameter.name)]
        if options["style"] not in formats:
            message = _("{option} does nothing with --format {format}; it is for: {formats}.")
            raise click.UsageError(
                message.format(option=parameter.opts[0], format=options["style"], formats=", ".join(formats))
            )
    if options["author"] is not None and not _is_name(options["author"]):
        raise click.UsageError(_("--author must be a name: neither empty nor with control characters."))


def _is_name(text: str) -> bool:
    return bool(text.strip()) and text.isprintable()


def _write(both: Compared, shown: Any, options: dict[str, Any]) -> None:
    from hongtou.build.write import write

    name = both.new.loaded.policy.name
    if options["style"] == "table" and not shown:
        click.echo(_("nothing of what is asked for changed; no table was written."), err=True)
        return
    if options["style"] == "table":
        path = both.output(f"{name}-修订对照表.docx", options["output"])
        data = both.revision.table(shown, full=options["full"])
    else:
        path = both.output(f"{name}-redline.docx", options["output"])
        data = _redline(both, options["author"], options["date"])
    write(path, data, force=options["force"])
    click.echo(path)


def _redline(both: Compared, author: str | None, date: datetime.datetime | None) -> bytes:
    from hongtou.redline import redline

    author, date = author or both.new.author, date or both.new.date
    if author is not None and not _is_name(author):
        raise click.UsageError(_("the author of the commit has no name that can be printed; give --author."))
    if author is None or date is None:
        raise click.UsageError(
            _("tracked changes need --author and --date (2026-01-31), as the new version is no commit.")
        )
    return redline(
        both.old.loaded.policy,
        both.new.loaded.policy,
        author=author,
        date=date.replace(tzinfo=None),
        workspace=both.workspace,
    )
