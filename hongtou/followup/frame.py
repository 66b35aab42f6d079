"""The frame of a report 报告: on the paper of the unit that signs it, upwards, with what nobody knows yet left blank."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hongtou.documents.blocks import Block, Document, Paragraph, plain
from hongtou.documents.body import BODY, keep_last
from hongtou.documents.letterhead import letterhead, letterhead_changes, letterhead_lines
from hongtou.documents.lists import title_lines
from hongtou.documents.notice import secrecy_text
from hongtou.documents.pages import PaperTexts, ending
from hongtou.documents.signature import place, signature_rows
from hongtou.documents.signers import signer_changes
from hongtou.documents.wording import cited, fill
from hongtou.model.notice import Format, Paper, SignatureMode
from hongtou.model.policy import Policy
from hongtou.model.register import Unit
from hongtou.model.report_wording import ReportWording
from hongtou.numerals import date_text, level_label

UNDATED = "\u3000\u3000年\u3000月\u3000日"
"""Stands where the date is filled in by hand."""
UNNUMBERED = "\u3000"
"""Holds the place of a copy number 份号 that is stamped later."""
UNSIGNED = "×××"
"""Stands where whoever signs, or whom a report goes to, is filled in by hand."""


@dataclass(frozen=True)
class Attached:
    """An attachment of a report: its title, and its table as blocks."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """What a report says: who signs, to whom, its title, opening, parts under headings, ending, attachments."""

    policy: Policy
    signer: str
    recipients: str
    title: str
    opening: str
    parts: Mapping[str, Sequence[Paragraph]]
    ending: str
    attached: Sequence[Attached]
    about: tuple[tuple[str, str], ...]
    date: datetime.date | None = None
    context: Mapping[str, object] = field(default_factory=dict)
    whole: Sequence[str] = ()
    """Words of the title that are not broken."""


def full_name(policy: Policy, name: str) -> str:
    """Return how a unit signs 落款: by its full name where the register has it."""
    entry = policy.register.find(name)
    return (entry.full_name if isinstance(entry, Unit) else None) or name


def worded(wording: ReportWording, policy: Policy, words: Mapping[str, str]) -> dict[str, str]:
    """Return title, opening and ending filled in."""
    given = {"we": wording.we, "notice": cited(policy.notice), **words}
    return {name: fill(getattr(wording, name), given) for name in ("title", "opening", "ending")}


def report_document(template: str, report: Report) -> Document:
    """Return ``report`` as a paper of ``template``."""
    policy = report.policy
    mode = SignatureMode.SEALED
    date = date_text(report.date) if report.date else UNDATED
    names = signature_rows(mode, [report.signer], date)
    title = title_lines(policy, report.title, (), whole=report.whole)
    recipients = report.recipients or UNSIGNED
    body, notes = _body(report), _notes(report.attached)
    secrecy = secrecy_text(policy.notice)
    # 份号 stands in line 1 of a secret paper, and is stamped there (clauses 7.2.1, 7.2.2).
    copy_number = UNNUMBERED if secrecy else ""
    paper = policy.notice.model_copy(
        update={"format": Format.GENERAL, "issuers": (report.signer,), "letterhead": None, "urgency": None}
        | {"copy_number": copy_number or None}
    )
    texts = PaperTexts(title, recipients, body, notes, names, date, "")
    seal_lines = room_for_seal(policy, paper, mode, texts)
    return Document(
        template=template,
        context={
            "letterhead": letterhead(policy, paper),
            "document_number": "",
            "copy_number": copy_number,
            "secrecy": secrecy,
            "urgency": "",
            "signers": [UNSIGNED],
            "title": "\n".join(title),
            "recipients": recipients,
            "body": body,
            "attachment_notes": notes,
            "signature": [*names],
            "date": date,
            "note": "",
            "attachments": _attachments(report.attached),
            **report.context,
        },
        changes=(
            *letterhead_changes(policy, paper),
            *place(mode, names, date, policy.settings, seal_lines),
            *signer_changes([UNSIGNED]),
        ),
        title=report.title,
        creator=report.signer,
        created=f"{policy.notice.date or '2000-01-01'}T00:00:00Z",
        keywords=("报告",),
        about=report.about,
    )


def room_for_seal(
    policy: Policy, paper: Paper, mode: SignatureMode, texts: PaperTexts, lines: float = 0.0
) -> int:
    """Return how many lines are left blank above the name: fewer where the paper then ends a page earlier.

    ``lines`` are those of a table in the text.
    """
    texts = replace(texts, head_lines=letterhead_lines(policy, paper) + lines)
    return ending(texts, paper.format, policy.settings, mode).seal_lines


def _body(report: Report) -> tuple[Paragraph, ...]:
    found = [plain(BODY, report.opening)]
    for number, (heading, texts) in enumerate(report.parts.items(), 1):
        found += [plain("Heading1", level_label("一、", number) + heading), *texts]
    return keep_last((*found, plain(BODY, report.ending)))


def _notes(attached: Sequence[Attached]) -> tuple[Paragraph, ...]:
    if len(attached) == 1:
        return (plain("AttachmentNote", f"附件：{attached[0].title}"),)
    return tuple(
        plain(
            "AttachmentNoteFirst" if number == 1 else "AttachmentNoteNext",
            f"{'附件：' * (number == 1)}{number}.\t{one.title}",
        )
        for number, one in enumerate(attached, 1)
    )


def _attachments(attached: Sequence[Attached]) -> list[dict[str, object]]:
    several = len(attached) > 1
    return [
        {"mark": f"附件{number if several else ''}", "title": one.title, "body": one.blocks}
        for number, one in enumerate(attached, 1)
    ]
