"""``gen check``: what a careful secretary would find."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.errors import ExitCode, SourceError
from hongtou.findings import Finding, Severity
from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.source.load import Loaded
    from hongtou.workspace import Workspace

_FORMATS = ("text", "json", "github", "sarif")
_LEVELS = tuple(severity.value for severity in Severity)


@click.command(
    "check",
    help="Find what a careful secretary would in POLICY, or in every policy of the workspace, by the rules of “gen rules”.",
)
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="FILE",
    help="Look a plain text through instead, by the rules for running text; - is the standard input.",
)
@click.option(
    "--fix", "fixing", is_flag=True, help="Write what can be put right without a person into the YAML files."
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="With --fix: only print what would be changed, as a patch; findings go to stderr.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(_FORMATS),
    help="How to print; text by default, github where GITHUB_ACTIONS is set.",
)
@click.option(
    "--level",
    type=click.Choice(_LEVELS),
    default="info",
    show_default=True,
    help="The least severity to print and to count: what is below it does not fail either.",
)
@click.pass_context
def command(
    ctx: click.Context,
    policies: tuple[str, ...],
    texts: tuple[str, ...],
    fixing: bool,
    dry_run: bool,
    style: str | None,
    level: str,
) -> None:
    """Print the findings; exit 1 where one is an error or a warning, 2 where a policy cannot be read."""
    if texts and (policies or fixing):
        raise click.UsageError(_("--text looks files through that are no policies; give it alone."), ctx=ctx)
    if dry_run and not fixing:
        raise click.UsageError(_("--dry-run goes with --fix."), ctx=ctx)
    if texts:
        found, last, broken = [finding for name in texts for finding in _in_text(name)], None, False
    else:
        from hongtou.workspace import find_workspace

        first = Path(policies[0]) if policies and Path(policies[0]).exists() else Path.cwd()
        workspace = find_workspace(first)
        found, last, broken = _in_policies(workspace, policies, _fixer(dry_run) if fixing else None)
    every = sorted(dict.fromkeys(found))
    shown = [finding for finding in every if _LEVELS.index(finding.severity) <= _LEVELS.index(level)]
    _print(
        shown,
        len(every) - len(shown),
        style or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"),
        last,
        err=dry_run,
    )
    if broken:
        click.echo(
            _("gen: a policy that cannot be read is not held against the rules; correct it and check again."),
            err=True,
        )
        ctx.exit(ExitCode.UNUSABLE)
    if any(finding.severity is not Severity.INFO for finding in shown):
        ctx.exit(ExitCode.FINDINGS)


def _in_text(name: str) -> list[Finding]:
    from hongtou.rules.check import check_text
    from hongtou.source.plain import plain_text, read_plain

    text = plain_text(sys.stdin.buffer.read(), name) if name == "-" else read_plain(Path(name), name)
    if isinstance(text, Finding):
        raise SourceError([text])
    return check_text(text, name)


def _in_policies(
    workspace: Workspace, names: Sequence[str], fix: Callable[[Path], None] | None
) -> tuple[list[Finding], Loaded | None, bool]:
    """Return what is found in the policies ``names``, all for none, the last one, and whether one could not be read."""
    folders = [workspace.choose(name) for name in names] or [*workspace.policies] or [workspace.choose(None)]
    found: list[Finding] = []
    broken = False
    used: set[int] = set()
    last = None
    for folder in dict.fromkeys(folders):
        try:
            if fix is not None:
                fix(folder)
            last = _in_policy(workspace, folder, found, used)
        except SourceError as error:
            found += error.findings
            broken = True
    if last is not None and not broken:
        from hongtou.rules.suppress import unused

        found += unused(
            last, used, [folder.name for folder in folders], whole={*workspace.policies} <= {*folders}
        )
    return found, last, broken


def _in_policy(workspace: Workspace, folder: Path, found: list[Finding], used: set[int]) -> Loaded:
    """Add what is found in one policy to ``found``, and the entries of the house that hushed some to ``used``."""
    from hongtou.rules.suppress import review
    from hongtou.source.load import load

    loaded = load(folder)
    written = None
    if (workspace.root / "output").is_dir():
        from hongtou.papers import Papers
        from hongtou.rules.written import Written

        written = Written(Papers(workspace, loaded.policy), workspace.root / "output")
    result = review(loaded, written)
    found += [located.finding for located in result.found]
    used |= result.used
    return loaded


def _fixer(dry_run: bool) -> Callable[[Path], None]:
    """Return what corrects a policy before it is looked through, and prints what it changes as a diff.

    In a dry run the diff is all that is on stdout, as a patch to keep; else it goes with the messages.
    """

    def fix(folder: Path) -> None:
        from hongtou.build.write import write
        from hongtou.rules.fix import diff
        from hongtou.rules.fix import fix as fixed
        from hongtou.rules.suppress import review
        from hongtou.source.load import shown_path

        result = fixed(folder, chosen=lambda loaded: review(loaded).found)
        for path, text in result.texts.items():
            click.echo(diff(result.before[path], text, shown_path(path)), nl=False, err=not dry_run)
            if not dry_run:
                write(path.resolve(), text.encode(), force=True)
        if result.applied:
            message = _("gen: {count} would be corrected.") if dry_run else _("gen: {count} corrected.")
            click.echo(message.format(count=len(result.applied)), err=True)
        for located, reason in result.refused:
            message = _("gen: not corrected, {place}: {reason}")
            place = f"{located.finding.path}:{located.finding.line} [{located.finding.rule}]"
            click.echo(message.format(place=place, reason=reason), err=True)

    return fix


def _print(findings: Sequence[Finding], hidden: int, style: str, policy: Loaded | None, err: bool) -> None:
    """Print ``findings``; the rules of the house are those of any ``policy`` of the workspace."""
    from hongtou import formats

    if style == "json":
        click.echo(formats.as_json(findings), err=err)
    elif style == "sarif":
        click.echo(formats.as_sarif(findings, [*_described(policy)]), err=err)
    elif findings:
        click.echo(formats.as_github(findings) if style == "github" else formats.as_text(findings), err=err)
    below = _("{count} below this level, not shown").format(count=hidden)
    click.echo(_(", ").join(filter(None, (_counts(findings), below if hidden else ""))), err=True)


def _described(policy: Loaded | None) -> Iterator[tuple[str, str, str]]:
    """Yield every rule with its summary and reason, those of the house in its own words."""
    from hongtou.rules.catalogue import rules
    from hongtou.rules.own.build import own_rules

    for rule in (*rules(), *(own_rules(policy.policy) if policy is not None else ())):
        yield rule.id, _(rule.summary), _(rule.reason) if rule.reason else ""


def _counts(findings: Sequence[Finding]) -> str:
    """Return the closing line: how many of each severity."""
    names = {
        Severity.ERROR: _("{count} error(s)"),
        Severity.WARNING: _("{count} warning(s)"),
        Severity.INFO: _("{count} note(s)"),
    }
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    pieces = [text.format(count=counts[severity]) for severity, text in names.items() if counts[severity]]
    return _(", ").join(pieces) if pieces else _("gen: nothing found")
