"""The words of a part that came or went as a whole: its name, its text, who is responsible, and what stands in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from hongtou.diff.change import Level
from hongtou.diff.parts import Kind, Part
from hongtou.diff.shifts import roles
from hongtou.diff.words import printed
from hongtou.model.duty import Role

CALLED = {
    Role.LEAD: "牵头单位",
    Role.RESPONSIBLE: "责任单位",
    Role.SUPPORT: "配合单位",
    Role.PARTICIPATE: "参与单位",
    Role.GUIDE: "指导单位",
    Role.IMPLEMENT: "落实单位",
    Role.JOINTLY: "共同责任单位",
    Role.ASSESS: "考核单位",
    Role.COORDINATE: "统筹协调单位",
    Role.UNSPECIFIED: "单位",
}
_REGISTER = frozenset({Kind.UNIT, Kind.SET})


class Wholes:
    """The parts of one version by what they stand in, to be told with it; ``leading`` as in Reading."""

    def __init__(self, parts: Iterable[Part], leading: Collection[str]) -> None:
        self._inner: dict[str, list[Part]] = {}
        self._leading = leading
        self._keys: set[str] = set()
        for part in parts:
            self._keys.add(part.key)
            self._inner.setdefault(part.parent, []).append(part)

    def holds(self, key: str) -> bool:
        """Return whether the part ``key`` is among them."""
        return key in self._keys

    def words(self, part: Part) -> str:
        """Return the words of ``part`` and of all that stands in it, a line each."""
        return "\n".join(self._lines(part))

    def level(self, part: Part) -> Level:
        """Return how much it matters that ``part`` comes or goes: most where it gives somebody something to do."""
        if part.kind in _REGISTER:
            return Level.F
        return Level.A if self._is_duty(part) else Level.C

    def _is_duty(self, part: Part) -> bool:
        own = part.kind is Kind.TASK or bool(getattr(part.data, "assignments", ()))
        return own or any(self._is_duty(inner) for inner in self._inner.get(part.key, ()))

    def _lines(self, part: Part) -> Iterator[str]:
        names = (getattr(part.data, field, None) for field in ("heading", "name", "title"))
        name, text = next(filter(None, names), ""), "".join(printed(getattr(part.data, "text", ())))
        yield from filter(None, (name, text))
        yield from responsible(
            roles(getattr(part.data, "assignments", ()), first_leads=part.key in self._leading)
        )
        for inner in self._inner.get(part.key, ()):
            first, *others = [*self._lines(inner)] or [""]
            yield f"{self._label(inner)}{first}"
            yield from others
        yield from printed(getattr(part.data, "closing", ()))

    def _label(self, part: Part) -> str:
        return f"{part.label}. " if part.kind is Kind.TASK else part.label if part.kind in _LABELLED else ""


_LABELLED = frozenset({Kind.SECTION, Kind.MEASURE, Kind.ITEM})


def responsible(found: Mapping[str, Role]) -> list[str]:
    """Return who is responsible in one line, unit by unit under their roles: 牵头单位：甲局；配合单位：乙局、丙局."""
    by_role: dict[Role, list[str]] = {}
    for unit, role in found.items():
        by_role.setdefault(role, []).append(unit)
    said: Sequence[str] = [f"{CALLED[role]}：{'、'.join(units)}" for role, units in by_role.items()]
    return ["；".join(said)] if said else []
