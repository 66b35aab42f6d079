"""No task stands in the table twice.

Two rows of the same name or text are one task, or one of them was copied and not changed.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 序号 3 and 序号 7: 建设老年食堂。
Right: one row
Fix: none: which one goes a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.rules.names import bare

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows whose name, or whose whole text, a row before has."""
    seen: dict[tuple[str, str], str] = {}
    for row in facts.rows:
        name = getattr(row.duties, "name", None)
        for kind, text in (("text", row.text), ("name", name or "")):
            key = kind, bare(text)
            if len(key[1]) > 3 and key in seen:
                message = _("row {number} says the same as row {first}.").format(
                    number=row.label, first=seen[key]
                )
                yield Hit(row.head, message, _("Keep one of the two, or say what differs."))
                break
            seen.setdefault(key, row.label)
