"""What a unit wrote where nothing was asked 表外文字: all text of its return that we did not print ourselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapidfuzz.distance import Indel

from hongtou.model.progress import PaperKind, Remark
from hongtou.tracking.asked import Requirements
from hongtou.tracking.docx_return import read_docx_return
from hongtou.tracking.match import Placed
from hongtou.tracking.returned import Returned, Row, state_names
from hongtou.tracking.sent import EMPTIED

_ALIKE = 0.6
"""How alike a line must be to one of ours, in a return of another version, to be ours."""
_LEDGER = "任务落实督办台账"


class Beside:
    """Knows what our papers print; ``print_`` prints a paper of a kind for a unit."""

    def __init__(self, requirements: Requirements, print_: Callable[[PaperKind, str], bytes]) -> None:
        self._requirements = requirements
        self._print = print_
        self._known: dict[tuple[PaperKind, str], frozenset[str]] = {}
        self._ledger: str | None = None
        self._pattern: tuple[str, frozenset[str]] | None = None
        duties = requirements.portfolio.duties
        self._headings = frozenset(
            {
                "情况报送",
                *(_squeezed(f"{d.label}{d.name}") for d in duties),
                *(_squeezed(d.name) for d in duties),
            }
        )

    def remarks(self, returned: Returned, unit: str, placed: list[Placed], others: list[Row]) -> list[Remark]:
        """Return everything in ``returned`` that is neither ours nor an answer."""
        notes = [*self._texts(returned, unit)]
        notes += [("自加行", _whole(row)) for row in others if _whole(row)]
        for entry in placed:
            number = entry.row.number or entry.key[1]
            notes += [(f"{number} {head}", text) for head, text in entry.row.other.items()]
            notes += [(f"{number} 完成日期", entry.undated)] if entry.undated else []
            notes += [(f"{number} 工作要求和指标", entry.row.text or EMPTIED)] if entry.edited else []
            notes += [(f"{number} {head}", text) for head, text in entry.changes if entry.current]
            if len(entry.row.states) > 1:
                notes.append((f"{number} 状态", state_names(entry.row.states)))
        return [Remark(text=text, place=place or None, via=returned.id) for place, text in notes]

    def _texts(self, returned: Returned, unit: str) -> Iterator[tuple[str, str]]:
        texts = [
            *returned.beside,
            *(("", text) for text in returned.headings if _squeezed(text) not in self._headings),
        ]
        if returned.workbook:
            yield from ((place, text) for place, text in texts if text != _LEDGER)
            return
        quick = self._ours_like(unit) if returned.paper is PaperKind.CHECKLIST else frozenset()
        left = [(place, text) for place, text in texts if _squeezed(text) not in quick]
        if left:
            ours = self._ours(returned.paper, unit)
            left = [(place, text) for place, text in left if self._renamed(_squeezed(text), unit) not in ours]
            if left and returned.properties.get("gen.content") != self.content(returned.paper, unit):
                left = [(place, text) for place, text in left if not _is_like(_squeezed(text), ours)]
        yield from left

    def _renamed(self, text: str, unit: str) -> str:
        """Return ``text`` with the names that ``unit`` had before as its name of today."""
        entry = self._requirements.policy.register.by_name.get(unit)
        for alias in entry.aliases if entry is not None else ():
            text = text.replace(alias, unit)
        return text

    def _ours_like(self, unit: str) -> frozenset[str]:
        """Return what a checklist of ``unit`` prints beside its rows, made from that of the first unit asked for."""
        if self._pattern is None:
            self._pattern = unit, self._ours(PaperKind.CHECKLIST, unit)
        first, texts = self._pattern
        return texts if first == unit else frozenset(text.replace(first, unit) for text in texts)

    def _ours(self, paper: PaperKind, unit: str) -> frozenset[str]:
        if (paper, unit) not in self._known:
            printed = read_docx_return(self._print(paper, unit), "")
            self._known[paper, unit] = frozenset(
                map(_squeezed, (*(text for _place, text in printed.beside), *printed.headings))
            )
        return self._known[paper, unit]

    def content(self, paper: PaperKind, unit: str) -> str:
        """Return the fingerprint of what ``paper`` of ``unit`` asks today; that of the ledger is worked out once."""
        if paper is PaperKind.LEDGER and self._ledger is not None:
            return self._ledger
        found = read_docx_return(self._print(paper, unit), "").properties.get("gen.content", "")
        if paper is PaperKind.LEDGER:
            self._ledger = found
        return found


def _is_like(text: str, ours: frozenset[str]) -> bool:
    return any(Indel.normalized_similarity(text, known, score_cutoff=_ALIKE) for known in ours)


def _squeezed(text: str) -> str:
    """Return ``text`` without blanks: editors change them."""
    return "".join(text.split())


def _whole(row: Row) -> str:
    """Return all that stands in a row of the unit's own."""
    filled = (str(value) for value in row.filled.values() if value)
    cells = (
        row.number,
        row.text,
        row.deadline if row.deadline != "—" else "",
        state_names(row.states),
        *filled,
        *row.other.values(),
    )
    return "；".join(cell for cell in cells if cell)
