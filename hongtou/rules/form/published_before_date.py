"""A paper is not published before the day it bears.

One of the two days is mistyped.

Clause: 政府网站发展指引（国办发〔2017〕47号）
Binding: practice
Wrong: date: 2026-03-05 and published: 2026-03-01
Right: published: 2026-03-06
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield days of publication before the date of their papers."""
    for paper, path in facts.papers:
        published = paper.publication.published if paper.publication else None
        if published and paper.date and published < paper.date:
            message = _("the paper is published before {date}, the day it bears.").format(date=paper.date)
            place = Place("notice", (*path, "publication", "published"))
            yield Hit(place, message, _("Correct one of the two."))
