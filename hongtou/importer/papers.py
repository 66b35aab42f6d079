"""A paper of the model, from a raw one: title, number, 主送, text, attachments, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hongtou.i18n import _
from hongtou.importer.assignments import arranged, note_reading, tell_stray_rules
from hongtou.importer.columns import is_head
from hongtou.importer.context import Context
from hongtou.importer.extras import basis, contacts, reports
from hongtou.importer.gaps import kept_apart
from hongtou.importer.grids import grid_of
from hongtou.importer.issuers import issuers_of, without_others
from hongtou.importer.lists import lists
from hongtou.importer.names import Reading
from hongtou.importer.nodes import Builder, as_text
from hongtou.importer.numbering import numbered, numbering_of
from hongtou.importer.outside import tell_outside
from hongtou.importer.paper_doubts import tell_doubts
from hongtou.importer.raw import RawAttachment, RawPaper, day_of, raw_title, walk
from hongtou.importer.sentences import sentences
from hongtou.importer.words import Words, joined
from hongtou.model.base import Paragraphs, Units
from hongtou.model.duty import ListStyle
from hongtou.model.notice import Attachment, Format, Kind, Paper
from hongtou.numerals import date_text
from hongtou.units import group

_FLATTENED = re.compile(
    "(?:牵头单位|责任单位|配合单位)[^，。：；]{0,8}(?:责任单位|配合单位|一、|1[.、])|(?:工作要求|工作任务)(?:牵头|责任)单位|序号(?:[^，。：；]{2,12})(?:责任|牵头)单位"
)

_REMARK = re.compile("（[^（）]{1,12}）$")
"""What stands behind a title and is no part of it （征求意见稿）."""


def paper_fields(
    raw: RawPaper, context: Context, where: str, tasks: RawAttachment | None
) -> dict[str, object]:
    """Return the fields of a paper for the model; ``tasks`` is the attachment that is the task table."""
    builder = Builder(context)
    body = [*raw.preamble, *(words for node in walk(raw.nodes) for words in node.paragraphs), *raw.closing]
    context.flattened = _is_flattened(body, context)
    context.declarations = []
    fields: dict[str, object] = {
        **_head(raw, context, where),
        "preamble": _paragraphs(raw.preamble, context, f"{where}preamble"),
        "numbering": numbering_of(raw.nodes),
        "sections": builder.sections(raw.nodes, where, raw_title(raw) if where else ""),
        "declarations": tuple(context.declarations),
        "closing": _paragraphs(raw.closing, context, f"{where}closing"),
        "attachments": tuple(
            _attachment(one, context, f"{where}attachments[{n}].", tasks)
            for n, one in enumerate(raw.attachments)
        ),
    }
    for mark in raw.marks:
        context.ledger.computed(mark)
    for note in raw.notes:
        context.ledger.take(note, f"{where}attachments.title")
    tell_doubts(raw, fields, context)
    fields |= _end(raw, context, where)
    fields["contacts"] = (*contacts(body, context), *contacts([raw.note], context, in_text=False))
    owed = tuple(reports(body, context))
    fields["reports"] = owed
    tell_outside([*raw.preamble, *raw.closing], owed, str(fields["title"]), context)
    fields["basis"] = tuple(basis(raw.preamble, context))
    return _counted(fields, dict(builder.labels), context)


def _counted(fields: dict[str, object], labels: dict[str, str], context: Context) -> dict[str, object]:
    """Return ``fields`` with the numbers of the parts settled."""
    paper = Paper(title=str(fields["title"]), numbering=fields["numbering"], sections=fields["sections"])
    settled = numbered(paper, labels, context)
    return {**fields, "numbering": settled.numbering, "sections": settled.sections}


def _head(raw: RawPaper, context: Context, where: str) -> dict[str, object]:
    title = joined(raw.title)
    fields: dict[str, object] = {"title": context.text(title, f"{where}title") or "附件"}
    kind = next((kind for kind in Kind if _REMARK.sub("", title.text).endswith(kind.value)), None)
    if kind is not None:
        fields["kind"] = kind
    if raw.number.text:
        fields["document_number"] = context.text(raw.number, f"{where}document_number")
        if re.search("函〔", raw.number.text) and not where and not _is_file(raw):
            fields["format"] = Format.LETTER
            context.ledger.guesses.append(
                _(
                    "the number “{number}” is that of a letter: the paper is laid out as one (format: letter)."
                ).format(number=raw.number.text)
            )
    fields |= _above(raw, context) if not where else {}
    if raw.recipients.text:
        reading = context.names.read(raw.recipients.text)
        note_reading(reading, raw.recipients, context, f"{where}recipients")
        fields["recipients"] = _addressees(reading, context)
        if not reading.is_exact(ListStyle.ELIDED):
            style = reading.is_exact(ListStyle.FULL)
            fields["recipients_style" if style else "recipients_printed"] = (
                ListStyle.FULL if style else raw.recipients.text
            )
    return fields


def _is_file(raw: RawPaper) -> bool:
    """Whether a paper prints what a letter never does: 文件 in red, 签发人, or who printed it (clause 10.1)."""
    return raw.has_file or bool(raw.signers or raw.printed_by.text)


def _addressees(reading: Reading, context: Context) -> Units:
    """Return 主送 flat where they are one group, and printed as one, else group by group."""
    register = context.names.full
    is_computed = register is not None and group(reading.names, register) == reading.groups
    return reading.names if is_computed and len(reading.groups) == 1 else reading.groups


def _above(raw: RawPaper, context: Context) -> dict[str, object]:
    """Return what stands above the title (clause 7.2)."""
    fields: dict[str, object] = {}
    for kind, words in raw.above.items():
        if kind == "份号":
            fields["copy_number"] = context.text(words, "copy_number")
        elif kind == "密级":
            level, _star, period = context.text(words, "secrecy").partition("★")
            fields["secrecy"] = {"level": level, "period": period or None}
        else:
            fields["urgency"] = context.text(words, "urgency")
    if raw.signers:
        fields["signers"] = tuple(context.text(words, "signers") for words in raw.signers)
    if raw.is_letter:
        fields["format"] = Format.LETTER
    if raw.masthead:
        fields["letterhead"] = context.text(joined(raw.masthead), "letterhead")
    return fields


def _end(raw: RawPaper, context: Context, where: str) -> dict[str, object]:
    """Return signature, date, note and, of the paper itself, 版记."""
    fields = _issuers(raw, context, where)
    day = day_of(raw.date)
    if day is not None:
        fields["date"] = day
        context.value(raw.date, f"{where}date", day)
        if date_text(day) != raw.date.text:
            context.ledger.faults.append(_("the date is printed “{date}”.").format(date=raw.date.text))
    if raw.note.text:
        note = kept_apart(raw.note, context.ledger.scan.text)
        fields["note"] = context.text(note, f"{where}note")
    return fields | (_colophon(raw, context) if not where else {})


def _colophon(raw: RawPaper, context: Context) -> dict[str, object]:
    """Return 版记; that of a paper inside an attachment has no place in the policy, and is told."""
    fields: dict[str, object] = {}
    if raw.copies.text:
        reading = context.names.read(raw.copies.text)
        fields["copies_to"] = arranged(reading, context)
        fields["copies_printed"] = context.text(raw.copies, "copies_to")
    if raw.printed_by.text:
        fields["printed_by"] = context.text(raw.printed_by, "printed_by")
        fields |= _printed_on(raw, context)
    return fields


def _printed_on(raw: RawPaper, context: Context) -> dict[str, object]:
    """Return when a paper was printed; what is no day stays unplaced, and so does one before the day that the paper bears."""
    day, dated = day_of(raw.printed_on), day_of(raw.date)
    if day is None:
        return {}
    if dated is not None and day < dated:
        message = _(
            "the paper says that it was printed ({words}) before the day it bears; “printed_on” is not set."
        )
        context.ledger.doubts.append(message.format(words=raw.printed_on.text))
        return {}
    context.value(raw.printed_on, "printed_on", day)
    return {"printed_on": day}


def _issuers(raw: RawPaper, context: Context, where: str) -> dict[str, object]:
    """Return who issues a paper and who signs it; a paper inside another has issuers only where they sign it."""
    fields: dict[str, object] = {}
    for words in raw.names:
        context.ledger.take(words, f"{where}signature")
    signed = tuple(words.text for words in raw.names)
    issuers = issuers_of(raw) if signed or not where else []
    if issuers:
        names = context.names.read("、".join(issuers)).names
        fields["issuers"] = names if len(names) == len(issuers) else tuple(map(context.names.one, issuers))
    if signed and signed != fields.get("issuers"):
        fields["signature"] = {"names": signed}
    if not where:
        fields |= _letterhead(raw, issuers)
        _tell_issuers(raw, issuers, context)
    return fields


def _letterhead(raw: RawPaper, issuers: Sequence[str]) -> dict[str, object]:
    """Return the name in red where it is not that of the first issuer, which gen prints."""
    names = [words.text for words in raw.letterhead]
    if not names or not issuers or names == [*issuers[:1]] or not raw.has_file:
        return {}
    return {"letterhead": " ".join(names) + "文件"}


def _tell_issuers(raw: RawPaper, issuers: Sequence[str], context: Context) -> None:
    """Tell of a title that counts more issuers than the paper names, and of a given issuer who does not sign it."""
    signed = [words.text for words in raw.names]
    if raw.issuer and signed and raw.issuer not in signed:
        message = _(
            "“{issuer}” was given as the issuer, and the paper is signed by “{names}”; leave --issuer out where a paper says it itself."
        )
        context.ledger.doubts.append(message.format(issuer=raw.issuer, names="、".join(signed)))
    counted = [words.text for words in raw.heads if without_others(words.text) != words.text]
    if counted and len(issuers) < 2:
        message = _("the title says “{words}”, and the paper does not name the others.")
        context.ledger.doubts.append(message.format(words=counted[0]))


def _paragraphs(paragraphs: Sequence[Words], context: Context, where: str) -> Paragraphs:
    made = []
    for words in paragraphs:
        found = lists(words)
        if context.may_declare:
            tell_stray_rules(words, found, context)
        if found:
            context.ledger.doubts.append(
                _("a list of units stands outside all numbered parts; it is kept as text: {words}").format(
                    words=words.text[-40:]
                )
            )
        made.append(sentences(kept_apart(words, context.ledger.scan.text)))
        for part in made[-1]:
            context.ledger.take(part, where)
    return as_text(made)


def _is_flattened(lines: Sequence[Words], context: Context) -> bool:
    """Whether a table in the text has lost its cells: its heads stand in one line, and which cell is empty cannot be told."""
    texts = [words.text for words in lines if len(words.text) < 200]
    if not any(("单位" in text and _FLATTENED.search(text)) or _are_heads(text) for text in texts):
        return False
    context.ledger.doubts.append(
        _(
            "a table lost its cells: which column its words stand in, and which cells are empty, cannot be told. Units in it were not read; import the DOCX or the web page in place of the text."
        )
    )
    return True


def _are_heads(text: str) -> bool:
    """Whether a line is the heads of a table, one behind the other."""
    bare = text.rstrip("。")
    heads = [] if "。" in bare else re.split("[，、；／/]", bare)
    return len(heads) > 2 and all(map(is_head, heads))


def _beginning(raw: RawAttachment) -> str:
    """Return what an attachment begins with, for a message."""
    if raw.table is not None:
        return "　".join(words.text for words in raw.table.heads)[:40]
    body = [*raw.paper.preamble, *(node.printed for node in raw.paper.nodes)] if raw.paper is not None else []
    return body[0].text[:40] if body else ""


def _attachment(raw: RawAttachment, context: Context, where: str, tasks: RawAttachment | None) -> Attachment:
    title = context.text(raw.title, f"{where}title") if raw.title.text else "附件"
    if raw.inset is not None:
        message = _(
            "a table stands in the text, below “{above}”; a policy holds tables behind the text: it was made the attachment “{title}”. Give it a title, and say in the text where it is."
        )
        context.ledger.doubts.append(message.format(above=raw.inset.text[-30:], title=title))
    elif not raw.title.text:
        message = _("an attachment has no title and is called 附件; give it one. It begins: {words}")
        context.ledger.doubts.append(message.format(words=_beginning(raw)))
    fields: dict[str, object] = {
        "id": context.ids.make("attachment", title),
        "title": title,
        "listed": raw.listed,
        "bound": not raw.is_apart,
    }
    if raw.table is not None and raw.table.notes:
        fields["note"] = _paragraphs(raw.table.notes, context, f"{where}note")
    if raw is tasks:
        fields["tasks"] = True
    elif raw.table is not None:
        fields["grid"] = grid_of(raw.table, context, where)
    elif raw.paper is not None:
        fields["document"] = Paper(**paper_fields(raw.paper, context, f"{where}document.", tasks))
    else:
        fields["absent"] = True
        context.ledger.faults.append(
            _("the attachment “{title}” is named and not there.").format(title=title)
        )
    return Attachment(**fields)
