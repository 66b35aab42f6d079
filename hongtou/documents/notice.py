"""The notice 通知: a paper of the model as template context, for the general and the letter format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from hongtou.documents.blocks import Block, Document, Paragraph, StyleChange, plain
from hongtou.documents.body import body_blocks, keep_last
from hongtou.documents.grid import grid_table
from hongtou.documents.letterhead import letterhead, letterhead_changes
from hongtou.documents.pages import PaperTexts, ending, with_text_on_page_one
from hongtou.documents.signature import place
from hongtou.documents.table import print_units, table_width, task_table
from hongtou.documents.title import MAX_EMS, break_title
from hongtou.documents.widths import FRAME, ems
from hongtou.model.base import Paragraphs
from hongtou.model.duty import ListStyle
from hongtou.model.notice import Attachment, Orientation, Paper, SignatureMode
from hongtou.model.policy import Policy
from hongtou.model.settings import Margins, SheetSettings
from hongtou.numerals import date_text
from hongtou.sheet.standard import MM_PER_POINT, SIZE_4
from hongtou.sheet.styles import COLOPHON_LINE, LINE


def notice_document(policy: Policy) -> Document:
    """Return the covering paper of ``policy`` with its attachments, ready to be rendered."""
    paper = policy.notice
    texts = with_text_on_page_one(_texts(policy, paper), paper.format)
    closing = ending(texts, paper.format, policy.settings)
    if closing.keep:
        texts = replace(texts, body=keep_last(texts.body))
    sections = _section_ends(paper, policy.settings, bool(texts.main_copy))
    enclosed = [
        (attachment, end) for attachment, end in zip(paper.attachments, sections.attachments, strict=True)
    ]
    return Document(
        template=f"notice.{paper.format}.docx",
        context={
            **_head(policy, paper, texts),
            **_end(policy, paper, texts),
            "main_section_ends": sections.main,
            "attachments": [_attachment(policy, one, end) for one, end in enclosed if not one.absent],
            "colophon": bool(paper.copies_to or paper.printed_by or texts.main_copy),
            "tail_section_ends": sections.tail,
        },
        changes=(
            *letterhead_changes(policy, paper),
            *place(paper.signature.mode, texts.names, texts.date, policy.settings, closing.seal_lines),
            *([] if texts.recipients else [StyleChange("Title", after=LINE)]),
            StyleChange("ColophonAnchor", line=_colophon_height(policy, paper, texts.main_copy)),
        ),
        title=paper.title,
        creator="、".join(_issuer_names(policy, paper)),
        created=f"{paper.date or '2000-01-01'}T00:00:00Z",
        keywords=tuple(word for word in (paper.document_number, paper.kind) if word),
    )


def _texts(policy: Policy, paper: Paper) -> PaperTexts:
    return PaperTexts(
        title=title_lines(policy, paper.title, paper.title_lines),
        recipients=_recipients(policy, paper),
        body=body_blocks(paper),
        notes=attachment_notes(paper),
        names=_signature_lines(policy, paper),
        date=date_text(paper.date) if paper.date else "",
        note=paper.note or "",
    )


def _head(policy: Policy, paper: Paper, texts: PaperTexts) -> dict[str, object]:
    """Return what stands above the text, and the text (clauses 7.2, 7.3.1 to 7.3.3)."""
    return {
        "copy_number": paper.copy_number or "",
        "secrecy": _secrecy(paper),
        "urgency": paper.urgency or "",
        "letterhead": letterhead(policy, paper),
        "document_number": paper.document_number or "",
        "signers": _signers(paper.signers),
        "title": "\n".join(texts.title),
        "recipients": texts.recipients,
        "body": texts.body,
    }


def _end(policy: Policy, paper: Paper, texts: PaperTexts) -> dict[str, object]:
    """Return what stands below the text: 附件说明, 署名, 成文日期, 附注, 版记."""
    return {
        "attachment_notes": texts.notes,
        "signature": list(texts.names),
        "date": texts.date,
        "note": texts.note,
        "main_copy": texts.main_copy,
        "copies_to": _copies(policy, paper),
        "printed_by": paper.printed_by or "",
        "printed_on": date_text(paper.printed_on) if paper.printed_on else "",
    }


def _copies(policy: Policy, paper: Paper) -> str:
    return _listed(policy, paper.copies_to, ListStyle.ELIDED, paper.copies_printed)


def _recipients(policy: Policy, paper: Paper) -> str:
    return _listed(policy, paper.recipients, paper.recipients_style, paper.recipients_printed)


def title_lines(
    policy: Policy, title: str, given: Sequence[str], way: Orientation = Orientation.PORTRAIT
) -> tuple[str, ...]:
    """Return the lines of ``title``: as given, or broken at word sense with unit names kept whole."""
    if given:
        return tuple(given)
    names = [unit.name for unit in policy.register.units]
    limit = MAX_EMS * table_width(way) / FRAME
    return break_title(title, [name for name in names if name in title], limit)


def attachment_notes(paper: Paper) -> tuple[Paragraph, ...]:
    """Return the 附件说明 (clause 7.3.4): no number for a single one, no mark after a name."""
    listed = [attachment.title for attachment in paper.attachments if attachment.listed]
    if len(listed) == 1:
        return (plain("AttachmentNote", f"附件：{listed[0]}"),)
    return tuple(
        plain(
            "AttachmentNoteFirst" if number == 1 else "AttachmentNoteNext",
            f"{'附件：' * (number == 1)}{number}.\t{title}",
        )
        for number, title in enumerate(listed, 1)
    )


def _signature_lines(policy: Policy, paper: Paper) -> tuple[str, ...]:
    """Return the lines of the 署名: the issuers' names, or the post beside a signature stamp."""
    if paper.signature.mode is SignatureMode.STAMPED:
        return (paper.signature.post or "",)
    return paper.signature.names or _issuer_names(policy, paper)


