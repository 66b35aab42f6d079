"""What stands in each shipped Word template: one row per paragraph, with Jinja tags a clerk can read.

The frame of a paper (head, number, title, signature, 版记) lives here; the flexible body is handed in as blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

from hongtou.sheet import colophon
from hongtou.sheet.frames import LETTERHEAD, PAGE_FOOT, Frame


@dataclass(frozen=True)
class Row:
    """A paragraph of a template: a style id, its text, the section that ends there, the frame it stands in.

    A tab in the text is a tab on paper; ``signer`` follows the text in the face of 签发人 names.
    ``xml`` is a whole paragraph that was drawn elsewhere and stands in for all that.
    """

    style: str
    text: str = ""
    section: str | None = None
    frame: Frame | None = None
    signer: str = ""
    xml: str = ""


def _when(condition: str, *rows: Row) -> tuple[Row, ...]:
    return (Row("Normal", "{%p if " + condition + " %}"), *rows, Row("Normal", "{%p endif %}"))


def _each(loop: str, *rows: Row) -> tuple[Row, ...]:
    return (Row("Normal", "{%p for " + loop + " %}"), *rows, Row("Normal", "{%p endfor %}"))


def _section_ends(name: str) -> tuple[Row, ...]:
    """Rows that end the section whose name is the value of ``name``, if it is one."""
    rows: tuple[Row, ...] = ()
    for section in ("main", "portrait", "table", "landscape"):
        rows += _when(f"{name} == '{section}'", Row("TableEnd", section=section))
    return rows


_GENERAL_HEAD = (
    *_when("copy_number", Row("CopyNumber", "{{ copy_number }}")),
    *_when("secrecy", Row("Secrecy", "{{ secrecy }}")),
    *_when("urgency", Row("Urgency", "{{ urgency }}")),
    Row("Letterhead", "{{ letterhead }}"),
    *_when(
        "signers | length > 1",
        Row("SignerFirst", "\t签发人：", signer="{{ signers[0] }}"),
        *_each("names in signers[1:-1]", Row("Signer", "\t", signer="{{ names }}")),
        Row("DocumentNumberUpwardNext", "\t{{ document_number }}\t", signer="{{ signers[-1] }}"),
    ),
    *_when(
        "signers | length == 1",
        Row("DocumentNumberUpward", "\t{{ document_number }}\t签发人：", signer="{{ signers[0] }}"),
    ),
    *_when("not signers", Row("DocumentNumber", "{{ document_number }}")),
)

_LETTER_HEAD = (
    Row("LetterheadLetter", "{{ letterhead }}", frame=LETTERHEAD),
    Row("DocumentNumberLetter", "{{ copy_number }}\t{{ document_number }}"),
    *_when("secrecy", Row("MarkLetter", "{{ secrecy }}")),
    *_when("urgency", Row("MarkLetter", "{{ urgency }}")),
)

_PAGE_FOOT = _when("page_foot", Row("PageFoot", frame=PAGE_FOOT))

_MAIN = (
    Row("Title", "{{ title }}"),
    *_when("recipients", Row("Recipients", "{{ recipients }}：")),
    Row("BodyText", "{{p body }}"),
    Row("AttachmentNote", "{{p attachment_notes }}"),
    *_each("name in signature[:1]", Row("Signature", "{{ name }}")),
    *_each("name in signature[1:]", Row("SignatureNext", "{{ name }}")),
    *_when("date and note", Row("DateNoted", "{{ date }}")),
    *_when("date and not note", Row("Date", "{{ date }}")),
    *_when("note", Row("Note", "（{{ note }}）")),
)

_ATTACHMENTS = (
    *_section_ends("main_section_ends"),
    Row("Normal", "{%p for attachment in attachments %}"),
    *_when("attachment.mark", Row("AttachmentMark", "{{ attachment.mark }}")),
    *_when("attachment.mark", Row("AttachmentTitle", "{{ attachment.title }}")),
    *_when("not attachment.mark", Row("EnclosedTitle", "{{ attachment.title }}")),
    Row("BodyText", "{{p attachment.body }}"),
    *_section_ends("attachment.section_ends"),
    Row("Normal", "{%p endfor %}"),
)

_USUAL, _TALL = "colophon and colophon != 'tall'", "colophon == 'tall'"
_GENERAL_COLOPHON = (
    *_when(_USUAL, Row("ColophonAnchor", xml=colophon.general())),
    *_when(_TALL, Row("ColophonAnchor", xml=colophon.general(tall=True))),
)
_LETTER_COLOPHON = (
    *_when(_USUAL, Row("ColophonAnchor", xml=colophon.letter())),
    *_when(_TALL, Row("ColophonAnchor", xml=colophon.letter(tall=True))),
)

_TAIL = _section_ends("tail_section_ends")

_LETTER = (
    *_LETTER_HEAD,
    *_MAIN,
    Row("TableEnd", section="main"),
    Row("AttachmentMark", "附件"),
    Row("AttachmentTitle", "{{ checklist_title }}"),
    Row("BodyText", "{{p checklist }}"),
)

_CHECKLIST = (
    Row("ListTitle", "{{ checklist_title }}"),
    Row("ListNote", "责任单位：{{ unit.name }}　　依据：{{ basis }}"),
    Row("BodyText", "{{p checklist }}"),
)

_PLAN = (
    Row("ListTitle", "{{ title }}"),
    Row("ListNote", "责任单位：{{ unit.name }}　　依据：{{ basis }}"),
    Row("BodyText", "{{p plan }}"),
)

_REPORT = (
    *_GENERAL_HEAD,
    *_MAIN,
    *_when(
        "attachments",
        Row("TableEnd", section="main"),
        *_each(
            "attachment in attachments",
            Row("AttachmentMark", "{{ attachment.mark }}"),
            Row("AttachmentTitle", "{{ attachment.title }}"),
            Row("BodyText", "{{p attachment.body }}"),
        ),
        Row("TableEnd", section="landscape"),
    ),
)

_LEDGER = (
    Row("ListTitle", "{{ title }}"),
    Row("ListNote", "依据：{{ basis }}"),
    Row("BodyText", "{{p ledger }}"),
)

_COMPARISON = (
    Row("ListTitle", "{{ title }}"),
    *_each("line in notes", Row("ListNote", "{{ line }}")),
    Row("BodyText", "{{p body }}"),
)

_AGENDA = (
    Row("MeetingTitle", "{{ title }}"),
    Row("BodyText", "{{p facts }}"),
    Row("BodyText", "{{p body }}"),
    Row("AttachmentNote", "{{p attachment_notes }}"),
    *_each(
        "attachment in attachments",
        Row("AttachmentMark", "{{ attachment.mark }}"),
        Row("AttachmentTitle", "{{ attachment.title }}"),
        Row("BodyText", "{{p attachment.body }}"),
    ),
)

_SIGN_IN = (
    Row("MeetingTitle", "{{ title }}"),
    Row("BodyText", "{{p facts }}"),
    Row("BodyText", "{{p table }}"),
)

_MINUTES = (
    Row("Letterhead", "{{ letterhead }}"),
    Row("MinutesNumber", "{{ number }}"),
    Row("MinutesIssued", "\t{{ host }}\t{{ date }}"),
    Row("Title", "{{ title }}"),
    Row("BodyText", "{{p body }}"),
    Row("Present", "{{p present }}"),
    *_GENERAL_COLOPHON,
)


@dataclass(frozen=True)
class Template:
    """A shipped template: its paragraphs, and the section that its last page stands in."""

    rows: tuple[Row, ...]
    last: str = "main"
    letter: bool = False


TEMPLATES: dict[str, Template] = {
    "notice.general.docx": Template(
        (*_GENERAL_HEAD, *_PAGE_FOOT, *_MAIN, *_ATTACHMENTS, *_GENERAL_COLOPHON, *_TAIL)
    ),
    "notice.letter.docx": Template(
        (*_LETTER_HEAD, *_PAGE_FOOT, *_MAIN, *_ATTACHMENTS, *_LETTER_COLOPHON, *_TAIL), letter=True
    ),
    "letter.docx": Template(_LETTER, last="landscape", letter=True),
    "checklist.docx": Template(_CHECKLIST, last="landscape"),
    "ledger.docx": Template(_LEDGER, last="landscape"),
    "plan.docx": Template(_PLAN, last="landscape"),
    "report.docx": Template(_REPORT),
    "summary.docx": Template(_REPORT),
    "reminder.docx": Template((*_LETTER_HEAD, *_MAIN), letter=True),
    "change.docx": Template((*_LETTER_HEAD, *_MAIN), letter=True),
    "comparison.docx": Template(_COMPARISON, last="landscape"),
    "impact.docx": Template(_COMPARISON),
    "agenda.docx": Template(_AGENDA),
    "sign-in.docx": Template(_SIGN_IN),
    "minutes.docx": Template(_MINUTES),
}
"""The shipped templates by file name."""
