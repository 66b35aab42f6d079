"""The attachments 附件 with what is in them, those of a paper inside an attachment right after it (clause 7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hongtou.documents.blocks import Block, Paragraph, plain
from hongtou.documents.grid import grid_table
from hongtou.documents.inner import inner_paper
from hongtou.documents.lists import title_lines
from hongtou.documents.table import task_table
from hongtou.model.base import paragraphs
from hongtou.model.notice import Attachment, Orientation, Paper
from hongtou.model.policy import Policy
from hongtou.model.settings import Margins, SheetSettings


@dataclass(frozen=True)
class Enclosure:
    """An attachment that is there, and the paper whose 附件说明 lists it."""

    attachment: Attachment
    of: Paper


def enclosures(paper: Paper) -> Iterator[Enclosure]:
    """Yield the attachments of ``paper`` in their order on paper, each followed by those of the paper in it."""
    for attachment in paper.attachments:
        if attachment.absent:
            continue
        yield Enclosure(attachment, paper)
        if attachment.document is not None:
            yield from enclosures(attachment.document)


@dataclass(frozen=True)
class SectionEnds:
    """Which Word section ends after the text, after each attachment, and after the 版记: a name, or nothing."""

    main: str
    attachments: tuple[str, ...]
    tail: str


def section_ends(enclosed: Sequence[Enclosure], settings: SheetSettings, colophon: bool) -> SectionEnds:
    """Work out the section breaks: one wherever the page lies or is framed otherwise, then one at the very end.

    The first section to end is ``main``: it carries the first page.
    """
    count = len(enclosed)
    ways = ["portrait", *(_way(one.attachment, settings) for one in enclosed)]
    if colophon:
        ways.append("portrait")
    ends = [before if before != after else "" for before, after in pairwise(ways)]
    if not any(ends):
        return SectionEnds("", ("",) * count, "")
    ends.append(ways[-1])
    first = next(i for i, end in enumerate(ends) if end)
    ends[first] = "main"
    return SectionEnds(ends[0], tuple(ends[1 : count + 1]), ends[count + 1] if len(ends) > count + 1 else "")


def _way(attachment: Attachment, settings: SheetSettings) -> str:
    """Return the section an attachment stands in; a table's rules need the frame itself where text is compensated."""
    if _orientation(attachment) is Orientation.LANDSCAPE:
        return "landscape"
    table = attachment.tasks or attachment.grid is not None
    return "table" if table and settings.margins is Margins.GLYPH else "portrait"


def _orientation(attachment: Attachment) -> Orientation:
    return attachment.orientation if attachment.tasks or attachment.grid else Orientation.PORTRAIT


def enclosure(policy: Policy, one: Enclosure, section_end: str) -> dict[str, object]:
    """Return what the template's loop over ``attachments`` asks for."""
    attachment = one.attachment
    given = attachment.title_lines or (attachment.document.title_lines if attachment.document else ())
    return {
        "mark": _mark(one),
        "title": "\n".join(title_lines(policy, attachment.title, given, _orientation(attachment))),
        "body": tuple(_of(block, attachment.id) for block in _body(policy, attachment)),
        "section_ends": section_end,
    }


def _of(block: Block, attachment: str) -> Block:
    """Return ``block`` as a part of ``attachment``; one that names no part is known by its style."""
    known = block.part or (block.style if isinstance(block, Paragraph) else "table")
    return replace(block, part=f"{attachment}/{known}")


def _mark(one: Enclosure) -> str:
    """Return the label 附件, with its number where there are several and the 文号 where it is bound separately."""
    if not one.attachment.listed:
        return ""
    listed = [attachment for attachment in one.of.attachments if attachment.listed]
    number = str(listed.index(one.attachment) + 1) if len(listed) > 1 else ""
    parent = "" if one.attachment.bound else one.of.document_number or ""
    return f"{parent}附件{number}"


def _body(policy: Policy, attachment: Attachment) -> tuple[Block, ...]:
    if attachment.tasks and policy.tasks is not None:
        table = task_table(policy, policy.tasks, attachment.orientation, attachment.title)
        return (table, *_notes(attachment), Paragraph("TableEnd", ()))
    if attachment.grid is not None:
        size = policy.settings.table_size
        table = grid_table(attachment.grid, attachment.orientation, attachment.title, size)
        return (table, *_notes(attachment), Paragraph("TableEnd", ()))
    if attachment.document is not None:
        return inner_paper(policy, attachment.document)
    return ()


def _notes(attachment: Attachment) -> Iterator[Paragraph]:
    """Yield the paragraphs under a table 表下附注, set as its cells are."""
    for text in paragraphs(attachment.note):
        yield plain("TableTextLeft", text)
