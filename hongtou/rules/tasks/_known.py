"""What the data says of a text: its own targets and deadlines, and those of what it belongs to or is carried out by."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.model.notice import Item, Node
from hongtou.model.task import Task
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.targets import rows_by_part

Said = Node | Item | Task


def with_data(facts: Facts) -> Iterator[tuple[Holder, list[Said]]]:
    """Yield every part and row with all that may hold the numbers and days of its text.

    The words of a measure's data may stand in its items, and what a row has need not be in the data of the body too.
    """
    rows = rows_by_part(facts)
    above = {item.id: part.duties for part in facts.parts for item in part.children}
    for part in facts.parts:
        owner = above.get(part.id) if isinstance(part.duties, Item) else None
        of_rows = [row.duties for row in rows.get(part.id, ())]
        yield part, [part.duties, *([owner] if owner is not None else []), *of_rows]
    for row in facts.rows:
        yield row, [row.duties]
