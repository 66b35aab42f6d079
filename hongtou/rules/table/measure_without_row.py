"""Every measure of the body has a row in the table, where its neighbours have one.

What stands in the body alone is assigned to nobody. Parts about aims, organisation and supervision need no row.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 三是开发公益性岗位, and no row for it
Right: a row with measure: public-welfare-posts
Fix: none: whose task it is a person must say.
"""

import re
from collections.abc import Iterator, Sequence

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Place
from hongtou.rules.names import bare

SEVERITY = Severity.WARNING
_NO_TASK = re.compile(
    "总体|指导思想|原则|目标|意义|认识|组织领导|组织实施|组织保障|保障措施|加强领导|领导小组|工作要求|有关要求|工作机制|"
    "责任落实|落实责任|压实责任|督促|督[导查办]|考核|宣传|氛围|附则|步骤|进度|阶段|时间安排|任务分工|职责分工|资金保障|要素保障|报送|情况报告|联系人"
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield parts without a row and without units of their own beside others that have a row."""
    if not facts.rows_of:
        return
    loose = {bare(row.called): row for row in facts.rows if getattr(row.duties, "measure", None) is None}
    for group in (facts.roots, *(part.children for part in facts.parts)):
        for part in _without(facts, group):
            message = _("“{name}” has no row of its own in the table.").format(name=part.called)
            yield Hit(_place(part), message, _hint(part, loose.get(bare(part.called))))


def _without(facts: Facts, group: Sequence[Holder]) -> list[Holder]:
    """Return the parts of ``group`` that nobody has, if at least half of it have a row."""
    open_ = [part for part in group if not any(_is_given(facts, one) for one in part.below())]
    with_row = sum(part.id in facts.rows_of for part in group)
    tasks = [part for part in open_ if not _NO_TASK.search(getattr(part.duties, "heading", None) or "")]
    return tasks if 0 < len(tasks) <= with_row else []


def _is_given(facts: Facts, part: Holder) -> bool:
    return bool(part.duties.assignments) or part.id in facts.rows_of


def _place(part: Holder) -> Place:
    if getattr(part.duties, "heading", None) or not part.sentences:
        return part.head
    return Place("notice", part.sentences[0][0], item=part.id)


def _hint(part: Holder, row: Holder | None) -> str:
    if row is not None:
        return _("Row {number} is called the same: write “measure: {id}” there.").format(
            number=row.label, id=part.id
        )
    return _("Add a row with “measure: {id}”, or say who does it.").format(id=part.id)
