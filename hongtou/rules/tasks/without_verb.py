"""Every sentence of a task asks for something.

A sentence without a verb is a heading, or has lost its verb.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 老年食堂20家以上。
Right: 新建老年食堂20家以上。
Fix: none: a person must word it.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.rules.verbs import has_verb

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield sentences of rows that ask for nothing."""
    for row in facts.rows:
        for path, sentence in row.sentences:
            if len(sentence) > 3 and not has_verb(sentence):
                message = _("“{words}” does not say what is to be done.").format(words=sentence[:20])
                yield Hit(
                    Place("tasks", path, sentence, row.id), message, _("Add the verb: 建立, 完成, 开展 ……")
                )
