"""A document that the paper stands on is cited by its title, letter by letter.

A wrong word in a title is a wrong document.

Clause: 党政机关公文处理工作条例, 19
Binding: standard
Wrong: 《广东省残疾人就业三年行动方案》 for 广东省促进残疾人就业三年行动方案
Right: 《广东省促进残疾人就业三年行动方案》
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
    """Yield titles in 《》 that are nearly those of a document the paper stands on."""
    titles = [basis.title for paper, _path in facts.papers for basis in paper.basis]
    for span, words, title in cited_nearly(facts.script, titles):
        message = _("the text cites “{words}”, the document is called “{title}”.")
        yield Hit(Span(*span), message.format(words=words, title=title), _("Write the same in both places."))
