"""A day that the text sets is a deadline in the data.

Letters, checklists and the calendar show deadlines of the data; one that is only text is missed.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 2026年6月30日前完成, and no deadline
Right: deadlines: [{kind: date, date: 2026-06-30, printed: 2026年6月30日前}]
Fix: none: what the day means a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.amounts import is_within
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_DAY = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日|份|底|中旬|上旬|下旬)?|底|年底)?(?:以前|之前|前)|到(?:19|20)\d\d年底?|(?:19|20)\d\d年底前?"
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield days set in the text of a task or measure that no deadline covers."""
    for holder in facts.holders:
        known = [deadline.printed for deadline in holder.duties.deadlines] + facts.report_words
        known += [words for t in holder.duties.targets for words in (t.baseline, t.period) if words]
        for path, sentence in holder.sentences:
            for match in _DAY.finditer(sentence):
                if not is_within(match.span(), known, holder.text, sentence):
                    message = _("“{words}” is no deadline in the data.").format(words=match[0])
                    place = Place(holder.file, path, match[0], holder.id)
                    yield Hit(place, message, _("Add it to “deadlines”, with the words that print it."))
