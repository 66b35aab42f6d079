"""What commands about progress begin with: the policy's papers, and how everything in it stands."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from hongtou.commands.as_of import day_of
from hongtou.commands.opening import open_papers

if TYPE_CHECKING:
    from hongtou.papers import Papers
    from hongtou.tracking.standing import Standings


def open_standings(policy: str | None, as_of: datetime.date | None) -> tuple[Papers, Standings]:
    """Return the papers of ``policy`` and how everything in it stands."""
    from hongtou.tracking.asked import Requirements
    from hongtou.tracking.book import FILE, Book
    from hongtou.tracking.standing import Standings

    papers = open_papers(policy)
    book = Book.open(papers.policy.folder / FILE)
    return papers, Standings(Requirements(papers.policy, papers.portfolio), book, day_of(as_of))
