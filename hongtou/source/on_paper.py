"""What would get lost on the way to paper, or cannot be drawn at all, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.i18n import _
from hongtou.model.notice import Attachment, Format, Grid, Notice, Paper, SignatureMode
from hongtou.source.check import Location, key_at, node_at
from hongtou.source.nodes import Source

MOST_COLUMNS = 63
"""Columns that a table may have in Word."""
_NOT_IN_LETTERS = ("signers", "printed_by", "printed_on")
"""签发人, 印发机关 and 印发日期 do not stand on a letter (clauses 7.2.6, 10.1)."""
_NOT_INSIDE = (
    "letterhead", "copy_number", "secrecy", "urgency", "signers",
    "copies_to", "copies_printed", "printed_by", "printed_on",
)  # fmt: skip
"""What stands in 版头 and 版记, which a paper inside an attachment does not have."""

Fault = tuple[Location, str, str]


def check_on_paper(source: Source, notice: Notice) -> None:
    """Add a finding to ``source`` for everything in ``notice`` that its paper cannot show."""
    if notice.format is Format.LETTER:
        for key in _given(notice, _NOT_IN_LETTERS):
            message = _("“{key}” does not stand on a letter (clause 10.1).").format(key=key)
            hint = _("Take it away, or write “format: general”.")
            source.add(key_at(source.root, (key,)), message, hint, "reference")
    for place, message, hint in _in_attachments(notice, ()):
        node = key_at(source.root, place) if place[-1] in _NOT_INSIDE else node_at(source.root, place)
        source.add(node, message, hint, "reference")


def _given(paper: Paper, keys: tuple[str, ...]) -> Iterator[str]:
    return (key for key in keys if getattr(paper, key))


def _in_attachments(paper: Paper, at: Location) -> Iterator[Fault]:
    for number, attachment in enumerate(paper.attachments):
        place = (*at, "attachments", number)
        if attachment.grid is not None:
            yield from _grid(attachment.grid, (*place, "grid"))
        if attachment.document is not None:
            yield from _inner(attachment, attachment.document, (*place, "document"))
            yield from _in_attachments(attachment.document, (*place, "document"))


def _inner(attachment: Attachment, paper: Paper, at: Location) -> Iterator[Fault]:
    """Yield what a paper inside an attachment says that is not printed, or otherwise than the attachment does."""
    if paper.title != attachment.title:
        message = _("the attachment is called “{title}”, the paper in it “{inner}”.").format(
            title=attachment.title, inner=paper.title
        )
        yield (*at, "title"), message, _("Write the same title in both places.")
    for key in _given(paper, _NOT_INSIDE):
        message = _("“{key}” of a paper inside an attachment is not printed.").format(key=key)
        yield (*at, key), message, _("An attachment has neither 版头 nor 版记; take it away.")
    if paper.signature.mode is SignatureMode.STAMPED:
        message = _("a paper inside an attachment bears no signature stamp.")
        yield (*at, "signature", "mode"), message, _("Write sealed or unsealed, as the name is to stand.")


def _grid(grid: Grid, at: Location) -> Iterator[Fault]:
    columns = _columns(grid)
    if not columns:
        yield (*at, "rows"), _("the table has no cell."), _("Write the cells of a row: [名称, 数量]")
    if columns > MOST_COLUMNS:
        message = _("the table has {count} columns; Word takes {most} at most.").format(
            count=columns, most=MOST_COLUMNS
        )
        yield (*at, "rows"), message, _("Make two tables of it, or swap rows and columns.")


def _columns(grid: Grid) -> int:
    """Return how many columns ``grid`` has, merged cells from above counted in."""
    most = 0
    above: list[tuple[int, int]] = []
    for cells in grid.rows:
        width = sum(columns for _rows, columns in above)
        above = [(rows - 1, columns) for rows, columns in above if rows > 1]
        for cell in cells:
            rows, columns = (1, 1) if isinstance(cell, str) else (cell.rows, cell.columns)
            width += columns
            if rows > 1:
                above.append((rows - 1, columns))
        most = max(most, width)
    return most


__all__ = ["MOST_COLUMNS", "check_on_paper"]
