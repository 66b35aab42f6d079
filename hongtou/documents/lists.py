"""Lists of units and lines of titles, as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from hongtou.documents.table import print_units, table_width
from hongtou.documents.title import MAX_EMS, break_title
from hongtou.documents.widths import FRAME
from hongtou.model.base import Paragraphs
from hongtou.model.duty import ListStyle
from hongtou.model.notice import Orientation
from hongtou.model.policy import Policy


def listed(policy: Policy, units: Paragraphs, style: ListStyle, printed: str | None) -> str:
    """Return ``units`` as on paper, or as computed from the register; empty for none."""
    if printed is not None:
        return printed
    return print_units(policy, units, style) if units else ""


def title_lines(
    policy: Policy,
    title: str,
    given: Sequence[str],
    way: Orientation = Orientation.PORTRAIT,
    whole: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return the lines of ``title``: as given, or broken at word sense with unit names, and ``whole`` ones, kept whole."""
    if given:
        return tuple(given)
    names = [*(unit.name for unit in policy.register.units), *whole]
    limit = MAX_EMS * table_width(way) / FRAME
    return break_title(title, [name for name in names if name in title], limit)
