"""Correcting the files of a policy: what rules know how to write is written where it stands, and held against all rules.

A change is kept where its finding goes away and it brings no error or warning about at the words that it changes; a fault
elsewhere that it only uncovers is told of afterwards, like any other. All changes are tried at once, and those to blame left
out, so that many bad ones take no longer than one. Nothing is written to disk here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from hongtou.rules.check import check_policy
from hongtou.rules.fix_blame import Blame, State
from hongtou.rules.fix_files import Files, diff
from hongtou.rules.fix_plans import Plan, apart, layered, planned
from hongtou.rules.fix_trial import Chosen, Right, Trials, state_of
from hongtou.rules.locate import Located
from hongtou.source.files import read_bytes
from hongtou.source.load import Reader, load

ROUNDS = 20
"""How often what came up after a correction is corrected in its turn; rules that undo each other end there."""


@dataclass(frozen=True)
class Fixes:
    """What has been corrected, and what has not.

    ``texts`` are the new texts of the files that change, ``before`` the old ones, each to the last byte once encoded as
    UTF-8. ``refused`` are findings that could have been corrected, with the reason why they were not; they are
    in ``remaining`` too, which are all findings that are left.
    """

    texts: dict[FilePath, str]
    before: dict[FilePath, str]
    applied: list[Located]
    refused: list[tuple[Located, str]]
    remaining: list[Located]


def fix(folder: FilePath, reader: Reader = read_bytes, chosen: Chosen = check_policy) -> Fixes:
    """Return the policy in ``folder`` with every finding of ``chosen`` corrected that can be.

    ``chosen`` says what is corrected and also what counts as a new finding. Raises SourceError as loading does.
    """
    files = Files(folder, reader)
    state = state_of(load(folder, files), chosen)
    applied: list[Located] = []
    for _number in range(ROUNDS):
        round_ = _Round(Trials(files, state, chosen))
        round_.run()
        if not round_.kept:
            break
        applied += (plan.located for plan in round_.kept)
        files.texts, state = round_.right.texts, round_.right.state
    before = {path: files.read[path].decode() for path in files.texts}
    refused = sorted(round_.refused, key=lambda pair: pair[0].finding)
    return Fixes(files.texts, before, applied, refused, state.found)


class _Round:
    """Changes to one state of the policy; ``kept`` are those that are ``right`` together."""

    def __init__(self, trials: Trials) -> None:
        self.trials = trials
        self.kept: list[Plan] = []
        self.right = Right(trials.files.texts, trials.base)
        self.refused: list[tuple[Located, str]] = []

    def run(self) -> None:
        """Try every plan; those that meet one that is kept wait for the next round."""
        waiting = [*self._plans(self.trials.base)]
        while waiting:
            group, waiting = apart(waiting, self.kept)
            if not group:
                return
            self._settle(group)

    def _plans(self, base: State) -> Iterator[Plan]:
        for located in base.found:
            hit = located.hit
            if hit is not None and hit.fix is not None:
                plan = planned(located, hit, base.script, base.loaded.sources)
                if isinstance(plan, str):
                    self.refused.append((located, plan))
                else:
                    yield plan

    def _settle(self, group: list[Plan]) -> None:
        """Keep of ``group`` what can be kept; those to blame that stand together are tried once more, apart."""
        reasons = self._sift(group)
        single, layers = layered(reasons)
        self.refused += ((plan.located, reasons[plan]) for plan in single)
        for layer in layers:
            self._settle(layer)

    def _sift(self, group: list[Plan]) -> Blame:
        """Keep of ``group`` what is right together, and return the others with the reasons."""
        refused: Blame = {}
        while group:
            tried = self.trials.run([*self.kept, *group])
            if isinstance(tried, Right):
                self.kept, self.right = [*self.kept, *group], tried
                return refused
            reasons = {plan: tried.reasons[plan] for plan in group if plan in tried.reasons}
            if not reasons:
                return refused | self._halved(group, next(iter(tried.reasons.values()), tried.reason))
            refused |= reasons
            group = [plan for plan in group if plan not in reasons]
        return refused

    def _halved(self, group: list[Plan], reason: str) -> Blame:
        """Do the same where nobody can be blamed by the place."""
        if len(group) == 1:
            return {group[0]: reason}
        middle = (len(group) + 1) // 2
        return self._sift(group[:middle]) | self._sift(group[middle:])


__all__ = ["Fixes", "diff", "fix"]
