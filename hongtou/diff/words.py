"""The fields of the model as words: what they print, and data as a person reads it."""

from __future__ import annotations

import datetime
from enum import Enum
from typing import Any

from hongtou.model.base import Model, paragraphs
from hongtou.model.notice import Grid
from hongtou.numerals import date_text

WORDS = frozenset(
    [
        "title",
        "heading",
        "name",
        "group",
        "text",
        "preamble",
        "closing",
        "note",
        "document_number",
        "date",
        "number",
        "letterhead",
        "signers",
        "printed_by",
        "printed_on",
        "full_name",
        "grid",
        "copies_printed",
        "recipients_printed",
    ]
)
"""Fields that are printed as they are."""


def printed(value: Any) -> list[str]:
    """Return the paragraphs that a field prints; a free table has one per row."""
    if value is None or value == "":
        return []
    if isinstance(value, Grid):
        return [
            " | ".join(c if isinstance(c, str) else "".join(paragraphs(c.text)) for c in row)
            for row in value.rows
        ]
    if isinstance(value, tuple):
        return [*paragraphs(value)]
    if isinstance(value, datetime.date):
        return [date_text(value)]
    return [str(value)]


def shown(value: Any) -> str | None:
    """Return data as a person reads it: names and values without braces."""
    if value is None or value == ():
        return None
    if isinstance(value, Model):
        pairs = ((name, shown(getattr(value, name))) for name in type(value).model_fields)
        return "，".join(f"{name}：{text}" for name, text in pairs if text)
    if isinstance(value, dict):
        return "；".join(f"{key}：{shown(inner)}" for key, inner in value.items())
    if isinstance(value, (tuple, list)):
        return "、".join(shown(inner) or "" for inner in value)
    if isinstance(value, datetime.date):
        return date_text(value)
    return str(value.value if isinstance(value, Enum) else value)
