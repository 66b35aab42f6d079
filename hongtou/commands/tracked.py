"""What commands about progress begin with: the policy's papers, its progress, and the day that is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from hongtou.commands.opening import open_papers

if TYPE_CHECKING:
    from hongtou.papers import Papers
    from hongtou.tracking.standing import Standings


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--as-of DATE``; without it the command line, and only it, asks the clock."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="The day to hold deadlines against, such as 2023-12-15; today by default.",
    )(command)


def day_of(as_of: datetime.datetime | None) -> datetime.date:
    """Return the day asked for, today where none is."""
    return as_of.date() if as_of is not None else datetime.date.today()


def open_standings(policy: str | None, as_of: datetime.datetime | None) -> tuple[Papers, Standings]:
    """Return the papers of ``policy`` and how everything in it stands."""
    from hongtou.tracking.asked import Requirements
    from hongtou.tracking.book import FILE, Book
    from hongtou.tracking.standing import Standings

    papers = open_papers(policy)
    book = Book.open(papers.policy.folder / FILE)
    return papers, Standings(Requirements(papers.policy, papers.portfolio), book, day_of(as_of))