def _colophon_height(policy: Policy, paper: Paper, main_copy: str) -> float:
    """Return the height in points that the 版记 needs at the foot of the last page, one line to spare."""
    room = FRAME / MM_PER_POINT / SIZE_4.value - 5
    count = sum(ceil(ems(text) / room) for text in (main_copy, _copies(policy, paper))) + bool(
        paper.printed_by
    )
    return (count + 1) * COLOPHON_LINE


def _issuer_names(policy: Policy, paper: Paper) -> tuple[str, ...]:
    return paper.issuers or (policy.register.issuer,)


def _listed(policy: Policy, units: Paragraphs, style: ListStyle, printed: str | None) -> str:
    if printed is not None:
        return printed
    return print_units(policy, units, style) if units else ""


def _secrecy(paper: Paper) -> str:
    if paper.secrecy is None:
        return ""
    return paper.secrecy.level + (f"★{paper.secrecy.period}" if paper.secrecy.period else "")


def _signers(names: Sequence[str]) -> list[str]:
    """Return the names of 签发人 by line: two a line, one 字 between, a last single one under the first (7.2.6)."""
    rows = ["\u3000".join(names[i : i + 2]) for i in range(0, len(names), 2)]
    return [row + "\u3000" * (len(rows[0]) - len(row)) for row in rows]


@dataclass(frozen=True)
class _SectionEnds:
    """Which Word section ends after the text, after each attachment, and after the 版记: a name, or nothing."""

    main: str
    attachments: tuple[str, ...]
    tail: str


def _section_ends(paper: Paper, settings: SheetSettings, main_copy: bool) -> _SectionEnds:
    """Work out the section breaks: one wherever the page lies or is framed otherwise, then one at the very end.

    The first section to end is ``main``: it carries the first page.
    """
    count = len(paper.attachments)
    ways = ["portrait", *(_way(attachment, settings) for attachment in paper.attachments)]
    if paper.copies_to or paper.printed_by or main_copy:
        ways.append("portrait")
    ends = [before if before != after else "" for before, after in pairwise(ways)]
    if not any(ends):
        return _SectionEnds("", ("",) * count, "")
    ends.append(ways[-1])
    first = next(i for i, end in enumerate(ends) if end)
    ends[first] = "main"
    return _SectionEnds(ends[0], tuple(ends[1 : count + 1]), ends[count + 1] if len(ends) > count + 1 else "")


def _way(attachment: Attachment, settings: SheetSettings) -> str:
    """Return the section an attachment stands in; a table's rules need the frame itself where text is compensated."""
    if _orientation(attachment) is Orientation.LANDSCAPE:
        return "landscape"
    table = attachment.tasks or attachment.grid is not None
    return "table" if table and settings.margins is Margins.GLYPH else "portrait"


def _orientation(attachment: Attachment) -> Orientation:
    return attachment.orientation if attachment.tasks or attachment.grid else Orientation.PORTRAIT


def _attachment(policy: Policy, attachment: Attachment, section_ends: str) -> dict[str, object]:
    paper = policy.notice
    listed = [a for a in paper.attachments if a.listed]
    parent = "" if attachment.bound else paper.document_number or ""
    number = listed.index(attachment) + 1 if attachment.listed and len(listed) > 1 else None
    return {
        "mark": f"{parent}附件{number or ''}" if attachment.listed else "",
        "title": "\n".join(
            title_lines(policy, attachment.title, attachment.title_lines, _orientation(attachment))
        ),
        "body": _attachment_body(policy, attachment),
        "section_ends": section_ends,
    }


def _attachment_body(policy: Policy, attachment: Attachment) -> tuple[Block, ...]:
    if attachment.tasks and policy.tasks is not None:
        table = task_table(policy, policy.tasks, attachment.orientation, attachment.title)
        return (table, Paragraph("TableEnd", ()))
    if attachment.grid is not None:
        size = policy.settings.table_size
        table = grid_table(attachment.grid, attachment.orientation, attachment.title, size)
        return (table, Paragraph("TableEnd", ()))
    if attachment.document is not None:
        return _inner_paper(policy, attachment.document)
    return ()


def _inner_paper(policy: Policy, paper: Paper) -> tuple[Block, ...]:
    """Return a printed or forwarded paper inside an attachment: number, recipients, text, name and date."""
    blocks: list[Block] = []
    if paper.document_number:
        blocks.append(plain("InnerNumber", paper.document_number))
    if paper.recipients:
        blocks.append(plain("Recipients", f"{_recipients(policy, paper)}："))
    blocks += body_blocks(paper)
    names = paper.signature.names or paper.issuers
    blocks += [plain("InnerSignature", name) for name in names]
    if paper.date:
        blocks.append(plain("InnerSignature", date_text(paper.date)))
    return tuple(blocks)
