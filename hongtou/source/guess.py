"""What was probably meant: the ways out that depend on the value a person has typed."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Sequence

from hongtou.i18n import _
from hongtou.model.words import KEYS, VALUES, meant
from hongtou.source.hints import mistyped

UNIT_LISTS = frozenset({"recipients", "copies_to", "issuers", "units", "by", "members"})
"""The keys whose lists hold names of the register."""
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


def key_hint(key: str, names: list[str]) -> str:
    """Return the way out for a key that none of ``names`` is."""
    if key.strip("\u3000 ") in names:
        return _("A full-width blank stands before or after it: take it away.")
    if name := meant(key, names, KEYS) or _near(key, names, 0.5):
        return _("Did you mean “{name}”?").format(name=name)
    return _("Known here: {names}").format(names=", ".join(names))


def value_hint(value: object, allowed: list[str]) -> str:
    """Return the way out for a value that none of ``allowed`` is."""
    typed = str(value)
    if name := meant(typed, allowed, VALUES) or _near(typed, allowed, 0.6):
        return _("Did you mean “{name}”?").format(name=name)
    return _("Write one of these.")


def _near(typed: str, names: Sequence[str], cutoff: float) -> str:
    return next(iter(difflib.get_close_matches(typed, names, n=1, cutoff=cutoff)), "")


def date_hint(value: object) -> str:
    """Return how the date that ``value`` means is written."""
    match = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        day = datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        day = None
    if day is None:
        return _("Dates are written 2023-03-07, without quotes.")
    return _("Write {date}, without quotes.").format(date=day.isoformat())


def keys_hint(written: str, names: Sequence[str]) -> str:
    """Return the way out where keys are wanted and a text or a list stands."""
    if hint := mistyped(written):
        return hint
    if not names:
        return _("Write them below, indented: “key: …”.")
    return _("Write keys with values here, like “key: …”; known are: {names}").format(names=", ".join(names))


def list_hint(written: str) -> str:
    """Return the way out where a list is wanted and something else stands."""
    return mistyped(written) or _("Put each entry on a line of its own, behind a hyphen: “- …”.")


def schema_words(value: object) -> tuple[str, str]:
    """Return message and hint for a format version that is not known."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 1:
        message = _("the file is of format {version}, written for a newer gen; this one reads format 1.")
        return message.format(version=value), _("Update gen, or write “schema: 1” and see what it says.")
    return _("the format of the file is not one that gen knows."), _(
        "Write “schema: 1”, the 1 without quotes."
    )


def unit_hint(value: object, within: Sequence[int | str]) -> str:
    """Return the way out where keys stand in place of a unit's name, empty where it is no unit."""
    lists = [step for step in within if isinstance(step, str)]
    if not (lists and lists[-1] in UNIT_LISTS and isinstance(value, dict)):
        return ""
    name = value.get("name") or next((v for v in value.values() if isinstance(v, str)), "…")
    return _("Write the name from the register only: [{name}]").format(name=name)
