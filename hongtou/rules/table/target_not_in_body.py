"""A target of the table usually stands in the body, where the row has a measure.

The table may say more than the body, and a body may name no number at all; this is for looking at.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 15%以上 in row 1, and no number in the body
Right: the same number in both
Fix: none: the body must be worded.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.counted import is_told
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit
from hongtou.rules.targets import is_same_thing, number, stands_in

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets of rows that no part of the body has, in data or in words."""
    in_body = {(number(t), t.unit) for part in facts.parts for t in part.duties.targets}
    texts: dict[str, str] = {}
    for row in facts.rows:
        part = facts.part.get(getattr(row.duties, "measure", None) or "")
        if part is None or not in_body:
            continue
        for target in row.duties.targets:
            if (number(target), target.unit) in in_body:
                continue
            if part.id not in texts:
                texts[part.id] = _text(part)
            counted = any(is_same_thing(target, other) for other in part.duties.targets)
            if not (counted or stands_in(target, texts[part.id]) or is_told(facts, row, target.printed)):
                message = _("“{words}” stands in row {number} of the table and not in the body.")
                text = message.format(words=target.printed, number=row.label)
                yield Hit(row.where(target.printed), text, _("Is it meant so? Else add it to the body."))


def _text(part: Holder) -> str:
    return "\n".join(f"{one.called}\n{one.text}" for one in part.below())
