"""Which paper a place is in: the notice, or papers that it carries."""

from __future__ import annotations

from hongtou.model.notice import Paper
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Place


def papers_around(facts: Facts, place: Place) -> list[Paper]:
    """Return the papers that ``place`` is in, the innermost first; a row of the table is in the notice."""
    at = place.path if place.file == "notice" else ()
    return [paper for paper, path in reversed(facts.papers) if path == at[: len(path)]]
