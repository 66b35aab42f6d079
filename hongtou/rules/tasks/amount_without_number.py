"""What is promised in numbers has a number.

一批, 若干 and 一定比例 promise one and do not give it: nobody can tell when it is reached.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 新建一批老年食堂。
Right: 新建老年食堂20家。
Fix: none: a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.INFO
_AMOUNT = re.compile("[^，。；：、]{0,2}(?:一批|若干|一定(?:比例|数量|规模)|适当数量)[^，。；：、]{0,8}")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield amounts without a number in the rows of the table."""
    for row in facts.rows:
        for path, sentence in row.sentences:
            for match in _AMOUNT.finditer(sentence):
                message = _("“{words}” gives no number.").format(words=match[0])
                yield Hit(
                    Place("tasks", path, match[0], row.id),
                    message,
                    _("Say how many, if it is to be counted."),
                )
