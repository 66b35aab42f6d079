"""The unit list 责任单位 as papers print it: 、 within one prefix written once, ， between groups; both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hongtou.i18n import _
from hongtou.model.duty import ListStyle
from hongtou.model.register import Register

Groups = tuple[tuple[str, ...], ...]

_OPEN = "等"
_STOPS = "。．."
_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）"})


@dataclass(frozen=True)
class Problem:
    """A name that could not be read, and what to do about it."""

    name: str
    message: str
    hint: str = ""


@dataclass(frozen=True)
class UnitList:
    """A unit list as read: groups of registered names, how it is written, and what could not be read."""

    groups: Groups
    open: bool = False
    style: ListStyle | None = ListStyle.ELIDED
    end: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all groups, in order."""
        return tuple(name for group in self.groups for name in group)


def group(names: Sequence[str], register: Register) -> Groups:
    """Return the groups a flat list falls into: neighbours that share a prefix; one without stands alone."""
    groups: list[list[str]] = []
    before = ""
    for name in names:
        prefix = _prefix(name, register)
        if groups and prefix and prefix == before:
            groups[-1].append(name)
        else:
            groups.append([name])
        before = prefix
    return tuple(tuple(members) for members in groups)


def print_list(
    units: Sequence[str] | Sequence[Sequence[str]],
    register: Register,
    *,
    style: ListStyle = ListStyle.ELIDED,
    open: bool = False,
    end: str = "",
) -> str:
    """Return ``units``, flat or grouped, as a printed list; :func:`parse_list` reads the same names back.

    It reads the same groups back too, but where a name stands after others whose prefix makes another
    unit of it (办 after 市办): no run of 、 can print that, so it gets a group of its own.
    """
    groups = as_groups(units, register)
    return "，".join(_print_group(members, register, style) for members in groups) + _OPEN * open + end


def as_groups(units: Sequence[str] | Sequence[Sequence[str]], register: Register) -> Groups:
    """Return ``units`` of the model as groups: those given, or computed for a flat list."""
    if any(not isinstance(entry, str) for entry in units):
        return tuple((entry,) if isinstance(entry, str) else tuple(entry) for entry in units)
    return group([entry for entry in units if isinstance(entry, str)], register)


def _print_group(members: Sequence[str], register: Register, style: ListStyle) -> str:
    """Return one group; a name that would be read as another one in this run begins a group of its own."""
    printed = ""
    leading = ""
    for name in members:
        prefix = _prefix(name, register)
        short = name.removeprefix(prefix) if prefix and prefix == leading else name
        if style is ListStyle.FULL or not _reads_as(short, name, leading, register):
            short = name
        if not _reads_as(short, name, leading, register):
            printed, leading = f"{printed}，{name}", ""
        else:
            printed = f"{printed}、{short}" if printed else short
        leading = prefix or leading
    return printed


def _reads_as(short: str, name: str, leading: str, register: Register) -> bool:
    """Whether ``short`` in a run led by ``leading`` is read back as ``name``."""
    return resolve(short, leading, register) == name


def parse_list(text: str, register: Register) -> UnitList:
    """Return the list that ``text`` prints. What is not in the register is kept as written and reported."""
    rest = re.sub(r"\s+", "", text).translate(_WIDE)
    end = rest[len(rest.rstrip(_STOPS)) :]
    rest = rest.removesuffix(end) if end else rest
    is_open = rest.endswith(_OPEN) and rest not in register.by_name
    rest = rest.removesuffix(_OPEN) if is_open else rest
    reader = _Reader(register)
    groups = tuple(tuple(reader.members(part)) for part in _split(rest, "，", register)) if rest else ()
    return UnitList(groups, is_open, reader.style, end, tuple(reader.problems))


class _Reader:
    """Reads groups one after the other and notes what it meets."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.problems: list[Problem] = []
        self.elided = False
        self.repeated = False

    @property
    def style(self) -> ListStyle | None:
        """How prefixes were written; None where both ways are mixed."""
        if self.elided and self.repeated:
            return None
        return ListStyle.FULL if self.repeated else ListStyle.ELIDED

    def members(self, text: str) -> Iterator[str]:
        """Yield the registered names of one group."""
        leading = ""
        for position, token in enumerate(_split(text, "、", self.register)):
            name = resolve(token, leading, self.register)
            if name is None:
                name = self._stranger(token, leading)
            prefix = _prefix(name, self.register)
            if position and prefix and prefix == leading:
                short = name.removeprefix(prefix)
                if token == short:
                    self.elided = True
                elif _reads_as(short, name, leading, self.register):
                    self.repeated = True
            leading = prefix or leading
            yield name

    def _stranger(self, token: str, leading: str) -> str:
        near = self.register.suggest(leading + token) or self.register.suggest(token)
        hint = _("Did you mean “{name}”?").format(name=near) if near else ""
        self.problems.append(Problem(token, _("“{name}” is not in the register.").format(name=token), hint))
        return token


def resolve(token: str, leading: str, register: Register) -> str | None:
    """Return the name that ``token`` stands for after a unit with the prefix ``leading``.

    An elided name comes first: 市场监管局 after 市残联 is 市市场监管局, whatever else it may look like.
    """
    if leading and _prefix(leading + token, register) == leading:
        return leading + token
    if token in register.by_name:
        return token
    for known, entry in ((leading + token, None), (token, None)) if leading else ((token, None),):
        entry = register.by_alias.get(known)
        if entry is not None:
            return entry.name
    return None


def _prefix(name: str, register: Register) -> str:
    entry = register.by_name.get(name)
    return entry.prefix if entry is not None else ""


def _split(text: str, separator: str, register: Register) -> Iterator[str]:
    """Cut ``text`` at ``separator``, but not inside brackets nor inside a registered name that contains it."""
    start = depth = position = 0
    held = _names_with(separator, register)
    while position < len(text):
        name = next((n for n in held if text.startswith(n, position) and position == start), None)
        if name is not None:
            position += len(name)
            continue
        char = text[position]
        depth += (char == "（") - (char == "）")
        if char == separator and depth <= 0:
            yield text[start:position]
            start = position + 1
        position += 1
    yield text[start:]


def _names_with(separator: str, register: Register) -> list[str]:
    names = {name for name in register.by_name if separator in name}
    names |= {register.by_name[name].name.removeprefix(_prefix(name, register)) for name in names}
    return sorted((name for name in names if separator in name), key=len, reverse=True)
