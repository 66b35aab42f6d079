"""A title that the text cites is the title that the attachment bears.

Number and title of an attachment are the same wherever they stand.

Clause: GB/T 9704-2012, 7.3.7
Binding: standard
Wrong: 按照《养老服务任务分解表》落实 and 附件：养老服务工作任务分解表
Right: 按照《养老服务工作任务分解表》落实
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.names import cited_nearly

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield titles in 《》 that are nearly those of an attachment."""
    titles = [attachment.title for paper, _path in facts.papers for attachment in paper.attachments]
    for span, words, title in cited_nearly(facts.script, titles):
        message = _("the text cites “{words}”, the attachment is called “{title}”.")
        yield Hit(Span(*span), message.format(words=words, title=title), _("Write the same in both places."))
