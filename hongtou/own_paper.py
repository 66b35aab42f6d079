"""A notice that gen wrote, read back as the policy it was printed from 原样读回; never a policy that the paper does not say."""

from __future__ import annotations

from pathlib import Path

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.importer.ledger import Ledger
from hongtou.importer.read import read_file
from hongtou.importer.read import scan as scanned
from hongtou.importer.scan import Scan
from hongtou.importer.understand import Imported, understand
from hongtou.importer.words import Words
from hongtou.memory import uncollected
from hongtou.model.carried import from_texts
from hongtou.model.policy import Policy
from hongtou.model.register import Register
from hongtou.package import Package
from hongtou.papers import Papers
from hongtou.render.carried import carried_texts
from hongtou.workspace import Workspace


def carried_policy(data: bytes, name: str) -> Policy | None:
    """Return the policy that the DOCX ``data`` carries, None where it carries none."""
    if data[:2] != b"PK":
        return None
    try:
        package = Package.read(data, name)
    except GenError:
        return None
    return from_texts(carried_texts(package.parts))


def says_the_same(policy: Policy, scan: Scan, workspace: Workspace) -> bool:
    """Whether the paper ``scan`` was read from says, line by line, what ``policy`` prints."""
    try:
        printed = scanned(Papers(workspace, policy).notice(bare=True), scan.path)
    except GenError:
        return False
    return _lines(printed) == _lines(scan)


def _lines(scan: Scan) -> list[str]:
    texts = ("".join(f"{line.number}{line.text}".split()) for line in scan.lines)
    return [text for text in texts if text]


def as_imported(policy: Policy, scan: Scan, register: Register | None) -> Imported:
    """Return ``policy`` as what was understood of ``scan``: all its characters are in it."""
    ledger = Ledger(scan)
    ledger.computed(Words(scan.text, range(len(scan.text))))
    ledger.doubts.clear()
    ledger.guesses.append(_("The paper carries the policy that it was printed from; it was taken as it is."))
    known = register if register is not None else policy.register
    fresh = tuple(e for e in policy.register.entries if register is None or e.name not in register.by_name)
    units = {unit.name: unit for unit in (*known.units, *policy.register.units)}
    sets = {one.name: one for one in (*known.sets, *policy.register.sets)}
    whole = known.model_copy(update={"units": tuple(units.values()), "sets": tuple(sets.values())})
    return Imported(policy.notice, policy.tasks, whole, fresh, ledger, (), 0, carried=True)


def read_paper(file: Path, register: Register | None, issuer: str, workspace: Workspace) -> Imported:
    """Return what the notice in ``file`` says: the policy it carries where it says that still, else what its text tells."""
    data = read_file(file)
    with uncollected():
        scan = scanned(data, file.as_posix())
        policy = carried_policy(data, file.name)
        if policy is not None and says_the_same(policy, scan, workspace):
            return as_imported(policy, scan, register)
        imported = understand(scan, register, issuer)
    if policy is not None:
        note = _(
            "The paper carries the policy it was printed from, but says something else by now; its text was read."
        )
        imported.ledger.guesses.append(note)
    return imported
