"""How much a change of words matters, read from whole words; where in doubt, more and never less."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hongtou.diff.change import Level
from hongtou.diff.text import Hunk
from hongtou.diff.tokens import fold

_FORM = frozenset(
    [
        "id",
        "full_name",
        "relation",
        "parent",
        "valid_from",
        "valid_to",
        "kind",
        "format",
        "numbering",
        "title_lines",
        "recipients_style",
        "list_style",
        "group_rows",
        "run_in",
        "number",
        "unnumbered",
        "source",
        "publication",
        "letters",
        "orientation",
        "bound",
        "listed",
        "schema_version",
        "copy_number",
        "recipients_printed",
        "copies_printed",
        "letterhead",
        "aliases",
        "prefix",
        "measure",
    ]
)
"""Fields that say how a paper looks, or that it does not print."""
_WHO = frozenset({"members", "resolved"})
"""Fields of the register that say who is meant."""
_MEASURED = re.compile(
    r"\d|[%‰]|分之|[〇零○一二三四五六七八九十百千万亿两]{2,}|[一二三四五六七八九十百千万两]+(?=[个名人家项次场所年月日天户元倍])|"
    r"每(?:年|月|季|周|日|半年)|季度|年底|月底|期限|年内"
)
_MARKS = re.compile(r"[\W_]*")


def level_of(field: str, old: str, new: str, found: Sequence[Hunk]) -> Level:
    """Return the level of a change in ``field`` from the words that differ."""
    if field in _FORM:
        return Level.F
    if field in _WHO:
        return Level.A
    changed = [old[hunk.a0 : hunk.a1] for hunk in found] + [new[hunk.b0 : hunk.b1] for hunk in found]
    if (old or new) and all(_MARKS.fullmatch(words) for words in changed) and "%" not in "".join(changed):
        return Level.F
    if any(_MEASURED.search(fold(words)) for words in changed):
        return Level.B
    return Level.C
