"""The command line: one module per command, imported only when it is asked for.

Everything that prints or exits is here; the library below raises and returns.
"""

from __future__ import annotations

import importlib
import keyword
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

import click

from hongtou import __version__
from hongtou.errors import ExitCode, GenError, os_reason
from hongtou.i18n import _, use_language

COMMANDS = {
    "notice": "Write the notice of a policy as an official paper (DOCX or PDF).",
    "letters": "Write a letter to every responsible unit: what it owes, and by when.",
    "checklists": "Write a checklist for every responsible unit, and the ledger.",
    "plans": "Write a plan for every responsible unit to fill in.",
    "calendar": "Write the dates of a policy as a calendar file (.ics); of all, or of one unit.",
    "build": "Write the whole package of a policy; only what changed.",
    "check": "Find what a careful secretary would: form, marks, units, tasks, body against table.",
    "rules": "List the rules of “gen check”; say what one asks, why and where from.",
    "diff": "Say what changed between two versions of a policy; as text, table or redline.",
    "impact": "Say whom a revision concerns, in which tasks, and what is to be sent to whom.",
    "change-notice": "Write a letter to every unit a revision concerns: what it gains, loses, what moved.",
    "collect": "Read returned checklists and ledgers into the progress of a policy.",
    "progress": "Say how everything stands: by unit, by task, by target; what is late.",
    "meeting": "Write the papers of the joint meeting about open problems: agenda, sign-in sheet, minutes.",
    "status": "Say which letters that went out do not hold any more.",
    "chart": "Draw the wall chart: tasks × units and how each stands; to print, or as a page.",
    "reports": "Write the report of every unit, with what was collected in its place.",
    "summary": "Write the summary over all units for the unit that collects the reports.",
    "reminders": "Write a letter to every unit that is late: only what is late, and whom to answer.",
    "template": "Check Word templates before they are used.",
    "measure": "Measure a paper in mm against GB/T 9704-2012.",
    "import": "Read notices (DOCX, saved web page, plain text) and write each as a policy.",
    "init": "Lay out a workspace to start from.",
    "git-setup": "Let git show policies by sentences, and papers by paragraphs.",
    "textconv": "Print a policy's YAML or a paper as lines that git compares well.",
    "schema": "Write the JSON Schemas that give editors completion and hover texts.",
}
"""Every command with its one-line help; the module of each is ``hongtou.commands.<name>``, with _ for - (and behind a word of Python)."""


class LazyGroup(click.Group):
    """A group whose commands are imported when called, so that ``gen --help`` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of :data:`COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, its help in the chosen language; None for a name there is not."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_") + "_" * keyword.iskeyword(cmd_name)
        module = importlib.import_module(f"hongtou.commands.{name}")
        command: click.Command = module.command
        return _translated(command)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, which click words before the language is known."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, summary in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command when there is none of that name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise _no_such_command(ctx, args[0]) from error

    def main(self, *arguments: Any, **settings: Any) -> Any:
        """Run as the program does; where nothing more can be printed, say so once. A reader that left is no fault."""
        try:
            return super().main(*arguments, **settings)
        except OSError as error:
            if error.filename is not None:
                raise
            _give_up(error)

    def invoke(self, ctx: click.Context) -> Any:
        """Run; turn every GenError into its message and exit code."""
        try:
            return super().invoke(ctx)
        except GenError as error:
            click.echo(_formatted(error), err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo(_formatted(_interrupted()), err=True)
            ctx.exit(ExitCode.UNUSABLE)


def _give_up(error: OSError) -> NoReturn:
    """Say that the output cannot be written, and end; Python is not to try again when it ends."""
    reason, _hint = os_reason(error)
    said = GenError(
        _("what is printed cannot be written: {reason}.").format(reason=reason),
        _("Make room, or print it elsewhere; files that were named before are whole."),
    )
    with suppress(OSError):
        click.echo(_formatted(said), err=True)
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
    sys.exit(ExitCode.UNUSABLE)


def _no_such_command(ctx: click.Context, name: str) -> click.UsageError:
    import difflib

    message = _("there is no command “{name}”.").format(name=name)
    near = difflib.get_close_matches(name, COMMANDS, n=1)
    if near:
        message += " " + _("Did you mean “{name}”?").format(name=near[0])
    return click.UsageError(message, ctx=ctx)


def _formatted(error: GenError) -> str:
    if hasattr(error, "findings"):
        return error.message
    text = _("gen: {message}").format(message=error.message)
    return f"{text}\n    → {error.hint}" if error.hint else text


_MESSAGES: dict[int, str] = {}
"""The English help of every command and option met, by identity: a process may speak both languages in turn."""


def _interrupted() -> GenError:
    return GenError(
        _("interrupted; every file is whole."), _("Run the command again: it goes on from there.")
    )


def _translated(command: click.Command) -> click.Command:
    """Return ``command`` with its help texts in the chosen language."""
    for part in (command, *command.params):
        if isinstance(part, click.Command | click.Option) and part.help:
            part.help = _(_MESSAGES.setdefault(id(part), part.help))
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _translated(inner)
    return command


def _choose_language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    use_language(value)
    _translated(ctx.command)


_HELP = """Policy as data, official paper as output.

Exit codes: 0 done or clean, 1 findings or differences, 2 usage or unreadable input, 3 refused for safety."""


@click.group(cls=LazyGroup, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    is_eager=True,
    expose_value=False,
    callback=_choose_language,
    help="Language of messages; the system's by default.",
)
@click.version_option(__version__, "-V", "--version", prog_name="gen", message="%(prog)s %(version)s")
def cli() -> None:
    """Stand at the front door; the commands do the work."""


def main() -> None:
    """Run ``gen`` with the arguments of the process; until ``--lang`` is read, in the system's language."""
    use_language()
    cli(prog_name="gen")


__all__ = ["COMMANDS", "ExitCode", "cli", "main"]
