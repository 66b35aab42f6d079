"""What is named as an attachment is attached, and so is the task table that the text speaks of.

A paper that goes out without one comes back.

Clause: GB/T 9704-2012, 7.3.7
Binding: standard
Wrong: absent: true
Right: the attachment itself
Fix: none: the attachment must be had.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield attachments that are named and not there."""
    for paper, path in facts.papers:
        for number, attachment in enumerate(paper.attachments):
            if attachment.absent:
                message = _("「{title}」 is named as an attachment and not attached.")
                place = Place("notice", (*path, "attachments", number, "title"), "", attachment.id)
                hint = _("Attach it, or take it out of the list.")
                yield Hit(place, message.format(title=attachment.title), hint)
    papers = (attachment for paper, _path in facts.papers for attachment in paper.attachments)
    if facts.rows and "分解表" in facts.body and not any(attachment.tasks for attachment in papers):
        message = _("the text speaks of the table, and no attachment prints its {count} rows.").format(
            count=len(facts.rows)
        )
        yield Hit(facts.rows[0].at("id"), message, _("Add an attachment with “tasks: true” to notice.yaml."))
