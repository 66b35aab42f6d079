"""What is asked of somebody: the rows of the table, and the parts of the text that name units themselves."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Path


def tasks(facts: Facts) -> Iterator[tuple[Holder, tuple[tuple[Path, str], ...]]]:
    """Yield every task with the sentences that are asked: of a part that has a row, only the row."""
    for row in facts.rows:
        yield row, row.sentences
    for part in facts.parts:
        if part.duties.assignments and part.id not in facts.rows_of:
            yield part, _asked(part)


def _asked(part: Holder) -> tuple[tuple[Path, str], ...]:
    """Return the sentences that the assignments of ``part`` are about."""
    covered = [assignment.covers for assignment in part.duties.assignments]
    if None in covered:
        return part.sentences
    return tuple((path, text) for path, text in part.sentences if any(text in (one or "") for one in covered))


def called(task: Holder) -> str:
    """Return what a message calls a task: its number in the table, or its words in the text."""
    return task.label if task.file == "tasks" else task.called
