"""What all stages of building a policy share: the book of characters, the names of units, ids, and the year."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from hongtou.i18n import _
from hongtou.importer.ids import Ids
from hongtou.importer.ledger import Ledger
from hongtou.importer.names import Names
from hongtou.importer.words import Words
from hongtou.model.notice import Declaration


@dataclass
class Context:
    """``issued`` is the date of the paper, whose year is meant where a deadline names none."""

    ledger: Ledger
    names: Names
    issued: datetime.date | None = None
    ids: Ids = field(default_factory=Ids)
    declarations: list[Declaration] = field(default_factory=list)
    flattened: bool = False
    """The table of the paper has lost its cells; units in it are not read."""
    whole: set[tuple[str, str]] = field(default_factory=set)
    """Printed words that were read as a longer name, with it: told once for the whole paper."""
    may_declare: bool = False
    """The paper has words by which rules for lists are declared: each of its paragraphs is looked through for them."""
    lists: int = 0
    """Lists of units found in text and table."""

    def text(self, words: Words, where: str) -> str:
        """Return the text of ``words``, noted in the book."""
        self.ledger.take(words, where)
        return words.text

    def value(self, words: Words, where: str, value: object) -> None:
        """Note a value read from ``words``, which stand in the text already."""
        self.ledger.take(words, where, str(value))

    def doubt_unread(self, found: Iterable[Words]) -> None:
        """Note what looks like a list of units and was not read as one."""
        for words in found:
            message = _("this looks like a list of units and was not read as one: {words}")
            self.ledger.doubts.append(message.format(words=words.text[:60]))
