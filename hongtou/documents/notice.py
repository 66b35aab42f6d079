"""The notice 通知: a paper of the model as template context, for the general and the letter format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hongtou.documents.blocks import Document, StyleChange
from hongtou.documents.body import body_blocks, keep_last
from hongtou.documents.colophon import Colophon
from hongtou.documents.enclosures import Enclosure, enclosure, enclosures, section_ends
from hongtou.documents.inner import inner_changes
from hongtou.documents.letterhead import letterhead, letterhead_changes, letterhead_lines
from hongtou.documents.lists import listed, title_lines
from hongtou.documents.notes import attachment_notes
from hongtou.documents.pages import PaperTexts, ending, with_text_on_page_one
from hongtou.documents.signature import place, signature_rows
from hongtou.documents.signers import signer_changes, signer_rows
from hongtou.model.duty import ListStyle
from hongtou.model.notice import Format, Paper, SignatureMode
from hongtou.model.policy import Policy
from hongtou.numerals import date_text
from hongtou.sheet.styles import LINE

__all__ = ["notice_document", "title_lines"]


def notice_document(policy: Policy) -> Document:
    """Return the covering paper of ``policy`` with its attachments, ready to be rendered."""
    paper = policy.notice
    texts = with_text_on_page_one(_texts(policy, paper), paper.format)
    mode = paper.signature.mode
    closing = ending(texts, paper.format, policy.settings, mode)
    if closing.keep:
        texts = replace(texts, body=keep_last(texts.body))
    colophon = Colophon(texts.main_copy, _copies(policy, paper), paper.printed_by or "")
    enclosed = tuple(enclosures(paper))
    sections = section_ends(enclosed, policy.settings, bool(colophon.kind))
    return Document(
        template=f"notice.{paper.format}.docx",
        context={
            **_head(policy, paper, texts),
            **_end(policy, paper, texts),
            "page_foot": bool(closing.page_foot),
            "main_section_ends": sections.main,
            "attachments": [
                enclosure(policy, one, end) for one, end in zip(enclosed, sections.attachments, strict=True)
            ],
            "colophon": colophon.kind,
            "tail_section_ends": sections.tail,
        },
        changes=(
            *letterhead_changes(policy, paper),
            *place(mode, texts.names, texts.date, policy.settings, closing.seal_lines),
            *signer_changes(signer_rows(paper.signers)),
            *inner_changes(_inner_papers(enclosed), policy.settings),
            StyleChange("PageFoot", line=closing.page_foot or None),
            *([] if texts.recipients else [StyleChange("Title", after=LINE)]),
            StyleChange("ColophonAnchor", line=colophon.height),
        ),
        title=paper.title,
        creator="、".join(_issuer_names(policy, paper)),
        created=f"{paper.date or '2000-01-01'}T00:00:00Z",
        keywords=tuple(word for word in (paper.document_number, paper.kind) if word),
    )


def _inner_papers(enclosed: Iterable[Enclosure]) -> Iterator[Paper]:
    return (one.attachment.document for one in enclosed if one.attachment.document is not None)


def _texts(policy: Policy, paper: Paper) -> PaperTexts:
    date = date_text(paper.date) if paper.date else ""
    return PaperTexts(
        title=title_lines(policy, paper.title, paper.title_lines),
        recipients=_recipients(policy, paper),
        body=body_blocks(paper),
        notes=attachment_notes(paper),
        names=signature_rows(paper.signature.mode, _signature_names(policy, paper), date),
        date=date,
        note=paper.note or "",
        head_lines=_head_lines(paper) + letterhead_lines(policy, paper),
    )


def _head_lines(paper: Paper) -> int:
    """Return by how many lines 签发人, or a letter's 密级 and 紧急程度, push the title down."""
    if paper.format is Format.LETTER:
        return (paper.secrecy is not None) + (paper.urgency is not None)
    return max(len(signer_rows(paper.signers)) - 1, 0)


def _head(policy: Policy, paper: Paper, texts: PaperTexts) -> dict[str, object]:
    """Return what stands above the text, and the text (clauses 7.2, 7.3.1 to 7.3.3)."""
    return {
        "copy_number": paper.copy_number or "",
        "secrecy": secrecy_text(paper),
        "urgency": paper.urgency or "",
        "letterhead": letterhead(policy, paper),
        "document_number": paper.document_number or "",
        "signers": list(signer_rows(paper.signers)),
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
    return listed(policy, paper.copies_to, ListStyle.ELIDED, paper.copies_printed)


def _recipients(policy: Policy, paper: Paper) -> str:
    return listed(policy, paper.recipients, paper.recipients_style, paper.recipients_printed)


def _signature_names(policy: Policy, paper: Paper) -> tuple[str, ...]:
    """Return the names of the 署名: the issuers, or the post beside a signature stamp."""
    if paper.signature.mode is SignatureMode.STAMPED:
        return (paper.signature.post or "",)
    return paper.signature.names or _issuer_names(policy, paper)


def _issuer_names(policy: Policy, paper: Paper) -> tuple[str, ...]:
    return paper.issuers or (policy.register.issuer,)


def secrecy_text(paper: Paper) -> str:
    """Return 密级和保密期限 as printed: 秘密★1年."""
    if paper.secrecy is None:
        return ""
    return paper.secrecy.level + (f"★{paper.secrecy.period}" if paper.secrecy.period else "")
