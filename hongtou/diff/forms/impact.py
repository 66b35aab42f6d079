"""Whom a comparison concerns, as a matrix for a terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hongtou.diff.forms.phrases import counted
from hongtou.diff.impact import Action, Cell, Concern, Impact, Mark, Pair
from hongtou.i18n import N_, _

ACTIONS = {
    Action.LETTER: N_("send the letter again"),
    Action.NOTE: N_("send a note"),
    Action.COMMON: N_("send a note on what is asked of all"),
    Action.SUCCEEDED: N_("told with the unit that took it over"),
    Action.NOTHING: N_("send nothing"),
}
LEGEND = N_(
    "+ gained  - lost  ~ other role  Δ words or numbers  → merged into another  ← split off another  ◇ partners  "
    "№ only its number  · as it was"
)


def as_text(impact: Impact, sides: tuple[str, str]) -> str:
    """Return a row per unit and a column per duty that something changed in, then what is to be sent."""
    return "\n".join(_lines(impact, sides))


def _lines(impact: Impact, sides: tuple[str, str]) -> Iterator[str]:
    yield f"{sides[0]} → {sides[1]}  {counted(impact.diff)}"
    pairs = [
        pair
        for pair in impact.pairs
        if any(_counts(c) for k in impact.concerns for c in k.cells if c.pair is pair)
    ]
    if pairs:
        yield ""
        yield from _matrix(impact.concerns, pairs)
        yield _(LEGEND)
    yield ""
    for action in Action:
        names = [_named(concern) for concern in impact.concerns if concern.sent is action]
        if names:
            yield _("{action} ({count}): {names}").format(
                action=_(ACTIONS[action]), count=len(names), names=_(", ").join(names)
            )
    if impact.general:
        places = _(", ").join(dict.fromkeys(change.match.part.place for change in impact.general))
        yield _("all who have the notice: {count} more change(s), in {places}").format(
            count=len(impact.general), places=places
        )


def _matrix(concerns: Sequence[Concern], pairs: Sequence[Pair]) -> Iterator[str]:
    heads = [_label(pair) for pair in pairs]
    widths = [max(_width(head), 2) + 1 for head in heads]
    first = max((_width(_named(concern)) for concern in concerns), default=0) + 1
    yield _padded("", first) + "".join(
        _padded(head, width) for head, width in zip(heads, widths, strict=True)
    )
    for concern in concerns:
        marks = {id(cell.pair): cell.mark.value for cell in concern.cells}
        row = (_padded(marks.get(id(pair), ""), width) for pair, width in zip(pairs, widths, strict=True))
        yield (_padded(_named(concern), first) + "".join(row)).rstrip()


def _label(pair: Pair) -> str:
    """Return the number of a duty; one that is gone with a minus before its former number."""
    return pair.duty.label if pair.new is not None else f"-{pair.duty.label}"


def _counts(cell: Cell) -> bool:
    return cell.mark is not Mark.SAME


def _named(concern: Concern) -> str:
    if concern.heir:
        return f"{concern.unit}→{concern.heir}"
    return concern.unit if len(concern.members) < 2 else f"{concern.unit}({len(concern.members)})"


def _width(text: str) -> int:
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * max(width - _width(text), 0)


def as_data(impact: Impact, sides: dict[str, Any]) -> dict[str, Any]:
    """Return units, their cells and what is to be sent as plain data, ``version`` 1."""
    return {
        "version": 1,
        **sides,
        "units": [_unit(concern) for concern in impact.concerns],
        "send": {action.value: [c.unit for c in impact.concerns if c.sent is action] for action in Action},
        "general": [change.id for change in impact.general],
    }


def _unit(concern: Concern) -> dict[str, Any]:
    return {
        "unit": concern.unit,
        "members": [*concern.members],
        "successor": concern.heir or None,
        "level": concern.level.value if concern.level is not None else None,
        "action": concern.action.value,
        "duties": [_duty(cell) for cell in concern.cells],
    }


def _duty(cell: Cell) -> dict[str, Any]:
    pair = cell.pair
    return {
        "part": pair.match.part.key,
        "number_old": pair.old.label if pair.old is not None else None,
        "number_new": pair.new.label if pair.new is not None else None,
        "name": pair.duty.name,
        "mark": cell.mark.value,
        "level": cell.level.value if cell.level is not None else None,
        "role_old": cell.old.value if cell.old is not None else None,
        "role_new": cell.new.value if cell.new is not None else None,
        "changes": [change.id for change in pair.telling],
    }
