"""``gen collect``: returned checklists and ledgers into progress.yaml."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.errors import ExitCode, GenError
from hongtou.findings import Finding, Severity
from hongtou.i18n import N_, _

if TYPE_CHECKING:
    from hongtou.tracking.collect import Collected

_OUTCOMES = {
    "new": N_("{count} new"),
    "changed": N_("{count} changed"),
    "same": N_("{count} as before"),
    "older": N_("{count} older"),
    "disputed": N_("{count} disputed"),
}


@click.command(
    "collect",
    help="Read returned checklists (DOCX) and ledgers (XLSX), files or folders, into the progress.yaml of a policy.",
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...", type=click.Path(path_type=Path))
@click.option(
    "--policy",
    metavar="NAME",
    help="The policy they belong to; by default the only one, or what each file says of itself.",
)
@click.option(
    "--unit", metavar="NAME", help="Whose return it is, where the file does not say so; a single file."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be taken; write nothing.")
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Print every finding; of several files, only the first of its kind in each is printed otherwise.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    policy: str | None,
    unit: str | None,
    dry_run: bool,
    every: bool,
    style: str,
) -> None:
    """Print what became of every file; exit 1 where a person must look at something, 2 where a file could not be taken."""
    from hongtou.collecting import collect
    from hongtou.tracking.find_returns import files

    found = list(files(paths))
    if not found:
        raise GenError(
            _("there is no file in what was named."), _("Name the files or the folder that came back.")
        )
    if unit is not None and len(found) != 1:
        raise click.UsageError(_("--unit says whose one file is; give a single file."), ctx=ctx)
    done, written = collect(found, policy, unit, dry_run=dry_run)
    if style == "json":
        click.echo(json.dumps([_data(one) for one in done], ensure_ascii=False, indent=2))
    else:
        _print(done, every=every)
    for path, changed in written.items():
        message = _("{path}: unchanged") if not changed else _("{path}: updated")
        message = _("{path}: would be updated") if changed and dry_run else message
        click.echo(message.format(path=path), err=True)
    ctx.exit(_code(done))


def _code(done: Iterable[Collected]) -> ExitCode:
    if any(one.failed for one in done):
        return ExitCode.UNUSABLE
    found = {finding.severity for one in done for finding in one.findings}
    return ExitCode.FINDINGS if found - {Severity.INFO} else ExitCode.DONE


def _print(done: Sequence[Collected], *, every: bool) -> None:
    """Print a line per file, what is to be looked at below it, and a sum behind several."""
    advised: set[str] = set()
    for one in done:
        if not one.failed:
            click.echo(
                f"{one.path}{_(': ')}{one.unit or _('ledger of the whole policy')}{_(', ')}{_counts(one)}"
            )
        for finding in one.findings if every or len(done) == 1 else _firsts(one.findings):
            told = finding if finding.hint not in advised else dataclasses.replace(finding, hint="")
            advised.add(finding.hint)
            click.echo(str(told), err=True)
    if len(done) > 1:
        click.echo(_sum(done), err=True)


def _firsts(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the first finding of each kind, with how many more of it there are."""
    kinds = Counter(finding.rule for finding in findings)
    for finding in findings:
        more = kinds.pop(finding.rule, 0) - 1
        if more > 0:
            message = _("{message} And {count} more of this kind (--all shows them).")
            yield dataclasses.replace(finding, message=message.format(message=finding.message, count=more))
        elif more == 0:
            yield finding


def _sum(done: Sequence[Collected]) -> str:
    failed = sum(one.failed for one in done)
    known = sum(one.known for one in done)
    doubtful = sum(not one.failed and _code([one]) is ExitCode.FINDINGS for one in done)
    counts = (
        (len(done) - failed - known, _("{count} taken")),
        (known, _("{count} collected before")),
        (failed, _("{count} not taken")),
        (doubtful, _("{count} to look at")),
    )
    said = _(", ").join(text.format(count=count) for count, text in counts if count)
    return _("{count} files: {said}").format(count=len(done), said=said)


def _counts(one: Collected) -> str:
    if one.known:
        return _("collected before")
    counts = [_(text).format(count=one.counts[key]) for key, text in _OUTCOMES.items() if one.counts[key]]  # type: ignore[index]
    return _(", ").join(counts) or _("no answer")


def _data(one: Collected) -> dict[str, object]:
    return {
        "file": one.path,
        "unit": one.unit,
        "paper": one.paper.value if one.paper else None,
        "collected_before": one.known,
        "answers": {str(outcome): count for outcome, count in one.counts.items()},
        "findings": [
            {"severity": f.severity.value, "rule": f.rule, "message": f.message, "hint": f.hint}
            for f in one.findings
        ],
    }
