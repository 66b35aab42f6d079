"""What goes out for a policy 分发: which files, under which names, and which of those there are no longer belong."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from hongtou.build.names import file_names
from hongtou.build.outputs import Output, Settled, Verb
from hongtou.errors import GenError, os_reason
from hongtou.i18n import _
from hongtou.model.register import Unit
from hongtou.papers import Papers
from hongtou.render.about import about
from hongtou.render.fingerprint import untouched

LEDGER = "督办台账"
"""File name of the ledger."""


def letters_folder(papers: Papers, root: Path) -> Path:
    """Return where the letters of a policy go under ``root``."""
    return root / f"{papers.policy.name}-letters"


def checklists_folder(papers: Papers, root: Path) -> Path:
    """Return where the checklists and the ledger of a policy go under ``root``."""
    return root / f"{papers.policy.name}-checklists"


def letters(papers: Papers, folder: Path, units: Sequence[str] | None = None) -> list[Output]:
    """Return the letters to ``units`` (None: to all that owe something) as files in ``folder``."""
    return _per_unit(papers, folder, units, papers.letter)


def combined(papers: Papers, folder: Path, units: Sequence[str] | None = None) -> list[Output]:
    """Return the letters to ``units`` bound into one file in ``folder``."""
    chosen = tuple(units if units is not None else papers.portfolio.units)
    path = folder / f"{papers.policy.name}-letters{'' if units is None else '-selected'}.docx"
    return [Output(str(path), partial(papers.volume, chosen))] if chosen else []


def checklists(papers: Papers, folder: Path, units: Sequence[str] | None = None) -> list[Output]:
    """Return the checklists of ``units`` as files in ``folder``; without a choice the ledger too."""
    found = _per_unit(papers, folder, units, papers.checklist)
    if units is None and papers.portfolio.duties:
        found.append(Output(str(folder / f"{LEDGER}.docx"), papers.ledger_docx))
        found.append(Output(str(folder / f"{LEDGER}.xlsx"), papers.ledger_xlsx))
    return found


def plans(papers: Papers, folder: Path, units: Sequence[str] | None = None) -> list[Output]:
    """Return the plans of ``units`` (None: of all that owe something) as files in ``folder``."""
    return _per_unit(papers, folder, units, papers.plan)


def package(papers: Papers, root: Path) -> list[Output]:
    """Return every file of the policy: notice, letters, checklists, ledger."""
    notice = Output(str(root / f"{papers.policy.name}-notice.docx"), papers.notice)
    return [
        notice,
        *letters(papers, letters_folder(papers, root)),
        *checklists(papers, checklists_folder(papers, root)),
    ]


def _per_unit(
    papers: Papers, folder: Path, units: Sequence[str] | None, make: Callable[[str], bytes]
) -> list[Output]:
    everybody = papers.portfolio.units
    chosen = None if units is None else frozenset(units)
    return [
        Output(f"{folder}{os.sep}{name}.docx", make, unit)
        for unit, name in zip(everybody, [*file_names((LEDGER, *everybody))][1:], strict=True)
        if chosen is None or unit in chosen
    ]


def choose(papers: Papers, names: Iterable[str], also: Collection[str] = ()) -> list[str] | None:
    """Return the units that ``names`` mean: registered names, aliases or sets; None where nothing was chosen.

    Raises GenError for a stranger, and for a unit that owes nothing and is not among ``also``.
    """
    owing = frozenset((*papers.portfolio.units, *also))
    chosen = [unit for name in names for unit in _meant(papers, name, owing)]
    return list(dict.fromkeys(chosen)) or None


def _meant(papers: Papers, name: str, owing: frozenset[str]) -> list[str]:
    register = papers.policy.register
    entry = register.find(name)
    if entry is None:
        near = register.suggest(name)
        raise GenError(
            _("“{name}” is not in the register.").format(name=name),
            _("Did you mean “{name}”?").format(name=near) if near else _("Add it to units.yaml."),
        )
    members = [entry] if isinstance(entry, Unit) else register.expand(entry.name)
    found = [unit.name for unit in members if unit.name in owing]
    if not found:
        raise GenError(
            _("“{name}” owes nothing under this policy.").format(name=entry.name),
            _("Units are named in the assignments of tasks.yaml and notice.yaml."),
        )
    return found


def require_units(papers: Papers) -> None:
    """Raise GenError where no unit can be written to."""
    if not papers.portfolio.units:
        raise GenError(
            _("no unit is responsible for anything under this policy."),
            _("Units are named in the assignments of tasks.yaml and notice.yaml."),
        )


def prune(left: Iterable[Settled], *, force: bool, dry_run: bool) -> list[Settled]:
    """Remove the files ``left``; those that a person has changed only with ``force``."""
    return [_pruned(one, force=force, dry_run=dry_run) for one in left]


def _pruned(one: Settled, *, force: bool, dry_run: bool) -> Settled:
    if one.verb is Verb.CONFLICT and not force:
        return one
    if not dry_run:
        try:
            one.path.unlink(missing_ok=True)
        except OSError as error:
            return replace(one, verb=Verb.CONFLICT, reason=os_reason(error)[0])
    return replace(one, verb=Verb.REMOVE)


def leftovers(papers: Papers, outputs: Iterable[Output]) -> list[Settled]:
    """Return the files that gen wrote for this policy beside ``outputs`` and that are not among them any more.

    One that a person has changed is a conflict: it is only told of.
    """
    expected = {output.path for output in outputs}
    folders = {path.parent for path in expected if path.parent.name.startswith(papers.policy.name)}
    folded = {str(path).casefold(): path for path in expected}
    found = []
    for path in sorted(path for folder in folders if folder.is_dir() for path in folder.iterdir()):
        if path not in expected and path.suffix in (".docx", ".xlsx") and path.is_file():
            if (twin := folded.get(str(path).casefold())) and twin.exists() and twin.samefile(path):
                continue  # One file under two names, on a system where case does not count.
            data = path.read_bytes()
            if about(data).get("gen.policy") == papers.policy.name:
                found.append(_left(path, data))
    return found


def _left(path: Path, data: bytes) -> Settled:
    if untouched(data):
        return Settled(str(path), Verb.LEFT, _("this unit owes nothing any more"))
    return Settled(
        str(path), Verb.CONFLICT, _("this unit owes nothing any more, and the file was changed by hand")
    )
