"""Every sentence of a task usually asks for something.

A sentence without a verb is a heading, or has lost its verb. A row whose name says what is done may go on with the
number alone.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
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
from hongtou.rules.tasks._asked import tasks
from hongtou.rules.verbs import has_verb

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield sentences that ask for nothing."""
    for task, sentences in tasks(facts):
        heading = getattr(task.duties, "name", None) or getattr(task.duties, "heading", None)
        for path, sentence in sentences:
            if len(sentence) <= 3 or has_verb(sentence):
                continue
            if len(sentences) == 1 and heading and has_verb(heading):
                continue
            message = _("“{words}” does not say what is to be done.").format(words=_cut(sentence))
            place = Place(task.file, path, sentence, task.id)
            yield Hit(place, message, _("Add the verb: 建立, 完成, 开展 ……"))


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= 24 else f"{sentence[:20]}……"
