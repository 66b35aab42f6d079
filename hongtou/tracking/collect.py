"""Returns into the progress of a policy 汇总: file by file, each with what became of it and what a person must look at."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from hongtou.errors import GenError
from hongtou.findings import Finding
from hongtou.i18n import N_, _
from hongtou.importer.read import read_file
from hongtou.model.progress import PaperKind, Return, UnitProgress
from hongtou.tracking.asked import Requirements
from hongtou.tracking.beside import Beside
from hongtou.tracking.book import Book
from hongtou.tracking.find_returns import MAX_BYTES, parse_return
from hongtou.tracking.match import Matcher, Placed
from hongtou.tracking.merge import Merged, Outcome, merge
from hongtou.tracking.returned import Returned, Row, return_id
from hongtou.tracking.sender import Sender, sender, unit_in_name
from hongtou.tracking.tell import told

_ANOTHER = N_("another paper")
_OTHER_PAPERS = {
    "report": N_("a report"),
    "summary": N_("a summary over all units"),
    "reminder": N_("a reminder"),
    "plan": N_("a plan"),
    "agenda": N_("an agenda"),
    "minutes": N_("minutes of a meeting"),
    "sign-in": N_("a sign-in sheet"),
    "change": N_("a letter about a change"),
    "volume": N_("a volume of all letters"),
}
"""Papers of ours that nothing is collected from, by what they call themselves."""


@dataclass
class Collected:
    """What became of one file: whose it is, how its answers fared, what is to be looked at."""

    path: str
    unit: str = ""
    paper: PaperKind | None = None
    known: bool = False
    """Whether the same file was collected before."""
    counts: Counter[Outcome] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    failed: bool = False
    """Whether nothing could be taken from it."""


class Collector:
    """Collects returns into ``book``, the progress of one policy."""

    def __init__(
        self, requirements: Requirements, book: Book, print_: Callable[[PaperKind, str], bytes]
    ) -> None:
        self._requirements = requirements
        self._policy = requirements.policy
        self._book = book
        self._beside = Beside(requirements, print_)
        self._matcher = Matcher(requirements, self._beside.content)
        self._words: dict[str, str] = {}

    def collect(self, paths: Iterable[Path], unit: str | None = None) -> Iterator[Collected]:
        """Collect each of the files; a file that cannot be taken is told, and the others are taken all the same."""
        for path in paths:
            yield self._collected(path, unit)
        self._book.add_requirements(self._words)

    def _collected(self, path: Path, unit: str | None) -> Collected:
        done = Collected(path.as_posix())
        try:
            data = read_file(path, MAX_BYTES)
            id_ = return_id(hashlib.sha256(data).hexdigest())
            if unit is None and self._is_known(id_, path.name):
                done.unit, done.known = self._book.returned[id_], True
                return done
            returned = parse_return(data, path.name)
            self._check_policy(returned)
            whose = sender(returned, self._policy.register, unit)
            self._check_owes(returned, whose)
        except GenError as error:
            done.failed = True
            done.findings.append(Finding(done.path, 0, 0, error.message, error.hint, "return"))
            return done
        done.unit, done.paper = whose.unit, returned.paper
        self._take(returned, whose, done)
        return done

    def _is_known(self, id_: str, name: str) -> bool:
        """Whether the file was collected before; two units may send the same ledger, each under its own name."""
        named = unit_in_name(name, self._policy.register) if id_ in self._book.returned else ""
        return id_ in self._book.returned and named in ("", self._book.returned[id_])

    def _check_policy(self, returned: Returned) -> None:
        said = returned.properties.get("gen.policy", self._policy.name)
        if said != self._policy.name:
            raise GenError(
                _("{name} belongs to the policy “{said}”, not to “{policy}”.").format(
                    name=returned.name, said=said, policy=self._policy.name
                ),
                _("Collect it with --policy {said}.").format(said=said),
            )
        if (kind := returned.properties.get("gen.paper", returned.paper)) not in set(PaperKind):
            raise GenError(
                _("{name} is {kind}, not a checklist, letter or ledger.").format(
                    name=returned.name, kind=_(_OTHER_PAPERS.get(kind, _ANOTHER))
                ),
                _("Collect the checklist that the unit filled in; file this one."),
            )
        if not returned.rows:
            raise GenError(
                _("{name} holds no row of a checklist.").format(name=returned.name),
                _("Send back the file that was handed out, filled in."),
            )

    def _check_owes(self, returned: Returned, whose: Sender) -> None:
        if whose.unit and not self._requirements.of(whose.unit):
            raise GenError(
                _("{name} is of “{unit}”, of whom this policy asks nothing.").format(
                    name=returned.name, unit=whose.unit
                ),
                _("Is the unit's name right in the register?"),
            )

    def _take(self, returned: Returned, whose: Sender, done: Collected) -> None:
        chapter = self._chapters.get(whose.unit, whose.unit)
        known = self._book.of(chapter) if chapter else self._book.ledger
        if returned.id in known.returns:
            done.known = True
            return
        self._book.returned[returned.id] = whose.unit
        placed, others = self._matcher.place(returned, whose.unit)
        placed = [entry for entry in placed if not self._is_silent(entry, whose.unit)]
        remarks = self._beside.remarks(returned, whose.unit, placed, others)
        record = Return(file=returned.name, paper=returned.paper, saved=returned.saved)
        merged = merge(known, returned.id, record, placed, remarks)
        self._write(chapter, merged)
        done.counts.update(outcome for _entry, outcome in merged.outcomes)
        done.findings += self._findings(done.path, returned, whose, placed, others, known, merged)

    @cached_property
    def _chapters(self) -> dict[str, str]:
        """The names under which the book has units that it knows by an earlier name only."""
        found = ((self._policy.register.find(name), name) for name in self._book.units)
        earlier = {entry.name: name for entry, name in found if entry is not None and entry.name != name}
        return {unit: name for unit, name in earlier.items() if unit not in frozenset(self._book.units)}

    def _is_silent(self, entry: Placed, unit: str) -> bool:
        """Whether a row of a ledger, which every unit's lines stand in, says nothing that is of this unit."""
        if not unit or entry.asked is None or not entry.row.preset:
            return False
        mine = {asked.key for asked, _role in self._requirements.of(unit)}
        is_ours = entry.said is None and not (entry.undated or entry.edited or entry.row.formulas)
        return entry.asked.key not in mine and is_ours and not (entry.current and entry.changes)

    def _write(self, chapter: str, merged: Merged) -> None:
        if chapter:
            self._book.put(chapter, merged.progress)
        else:
            self._book.put_ledger(merged.progress)
        for entry, _outcome in merged.outcomes:
            if entry.said is not None and entry.said.asked is not None:
                self._words.setdefault(entry.said.asked, entry.words)

    def _findings(
        self,
        path: str,
        returned: Returned,
        whose: Sender,
        placed: list[Placed],
        others: list[Row],
        known: UnitProgress,
        merged: Merged,
    ) -> Iterator[Finding]:
        asked = self._requirements.of(whose.unit) if whose.unit else ()
        for severity, message, hint, rule in told(
            returned, whose, placed, others, known, merged, [a for a, _role in asked]
        ):
            yield Finding(path, 0, 0, message, hint, rule, severity)
