"""A task usually says what is done, not only that more is wanted.

加强, 推进 and 提高 alone cannot be ticked off: at the end of the year nobody knows whether it was done.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 进一步加强养老服务工作。
Right: 新建老年食堂20家，培训护理员300人次。
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.amounts import amounts
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.rules.tasks._asked import called, tasks
from hongtou.rules.verbs import CONCRETE, is_vague

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield tasks whose whole text is vague, and that have no number and no name that says more."""
    for task, sentences in tasks(facts):
        if task.duties.targets:
            continue
        text = "".join(sentence for _path, sentence in sentences)
        heading = getattr(task.duties, "heading", None) or getattr(task.duties, "name", None) or ""
        if not is_vague(text) or any(amounts(text)) or CONCRETE.search(heading):
            continue
        message = _("“{task}” does not say what is done.").format(task=called(task))
        if task.file == "tasks":
            message = _("row {number} does not say what is done.").format(number=task.label)
        yield Hit(task.head, message, _("Say what is built, held, written or handed in, and how many."))
