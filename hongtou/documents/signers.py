"""The 签发人 of a paper that goes up: two a row, the rows under one another (clause 7.2.6)."""

from __future__ import annotations

from collections.abc import Sequence

from hongtou.documents.blocks import StyleChange
from hongtou.documents.widths import FRAME, body_width
from hongtou.sheet.standard import CHARACTER_MM, SIDE_INDENT

_LABEL = "签发人："


def signer_rows(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names by row: two a row, one 字 between."""
    return tuple("\u3000".join(names[start : start + 2]) for start in range(0, len(names), 2))


def signer_changes(rows: Sequence[str]) -> tuple[StyleChange, ...]:
    """Return the tab stops that put every row under the first name, the longest ending one 字 from the right."""
    if len(rows) < 2:
        return ()
    side = SIDE_INDENT.value * CHARACTER_MM
    name = max(FRAME - side - max(map(body_width, rows)), body_width(_LABEL))
    return (
        StyleChange("SignerFirst", tabs=(("left", name - body_width(_LABEL)),)),
        StyleChange("Signer", tabs=(("left", name),)),
        StyleChange("DocumentNumberUpwardNext", tabs=(("left", side), ("left", name))),
    )
