"""Which paper a place is in: the notice, or papers that it carries."""

from __future__ import annotations

import datetime

from hongtou.model.notice import Paper
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Place


def papers_around(facts: Facts, place: Place) -> list[Paper]:
    """Return the papers that ``place`` is in, the innermost first; a row of the table is in the notice."""
    at = place.path if place.file == "notice" else ()
    return [paper for paper, path in reversed(facts.papers) if path == at[: len(path)]]


def issued_on(facts: Facts, place: Place) -> datetime.date | None:
    """Return the day of the paper that ``place`` is in, else of the one around it; None where none has a day."""
    return next((paper.date for paper in papers_around(facts, place) if paper.date), None)
