"""What stands in a paper and has no place in a policy, or may be read otherwise 存疑: told, for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from hongtou.i18n import _
from hongtou.importer.columns import is_head, is_unit_head
from hongtou.importer.context import Context
from hongtou.importer.lists import lists
from hongtou.importer.raw import RawPaper, day_of, raw_title, walk
from hongtou.importer.unit_first import first_units
from hongtou.importer.words import Words
from hongtou.model.notice import Kind


def tell_doubts(raw: RawPaper, fields: Mapping[str, object], context: Context) -> None:
    """Tell of everything in ``raw`` that a person must look at; ``fields`` is what was made of it."""
    _tell_strangers(raw, context)
    _tell_date(raw, context)
    _tell_tables(raw, context)
    _tell_minutes(fields, context)
    if not raw.nodes:
        _tell_owners(raw, context)


def _tell_strangers(raw: RawPaper, context: Context) -> None:
    """Tell of text behind the signature of a paper that prints no other one: it may be none of its."""
    if not raw.date.text or re.search("印发|转发|批转|下达|公布", raw_title(raw)) or raw.notes:
        return
    for one in raw.attachments:
        if one.paper is not None and not one.marked:
            message = _("text behind the signature is taken for an attachment: “{title}”.")
            context.ledger.doubts.append(message.format(title=one.title.text[:40]))


def _tell_date(raw: RawPaper, context: Context) -> None:
    """Tell of names and a date under the title: they are its signature, but for a date in brackets alone."""
    first = raw.preamble[0].text.strip("（）") if raw.preamble else ""
    if raw.is_signed_above:
        message = _(
            "who signs “{title}”, and when, stands under its title: it is read as its signature, which gen prints below its text."
        )
        context.ledger.guesses.append(message.format(title=raw_title(raw)[:40]))
    if not raw.date.text and day_of(Words(first)) is not None:
        message = _("the date “{date}” stands under the title, and is kept as text; “date” is not set.")
        context.ledger.doubts.append(message.format(date=first))


def _tell_minutes(fields: Mapping[str, object], context: Context) -> None:
    """Tell of minutes 纪要 that their decisions stand in sentences, which nobody reads as tasks."""
    if fields.get("kind") is Kind.MINUTES:
        message = _(
            "“{title}” is no notice with tasks but minutes: what was decided is kept as text. Units were read in lists and behind labels (责任单位：) only; write the others into “assignments”, or leave it as it is."
        )
        context.ledger.doubts.append(message.format(title=str(fields["title"])[:40]))


def _tell_owners(raw: RawPaper, context: Context) -> None:
    """Tell of units that stand before what they owe, in a text without parts that could hold their duties."""
    for words in raw.preamble:
        if not lists(words) and first_units(words, raw_title(raw)):
            message = _("a list of units stands outside all numbered parts; it is kept as text: {words}")
            context.ledger.doubts.append(message.format(words=words.text[:40]))


def _tell_tables(raw: RawPaper, context: Context) -> None:
    """Tell of a table inside the text whose cells stand below each other: its units were not read."""
    for paragraphs in (raw.preamble, *(node.paragraphs for node in walk(raw.nodes)), raw.closing):
        for one, two in pairwise(paragraphs):
            if is_head(one.text) and is_unit_head(two.text):
                message = _(
                    "a table stands in the text, and is kept as text; its units were not read: {words}"
                )
                context.ledger.doubts.append(message.format(words=f"{one.text}　{two.text}"))
                break
