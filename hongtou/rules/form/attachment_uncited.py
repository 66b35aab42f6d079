"""What is attached is mentioned in the text.

The reader of the text must know that there is an attachment, and what it is for.

Clause: GB/T 9704-2012, 7.3.4
Binding: practice
Wrong: 附件：任务分解表, and no word of it in the text
Right: 按照任务分解表（见附件）抓好落实
Fix: none: a person must word it.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.rules.names import bare

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield listed attachments that the text does not mention."""
    text = bare(facts.body)
    if "附件" in text or "附后" in text:
        return
    for paper, path in facts.papers:
        for number, attachment in enumerate(paper.attachments):
            if (
                attachment.listed
                and bare(attachment.title) not in text
                and bare(attachment.title) not in bare(paper.title)
            ):
                message = _("the text does not mention the attachment “{title}”.").format(
                    title=attachment.title
                )
                place = Place("notice", (*path, "attachments", number, "title"), "", attachment.id)
                yield Hit(place, message, _("Name it in the text, or write （见附件）."))
