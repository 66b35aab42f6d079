"""Who leads where the first named does 首位牵头: the lists as they are printed, and what the rule makes of them."""

from __future__ import annotations

import pytest

from hongtou.duties import _first_leads
from hongtou.model.duty import Assignment, Role

RESPONSIBLE, LEAD = Role.RESPONSIBLE, Role.LEAD


@pytest.mark.parametrize(
    ("printed", "made"),
    [
        ([(["甲", "乙"], False)], [(LEAD, ("甲",), False), (RESPONSIBLE, ("乙",), False)]),
        ([(["甲", "乙"], True)], [(LEAD, ("甲",), False), (RESPONSIBLE, ("乙",), True)]),
        ([(["甲"], True)], [(LEAD, ("甲",), True)]),
        ([(["甲"], False)], [(LEAD, ("甲",), False)]),
        (
            [([["甲", "乙"], ["丙"]], False)],
            [(LEAD, ("甲",), False), (RESPONSIBLE, (("乙",), ("丙",)), False)],
        ),
    ],
)
def test_the_first_leads(
    printed: list[tuple[list[str], bool]], made: list[tuple[Role, tuple[str, ...], bool]]
) -> None:
    given = tuple(Assignment.model_validate({"units": units, "open": open_}) for units, open_ in printed)
    assert [(one.role, one.units, one.open) for one in _first_leads(given)] == made
