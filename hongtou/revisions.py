"""The papers of a revision 修订文书: amendment table, impact page, change letters; each made when asked for."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cached_property

from hongtou.diff.change import Change
from hongtou.diff.impact import Impact
from hongtou.documents.amendment_table import Side, amendment_table
from hongtou.documents.change_letter import ChangeLetters
from hongtou.documents.impact_page import impact_page
from hongtou.documents.letter import Letters
from hongtou.duties import portfolio
from hongtou.papers import Papers


class Revision:
    """Makes the papers of a comparison; ``papers`` are those of the new version."""

    def __init__(self, papers: Papers, impact: Impact, labels: tuple[str, str]) -> None:
        self.papers = papers
        self.impact = impact
        self.sides = Side(impact.old, labels[0]), Side(impact.new, labels[1])

    def table(self, shown: Sequence[Change], *, full: bool = False) -> bytes:
        """Return the amendment table of ``shown`` as a DOCX file."""
        document = amendment_table(*self.sides, self.impact.diff, shown, full=full)
        return self.papers.press(document).print(document)

    def impact_page(self) -> bytes:
        """Return the impact page as a DOCX file."""
        document = impact_page(self.impact, *self.sides)
        return self.papers.press(document).print(document)

    @cached_property
    def _letters(self) -> tuple[Letters, Letters]:
        old = self.impact.old
        return Letters(old, portfolio(old)), self.papers.letters

    def change_letters(self, date: datetime.date | None) -> ChangeLetters:
        """Return what writes the change letters."""
        return ChangeLetters(self.impact, *self._letters, date)

    def change_letter(self, letters: ChangeLetters, unit: str) -> bytes:
        """Return the change letter to ``unit`` as a DOCX file."""
        document = letters.letter(unit)
        return self.papers.press(document, unit if unit in self.impact.new.register.by_name else "").print(
            document
        )
