"""A policy as the plain text of its paper, made of the blocks that the paper is made of."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.documents.body import body_blocks
from hongtou.documents.inner import inner_paper
from hongtou.documents.lists import listed
from hongtou.documents.notes import attachment_notes
from hongtou.documents.table import cell_text
from hongtou.model.notice import Attachment
from hongtou.model.policy import Policy
from hongtou.numerals import date_text


def text_of(policy: Policy) -> str:
    return "\n".join(_lines(policy))


def _lines(policy: Policy) -> Iterator[str]:
    paper = policy.notice
    if paper.document_number:
        yield paper.document_number
    yield paper.title
    if paper.recipients:
        yield listed(policy, paper.recipients, paper.recipients_style, paper.recipients_printed) + "："
    yield from (block.text for block in body_blocks(paper))
    yield from (block.text.replace("\t", "") for block in attachment_notes(paper))
    yield from paper.signature.names or paper.issuers
    if paper.date:
        yield date_text(paper.date)
    if paper.note:
        yield f"（{paper.note}）"
    for attachment in paper.attachments:
        yield from _attachment(policy, attachment)


def _attachment(policy: Policy, attachment: Attachment) -> Iterator[str]:
    if attachment.absent:
        return
    yield attachment.title
    if attachment.tasks and policy.tasks is not None:
        yield from (column.header for column in policy.tasks.columns)
        for number, task in enumerate(policy.tasks.tasks, 1):
            before = policy.tasks.tasks[number - 2].group if number > 1 else None
            if policy.tasks.group_rows and task.group not in (None, before):
                yield task.group or ""
            for column in policy.tasks.columns:
                yield from cell_text(policy, policy.tasks, column, task, number).split("\n")
    if attachment.document is not None:
        yield from (block.text for block in inner_paper(policy, attachment.document))
        listed = [one for one in attachment.document.attachments if one.listed]
        for number, one in enumerate(listed, 1):
            if not one.absent:
                yield f"附件{number if len(listed) > 1 else ''}"
                yield from _attachment(policy, one)
