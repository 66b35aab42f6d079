"""Whose return a file is 交回单位: by what it says of itself, its title, its name; where these disagree, nobody's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.model.progress import PaperKind
from hongtou.model.register import Register, Unit
from hongtou.tracking.returned import Returned

_TITLE = re.compile(r"(.+?)任务落实清单")


@dataclass(frozen=True)
class Sender:
    """The unit a return is of, empty for a ledger of nobody in particular; ``inferred`` from the file's name alone."""

    unit: str
    inferred: bool = False
    file_says: str = ""
    """The other unit that the file's name names."""


def sender(returned: Returned, register: Register, given: str | None) -> Sender:
    """Return whose return it is; ``given`` by the user goes before all.

    Raises GenError where it cannot be told, or where the file says two things.
    """
    if given is not None:
        return Sender(_known(given, register) or given)
    said = _known(returned.properties.get("gen.unit", ""), register)
    titled = next((unit for title in _titles(returned) if (unit := _known(title, register))), "")
    if said and titled and said != titled:
        raise GenError(
            _("{name} went out to “{said}” and is headed “{titled}”.").format(
                name=returned.name, said=said, titled=titled
            ),
            _("Find out whose it is, and collect it alone with --unit NAME."),
        )
    named = unit_in_name(returned.name, register)
    if said or titled:
        return Sender(said or titled, file_says=named if named != (said or titled) else "")
    if not named and returned.paper is not PaperKind.LEDGER:
        raise GenError(
            _("it cannot be told whose return {name} is.").format(name=returned.name),
            _("Collect it alone with --unit NAME, or put the unit's name into the file's name."),
        )
    return Sender(named, inferred=bool(named))


def _titles(returned: Returned) -> list[str]:
    texts = [text for _place, text in returned.beside[:5]]
    return [match[1].strip() for text in texts if (match := _TITLE.fullmatch(text.strip()))]


def _known(name: str, register: Register) -> str:
    entry = register.find(name) if name else None
    return entry.name if isinstance(entry, Unit) else ""


def unit_in_name(name: str, register: Register) -> str:
    """Return the one unit whose name stands in the file's name, the longest where one holds another."""
    stem = PurePath(name).stem
    names = [unit.name for unit in register.units if unit.name in stem]
    longest = [name for name in names if not any(name != other and name in other for other in names)]
    return longest[0] if len(longest) == 1 else ""
