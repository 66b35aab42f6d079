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
from hongtou.rules.form._titles import core
from hongtou.rules.hit import Hit, Place
from hongtou.rules.names import bare

SEVERITY = Severity.INFO
_TAIL = 4
"""Characters at the end of a title that say what it is: 分解表, 工作方案."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield listed attachments that neither text nor title mentions, not even by the end of their names."""
    text = bare(facts.body)
    if any(word in text for word in ("附件", "附后", "附表")):
        return
    for paper, path in facts.papers:
        said = text + bare(paper.title)
        for number, attachment in enumerate(paper.attachments):
            if attachment.listed and bare(core(attachment.title))[-_TAIL:] not in said:
                message = _("the text does not mention the attachment 「{title}」.")
                place = Place("notice", (*path, "attachments", number, "title"), "", attachment.id)
                hint = _("Name it in the text, or write （见附件）.")
                yield Hit(place, message.format(title=attachment.title), hint)
