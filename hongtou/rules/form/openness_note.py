"""The note 此件公开发布 and the class of publication say the same.

One of them decides whether the paper goes onto the web.

Clause: 政府网站发展指引（国办发〔2017〕47号）
Binding: practice
Wrong: note: 此件公开发布 and openness: 不予公开
Right: note: 此件公开发布 and openness: 主动公开
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.form._notes import openness
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield notes that speak of publication and contradict its class."""
    for paper, path in facts.papers:
        given = paper.publication.openness if paper.publication else None
        said = openness(paper.note or "")
        if said and given and said != given:
            message = _("the note says 「{note}」, the class is {openness}.")
            text = message.format(note=paper.note, openness=given)
            yield Hit(Place("notice", (*path, "note")), text, _("Correct one of the two."))
