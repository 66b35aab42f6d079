"""A paper inside an attachment, printed or forwarded: its text and its end, without 版头 and 版记."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hongtou.documents.blocks import Block, Paragraph, Span, StyleChange, plain
from hongtou.documents.body import body_blocks, keep_last
from hongtou.documents.lists import listed
from hongtou.documents.notes import attachment_notes
from hongtou.documents.signature import name_width, place, wrapped
from hongtou.documents.widths import body_width
from hongtou.model.notice import Paper, SignatureMode
from hongtou.model.policy import Policy
from hongtou.model.settings import SheetSettings
from hongtou.numerals import date_text

_STYLES = {
    SignatureMode.SEALED: ("InnerSignature", "InnerSignatureNext", "InnerDate"),
    SignatureMode.UNSEALED: ("InnerUnsealed", "InnerUnsealedNext", "InnerUnsealedDate"),
}


def inner_paper(policy: Policy, paper: Paper) -> tuple[Block, ...]:
    """Return the blocks of ``paper``: 文号, 主送, text, 附件说明, 署名, 成文日期 and 附注."""
    blocks: list[Block] = []
    if paper.document_number:
        blocks.append(plain("InnerNumber", paper.document_number))
    if paper.recipients:
        recipients = listed(policy, paper.recipients, paper.recipients_style, paper.recipients_printed)
        blocks.append(plain("Recipients", f"{recipients}："))
    body = body_blocks(paper)
    blocks += keep_last(body) if len(body) > 1 and (_names(paper) or paper.date) else body
    blocks += attachment_notes(paper)
    blocks += _signature(paper)
    if paper.note:
        blocks.append(plain("Note", f"（{paper.note}）"))
    return tuple(blocks)


def _signature(paper: Paper) -> Iterator[Paragraph]:
    first, following, dated = _styles(paper)
    for number, name in enumerate(_names(paper)):
        yield Paragraph(following if number else first, (Span(name),))
    if paper.date:
        yield plain(dated, date_text(paper.date))


def _names(paper: Paper) -> list[str]:
    """Return the 署名; a paper that names nobody (a plan) has none."""
    return [wrapped(name) for name in paper.signature.names or paper.issuers]


def _styles(paper: Paper) -> tuple[str, str, str]:
    return _STYLES.get(paper.signature.mode, _STYLES[SignatureMode.SEALED])


def inner_changes(papers: Iterable[Paper], settings: SheetSettings) -> Iterator[StyleChange]:
    """Yield where names and dates of inner papers stand; those of several papers share the widest one's place."""
    papers = [*papers]
    for mode, styles in _STYLES.items():
        alike = [paper for paper in papers if _styles(paper) == styles]
        names = [name for paper in alike for name in _names(paper)]
        dates = [date_text(paper.date) for paper in alike if paper.date]
        if not names and not dates:
            continue
        widest = max(names, key=name_width, default="")
        date = max(dates, key=body_width, default="")
        changes = place(mode, [widest] if widest else [], date, settings, settings.seal_space_lines, styles)
        for change in changes:
            if change.style != styles[1]:
                yield _centred(change, changes[0]) if mode is SignatureMode.SEALED else change


def _centred(change: StyleChange, name: StyleChange) -> StyleChange:
    """Return ``change`` with the box of the name: dates of differing widths are centred under their names."""
    return replace(change, align="center", left=name.left, right=name.right)
