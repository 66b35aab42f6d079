"""Plain text 纯文本: its lines as they are. Lost line breaks and flattened tables are for those who ask what it means."""

from __future__ import annotations

import re

from hongtou.importer.draft import Draft
from hongtou.importer.encoding import decode
from hongtou.importer.scan import Scan

_BREAK = re.compile("[\n\r\f\v\u0085\u2028\u2029]")
"""A form feed ends a page and so a line."""


def read_text(data: bytes, path: str) -> Scan:
    """Return the lines of plain text; blanks at their ends stay, and so do empty lines."""
    decoded = decode(data, path)
    draft = Draft(path)
    if decoded.doubt:
        draft.doubt(decoded.doubt)
    for line in _BREAK.split(decoded.text.replace("\r\n", "\n")):
        draft.add(line)
    return draft.scan("text")
