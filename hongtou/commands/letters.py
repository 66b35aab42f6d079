"""``gen letters``: one responsibility letter per unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.commands.opening import choose_units, open_papers
from hongtou.commands.report import write_and_tell
from hongtou.commands.values import Whole
from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.model.policy import Policy
    from hongtou.papers import Papers


@click.command(
    "letters", help="Write a letter to every responsible unit of POLICY: what it owes, and by when."
)
@click.argument("policy", required=False)
@click.option(
    "--unit", "units", multiple=True, metavar="NAME", help="Only to this unit or set; may be repeated."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-letters of the workspace by default.",
)
@click.option("--combined", is_flag=True, help="Bind all letters into one file for printing.")
@click.option("--jobs", type=Whole(min=1), help="Workers; as many as are worth it by default.")
@click.option(
    "--changed-since",
    metavar="OLD",
    help="Only letters that are not the same, byte for byte, as in that version; OLD is as in “gen diff”.",
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    policy: str | None,
    units: tuple[str, ...],
    output: Path | None,
    combined: bool,
    jobs: int | None,
    changed_since: str | None,
    force: bool,
) -> None:
    """Write the letters and print the path of every file."""
    from hongtou import dispatch

    papers = open_papers(policy)
    chosen = choose_units(papers, units)
    if changed_since is not None:
        chosen = _changed(papers, chosen, changed_since)
    root = papers.workspace.root / "output"
    if combined:
        outputs = dispatch.combined(papers, output or root, chosen)
    else:
        folder = output or dispatch.letters_folder(papers, root)
        outputs = dispatch.letters(papers, folder, chosen)
    write_and_tell(ctx, outputs, force=force, jobs=jobs)


def _changed(papers: Papers, chosen: list[str] | None, since: str) -> list[str]:
    """Return the units of ``chosen`` whose letters differ from those of the version ``since``; say how many do not."""
    from hongtou.diff.parties import succession
    from hongtou.papers import Papers as PapersOf
    from hongtou.versions.open import open_version

    old = open_version(papers.workspace, papers.policy.folder, since)
    former = PapersOf(papers.workspace, old.loaded.policy)
    had = frozenset(former.portfolio.units)
    asked = chosen if chosen is not None else [*papers.portfolio.units]
    changed = [unit for unit in asked if unit not in had or former.letter(unit) != papers.letter(unit)]
    same = len(asked) - len(changed)
    touched = _touched(old.loaded.policy, papers)
    message = _("gen: {count} letter(s) differ from {version}, {same} are the same byte for byte")
    click.echo(message.format(count=len(changed), version=old.label, same=same), err=True)
    if common := [unit for unit in changed if unit not in touched]:
        message = _(
            "gen: {count} of them only in what is common to all: reports due, contact, the notice's title and number"
        )
        click.echo(message.format(count=len(common)), err=True)
    today, heirs = succession(old.loaded.policy.register, papers.policy.register)
    gone = [
        u for u in former.portfolio.units if today.get(u, u) not in papers.portfolio.units and u not in heirs
    ]
    if gone and chosen is None:
        names = _(", ").join(gone)
        click.echo(_("gen: no task any more, see “gen change-notice”: {names}").format(names=names), err=True)
    return changed


def _touched(old: Policy, papers: Papers) -> frozenset[str]:
    """Return the units whose own tasks changed since ``old``."""
    from hongtou.diff.compare import compare
    from hongtou.diff.impact import Impact, Mark

    impact = Impact(old, papers.policy, compare(old, papers.policy))
    return frozenset(
        unit for unit, cells in impact.by_unit.items() if any(cell.mark is not Mark.SAME for cell in cells)
    )
