"""The 附件说明: what is attached, named under the text (clause 7.3.4)."""

from __future__ import annotations

from hongtou.documents.blocks import Paragraph, plain
from hongtou.documents.pages import WHOLE_NOTES, paragraph_lines
from hongtou.model.notice import Paper


def attachment_notes(paper: Paper) -> tuple[Paragraph, ...]:
    """Return the 附件说明 (clause 7.3.4): no number for a single one, no mark after a name."""
    listed = [attachment.title for attachment in paper.attachments if attachment.listed]
    if len(listed) == 1:
        return (plain("AttachmentNote", f"附件：{listed[0]}"),)
    long = sum(map(paragraph_lines, listed)) > WHOLE_NOTES
    return tuple(
        plain(
            _note_style(number, len(listed), long),
            f"{'附件：' * (number == 1)}{number}.\t{title}",
        )
        for number, title in enumerate(listed, 1)
    )


def _note_style(number: int, count: int, long: bool) -> str:
    """Return the style of an item; of a long 附件说明 only the last two keep to the signature."""
    if number == 1:
        return "AttachmentNoteFirst"
    return "AttachmentNoteMiddle" if long and number < count - 1 else "AttachmentNoteNext"
