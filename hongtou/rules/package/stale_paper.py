"""A letter or checklist that lies there says what the policy says now.

It is compared by content, not by date; what was changed in the data since it was written has not reached the unit.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: a letter of yesterday, and a deadline that moved today
Right: gen build, and the letter sent again
Fix: none: “gen build” writes it anew.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.hit import Hit, Place
from hongtou.rules.written import Written
from hongtou.status import Standing

SEVERITY = Severity.WARNING
NAMED = 3
"""So many units are named of those whose papers all differ alike."""


def check(written: Written) -> Iterator[Hit]:
    """Yield letters and checklists that do not hold any more; those of a folder that differ alike are one finding."""
    left = {one.path for one in written.left}
    alike: dict[tuple[Path, tuple[str, ...]], list[Standing]] = defaultdict(list)
    for one in written.standing:
        if one.is_stale and one.path not in left:
            alike[one.path.parent, one.differences].append(one)
    for (_folder, differences), group in alike.items():
        text = _("; ").join(differences)
        if len(group) == 1:
            message = _("it does not say what the policy says now: {differences}.").format(differences=text)
            item = group[0].unit
        else:
            message = _(
                "{count} papers here, of {names}, do not say what the policy says now: {differences}."
            )
            message = message.format(count=len(group), names=_names(group), differences=text)
            item = ""
        yield Hit(Place(str(group[0].path), (), "", item), message, _("“gen build” writes it anew."))


def _names(group: list[Standing]) -> str:
    named = _(", ").join(one.unit for one in group[:NAMED])
    return named if len(group) <= NAMED else _("{names} and others").format(names=named)
