"""Which measure a row of the table carries out 任务与措施对应: told by the name, where one part alone bears it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from hongtou.i18n import _
from hongtou.importer.ledger import Ledger
from hongtou.model.base import flat
from hongtou.model.notice import Paper
from hongtou.model.task import TaskTable
from hongtou.outline import outline

_ALIKE = 0.8
_FEW = 200
"""Parts up to which names are compared that are not the same: beyond, that would take time by the square."""
_VERBS = re.compile("^(?:实施|开展|推动|推进|做好|加强|组织|落实|开发)|(?:行动|工作|建设|项目|服务)?。?$")


def linked(table: TaskTable, paper: Paper, ledger: Ledger) -> TaskTable:
    """Return ``table`` with the measures of its rows, where the names leave no doubt."""
    parts = [*_parts(paper)]
    same: dict[str, list[tuple[str, str]]] = {}
    for part in parts:
        same.setdefault(_bare(part[1]), []).append(part)
    tasks = []
    for task in table.tasks:
        equal = same.get(_bare(task.called), [])
        found = (
            equal[0] if len(equal) == 1 else _closest(_bare(task.called), parts if len(parts) <= _FEW else [])
        )
        if found:
            ledger.guesses.append(
                _("the row “{row}” carries out “{part}”: they have the same name.").format(
                    row=task.called, part=found[1]
                )
            )
        tasks.append(task.model_copy(update={"measure": found[0]}) if found else task)
    return table.model_copy(update={"tasks": tuple(tasks)})


def _parts(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield id and name of every part that a row may carry out."""
    for part in outline(paper):
        if part.node.heading and part.level > 1:
            yield part.node.id, part.node.heading
        for item in part.node.items:
            yield item.id, re.split("(?<=[。，；])", flat(item.text))[0]


def _bare(name: str) -> str:
    return _VERBS.sub("", name)


def _closest(name: str, parts: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    scored = sorted(
        ((Indel.normalized_similarity(name, _bare(said)), part, said) for part, said in parts), reverse=True
    )
    if not scored or scored[0][0] < _ALIKE or (len(scored) > 1 and scored[1][0] > scored[0][0] - 0.05):
        return None
    return scored[0][1], scored[0][2]
